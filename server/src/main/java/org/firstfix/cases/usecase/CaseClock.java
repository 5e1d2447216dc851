package org.firstfix.cases.usecase;

import java.time.Instant;
import java.util.Optional;
import org.firstfix.cases.domain.Case;
import org.firstfix.contract.Milestone;
import org.firstfix.sla.CaseReference;
import org.firstfix.sla.ClockSummary;
import org.firstfix.sla.ClockSummary.MilestoneView;
import org.firstfix.sla.SlaApi;
import org.springframework.stereotype.Component;

/** What a case tells its clock, if the contract gives it one, and what the clock answers: when the next milestone is due. */
@Component
class CaseClock {
    private final SlaApi sla;

    CaseClock(SlaApi sla) {
        this.sla = sla;
    }

    void start(Case it, SlaApi.Terms terms, Instant startedAt) {
        show(it, Optional.of(sla.start(new CaseReference(it.key(), it.number()), terms, it.facts().priority(), startedAt, it.orgPath())));
    }

    void responded(Case it, Instant at) {
        tell(it, () -> sla.reach(it.key(), Milestone.RESPONSE, at));
    }

    /** It works again: nothing more is waited for. */
    void restored(Case it, Instant at) {
        tell(it, () -> {
            resumeIfPaused(it, at);
            sla.reach(it.key(), Milestone.RESPONSE, at);
            sla.reach(it.key(), Milestone.RESTORE, at);
            sla.stop(it.key(), at);
        });
    }

    void pause(Case it, String reason, String evidence, Instant at) {
        tell(it, () -> sla.pause(it.key(), reason, evidence, at));
    }

    void resume(Case it, Instant at) {
        tell(it, () -> resumeIfPaused(it, at));
    }

    void stop(Case it, Instant at) {
        tell(it, () -> sla.stop(it.key(), at));
    }

    void restart(Case it, String reason, Instant at) {
        tell(it, () -> sla.restart(it.key(), reason, at));
    }

    /** Other terms from now on, counted from the report; the first ones start the clock. */
    void startOrChange(Case it, SlaApi.Terms terms, String reason, Instant now) {
        Optional<ClockSummary> running = sla.clockOf(it.key());
        if (running.isEmpty()) {
            start(it, terms, it.report().reportedAt());
            return;
        }
        if (running.get().status().equals("STOPPED")) {
            sla.restart(it.key(), reason, now);
        }
        sla.changeTerms(it.key(), terms, it.facts().priority(), reason, now);
        show(it, sla.clockOf(it.key()));
    }

    private void tell(Case it, Runnable news) {
        if (it.hasClock()) {
            news.run();
            show(it, sla.clockOf(it.key()));
        }
    }

    private void resumeIfPaused(Case it, Instant at) {
        if (sla.clockOf(it.key()).filter(clock -> clock.status().equals("PAUSED")).isPresent()) {
            sla.resume(it.key(), at);
        }
    }

    private static void show(Case it, Optional<ClockSummary> clock) {
        it.due(clock.flatMap(CaseClock::dueAt), clock.filter(CaseClock::isRisky).isPresent());
    }

    /** When what is waited for was or is due first; nothing while the clock is paused or has stopped. */
    static Optional<Instant> dueAt(ClockSummary clock) {
        return clock.status().equals("RUNNING") ? clock.mostUrgent().flatMap(MilestoneView::dueAt) : Optional.empty();
    }

    /** Three quarters of the next target are used, or it is missed. */
    static boolean isRisky(ClockSummary clock) {
        return !clock.status().equals("STOPPED") && (clock.band().equals("HOT") || clock.band().equals("MISSED"));
    }
}
