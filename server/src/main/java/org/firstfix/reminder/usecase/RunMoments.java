package org.firstfix.reminder.usecase;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.firstfix.organization.OrganizationApi;
import org.firstfix.organization.PersonSummary;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.platform.work.Work;
import org.firstfix.reminder.Moment;
import org.firstfix.reminder.domain.Climb;
import org.firstfix.reminder.domain.Duty;
import org.firstfix.reminder.domain.Plan;
import org.firstfix.reminder.storage.JooqDeliveries;
import org.firstfix.reminder.storage.JooqDuties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Finds duties whose moment has come. Each is locked while it is looked at, and the moment, what it produced and the next
 * moment are written in one transaction: several runners remind once, and what a killed one had begun never happened.
 */
@Component
public class RunMoments {
    private static final Logger LOG = LoggerFactory.getLogger(RunMoments.class);
    private static final int AT_ONCE = 200;
    private static final Duration LONGEST_PATIENCE = Duration.ofMinutes(1);
    private static final String HOUSE = "Firstfix";

    private final Work work;
    private final JooqDuties duties;
    private final JooqDeliveries deliveries;
    private final Plans plans;
    private final Tellings tellings;
    private final OrganizationApi organization;
    private final Clock clock;
    /** What could not be done, how often it was tried, and when it is tried again. */
    private final Map<UUID, Aside> setAside = new ConcurrentHashMap<>();

    private record Aside(int failures, Instant again) {}

    RunMoments(Work work, JooqDuties duties, JooqDeliveries deliveries, Plans plans, Tellings tellings, OrganizationApi organization, Clock clock) {
        this.work = work;
        this.duties = duties;
        this.deliveries = deliveries;
        this.plans = plans;
        this.tellings = tellings;
        this.organization = organization;
        this.clock = clock;
    }

    /** @return how many moments and held-back messages this runner took care of */
    public int run() {
        Instant now = clock.instant();
        Set<UUID> notYet = setAside.entrySet().stream().filter(aside -> aside.getValue().again().isAfter(now)).map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        int done = 0;
        for (UUID duty : work.asTheHouse(HOUSE, () -> duties.due(now, notYet, AT_ONCE))) {
            done += patiently(duty, () -> fire(duty));
        }
        for (UUID delivery : work.asTheHouse(HOUSE, () -> deliveries.waiting(now, notYet, AT_ONCE))) {
            done += patiently(delivery, () -> tellNow(delivery));
        }
        return done;
    }

    /** One that fails must not keep the others waiting; a database that is away is nobody's fault and is waited for. */
    private int patiently(UUID id, Supplier<Boolean> step) {
        try {
            int done = work.asTheHouse(HOUSE, step) ? 1 : 0;
            setAside.remove(id);
            return done;
        } catch (CannotCreateTransactionException databaseAway) {
            throw databaseAway;
        } catch (RuntimeException e) {
            int failures = Optional.ofNullable(setAside.get(id)).map(Aside::failures).orElse(0) + 1;
            Duration pause = patienceAfter(failures);
            setAside.put(id, new Aside(failures, clock.instant().plus(pause)));
            LOG.error("The reminder {} could not be given; it is tried again in {}", id, pause, e);
            return 0;
        }
    }

    /** A lost connection is forgotten in two seconds; what fails again and again is looked at once a minute. */
    private static Duration patienceAfter(int failures) {
        Duration pause = Duration.ofSeconds(1L << Math.min(failures, 6));
        return pause.compareTo(LONGEST_PATIENCE) > 0 ? LONGEST_PATIENCE : pause;
    }

    private boolean fire(UUID id) {
        Instant now = clock.instant();
        Optional<Duty> free = duties.lockIfFree(id).filter(duty -> duty.isDue(now));
        free.ifPresent(duty -> {
            Plan plan = plans.of(duty.facts());
            if (duty.standing().next().orElseThrow().moment() == Moment.ESCALATION) {
                escalate(duty, plan, now);
            } else {
                remind(duty, plan, now);
            }
        });
        return free.isPresent();
    }

    private void remind(Duty duty, Plan plan, Instant now) {
        Moment moment = duty.standing().next().orElseThrow().moment();
        List<Duty.Told> told = tellings.hearing(responsible(duty), duty, plan.policy(), now);
        duty.reminded(plan, now, told);
        duties.save(duty);
        tellings.tell(duty, moment, told, plan.policy().channelsAt(moment), now);
    }

    private void escalate(Duty duty, Plan plan, Instant now) {
        String role = plan.policy().escalationRole();
        Optional<OrgPath> unit = Climb.next(duty.orgPath(), duty.standing().escalatedTo(), path -> !above(duty, role, path).isEmpty());
        List<PersonSummary> people = unit.map(path -> above(duty, role, path)).orElseGet(() -> responsible(duty));
        List<Duty.Told> told = tellings.hearing(people, duty, plan.policy(), now);
        duty.escalated(plan, now, unit, told);
        duties.save(duty);
        tellings.tell(duty, Moment.ESCALATION, told, plan.policy().channelsAt(Moment.ESCALATION), now);
    }

    private List<PersonSummary> responsible(Duty duty) {
        return organization.findByUser(duty.standing().responsible()).stream().toList();
    }

    /** Nobody is the superior of his own duty. */
    private List<PersonSummary> above(Duty duty, String role, OrgPath unit) {
        return organization.holdersOfRole(role, unit).stream()
                .filter(person -> person.userId().filter(duty.standing().responsible()::equals).isEmpty()).toList();
    }

    private boolean tellNow(UUID id) {
        return deliveries.lockIfFree(id).map(delivery -> {
            tellings.tellLater(duties.lock(delivery.dutyId()).orElseThrow(), delivery);
            return true;
        }).orElse(false);
    }
}
