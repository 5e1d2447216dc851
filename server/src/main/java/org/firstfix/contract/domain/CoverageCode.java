package org.firstfix.contract.domain;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstfix.contract.Milestone;
import org.firstfix.contract.PauseRights;
import org.firstfix.contract.Priority;
import org.firstfix.contract.SpecialTarget;

/**
 * A level of service that contracts promise.
 *
 * @param calendarCode the hours in which its targets count
 * @param active whether new contract lines may use it; old lines keep theirs
 * @param targets contract time; a milestone may be missing, then nothing is promised for it
 * @param specialTargets others for important machines or severe faults
 * @param pauseRights of contracts that say nothing of their own; none for those of the house
 */
public record CoverageCode(String code, String nameZh, String nameEn, String calendarCode, boolean active,
        Map<Priority, Map<Milestone, Duration>> targets, List<SpecialTarget> specialTargets, Optional<PauseRights> pauseRights, int version) {
    /** What counts as the maker's warranty. */
    public static final String WARRANTY = "5x9";

    private static final Duration NOTHING_PROMISED = Duration.ofDays(36_500);

    /** The time promised for the most urgent cases: what "strict" means when two levels are compared. */
    public Duration strictness(Milestone milestone) {
        return targets.getOrDefault(Priority.P1, Map.of()).getOrDefault(milestone, NOTHING_PROMISED);
    }

    public CoverageCode withVersion(int newVersion) {
        return new CoverageCode(code, nameZh, nameEn, calendarCode, active, targets, specialTargets, pauseRights, newVersion);
    }
}
