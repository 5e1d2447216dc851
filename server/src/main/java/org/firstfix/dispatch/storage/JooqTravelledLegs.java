package org.firstfix.dispatch.storage;

import static org.firstfix.schema.dispatch.Tables.APPOINTMENT;
import static org.firstfix.schema.dispatch.Tables.TRAVELLED_LEG;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.dispatch.domain.Appointment;
import org.firstfix.dispatch.domain.Departure;
import org.firstfix.dispatch.domain.Place;
import org.firstfix.dispatch.domain.TravelledLeg;
import org.firstfix.dispatch.domain.TravelledLegs;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.schema.dispatch.tables.records.TravelledLegRecord;
import org.firstfix.workorder.WorkOrderId;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

@Repository
class JooqTravelledLegs implements TravelledLegs {
    private final DSLContext database;

    JooqTravelledLegs(DSLContext database) {
        this.database = database;
    }

    @Override
    public void add(TravelledLeg leg, Origin origin) {
        TravelledLegRecord row = database.newRecord(TRAVELLED_LEG);
        row.setAppointmentId(leg.appointment());
        row.setFromHome(leg.fromHome());
        row.setFromLatitude(leg.from().map(Place::latitude).orElse(null));
        row.setFromLongitude(leg.from().map(Place::longitude).orElse(null));
        row.setToLatitude(leg.to().map(Place::latitude).orElse(null));
        row.setToLongitude(leg.to().map(Place::longitude).orElse(null));
        row.setLeftAt(leg.leftAt());
        row.setArrivedAt(leg.arrivedAt());
        row.setWeekday((short) leg.departure().day().getValue());
        row.setHour((short) leg.departure().time().getHour());
        row.setMinute((short) leg.departure().time().getMinute());
        row.setSeconds(leg.seconds());
        row.setKilometres(leg.kilometres());
        row.setExcluded(leg.exclusion().map(Enum::name).orElse(null));
        row.setSource(origin.name());
        row.setOrgPath(leg.branch().value());
        database.insertInto(TRAVELLED_LEG).set(row).onConflictDoNothing().execute();
    }

    @Override
    public List<TravelledLeg> since(OrgPath branch, Instant from, int most) {
        return database.selectFrom(TRAVELLED_LEG).where(TRAVELLED_LEG.ORG_PATH.eq(branch.value()), TRAVELLED_LEG.ARRIVED_AT.ge(from))
                .orderBy(TRAVELLED_LEG.ARRIVED_AT.desc(), TRAVELLED_LEG.APPOINTMENT_ID.desc()).limit(most).fetch(JooqTravelledLegs::toLeg);
    }

    @Override
    public List<OrgPath> branches() {
        return database.selectDistinct(TRAVELLED_LEG.ORG_PATH).from(TRAVELLED_LEG).orderBy(TRAVELLED_LEG.ORG_PATH)
                .fetch(row -> new OrgPath(row.value1()));
    }

    @Override
    public Optional<WorkOrderId> leftLast(PersonId engineer, Instant from, Instant until) {
        return database.select(APPOINTMENT.WORK_ORDER_ID).from(APPOINTMENT)
                .where(APPOINTMENT.ENGINEER_ID.eq(engineer.value()), APPOINTMENT.DONE_AT.ge(from), APPOINTMENT.DONE_AT.le(until),
                        APPOINTMENT.STARTS_AT.gt(from.minus(Appointment.LONGEST)), APPOINTMENT.STARTS_AT.lt(until.plus(Appointment.LONGEST)))
                .orderBy(APPOINTMENT.DONE_AT.desc(), APPOINTMENT.ID.desc()).limit(1).fetchOptional(row -> new WorkOrderId(row.value1()));
    }

    @Override
    public List<Appointment> without(Optional<UUID> after, int most) {
        return database.selectFrom(APPOINTMENT)
                .where(APPOINTMENT.TRAVELLING_AT.isNotNull(), APPOINTMENT.ARRIVED_AT.isNotNull(),
                        notExists(selectOne().from(TRAVELLED_LEG).where(TRAVELLED_LEG.APPOINTMENT_ID.eq(APPOINTMENT.ID))))
                .and(after.map(APPOINTMENT.ID::gt).orElse(noCondition()))
                .orderBy(APPOINTMENT.ID).limit(most).fetch(JooqAppointments::toAppointment);
    }

    private static TravelledLeg toLeg(TravelledLegRecord row) {
        return new TravelledLeg(row.getAppointmentId(), row.getFromHome(), placeOf(row.getFromLatitude(), row.getFromLongitude()),
                placeOf(row.getToLatitude(), row.getToLongitude()), row.getLeftAt(), row.getArrivedAt(),
                new Departure(DayOfWeek.of(row.getWeekday()), LocalTime.of(row.getHour(), row.getMinute())), new OrgPath(row.getOrgPath()));
    }

    private static Optional<Place> placeOf(@Nullable Double latitude, @Nullable Double longitude) {
        return latitude == null || longitude == null ? Optional.empty() : Optional.of(new Place(latitude, longitude));
    }
}
