package org.firstfix.dispatch;

import java.time.Instant;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** A person decided that the engineer or the time of an appointment stays, or took that back. */
public record AppointmentPinned(AppointmentId appointmentId, String number, boolean engineer, boolean time, OrgPath orgPath, Instant occurredAt,
        String reason) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("appointment", appointmentId.value().toString());
    }
}
