package org.firstfix.dispatch.domain;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.workorder.WorkOrderId;

/** When customers would like the work to begin. */
public interface WishedWindows {
    /** The earliest first; none for any time. */
    List<Period> of(WorkOrderId workOrder);

    /** Of those that have any. */
    Map<WorkOrderId, List<Period>> of(Collection<WorkOrderId> workOrders);

    /** Instead of what was wished before. */
    void set(WorkOrderId workOrder, List<Period> windows, OrgPath orgPath);
}
