package org.firstfix.dispatch.domain;

import org.firstfix.dispatch.AppointmentStatus;

/** How far a plan may still change a visit. */
public enum Commitment {
    /** Nobody was told anything: any engineer, any time. */
    FREE,
    /** Kept for a customer on the phone: engineer and time stay until the hold ends. */
    HELD,
    /** The customer knows the time; who comes may change, at a price. */
    PROMISED,
    /** The engineer has agreed, or a person pinned it: both stay. */
    FIXED,
    /** Work goes on there. */
    UNDER_WAY,
    /** The time is promised, and who was to come is absent: somebody else, then or later. */
    ORPHANED;

    /** @param absent whether its engineer is absent then */
    static Commitment of(AppointmentStatus status, boolean engineerPinned, boolean absent) {
        return switch (status) {
            case ON_SITE -> UNDER_WAY;
            case BOOKED -> absent ? ORPHANED : engineerPinned ? FIXED : PROMISED;
            case ACCEPTED, TRAVELLING -> absent ? ORPHANED : FIXED;
            case DONE, CANCELLED -> throw new IllegalArgumentException("A visit that is " + status + " is not planned.");
        };
    }
}
