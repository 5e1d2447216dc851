package org.firstfix.dispatch;

/** Where an appointment stands; which step may follow which is decided by {@code dispatch.domain.Appointment}. */
public enum AppointmentStatus {
    BOOKED,
    ACCEPTED,
    TRAVELLING,
    ON_SITE,
    DONE,
    CANCELLED
}
