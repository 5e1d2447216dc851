package org.firstfix.dispatch.storage;

import static org.firstfix.schema.dispatch.Tables.SLOT_HOLD;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.dispatch.domain.Period;
import org.firstfix.dispatch.domain.SlotHold;
import org.firstfix.dispatch.domain.SlotHolds;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.schema.dispatch.tables.records.SlotHoldRecord;
import org.firstfix.workorder.WorkOrderId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Repository;

@Repository
class JooqSlotHolds implements SlotHolds {
    private static final String HELD = SlotHold.State.HELD.name();

    private final DSLContext database;

    JooqSlotHolds(DSLContext database) {
        this.database = database;
    }

    @Override
    public SlotHold load(UUID id) {
        return database.selectFrom(SLOT_HOLD).where(SLOT_HOLD.ID.eq(id)).forUpdate().fetchOptional(JooqSlotHolds::told)
                .orElseThrow(() -> Problem.notFound("slot-hold", id));
    }

    @Override
    public SlotHold view(UUID id) {
        return database.selectFrom(SLOT_HOLD).where(SLOT_HOLD.ID.eq(id)).fetchOptional(JooqSlotHolds::told)
                .orElseThrow(() -> Problem.notFound("slot-hold", id));
    }

    @Override
    public Optional<SlotHold> currentOf(WorkOrderId workOrder, Instant now) {
        return database.selectFrom(SLOT_HOLD).where(SLOT_HOLD.WORK_ORDER_ID.eq(workOrder.value())).and(counts(now)).fetchOptional(JooqSlotHolds::told);
    }

    @Override
    public List<SlotHold> overlapping(PersonId engineer, Period period, WorkOrderId except, Instant now) {
        return database.selectFrom(SLOT_HOLD).where(SLOT_HOLD.ENGINEER_ID.eq(engineer.value()).or(val(engineer.value()).eq(any(SLOT_HOLD.CREW))), SLOT_HOLD.WORK_ORDER_ID.ne(except.value()))
                .and(counts(now)).and(overlaps(period)).orderBy(SLOT_HOLD.STARTS_AT).fetch(JooqSlotHolds::told);
    }

    private static Condition counts(Instant now) {
        return SLOT_HOLD.STATE.eq(HELD).and(SLOT_HOLD.EXPIRES_AT.gt(now));
    }

    private static Condition overlaps(Period period) {
        return condition("tstzrange({0}, {1}) && tstzrange({2}, {3})", SLOT_HOLD.STARTS_AT, SLOT_HOLD.ENDS_AT,
                val(period.startsAt(), SLOT_HOLD.STARTS_AT), val(period.endsAt(), SLOT_HOLD.ENDS_AT));
    }

    @Override
    public void add(SlotHold hold) {
        SlotHoldRecord row = database.newRecord(SLOT_HOLD);
        row.setId(hold.id());
        row.setWorkOrderId(hold.workOrder().value());
        row.setEngineerId(hold.engineer().value());
        row.setCrew(PersonId.values(hold.crew()));
        row.setStartsAt(hold.period().startsAt());
        row.setEndsAt(hold.period().endsAt());
        row.setWindowStartsAt(hold.window().startsAt());
        row.setWindowEndsAt(hold.window().endsAt());
        row.setState(hold.state().name());
        row.setHeldBy(hold.heldBy());
        row.setHeldAt(hold.heldAt());
        row.setExpiresAt(hold.expiresAt());
        row.setOrgPath(hold.orgPath().value());
        try {
            // A savepoint, so that the refusal can be told.
            database.transaction(nested -> {
                // What has expired does not stand in the way until the job comes by.
                nested.dsl().update(SLOT_HOLD).set(SLOT_HOLD.STATE, SlotHold.State.EXPIRED.name())
                        .where(SLOT_HOLD.ENGINEER_ID.eq(hold.engineer().value()), SLOT_HOLD.STATE.eq(HELD), SLOT_HOLD.EXPIRES_AT.le(hold.heldAt())).execute();
                nested.dsl().executeInsert(row);
            });
        } catch (DataIntegrityViolationException refusal) {
            throw Problem.conflict("dispatch.slot-taken", Map.of("startsAt", hold.window().startsAt().toString(), "endsAt", hold.window().endsAt().toString()));
        }
    }

    @Override
    public void end(WorkOrderId workOrder, SlotHold.State how) {
        database.update(SLOT_HOLD).set(SLOT_HOLD.STATE, how.name()).where(SLOT_HOLD.WORK_ORDER_ID.eq(workOrder.value()), SLOT_HOLD.STATE.eq(HELD)).execute();
    }

    @Override
    public List<SlotHold> expire(Instant now, int most) {
        List<UUID> over = database.select(SLOT_HOLD.ID).from(SLOT_HOLD).where(SLOT_HOLD.STATE.eq(HELD), SLOT_HOLD.EXPIRES_AT.le(now))
                .orderBy(SLOT_HOLD.EXPIRES_AT).limit(most).forUpdate().skipLocked().fetch(SLOT_HOLD.ID);
        return database.update(SLOT_HOLD).set(SLOT_HOLD.STATE, SlotHold.State.EXPIRED.name()).where(SLOT_HOLD.ID.in(over))
                .returning().fetch(JooqSlotHolds::told);
    }

    private static SlotHold told(SlotHoldRecord row) {
        return new SlotHold(row.getId(), new WorkOrderId(row.getWorkOrderId()), new PersonId(row.getEngineerId()), PersonId.all(row.getCrew()),
                new Period(row.getStartsAt(), row.getEndsAt()), new Period(row.getWindowStartsAt(), row.getWindowEndsAt()),
                SlotHold.State.valueOf(row.getState()), row.getHeldBy(), row.getHeldAt(), row.getExpiresAt(), new OrgPath(row.getOrgPath()));
    }
}
