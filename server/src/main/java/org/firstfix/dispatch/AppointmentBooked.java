package org.firstfix.dispatch;

import java.time.Instant;
import java.util.List;
import org.firstfix.cases.CaseId;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.workorder.WorkOrderId;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** An engineer will be at the customer at that time, with a crew or alone. */
public record AppointmentBooked(AppointmentId appointmentId, String number, WorkOrderId workOrderId, CaseId caseId, PersonId engineerId, List<PersonId> crew, Instant startsAt, Instant endsAt, OrgPath orgPath, Instant occurredAt) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("appointment", appointmentId.value().toString());
    }
}
