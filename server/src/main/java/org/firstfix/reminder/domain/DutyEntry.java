package org.firstfix.reminder.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstfix.platform.identity.UserId;
import org.firstfix.reminder.Moment;

/** One line of a duty's ledger. @param people whom it concerns: who was told, who has it now */
public record DutyEntry(Kind kind, Optional<Moment> moment, Instant occurredAt, String reason, List<UserId> people, Map<String, String> details) {
    public enum Kind {
        SCHEDULED,
        REMINDED,
        ESCALATED,
        MOVED,
        SNOOZED,
        DELEGATED,
        ACKNOWLEDGED,
        WITHDRAWN
    }
}
