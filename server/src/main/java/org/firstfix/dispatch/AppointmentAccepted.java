package org.firstfix.dispatch;

import java.time.Instant;
import org.firstfix.cases.CaseId;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.workorder.WorkOrderId;

/** The engineer has seen it and will come. */
public record AppointmentAccepted(AppointmentId appointmentId, String number, WorkOrderId workOrderId, CaseId caseId, PersonId engineerId,
        OrgPath orgPath, Instant occurredAt) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("appointment", appointmentId.value().toString());
    }
}
