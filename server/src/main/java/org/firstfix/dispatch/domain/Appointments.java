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

    /** Of an engineer, not over and not cancelled, the earliest first; without the given one. */
    List<Appointment> overlapping(PersonId engineer, Period period, Optional<AppointmentId> except);

    Key nextKey();

    record Key(AppointmentId id, String number) {}

    void add(Appointment appointment);

    void save(Appointment appointment);
}
