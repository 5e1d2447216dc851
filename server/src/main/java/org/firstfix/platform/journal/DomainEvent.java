package org.firstfix.platform.journal;

import java.time.Instant;
import org.firstfix.platform.scope.OrgPath;

/**
 * Something that happened, told upwards. Named noun + past participle: {@code CaseReceived}. It is written into the
 * journal and heard by the modules above inside the same transaction.
 */
public interface DomainEvent {
    /** What it happened to: the kind ({@code case}) and its id or number. */
    Subject subject();

    OrgPath orgPath();

    /** When it happened, which may be before it was recorded. */
    Instant occurredAt();

    /** Why, in the actor's words; empty if nobody asked. */
    default String reason() {
        return "";
    }

    record Subject(String type, String id) {}
}
