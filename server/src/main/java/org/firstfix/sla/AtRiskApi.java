package org.firstfix.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.contract.Milestone;
import org.firstfix.platform.paging.Page;
import org.firstfix.platform.paging.PageRequest;
import org.firstfix.platform.scope.DataScope;

/** Milestones in danger. What they are about (customer, machine, engineer) the modules above know. */
public interface AtRiskApi {
    /** Milestones that somebody must reach soon, or should have reached already, the most urgent first. */
    Page<Row> show(DataScope scope, Filter filter, PageRequest page);

    /** What is waited for and due from now on, the most urgent first; not what is paused or late already. @param most how many at most */
    List<Due> dueWithin(DataScope scope, Duration within, int most);

    record Due(UUID caseId, Milestone milestone, Instant dueAt) {}

    /**
     * @param remainingSeconds of contract time, negative once overdue
     * @param band of this milestone: CALM, WARM, HOT or MISSED
     */
    record Row(UUID caseId, String caseNumber, Milestone milestone, Instant dueAt, long remainingSeconds, String band,
            int usedPercent, String priority, String coverageCode, String zone) {}

    /**
     * @param within how far to look ahead, in real time
     * @param missed whether to show what is overdue: true only that, false all but that, empty both
     */
    record Filter(Duration within, Optional<Milestone> milestone, Optional<Boolean> missed) {}
}
