package org.firstfix.workorder.usecase;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstfix.cases.CaseApi;
import org.firstfix.cases.CaseId;
import org.firstfix.cases.CaseStatus;
import org.firstfix.platform.files.FileId;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.DataScope;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.workorder.WorkOrderApi;
import org.firstfix.workorder.WorkOrderId;
import org.firstfix.workorder.WorkOrderSummary;
import org.firstfix.workorder.domain.WorkOrder;
import org.firstfix.workorder.domain.WorkOrders;
import org.firstfix.workorder.query.WorkOrderSummaries;
import org.springframework.stereotype.Component;

/** What other modules ask of this one. */
@Component
class WorkOrderAnswers implements WorkOrderApi {
    private final WorkOrders workOrders;
    private final WorkOrderSummaries summaries;
    private final PrintedReports reports;
    private final CaseApi cases;

    WorkOrderAnswers(WorkOrders workOrders, WorkOrderSummaries summaries, PrintedReports reports, CaseApi cases) {
        this.workOrders = workOrders;
        this.summaries = summaries;
        this.reports = reports;
        this.cases = cases;
    }

    @Override
    public WorkOrderSummary get(WorkOrderId id) {
        return Optional.ofNullable(summaries.of(List.of(id)).get(id))
                .orElseThrow(() -> Problem.notFound("work-order", id.value()));
    }

    @Override
    public Map<WorkOrderId, WorkOrderSummary> get(Collection<WorkOrderId> ids) {
        return summaries.of(ids);
    }

    @Override
    public Optional<WorkOrderSummary> findByNumber(String number) {
        return summaries.find(number);
    }

    @Override
    public List<WorkOrderSummary> ofCase(CaseId id) {
        return summaries.ofCase(id);
    }

    @Override
    public List<VisitRecord> visitRecords(CaseId id) {
        return summaries.visitRecords(id);
    }

    @Override
    public Map<CaseId, WorkOrderSummary> latestOf(Collection<CaseId> ids) {
        return summaries.latestOf(ids);
    }

    @Override
    public List<WorkOrderSummary> open(DataScope scope, int limit) {
        return summaries.open(scope, limit);
    }

    @Override
    public List<WorkOrderSummary> unassigned(DataScope scope, OrgPath place, int limit) {
        return summaries.unassigned(scope, place, limit);
    }

    @Override
    public FileId signedReport(WorkOrderId id) {
        if (!workOrders.load(id).report().isSigned()) {
            throw Problem.notFound("signed report", id.value());
        }
        reports.keep(id.value().toString());
        return workOrders.load(id).report().pdf().orElseThrow();
    }

    @Override
    public void assign(WorkOrderId id, Optional<PersonId> engineer) {
        WorkOrder workOrder = workOrders.load(id);
        workOrder.assign(engineer);
        workOrders.save(workOrder);
    }

    @Override
    public void start(WorkOrderId id, Instant at) {
        CaseId caseId = get(id).caseId();
        if (cases.get(caseId).status() == CaseStatus.WAITING_FOR_CUSTOMER) {
            cases.customerReady(caseId, at);
        }
        WorkOrder workOrder = workOrders.load(id);
        workOrder.start(at);
        workOrders.save(workOrder);
    }
}
