package org.firstfix.contract;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/**
 * A coverage code was added or its promise changed. Clocks that run keep what they were started with.
 *
 * @param minutes contract time per priority and milestone
 * @param specialTargets others for important machines or severe faults
 * @param pauseRights that it grants; none of its own if the house decides
 */
public record CoverageChanged(String code, String calendarCode, boolean active, Map<Priority, Map<Milestone, Long>> minutes,
        List<SpecialTarget> specialTargets,        Optional<List<PauseRight>> pauseRights, String reason, OrgPath orgPath, Instant occurredAt) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("coverage-code", code);
    }
}
