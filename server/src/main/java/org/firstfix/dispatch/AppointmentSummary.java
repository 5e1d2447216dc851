package org.firstfix.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.workorder.WorkOrderId;

/** An appointment as other modules see it. */
public record AppointmentSummary(AppointmentId id, String number, WorkOrderId workOrderId, PersonId engineerId, List<PersonId> crew,
        AppointmentStatus status, Instant startsAt, Instant endsAt, Optional<Instant> arrivedAt) {}
