package org.firstfix.workorder.query;

import static org.firstfix.schema.workorder.Tables.WORK_ORDER;
import static org.jooq.impl.DSL.inline;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.firstfix.asset.AssetId;
import org.firstfix.cases.CaseId;
import org.firstfix.contract.Priority;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.ContactId;
import org.firstfix.customer.SiteId;
import org.firstfix.platform.id.Id;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.scope.DataScope;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.platform.work.Query;
import org.firstfix.schema.workorder.tables.records.WorkOrderRecord;
import org.firstfix.workorder.WorkOrderId;
import org.firstfix.workorder.WorkOrderStatus;
import org.firstfix.workorder.WorkOrderSummary;
import org.jooq.DSLContext;

/** Work orders as other modules see them. */
@Query
public class WorkOrderSummaries {
    private final DSLContext database;

    WorkOrderSummaries(DSLContext database) {
        this.database = database;
    }

    public Map<WorkOrderId, WorkOrderSummary> of(Collection<WorkOrderId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return database.selectFrom(WORK_ORDER).where(WORK_ORDER.ID.in(ids.stream().map(Id::value).toList()))
                .fetch(WorkOrderSummaries::summary).stream().collect(Collectors.toMap(WorkOrderSummary::id, order -> order));
    }

    public Optional<WorkOrderSummary> find(String number) {
        return database.selectFrom(WORK_ORDER).where(WORK_ORDER.NUMBER.eq(number)).fetchOptional(WorkOrderSummaries::summary);
    }

    /** The first visit first. */
    public List<WorkOrderSummary> ofCase(CaseId id) {
        return database.selectFrom(WORK_ORDER).where(WORK_ORDER.CASE_ID.eq(id.value())).orderBy(WORK_ORDER.VISIT_NUMBER)
                .fetch(WorkOrderSummaries::summary);
    }

    public Map<CaseId, WorkOrderSummary> latestOf(Collection<CaseId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return database.selectFrom(WORK_ORDER).where(WORK_ORDER.CASE_ID.in(ids.stream().map(Id::value).toList()))
                .fetch(WorkOrderSummaries::summary).stream().collect(Collectors.toMap(WorkOrderSummary::caseId, order -> order,
                        BinaryOperator.maxBy(Comparator.comparingInt(WorkOrderSummary::visitNumber))));
    }

    public List<WorkOrderSummary> open(DataScope scope, int limit) {
        return database.selectFrom(WORK_ORDER)
                .where(WORK_ORDER.STATUS.in(inline("RELEASED"), inline("IN_WORK"), inline("WAITING_FOR_PART"), inline("WAITING_FOR_CUSTOMER")))
                .and(Scopes.within(scope, WORK_ORDER.ORG_PATH, WORK_ORDER.ENGINEER_ID))
                .orderBy(WORK_ORDER.DUE_AT.asc().nullsLast(), WORK_ORDER.ID).limit(limit).fetch(WorkOrderSummaries::summary);
    }

    static WorkOrderSummary summary(WorkOrderRecord row) {
        return new WorkOrderSummary(new WorkOrderId(row.getId()), row.getNumber(), new CaseId(row.getCaseId()),
                row.getCaseNumber(), WorkOrderStatus.valueOf(row.getStatus()), row.getWorkType(), row.getSubject(),
                Priority.valueOf(row.getPriority()), new AccountId(row.getAccountId()), new SiteId(row.getSiteId()),
                Optional.ofNullable(row.getContactId()).map(ContactId::new),
                Optional.ofNullable(row.getAssetId()).map(AssetId::new), Optional.ofNullable(row.getRequiredSkill()),
                row.getExpectedMinutes(), row.getVisitNumber(), row.getVisitReason(),
                Optional.ofNullable(row.getEngineerId()).map(PersonId::new), Optional.ofNullable(row.getDueAt()),
                row.getReleasedAt(), new OrgPath(row.getOrgPath()));
    }
}
