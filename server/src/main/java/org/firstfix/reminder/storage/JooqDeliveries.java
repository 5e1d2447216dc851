package org.firstfix.reminder.storage;

import static org.firstfix.schema.reminder.Tables.DELIVERY;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.firstfix.platform.identity.UserId;
import org.firstfix.reminder.Channel;
import org.firstfix.reminder.DutyId;
import org.firstfix.reminder.Moment;
import org.firstfix.reminder.domain.Duty;
import org.firstfix.schema.reminder.tables.records.DeliveryRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Who is told at which moment, and when. */
@Component
public class JooqDeliveries {
    private final DSLContext database;

    JooqDeliveries(DSLContext database) {
        this.database = database;
    }

    public record Delivery(UUID id, DutyId dutyId, int round, Moment moment, int level, UserId user, Set<Channel> channels, Instant at) {}

    public Delivery add(Duty duty, Moment moment, Duty.Told told, Set<Channel> channels) {
        return database.insertInto(DELIVERY)
                .set(DELIVERY.DUTY_ID, duty.id().value())
                .set(DELIVERY.ROUND, duty.standing().round())
                .set(DELIVERY.MOMENT, moment.name())
                .set(DELIVERY.LEVEL, duty.standing().level())
                .set(DELIVERY.USER_ID, told.user().value())
                .set(DELIVERY.CHANNELS, JooqPolicies.names(channels))
                .set(DELIVERY.DELIVER_AT, told.at())
                .set(DELIVERY.ORG_PATH, duty.orgPath().value())
                .returning().fetchSingle(JooqDeliveries::toDelivery);
    }

    /** What was held back and may be said now. */
    public List<UUID> waiting(Instant now, Set<UUID> except, int limit) {
        Condition come = waiting().and(DELIVERY.DELIVER_AT.le(now));
        return database.select(DELIVERY.ID).from(DELIVERY).where(except.isEmpty() ? come : come.and(DELIVERY.ID.notIn(except)))
                .orderBy(DELIVERY.DELIVER_AT).limit(limit).fetch(DELIVERY.ID);
    }

    public Optional<Delivery> lockIfFree(UUID id) {
        return database.selectFrom(DELIVERY).where(DELIVERY.ID.eq(id).and(waiting())).forUpdate().skipLocked()
                .fetchOptional(JooqDeliveries::toDelivery);
    }

    public void delivered(Collection<UUID> ids, Instant at) {
        database.update(DELIVERY).set(DELIVERY.DELIVERED_AT, at).where(DELIVERY.ID.in(ids)).execute();
    }

    public void dropped(UUID id, Instant at) {
        database.update(DELIVERY).set(DELIVERY.DROPPED_AT, at).where(DELIVERY.ID.eq(id)).execute();
    }

    /** Whether somebody has heard of the duty since it was last planned. */
    public boolean wasTold(Duty duty, UserId user) {
        return database.fetchExists(DELIVERY, DELIVERY.DUTY_ID.eq(duty.id().value()), DELIVERY.USER_ID.eq(user.value()),
                DELIVERY.ROUND.eq(duty.standing().round()), DELIVERY.DELIVERED_AT.isNotNull());
    }

    private static Condition waiting() {
        return DELIVERY.DELIVERED_AT.isNull().and(DELIVERY.DROPPED_AT.isNull());
    }

    private static Delivery toDelivery(DeliveryRecord row) {
        return new Delivery(row.getId(), new DutyId(row.getDutyId()), row.getRound(), Moment.valueOf(row.getMoment()), row.getLevel(),
                new UserId(row.getUserId()), JooqPolicies.channels(row.getChannels()), row.getDeliverAt());
    }
}
