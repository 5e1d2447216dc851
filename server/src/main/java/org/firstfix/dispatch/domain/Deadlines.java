package org.firstfix.dispatch.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.firstfix.contract.Milestone;
import org.firstfix.sla.ClockSummary;

/** What the clock of a case asks of a visit. */
public final class Deadlines {
    private Deadlines() {}

    /**
     * When work has to begin: to be there in time, and to have it running again in time with the work that is expected. What is
     * paused, reached or not promised asks for nothing; what was missed and is still waited for does.
     */
    public static Optional<Instant> startsBy(ClockSummary clock, Duration work) {
        Optional<Instant> onSite = due(clock, Milestone.ON_SITE);
        Optional<Instant> restored = due(clock, Milestone.RESTORE).map(at -> at.minus(work));
        return Stream.of(onSite, restored).flatMap(Optional::stream).min(Instant::compareTo);
    }

    private static Optional<Instant> due(ClockSummary clock, Milestone kind) {
        return clock.milestones().stream().filter(milestone -> milestone.kind() == kind && milestone.reachedAt().isEmpty())
                .filter(milestone -> milestone.status().equals("RUNNING") || milestone.status().equals("MISSED"))
                .findFirst().flatMap(ClockSummary.MilestoneView::dueAt);
    }
}
