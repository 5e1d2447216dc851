package org.firstfix.contract.usecase;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.firstfix.contract.CoverageChanged;
import org.firstfix.contract.KnownCalendars;
import org.firstfix.contract.Milestone;
import org.firstfix.contract.PauseRights;
import org.firstfix.contract.Priority;
import org.firstfix.contract.domain.CoverageCode;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.problem.Problem;

/** What adding and changing a coverage code have in common. */
final class CoverageChange {
    private CoverageChange() {}

    static void check(CoverageCode coverage, KnownCalendars calendars) {
        if (!calendars.exists(coverage.calendarCode())) {
            throw Problem.invalidField("calendarCode", "contract.calendar-unknown", Map.of("calendar", coverage.calendarCode()));
        }
        coverage.targets().forEach((priority, targets) -> inOrder(priority, targets));
    }

    /** An answer comes before the visit, the visit before the repair, the repair before the customer's word. */
    private static void inOrder(Priority priority, Map<Milestone, Duration> targets) {
        Duration earlier = Duration.ZERO;
        for (Milestone milestone : Arrays.stream(Milestone.values()).filter(Milestone::countsFromTheReport).toList()) {
            Duration target = targets.getOrDefault(milestone, earlier);
            if (target.compareTo(earlier) < 0) {
                throw Problem.invalidField("targets." + priority + "." + milestone, "contract.targets-out-of-order",
                        Map.of("priority", priority.name(), "milestone", milestone.name(), "minutes", target.toMinutes()));
            }
            earlier = target;
        }
    }

    static CoverageChanged news(CoverageCode coverage, String reason, Instant at) {
        Map<Priority, Map<Milestone, Long>> minutes = new EnumMap<>(Priority.class);
        coverage.targets().forEach((priority, targets) -> {
            Map<Milestone, Long> ofPriority = new EnumMap<>(Milestone.class);
            targets.forEach((milestone, target) -> ofPriority.put(milestone, target.toMinutes()));
            minutes.put(priority, ofPriority);
        });
        return new CoverageChanged(coverage.code(), coverage.calendarCode(), coverage.active(), minutes, coverage.specialTargets(),
                coverage.pauseRights().map(PauseRights::rights), reason,
                Actors.current().home().orElseThrow(() -> Problem.forbidden("coverage.maintain")), at);
    }
}
