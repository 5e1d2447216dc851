package org.firstfix.sla.usecase;

import java.time.Instant;
import org.firstfix.contract.Milestone;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.sla.ClockRecalculated;
import org.firstfix.sla.MilestoneAtRisk;
import org.firstfix.sla.MilestoneMissed;
import org.firstfix.sla.MilestoneReached;
import org.firstfix.sla.PauseRanOut;
import org.firstfix.sla.domain.ClockEntry;
import org.firstfix.sla.domain.SlaClock;
import org.springframework.stereotype.Component;

/** Tells the modules above what came up on a clock, once. */
@Component
class ClockNews {
    private final Announcements announcements;

    ClockNews(Announcements announcements) {
        this.announcements = announcements;
    }

    void announce(SlaClock clock) {
        SlaClock.State state = clock.state();
        for (ClockEntry entry : clock.newEntries()) {
            if (entry.kind() == ClockEntry.Kind.REACHED) {
                announcements.announce(new MilestoneReached(state.reference(), Milestone.valueOf((String) entry.details().get("milestone")),
                        Boolean.TRUE.equals(entry.details().get("missed")), state.orgPath(), entry.occurredAt()));
            } else if (entry.kind() == ClockEntry.Kind.PAUSE_RAN_OUT) {
                announcements.announce(new PauseRanOut(state.reference(), entry.reason(),
                        Instant.parse((String) entry.details().get("pausedSince")), state.orgPath(), entry.occurredAt()));
            } else if (entry.kind() == ClockEntry.Kind.CALENDAR_CHANGED) {
                announcements.announce(new ClockRecalculated(state.reference(), state.orgPath(), entry.occurredAt()));
            }
        }
        for (SlaClock.News news : clock.news()) {
            announcements.announce(news.missed()
                    ? new MilestoneMissed(state.reference(), news.milestone(), news.dueAt(), state.orgPath(), news.at())
                    : new MilestoneAtRisk(state.reference(), news.milestone(), news.dueAt(), state.orgPath(), news.at()));
        }
    }
}
