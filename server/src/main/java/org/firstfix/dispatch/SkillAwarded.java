package org.firstfix.dispatch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/** An engineer has a skill at that level now. @param validUntil the last day it counts; without end if there is none */
public record SkillAwarded(PersonId engineerId, String engineerCode, String skill, int level, Optional<LocalDate> validUntil, String reason,
        OrgPath orgPath, Instant occurredAt) implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("engineer", engineerId.value().toString());
    }
}
