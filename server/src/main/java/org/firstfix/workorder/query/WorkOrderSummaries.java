package org.firstfix.workorder.query;

import static org.firstfix.schema.workorder.Tables.PART_MOVEMENT;
import static org.firstfix.schema.workorder.Tables.SERVICE_REPORT;
import static org.firstfix.schema.workorder.Tables.WORK_ORDER;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.UUID;
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
import org.firstfix.workorder.WorkOrderApi;
import org.firstfix.workorder.WorkOrderId;
import org.firstfix.workorder.WorkOrderStatus;
import org.firstfix.workorder.WorkOrderSummary;
import org.jooq.DSLContext;
import org.jooq.Field;

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

    public List<WorkOrderApi.VisitRecord> visitRecords(CaseId id) {
        Map<UUID, List<String>> parts = database.selectDistinct(PART_MOVEMENT.WORK_ORDER_ID, PART_MOVEMENT.PART_NUMBER).from(PART_MOVEMENT)
                .join(WORK_ORDER).on(WORK_ORDER.ID.eq(PART_MOVEMENT.WORK_ORDER_ID))
                .where(WORK_ORDER.CASE_ID.eq(id.value())).and(PART_MOVEMENT.KIND.eq("USED")).orderBy(PART_MOVEMENT.PART_NUMBER)
                .fetchGroups(PART_MOVEMENT.WORK_ORDER_ID, PART_MOVEMENT.PART_NUMBER);
        return database.select(WORK_ORDER.ID, WORK_ORDER.NUMBER, SERVICE_REPORT.FINDINGS, SERVICE_REPORT.ACTIONS, SERVICE_REPORT.TRUE_CAUSES)
                .from(WORK_ORDER).join(SERVICE_REPORT).on(SERVICE_REPORT.WORK_ORDER_ID.eq(WORK_ORDER.ID))
                .where(WORK_ORDER.CASE_ID.eq(id.value())).and(WORK_ORDER.STARTED_AT.isNotNull()).orderBy(WORK_ORDER.VISIT_NUMBER)
                .fetch(row -> new WorkOrderApi.VisitRecord(row.value2(), row.value3(), row.value4(), List.of(row.value5()),
                        parts.getOrDefault(row.value1(), List.of())));
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

    public List<WorkOrderSummary> unassigned(DataScope scope, OrgPath place, int limit) {
        Field<Instant> due = field("coalesce({0}, '9999-01-01T00:00:00Z'::timestamptz)", WORK_ORDER.DUE_AT.getDataType(), WORK_ORDER.DUE_AT);
        return database.selectFrom(WORK_ORDER).where(WORK_ORDER.ENGINEER_ID.isNull())
                .and(WORK_ORDER.STATUS.in(inline("RELEASED"), inline("WAITING_FOR_PART"), inline("WAITING_FOR_CUSTOMER")))
                .and(Scopes.within(scope, WORK_ORDER.ORG_PATH, WORK_ORDER.ENGINEER_ID))
                .and(condition("{0} <@ {1}::ltree", WORK_ORDER.ORG_PATH, val(place.value())))
                .orderBy(due, WORK_ORDER.ID).limit(limit).fetch(WorkOrderSummaries::summary);
    }

    static WorkOrderSummary summary(WorkOrderRecord row) {
        return new WorkOrderSummary(new WorkOrderId(row.getId()), row.getNumber(), new CaseId(row.getCaseId()),
                row.getCaseNumber(), WorkOrderStatus.valueOf(row.getStatus()), row.getWorkType(), row.getSubject(),
                Priority.valueOf(row.getPriority()), new AccountId(row.getAccountId()), new SiteId(row.getSiteId()),
                Optional.ofNullable(row.getContactId()).map(ContactId::new),
                Optional.ofNullable(row.getAssetId()).map(AssetId::new), Optional.ofNullable(row.getRequiredSkill()),
                row.getExpectedMinutes(), row.getCrewSize(), row.getVisitNumber(), row.getVisitReason(),
                Optional.ofNullable(row.getEngineerId()).map(PersonId::new), Optional.ofNullable(row.getDueAt()),
                row.getReleasedAt(), new OrgPath(row.getOrgPath()));
    }
}
