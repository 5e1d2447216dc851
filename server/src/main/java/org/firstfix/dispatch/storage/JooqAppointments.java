package org.firstfix.dispatch.storage;

import static org.firstfix.schema.dispatch.Sequences.APPOINTMENT_NUMBER;
import static org.firstfix.schema.dispatch.Tables.APPOINTMENT;
import static org.firstfix.schema.dispatch.Tables.SEAT;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.dispatch.AppointmentId;
import org.firstfix.dispatch.AppointmentStatus;
import org.firstfix.dispatch.domain.Appointment;
import org.firstfix.dispatch.domain.Appointments;
import org.firstfix.dispatch.domain.OverlapPolicy;
import org.firstfix.dispatch.domain.Period;
import org.firstfix.dispatch.domain.Pin;
import org.firstfix.dispatch.domain.Place;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.schema.dispatch.tables.records.AppointmentRecord;
import org.firstfix.workorder.WorkOrderId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.postgresql.util.PSQLException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Repository;

@Repository
class JooqAppointments implements Appointments {
    private static final List<String> OVER = List.of("CANCELLED", "DONE");
    private static final String DOUBLE_BOOKING = "no_double_booking";
    private static final String SECOND_BOOKING = "appointment_current";

    private final DSLContext database;

    JooqAppointments(DSLContext database) {
        this.database = database;
    }

    @Override
    public Appointment load(String number) {
        return database.selectFrom(APPOINTMENT).where(APPOINTMENT.NUMBER.eq(number)).forUpdate()
                .fetchOptional(JooqAppointments::toAppointment).orElseThrow(() -> Problem.notFound("appointment", number));
    }

    @Override
    public Optional<Appointment> loadCurrentOf(WorkOrderId id) {
        return database.selectFrom(APPOINTMENT).where(currentOf(id)).forUpdate().fetchOptional(JooqAppointments::toAppointment);
    }

    @Override
    public Appointment view(String number) {
        return database.selectFrom(APPOINTMENT).where(APPOINTMENT.NUMBER.eq(number))
                .fetchOptional(JooqAppointments::toAppointment).orElseThrow(() -> Problem.notFound("appointment", number));
    }

    @Override
    public Optional<Appointment> viewCurrentOf(WorkOrderId id) {
        return database.selectFrom(APPOINTMENT).where(currentOf(id)).fetchOptional(JooqAppointments::toAppointment);
    }

    @Override
    public List<Appointment> allOf(WorkOrderId id) {
        return database.selectFrom(APPOINTMENT).where(APPOINTMENT.WORK_ORDER_ID.eq(id.value())).orderBy(APPOINTMENT.ID)
                .fetch(JooqAppointments::toAppointment);
    }

    private static Condition currentOf(WorkOrderId id) {
        return APPOINTMENT.WORK_ORDER_ID.eq(id.value()).and(APPOINTMENT.STATUS.notIn(OVER));
    }

    @Override
    public List<Appointment> overlapping(PersonId engineer, Period period, Optional<AppointmentId> except) {
        return database.selectFrom(APPOINTMENT)
                .where(APPOINTMENT.ID.in(select(SEAT.APPOINTMENT_ID).from(SEAT).where(SEAT.ENGINEER_ID.eq(engineer.value()), SEAT.IS_CURRENT.isTrue(),
                        SEAT.STARTS_AT.gt(period.startsAt().minus(Appointment.LONGEST)),
                        SEAT.STARTS_AT.lt(period.endsAt()), SEAT.ENDS_AT.gt(period.startsAt()))))
                .and(except.map(id -> APPOINTMENT.ID.ne(id.value())).orElse(noCondition()))
                .orderBy(APPOINTMENT.STARTS_AT, APPOINTMENT.ID).fetch(JooqAppointments::toAppointment);
    }

    @Override
    public Key nextKey() {
        var row = database.select(field("uuidv7()", UUID.class), APPOINTMENT_NUMBER.nextval()).fetchSingle();
        return new Key(new AppointmentId(row.value1()), "V-%06d".formatted(row.value2()));
    }

    @Override
    public void add(Appointment appointment) {
        AppointmentRecord row = database.newRecord(APPOINTMENT);
        row.setId(appointment.facts().id().value());
        row.setNumber(appointment.facts().number());
        row.setWorkOrderId(appointment.facts().workOrderId().value());
        row.setBookedBy(appointment.facts().bookedBy());
        row.setBookedAt(appointment.facts().bookedAt());
        row.setVersion(appointment.version());
        fill(row, appointment);
        guarded(appointment, () -> database.insertInto(APPOINTMENT).set(row).execute());
    }

    @Override
    public void save(Appointment appointment) {
        AppointmentRecord row = database.newRecord(APPOINTMENT);
        fill(row, appointment);
        row.setVersion(appointment.version() + 1);
        Runnable update = () -> database.update(APPOINTMENT).set(row)
                .where(APPOINTMENT.ID.eq(appointment.facts().id().value())).execute();
        if (appointment.isMoved()) {
            guarded(appointment, update);
        } else {
            update.run();
        }
    }

