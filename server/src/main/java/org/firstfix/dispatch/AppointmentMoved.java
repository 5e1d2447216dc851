package org.firstfix.dispatch;

import java.time.Instant;
import java.util.List;
import org.firstfix.cases.CaseId;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.workorder.WorkOrderId;

/** Another engineer or another time, and why. */
public record AppointmentMoved(AppointmentId appointmentId, String number, WorkOrderId workOrderId, CaseId caseId, PersonId engineerId, List<PersonId> crew,
        PersonId formerEngineerId, List<PersonId> formerCrew, Instant formerStartsAt, Instant startsAt, Instant endsAt, OrgPath orgPath, Instant occurredAt, String reason) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("appointment", appointmentId.value().toString());
    }
}
