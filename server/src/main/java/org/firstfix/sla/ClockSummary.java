package org.firstfix.sla;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.contract.Milestone;

/**
 * How the clock of a case stands.
 *
 * @param status RUNNING, PAUSED or STOPPED
 * @param band of the milestone that is due next: CALM (under 50 % used), WARM (under 75), HOT (under 100), MISSED, PAUSED, DONE
 * @param pauseEndsAt when the pause under way ends by itself
 * @param pauseRanOutAt when the last pause ended by itself, while the clock runs
 */
public record ClockSummary(UUID caseId, String status, String band, String coverageCode, String zone,
        Optional<String> pauseReason, Optional<Instant> pauseEndsAt, Optional<Instant> pauseRanOutAt, List<MilestoneView> milestones) {
    /** A milestone is at risk when this share of its target is used. */
    public static final int WARNING_PERCENT = 75;

    /** The next milestone that still runs or is paused. */
    public Optional<MilestoneView> next() {
        return milestones.stream().filter(m -> m.status().equals("RUNNING") || m.status().equals("PAUSED")).findFirst();
    }

    /** What is waited for and due first, also when its time has passed: the band speaks of it. */
    public Optional<MilestoneView> mostUrgent() {
        return milestones.stream()
                .filter(m -> m.status().equals("RUNNING") || m.status().equals("PAUSED") || m.status().equals("MISSED") && m.reachedAt().isEmpty())
                .min(Comparator.comparing(m -> m.dueAt().orElse(Instant.MAX)));
    }

    /**
     * @param status NOT_BEGUN, RUNNING, PAUSED, MET, MISSED or CANCELLED
     * @param begunAt from when it counts; none as long as nobody has asked for it
     * @param dueAt none while paused; then {@code remainingSeconds} of contract time are left
     * @param usedPercent of the target in contract time, 0 and up
     */
    public record MilestoneView(Milestone kind, String status, long targetSeconds, Optional<Instant> begunAt, Optional<Instant> dueAt,
            Optional<Long> remainingSeconds, Optional<Instant> reachedAt, boolean missed, int usedPercent) {
        /** Somebody has to hurry, or is late: three quarters are used and it is still waited for. */
        public boolean atRisk() {
            return status.equals("RUNNING") && usedPercent >= WARNING_PERCENT || status.equals("MISSED") && reachedAt.isEmpty() && dueAt.isPresent();
        }
    }
}
