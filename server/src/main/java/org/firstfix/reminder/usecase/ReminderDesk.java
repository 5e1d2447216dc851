package org.firstfix.reminder.usecase;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.firstfix.organization.OrgUnitSummary;
import org.firstfix.organization.OrganizationApi;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.identity.UserId;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.platform.text.Language;
import org.firstfix.platform.text.Texts;
import org.firstfix.platform.time.HouseClock;
import org.firstfix.platform.work.Work;
import org.firstfix.reminder.DutyEntrusted;
import org.firstfix.reminder.DutyId;
import org.firstfix.reminder.DutyWithdrawn;
import org.firstfix.reminder.ReminderApi;
import org.firstfix.reminder.domain.Duty;
import org.firstfix.reminder.storage.JooqDuties;
import org.firstfix.reminder.storage.JooqPolicies;
import org.springframework.stereotype.Component;

/** Where modules entrust what somebody has to do. It works with the reach of the house: duties cross branches. */
@Component
class ReminderDesk implements ReminderApi {
    private static final String HOUSE = "reminder";

    private final Work work;
    private final JooqDuties duties;
    private final JooqPolicies policies;
    private final Plans plans;
    private final OrganizationApi organization;
    private final Texts texts;
    private final Announcements announcements;
    private final Clock clock;

    ReminderDesk(Work work, JooqDuties duties, JooqPolicies policies, Plans plans, OrganizationApi organization, Texts texts,
            Announcements announcements, Clock clock) {
        this.work = work;
        this.duties = duties;
        this.policies = policies;
        this.plans = plans;
        this.organization = organization;
        this.texts = texts;
        this.announcements = announcements;
        this.clock = clock;
    }

    @Override
    public DutyId entrust(NewDuty wanted) {
        return work.asTheHouse(HOUSE, () -> {
            Optional<Duty> known = duties.lock(wanted.key());
            if (known.isPresent()) {
                return entrustAgain(known.get(), wanted);
            }
            Duty.Facts facts = factsOf(wanted);
            Instant now = clock.instant();
            Duty duty = Duty.entrusted(duties.newId(), wanted.key(), wanted.orgPath(), facts, wanted.responsible(), wanted.dueAt(),
                    plans.of(facts), isNewsTo(wanted.responsible()), now);
            if (!duties.add(duty)) {
                return entrustAgain(duties.lock(wanted.key()).orElseThrow(), wanted);
            }
            announceEntrusted(duty, now);
            return duty.id();
        });
    }

    @Override
    public Set<String> entrustedKinds(String subjectType, String subjectId) {
        return work.asTheHouse(HOUSE, () -> duties.openKinds(subjectType, subjectId));
    }

    private DutyId entrustAgain(Duty duty, NewDuty wanted) {
        if (duty.standing().open()) {
            change(duty, wanted.responsible(), wanted.dueAt(), "");
            return duty.id();
        }
        Duty.Facts facts = factsOf(wanted);
        Instant now = clock.instant();
        duty.again(facts, wanted.responsible(), wanted.dueAt(), plans.of(facts), isNewsTo(wanted.responsible()), now);
        duties.save(duty);
        announceEntrusted(duty, now);
        return duty.id();
    }

    @Override
    public void move(Key key, Optional<UserId> responsible, Optional<Instant> dueAt, String reason) {
        work.asTheHouse(HOUSE, () -> duties.lock(key).ifPresent(duty -> change(duty, responsible.orElse(duty.standing().responsible()),
                dueAt.orElse(duty.standing().dueAt()), reason)));
    }

    private void change(Duty duty, UserId responsible, Instant dueAt, String reason) {
        Instant now = clock.instant();
        if (duty.move(responsible, dueAt, reason, plans.of(duty.facts()), isNewsTo(responsible), now)) {
            duties.save(duty);
            announceEntrusted(duty, now);
        }
    }

    @Override
    public void withdraw(Key key, String reason) {
        work.asTheHouse(HOUSE, () -> duties.lock(key).ifPresent(duty -> {
            Instant now = clock.instant();
            if (duty.withdraw(reason, now)) {
                duties.save(duty);
                announcements.announce(new DutyWithdrawn(duty.id(), duty.orgPath(), now, reason));
            }
        }));
    }

    private void announceEntrusted(Duty duty, Instant now) {
        announcements.announce(new DutyEntrusted(duty.id(), duty.standing().responsible(), duty.standing().dueAt(), duty.orgPath(), now));
    }

    /** Nobody is told what they have just taken on themselves, nor what is told as history. */
    private static boolean isNewsTo(UserId responsible) {
        return !HouseClock.relivesThePast() && Actors.current().userId().filter(responsible::equals).isEmpty();
    }

    private Duty.Facts factsOf(NewDuty wanted) {
        return new Duty.Facts(wanted.number(), wanted.link(), words(wanted.title(), Language.CHINESE), words(wanted.title(), Language.ENGLISH),
                wanted.policyCode(), wanted.calendarCode().orElseGet(() -> policies.forDuty(wanted.policyCode()).calendarCode()),
                wanted.zone().orElseGet(() -> zoneOf(wanted.orgPath())), wanted.urgent(), Actors.current().name());
    }

    private String words(Title title, Language language) {
        return switch (title) {
            case Title.Words(String zh, String en) -> language.choose(zh, en);
            case Title.Key(String key, Map<String, Object> values) -> texts.text(language, key, values);
        };
    }

    private ZoneId zoneOf(OrgPath place) {
        return organization.findUnitAt(place).map(OrgUnitSummary::zone).orElse(ZoneOffset.UTC);
    }
}
