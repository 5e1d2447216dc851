package org.firstfix.dispatch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** A planning policy was tried on days that are over; its result can be read. @param status READY or FAILED */
public record PolicyTried(UUID trialId, String status, LocalDate firstDay, LocalDate lastDay, OrgPath orgPath, Instant occurredAt) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("policy-trial", trialId.toString());
    }
}
