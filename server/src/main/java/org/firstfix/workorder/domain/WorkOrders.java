package org.firstfix.workorder.domain;

import java.time.Year;
import java.util.List;
import java.util.Optional;
import org.firstfix.cases.CaseId;
import org.firstfix.platform.files.FileId;
import org.firstfix.workorder.WorkOrderId;

/** All work orders. What is loaded here is locked until the transaction ends: two people never change one at once. */
public interface WorkOrders {
    WorkOrder load(WorkOrderId id);

    WorkOrder load(String number);

    /** To look at, not locked and not to be saved. */
    WorkOrder view(String number);

    /** Of a case, the first visit first. */
    List<WorkOrder> loadOpenOf(CaseId id);

    Optional<WorkOrderId> newestOf(CaseId id);

    /** How many visits the case has had or will have. */
    int visitsOf(CaseId id);

    /** A fresh id with the next free number of that year. */
    Key nextKey(Year year);

    record Key(WorkOrderId id, String number) {}

    void add(WorkOrder workOrder);

    /** Writes what changed, also in the lists. */
    void save(WorkOrder workOrder);

    /** The printed form of a signed report, once. It says nothing new, so whoever looks at the report looks at its newest version still. */
    void keepPrint(WorkOrderId id, FileId print);
}
