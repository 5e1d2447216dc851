package org.firstfix.workorder;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstfix.cases.CaseId;
import org.firstfix.platform.files.FileId;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.DataScope;
import org.firstfix.platform.scope.OrgPath;

/** Questions about work orders, and what dispatch tells them. Call inside a transaction. */
public interface WorkOrderApi {
    /** @throws Problem 404 */
    WorkOrderSummary get(WorkOrderId id);

    Map<WorkOrderId, WorkOrderSummary> get(Collection<WorkOrderId> ids);

    Optional<WorkOrderSummary> findByNumber(String number);

    List<WorkOrderSummary> ofCase(CaseId id);

    /** What was found and done at the visits of a case, the first visit first; those that did not take place left out. */
    List<VisitRecord> visitRecords(CaseId id);

    /** @param partsUsed numbers of the parts that were built in; {@code trueCauses} codes of the catalogue */
    record VisitRecord(String number, String findings, String actions, List<String> trueCauses, List<String> partsUsed) {}

    /** The last work order of each of these cases; a case that was never released has none. */
    Map<CaseId, WorkOrderSummary> latestOf(Collection<CaseId> ids);

    /** Open work orders by due time, at most {@code limit}. */
    List<WorkOrderSummary> open(DataScope scope, int limit);

    /** Open and nobody is booked, at or below that place; what is due first comes first, at most {@code limit}. */
    List<WorkOrderSummary> unassigned(DataScope scope, OrgPath place, int limit);

    /**
     * The signed service report as a PDF; printed now if nobody has yet.
     *
     * @throws Problem 404 if there is no such work order or its report is not signed
     */
    FileId signedReport(WorkOrderId id);

    /** Dispatch has chosen an engineer, or taken the choice back. */
    void assign(WorkOrderId id, Optional<PersonId> engineer);

    /** The engineer is at the site: work begins. A case that waited for the customer goes on. */
    void start(WorkOrderId id, Instant at);
}
