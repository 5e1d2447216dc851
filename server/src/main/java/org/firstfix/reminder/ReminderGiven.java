package org.firstfix.reminder;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.firstfix.platform.identity.UserId;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/**
 * People are reminded of a duty, now. Who listens writes to them in the same transaction.
 *
 * @param onceKey names the moment: nobody is told twice for it
 * @param level how many times it went up the organisation
 */
public record ReminderGiven(DutyId dutyId, String onceKey, Moment moment, int level, List<UserId> recipients, Set<Channel> channels,
        UserId responsible, String number, String titleZh, String titleEn, String link, Instant dueAt, ZoneId zone, boolean urgent,
        OrgPath orgPath, Instant occurredAt) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("reminder", dutyId.value().toString());
    }
}
