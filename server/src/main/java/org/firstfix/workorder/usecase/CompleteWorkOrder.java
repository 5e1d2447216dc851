package org.firstfix.workorder.usecase;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstfix.asset.AssetApi;
import org.firstfix.cases.CaseApi;
import org.firstfix.cases.CaseId;
import org.firstfix.cases.CaseStatus;
import org.firstfix.contract.EntitlementApi;
import org.firstfix.contract.Milestone;
import org.firstfix.customer.CustomerApi;
import org.firstfix.diagnosis.DiagnosisApi;
import org.firstfix.diagnosis.Finding;
import org.firstfix.organization.OrganizationApi;
import org.firstfix.organization.PersonSummary;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.time.EventTime;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.firstfix.sla.SlaApi;
import org.firstfix.workorder.VisitEndedOpen;
import org.firstfix.workorder.WorkOrderCompleted;
import org.firstfix.workorder.WorkOrderStatus;
import org.firstfix.workorder.domain.Completeness;
import org.firstfix.workorder.domain.PartMovement;
import org.firstfix.workorder.domain.ServiceReport;
import org.firstfix.workorder.domain.Signature;
import org.firstfix.workorder.domain.VisitOutcome;
import org.firstfix.workorder.domain.WorkOrder;
import org.firstfix.workorder.domain.WorkOrders;
import org.firstfix.workorder.query.Predictions;
import org.springframework.stereotype.Component;

/**
 * The engineer leaves. A repair ends the work of the case; every other outcome ends this visit in a state of its own and
 * makes what follows: the next visit, a wait for part or customer, or the maker.
 */
@Component
@Permission("work-order.carry-out")
public final class CompleteWorkOrder {
    private final Work work;
    private final WorkOrders workOrders;
    private final Predictions predictions;
    private final NewVisits visits;
    private final CaseApi cases;
    private final DiagnosisApi diagnosis;
    private final EntitlementApi entitlements;
    private final SlaApi sla;
    private final AssetApi assets;
    private final CustomerApi customers;
    private final OrganizationApi organization;
    private final Announcements announcements;
    private final Clock clock;

