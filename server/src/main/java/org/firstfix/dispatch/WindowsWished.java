package org.firstfix.dispatch;

import java.time.Instant;
import java.util.List;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.workorder.WorkOrderId;

/**
 * The customer said when the work should begin, or that any time will do.
 *
 * @param windows as ISO 8601 intervals, the earliest first; none for any time
 */
public record WindowsWished(WorkOrderId workOrderId, List<String> windows, OrgPath orgPath, Instant occurredAt, String reason) implements DomainEvent {
    public WindowsWished {
        windows = List.copyOf(windows);
    }

    @Override
    public Subject subject() {
        return new Subject("work-order", workOrderId.value().toString());
    }
}
