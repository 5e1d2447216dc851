package org.firstfix.dispatch.domain;

import java.util.List;
import java.util.Optional;
import org.firstfix.dispatch.AppointmentId;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.workorder.WorkOrderId;

/** All appointments. */
public interface Appointments {
    /** Locked until the transaction ends. */
    Appointment load(String number);

    /** The one that still counts, locked until the transaction ends. */
    Optional<Appointment> loadCurrentOf(WorkOrderId id);

    /** To look at, not locked and not to be saved. */
    Appointment view(String number);

    Optional<Appointment> viewCurrentOf(WorkOrderId id);

    /** Also cancelled ones, the oldest first. */
    List<Appointment> allOf(WorkOrderId id);

    /** Of an engineer, as lead or member of a crew, not over and not cancelled, the earliest first; without the given one. */
    List<Appointment> overlapping(PersonId engineer, Period period, Optional<AppointmentId> except);

    Key nextKey();

    record Key(AppointmentId id, String number) {}

    void add(Appointment appointment);

    void save(Appointment appointment);

    /**
     * Lets the change move several appointments at once, also into each other's places: double booking is judged when all have
     * moved, and not after each. Always judged in the end, whatever the change does.
     *
     * @throws org.firstfix.platform.problem.Problem 409 naming an appointment that stands in the way
     */
    void movingTogether(Runnable change);
}