    CompleteWorkOrder(Work work, WorkOrders workOrders, Predictions predictions, NewVisits visits, CaseApi cases,
            DiagnosisApi diagnosis, EntitlementApi entitlements, SlaApi sla, AssetApi assets, CustomerApi customers, OrganizationApi organization,
            Announcements announcements, Clock clock) {
        this.work = work;
        this.workOrders = workOrders;
        this.predictions = predictions;
        this.visits = visits;
        this.cases = cases;
        this.diagnosis = diagnosis;
        this.entitlements = entitlements;
        this.sla = sla;
        this.assets = assets;
        this.customers = customers;
        this.organization = organization;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** @param leftAt when the engineer left; none for now */
    public record Command(String number, Optional<Instant> leftAt) {}

    /** @param nextVisit number of the work order that follows, where one does */
    public record Ended(VisitOutcome outcome, Optional<String> nextVisit) {}

    public Ended handle(Command command) {
        return work.perform(this, () -> {
            WorkOrder workOrder = workOrders.load(command.number());
            OwnVisits.require(workOrder);
            SignServiceReport.requireComplete(workOrder,
                    Completeness.beforeLeaving(workOrder, predictions.wasPredicted(workOrder)));
            Instant leftAt = leftAt(command, workOrder);
            VisitOutcome outcome = workOrder.end(leftAt);
            workOrders.save(workOrder);
            remember(workOrder, outcome, leftAt);
            useQuota(workOrder, outcome, leftAt);
            if (outcome == VisitOutcome.REPAIRED) {
                repaired(workOrder, leftAt);
                return new Ended(outcome, Optional.empty());
            }
            return new Ended(outcome, endedOpen(workOrder, outcome, leftAt));
        });
    }

    private void useQuota(WorkOrder workOrder, VisitOutcome outcome, Instant leftAt) {
        WorkOrder.Facts facts = workOrder.facts();
        cases.get(facts.caseId()).contractLineId().filter(line -> outcome.consumesQuota()).ifPresent(line -> entitlements.use(
                new EntitlementApi.LineUse(line, facts.number(), leftAt, leftAt.atZone(customers.site(facts.siteId()).zone()).toLocalDate(), 1,
                        Duration.between(workOrder.startedAt().orElse(leftAt), leftAt), facts.orgPath())));
    }

    private Instant leftAt(Command command, WorkOrder workOrder) {
        Instant now = clock.instant();
        Instant leftAt = EventTime.accepted(command.leftAt().orElse(now), now);
        Instant earliest = workOrder.report().signature().map(Signature::at).or(workOrder::startedAt).orElse(leftAt);
        if (leftAt.isBefore(earliest)) {
            throw Problem.invalidField("leftAt", "workorder.left-too-early", Map.of("earliest", earliest.toString()));
        }
        return leftAt;
    }

    private void repaired(WorkOrder workOrder, Instant leftAt) {
        WorkOrder.Facts facts = workOrder.facts();
        ServiceReport.Draft draft = workOrder.report().draft();
        // The customer's signature says when it worked again; leaving may take longer.
        Instant restoredAt = workOrder.report().signature().map(Signature::at).orElse(leftAt);
        diagnosis.recordOutcome(facts.caseId(), new Finding(draft.trueCauses(), Optional.of(partNumbers(workOrder, PartMovement.Kind.USED)),
                partNumbers(workOrder, PartMovement.Kind.RETURNED_UNUSED), draft.siteConditions(), workOrders.visitsOf(facts.caseId()), restoredAt));
        sla.reach(facts.caseId().value(), Milestone.RESTORE, restoredAt);
        cases.workDone(facts.caseId(), leftAt, draft.actions());
        announcements.announce(new WorkOrderCompleted(facts.id(), facts.number(), facts.caseId(), VisitOutcome.REPAIRED.name(),
                leftAt, facts.orgPath(), leftAt));
    }

    private Optional<String> endedOpen(WorkOrder workOrder, VisitOutcome outcome, Instant leftAt) {
        WorkOrder.Facts facts = workOrder.facts();
        String note = workOrder.report().draft().outcomeNote();
        announcements.announce(new VisitEndedOpen(facts.id(), facts.number(), facts.caseId(), outcome.name(), leftAt,
                facts.orgPath(), leftAt, note));
        goOnIfWaiting(facts.caseId(), leftAt);
        if (outcome.asksForNewDiagnosis() && diagnosis.diagnosisOf(facts.caseId()).isPresent()) {
            diagnosis.reopen(facts.caseId(), outcome.name());
        }
        if (outcome == VisitOutcome.WITH_VENDOR) {
            cases.handToVendor(facts.caseId(), note, leftAt);
        }
        return outcome.nextVisit().map(first -> {
            cases.secondVisitNeeded(facts.caseId(), outcome.name(), leftAt);
            WorkOrder next = visits.release(cases.get(facts.caseId()), facts.workType(), outcome.name(), first,
                    Optional.of(facts.id()));
            if (first == WorkOrderStatus.WAITING_FOR_PART) {
                sla.begin(facts.caseId().value(), Milestone.PART_DELIVERY, leftAt);
            }
            if (first == WorkOrderStatus.WAITING_FOR_CUSTOMER) {
                cases.waitForCustomer(facts.caseId(), outcome.name(), facts.number() + ": " + note, leftAt);
            }
            return next.facts().number();
        });
    }

    /** That somebody was at the site proves that the case goes on, whatever the desk last heard. */
    private void goOnIfWaiting(CaseId caseId, Instant at) {
        if (cases.get(caseId).status() == CaseStatus.WAITING_FOR_CUSTOMER) {
            cases.customerReady(caseId, at);
        }
    }

    /** Into the machine's life-long file, and into the record of contacts with the customer. */
    private void remember(WorkOrder workOrder, VisitOutcome outcome, Instant leftAt) {
        WorkOrder.Facts facts = workOrder.facts();
        ServiceReport.Draft draft = workOrder.report().draft();
        String engineer = workOrder.engineer().map(organization::person).map(PersonSummary::name).orElse("");
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("caseNumber", facts.caseNumber());
        summary.put("subject", facts.subject());
        summary.put("outcome", outcome.name());
        summary.put("findings", draft.findings());
        summary.put("actions", draft.actions());
        summary.put("trueCauses", draft.trueCauses());
        summary.put("partsUsed", partNumbers(workOrder, PartMovement.Kind.USED));
        facts.assetId().ifPresent(asset -> assets.addToServiceFile(new AssetApi.ServiceFileEntry(asset, leftAt,
                "VISIT_COMPLETED", facts.number(), summary, engineer)));
        customers.recordInteraction(new CustomerApi.NewInteraction(facts.accountId(), facts.contactId(), "VISIT", false, leftAt,
                facts.subject(), String.join("\n", draft.findings(), draft.actions(), draft.outcomeNote()).strip(), facts.number()));
    }

    private static List<String> partNumbers(WorkOrder workOrder, PartMovement.Kind kind) {
        return workOrder.parts().stream().filter(part -> part.kind() == kind).map(PartMovement::partNumber).distinct().toList();
    }
}
