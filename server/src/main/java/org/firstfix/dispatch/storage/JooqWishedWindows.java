package org.firstfix.dispatch.storage;

import static org.firstfix.schema.dispatch.Tables.WISHED_WINDOW;
import static org.jooq.impl.DSL.any;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.firstfix.dispatch.domain.Period;
import org.firstfix.dispatch.domain.WishedWindows;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.workorder.WorkOrderId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class JooqWishedWindows implements WishedWindows {
    private final DSLContext database;

    JooqWishedWindows(DSLContext database) {
        this.database = database;
    }

    @Override
    public List<Period> of(WorkOrderId workOrder) {
        return of(List.of(workOrder)).getOrDefault(workOrder, List.of());
    }

    @Override
    public Map<WorkOrderId, List<Period>> of(Collection<WorkOrderId> workOrders) {
        if (workOrders.isEmpty()) {
            return Map.of();
        }
        Map<WorkOrderId, List<Period>> windows = new LinkedHashMap<>();
        database.selectFrom(WISHED_WINDOW).where(WISHED_WINDOW.WORK_ORDER_ID.eq(any(workOrders.stream().map(WorkOrderId::value).toArray(UUID[]::new))))
                .orderBy(WISHED_WINDOW.WORK_ORDER_ID, WISHED_WINDOW.STARTS_AT)
                .fetchGroups(WISHED_WINDOW.WORK_ORDER_ID, row -> new Period(row.get(WISHED_WINDOW.STARTS_AT), row.get(WISHED_WINDOW.ENDS_AT)))
                .forEach((id, periods) -> windows.put(new WorkOrderId(id), periods));
        return windows;
    }

    @Override
    public void set(WorkOrderId workOrder, List<Period> windows, OrgPath orgPath) {
        database.deleteFrom(WISHED_WINDOW).where(WISHED_WINDOW.WORK_ORDER_ID.eq(workOrder.value())).execute();
        windows.forEach(window -> database.insertInto(WISHED_WINDOW).set(WISHED_WINDOW.WORK_ORDER_ID, workOrder.value())
                .set(WISHED_WINDOW.STARTS_AT, window.startsAt()).set(WISHED_WINDOW.ENDS_AT, window.endsAt())
                .set(WISHED_WINDOW.ORG_PATH, orgPath.value()).execute());
    }
}
