package org.firstfix.dispatch.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.workorder.WorkOrderId;

/** Legs on record. */
public interface TravelledLegs {
    /** How a leg came to be on record. */
    enum Origin {
        /** As the engineer arrived. */
        ARRIVAL,
        /** Afterwards, from an appointment that had none. */
        BACKFILL
    }

    /** Nothing happens if that appointment has one. */
    void add(TravelledLeg leg, Origin origin);

    /** The newest first. */
    List<TravelledLeg> since(OrgPath branch, Instant from, int most);

    /** Where there are any. */
    List<OrgPath> branches();

    /** The work that an engineer left last in that time. */
    Optional<WorkOrderId> leftLast(PersonId engineer, Instant from, Instant until);

    /** Visits with a departure and an arrival that have no leg, by id. @param after the last one seen */
    List<Appointment> without(Optional<UUID> after, int most);
}
