package org.firstfix.dispatch;

import java.time.Instant;
import java.util.List;
import org.firstfix.cases.CaseId;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.workorder.WorkOrderId;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** The engineer will not come at that time. */
public record AppointmentCancelled(AppointmentId appointmentId, String number, WorkOrderId workOrderId, CaseId caseId, PersonId engineerId, List<PersonId> crew, OrgPath orgPath, Instant occurredAt, String reason) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("appointment", appointmentId.value().toString());
    }
}
