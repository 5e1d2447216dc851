package org.firstfix.workorder.domain;

import java.time.Instant;
import java.util.UUID;

/** A part that changed hands during a visit. {@code serial} is empty if the part has none. */
public record PartMovement(UUID id, Kind kind, String partNumber, int quantity, String serial, Instant occurredAt) {
    public enum Kind {
        /** Built into the customer's machine. */
        USED,
        /** The defective one that came out of it. */
        TAKEN_BACK,
        /** Carried and not needed. */
        RETURNED_UNUSED,
        /** New, and defective out of the box. */
        DEAD_ON_ARRIVAL
    }
}