    @Override
    public void movingTogether(Runnable change) {
        database.execute("set constraints dispatch.no_double_booking deferred");
        change.run();
        try {
            database.transaction(nested -> nested.dsl().execute("set constraints dispatch.no_double_booking immediate"));
        } catch (DataIntegrityViolationException refusal) {
            throw Problem.conflict("dispatch.plan-double-books", Map.of("detail", detailOf(refusal)));
        }
    }

    private static String detailOf(DataIntegrityViolationException refusal) {
        return refusal.getMostSpecificCause() instanceof PSQLException sql && sql.getServerErrorMessage() != null
                ? String.valueOf(sql.getServerErrorMessage().getDetail()) : "";
    }

    /** The database has the last word on double booking; what it says is told with the name of the other appointment. */
    private void guarded(Appointment appointment, Runnable change) {
        try {
            // A savepoint, so that the other appointment can still be looked up after a refusal.
            database.transaction(nested -> change.run());
        } catch (DataIntegrityViolationException refusal) {
            String constraint = refusal.getMostSpecificCause() instanceof PSQLException sql && sql.getServerErrorMessage() != null
                    ? String.valueOf(sql.getServerErrorMessage().getConstraint()) : "";
            if (constraint.equals(DOUBLE_BOOKING)) {
                appointment.plan().people().stream()
                        .flatMap(person -> overlapping(person, appointment.plan().period(), Optional.of(appointment.facts().id())).stream()).findFirst().ifPresent(other -> {
                            throw doubleBooking(other);
                        });
            }
            if (constraint.equals(SECOND_BOOKING)) {
                viewCurrentOf(appointment.facts().workOrderId()).ifPresent(other -> {
                    throw Problem.conflict("dispatch.already-booked", Map.of("number", other.facts().number()));
                });
            }
            throw refusal;
        }
    }

    private static Problem doubleBooking(Appointment other) {
        return Problem.conflict("dispatch.overlap-forbidden", Map.of("number", other.facts().number(),
                "startsAt", other.plan().period().startsAt().toString(), "endsAt", other.plan().period().endsAt().toString()));
    }

    private static void fill(AppointmentRecord row, Appointment appointment) {
        Appointment.Plan plan = appointment.plan();
        Appointment.Course course = appointment.course();
        row.setEngineerId(plan.engineerId().value());
        row.setCrew(PersonId.values(plan.crew()));
        row.setStartsAt(plan.period().startsAt());
        row.setEndsAt(plan.period().endsAt());
        row.setOverlap(plan.overlap().name());
        row.setOrgPath(plan.orgPath().value());
        row.setStatus(appointment.status().name());
        row.setAcceptedAt(course.acceptedAt().orElse(null));
        row.setTravellingAt(course.travellingAt().orElse(null));
        row.setArrivedAt(course.arrivedAt().orElse(null));
        row.setArrivedLatitude(course.arrivedWhere().map(Place::latitude).orElse(null));
        row.setArrivedLongitude(course.arrivedWhere().map(Place::longitude).orElse(null));
        row.setDoneAt(course.doneAt().orElse(null));
        row.setCancelReason(course.cancelReason());
        row.setPinnedEngineer(appointment.pin().filter(Pin::engineer).isPresent());
        row.setPinnedTime(appointment.pin().filter(Pin::time).isPresent());
        row.setPinReason(appointment.pin().map(Pin::reason).orElse(""));
        row.setPinnedBy(appointment.pin().map(Pin::by).orElse(""));
    }

    static Appointment toAppointment(AppointmentRecord row) {
        Optional<Place> where = row.getArrivedLatitude() == null || row.getArrivedLongitude() == null ? Optional.empty()
                : Optional.of(new Place(row.getArrivedLatitude(), row.getArrivedLongitude()));
        return new Appointment(
                new Appointment.Facts(new AppointmentId(row.getId()), row.getNumber(), new WorkOrderId(row.getWorkOrderId()),
                        row.getBookedBy(), row.getBookedAt()),
                new Appointment.Plan(new PersonId(row.getEngineerId()), PersonId.all(row.getCrew()), new Period(row.getStartsAt(), row.getEndsAt()),
                        OverlapPolicy.valueOf(row.getOverlap()), new OrgPath(row.getOrgPath())),
                new Appointment.Course(Optional.ofNullable(row.getAcceptedAt()), Optional.ofNullable(row.getTravellingAt()),
                        Optional.ofNullable(row.getArrivedAt()), where, Optional.ofNullable(row.getDoneAt()), row.getCancelReason()),
                row.getPinnedEngineer() || row.getPinnedTime()
                        ? Optional.of(new Pin(row.getPinnedEngineer(), row.getPinnedTime(), row.getPinReason(), row.getPinnedBy())) : Optional.empty(),
                AppointmentStatus.valueOf(row.getStatus()), row.getVersion());
    }
}
