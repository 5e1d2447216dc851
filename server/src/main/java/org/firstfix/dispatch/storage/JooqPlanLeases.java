package org.firstfix.dispatch.storage;

import static org.firstfix.schema.dispatch.Tables.PLAN_LEASE;
import static org.firstfix.schema.dispatch.Tables.PLAN_VERSION;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.dispatch.domain.PlanLeases;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Repository;

@Repository
class JooqPlanLeases implements PlanLeases {
    private static final Field<Instant> NOW = field("clock_timestamp()", PLAN_LEASE.EXPIRES_AT.getDataType());

    private final DSLContext database;

    JooqPlanLeases(DSLContext database) {
        this.database = database;
    }

    private static Field<Instant> in(Duration length) {
        return field("clock_timestamp() + {0} * interval '1 millisecond'", PLAN_LEASE.EXPIRES_AT.getDataType(), val(length.toMillis()));
    }

    @Override
    public Optional<Taken> takeNext(String owner, Duration length) {
        return database.select(PLAN_VERSION.ID, PLAN_VERSION.PLAN_ID).from(PLAN_VERSION).leftJoin(PLAN_LEASE).on(PLAN_LEASE.PLAN_ID.eq(PLAN_VERSION.PLAN_ID))
                .where(PLAN_VERSION.STATUS.eq("COMPUTING")).and(PLAN_LEASE.PLAN_ID.isNull().or(PLAN_LEASE.EXPIRES_AT.le(NOW)))
                .orderBy(PLAN_VERSION.REQUESTED_AT).limit(1).fetchOptional()
                .flatMap(row -> take(row.get(PLAN_VERSION.PLAN_ID), owner, length).map(lease -> new Taken(row.get(PLAN_VERSION.ID), lease)));
    }

    /** The database decides between two who come at once: the second finds it taken. */
    private Optional<Lease> take(UUID plan, String owner, Duration length) {
        return database.insertInto(PLAN_LEASE).set(PLAN_LEASE.PLAN_ID, plan).set(PLAN_LEASE.OWNER, owner).set(PLAN_LEASE.TOKEN, 1L)
                .set(PLAN_LEASE.EXPIRES_AT, in(length)).onConflict(PLAN_LEASE.PLAN_ID).doUpdate().set(PLAN_LEASE.OWNER, owner)
                .set(PLAN_LEASE.TOKEN, PLAN_LEASE.TOKEN.plus(1L)).set(PLAN_LEASE.EXPIRES_AT, in(length)).where(PLAN_LEASE.EXPIRES_AT.le(NOW))
                .returning(PLAN_LEASE.TOKEN).fetchOptional().map(row -> new Lease(plan, row.getToken()));
    }

    @Override
    public boolean renew(Lease lease, Duration length) {
        return database.update(PLAN_LEASE).set(PLAN_LEASE.EXPIRES_AT, in(length)).where(is(lease)).execute() == 1;
    }

    @Override
    public boolean holds(Lease lease) {
        return database.selectOne().from(PLAN_LEASE).where(is(lease)).forUpdate().fetchOptional().isPresent();
    }

    @Override
    public void giveBack(Lease lease) {
        database.update(PLAN_LEASE).set(PLAN_LEASE.EXPIRES_AT, NOW).where(is(lease)).execute();
    }

    private static Condition is(Lease lease) {
        return PLAN_LEASE.PLAN_ID.eq(lease.plan()).and(PLAN_LEASE.TOKEN.eq(lease.token()));
    }
}
