package org.firstfix.notification;

import java.time.Instant;
import java.util.UUID;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** Somebody had a mail sent once more. */
public record MailResent(UUID mailId, String reference, String toAddress, OrgPath orgPath, Instant occurredAt)
        implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("mail", mailId.toString());
    }
}
