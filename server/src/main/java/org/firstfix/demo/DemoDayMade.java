package org.firstfix.demo;

import java.time.Instant;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/**
 * The demo organisation has lived until then; the last of these in the journal says how far it has come. Written in the
 * same transaction as everything it speaks of: a demo is either whole or not there.
 *
 * @param seed what all its chances come from
 */
public record DemoDayMade(long seed, double scale, OrgPath orgPath, Instant occurredAt) implements DomainEvent {
    /** What the journal is asked for. */
    public static final Subject SUBJECT = new Subject("demo", "house");

    @Override
    public Subject subject() {
        return SUBJECT;
    }
}
