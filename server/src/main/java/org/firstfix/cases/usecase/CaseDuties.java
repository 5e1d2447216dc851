package org.firstfix.cases.usecase;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.firstfix.cases.domain.Case;
import org.firstfix.cases.domain.QuoteRequest;
import org.firstfix.contract.Milestone;
import org.firstfix.contract.Priority;
import org.firstfix.customer.AccountSummary;
import org.firstfix.customer.CustomerApi;
import org.firstfix.platform.identity.UserId;
import org.firstfix.reminder.ReminderApi;
import org.firstfix.reminder.ReminderApi.Key;
import org.firstfix.reminder.ReminderApi.NewDuty;
import org.firstfix.reminder.ReminderApi.Title;
import org.firstfix.sla.ClockSummary;
import org.firstfix.sla.ClockSummary.MilestoneView;
import org.firstfix.sla.WorkingTimes;
import org.springframework.stereotype.Component;

/**
 * What a case asks of its owner by a time: milestones at risk, and the steps of a quote. A case that nobody owns reminds nobody
 * here; it is found in the lists.
 */
@Component
class CaseDuties {
    private static final String SUBJECT = "case";
    private static final String OFFICE_HOURS = "CN-5x9";
    private static final Duration TO_WRITE = Duration.ofHours(4);
    private static final Duration TO_FOLLOW = Duration.ofHours(27);
    private static final Duration TO_RELEASE = Duration.ofHours(1);

    /** The steps of a quote, each a duty of its own. */
    private enum QuoteStep {
        WRITE_QUOTE,
        FOLLOW_QUOTE,
        RELEASE_AGREED
    }

    private final ReminderApi reminders;
    private final CustomerApi customers;
    private final WorkingTimes times;
    private final Clock clock;

    CaseDuties(ReminderApi reminders, CustomerApi customers, WorkingTimes times, Clock clock) {
        this.reminders = reminders;
        this.customers = customers;
        this.times = times;
        this.clock = clock;
    }

    /** Milestones that are at risk, or late and still waited for, are entrusted; the others are not, or not any more. */
    void follow(Case it, Optional<ClockSummary> summary) {
        Set<String> entrusted = entrusted(it);
        for (Milestone kind : Milestone.values()) {
            Key key = key(it, kind.name());
            boolean isEntrusted = entrusted.contains(kind.name());
            Optional<MilestoneView> risky = summary.filter(known -> !known.status().equals("STOPPED")).stream()
                    .flatMap(known -> known.milestones().stream()).filter(one -> one.kind() == kind && one.atRisk()).findFirst();
            Optional<UserId> owner = it.standing().owner();
            if (risky.isEmpty() || owner.isEmpty()) {
                if (isEntrusted) {
                    reminders.withdraw(key, "");
                }
            } else if (isEntrusted) {
                // Whoever it was delegated to keeps it.
                reminders.move(key, Optional.empty(), risky.get().dueAt(), "");
            } else {
                entrust(it, key, Map.of("milestone", kind.name()), "cases.duty.milestone", owner.get(), risky.get().dueAt().orElseThrow(), "MILESTONE");
            }
        }
    }

    /** The step that a quote waits for, and none of the others. */
    void follow(Case it, QuoteRequest quote) {
        switch (quote.status()) {
            case REQUESTED -> only(it, quote, QuoteStep.WRITE_QUOTE, TO_WRITE);
            case SENT -> only(it, quote, QuoteStep.FOLLOW_QUOTE, TO_FOLLOW);
            case AGREED -> {
                if (it.mayBeReleased()) {
                    only(it, quote, QuoteStep.RELEASE_AGREED, TO_RELEASE);
                } else {
                    withdrawQuote(it);
                }
            }
            case DECLINED, WITHDRAWN -> withdrawQuote(it);
        }
    }

    private void withdrawQuote(Case it) {
        Set<String> entrusted = entrusted(it);
        Arrays.stream(QuoteStep.values()).map(Enum::name).filter(entrusted::contains).forEach(step -> reminders.withdraw(key(it, step), ""));
    }

    private void only(Case it, QuoteRequest quote, QuoteStep wanted, Duration within) {
        withdrawQuote(it);
        it.standing().owner().ifPresent(owner -> {
            ZoneId zone = customers.site(it.report().siteId()).zone();
            Instant due = times.on(OFFICE_HOURS, zone).after(clock.instant(), within);
            entrust(it, key(it, wanted.name()), Map.of("quote", quote.number(), "step", wanted.name()), "cases.duty.quote", owner, due, "QUOTE");
        });
    }

    /** Whoever takes a case over takes over what it asks for. */
    void handOver(Case it, UserId to) {
        entrusted(it).forEach(kind -> reminders.move(key(it, kind), Optional.of(to), Optional.empty(), ""));
    }

    private Set<String> entrusted(Case it) {
        return reminders.entrustedKinds(SUBJECT, it.key().toString());
    }

    private void entrust(Case it, Key key, Map<String, Object> what, String title, UserId owner, Instant due, String policy) {
        AccountSummary account = customers.account(it.report().accountId());
        Map<String, Object> values = new HashMap<>(what);
        values.put("customer", account.shortName().isBlank() ? account.name() : account.shortName());
        values.put("number", it.number());
        reminders.entrust(new NewDuty(key, it.number(), "/cases/" + it.number(), new Title.Key(title, values), owner, it.orgPath(), due,
                Optional.empty(), Optional.empty(), policy, it.facts().priority() == Priority.P1));
    }

    private static Key key(Case it, String kind) {
        return new Key(SUBJECT, it.key().toString(), kind);
    }
}
