package org.firstfix.sla;

import java.time.Instant;
import org.firstfix.platform.journal.DomainEvent;
import org.firstfix.platform.scope.OrgPath;

/**
 * The longest pause that the contract allows was over and the clock goes on. Found by a job within seconds of its moment.
 *
 * @param pauseReason as in {@link org.firstfix.contract.PauseReason}
 */
public record PauseRanOut(CaseReference reference, String pauseReason, Instant pausedSince, OrgPath orgPath, Instant occurredAt)
        implements DomainEvent {
    @Override
    public Subject subject() {
        return new Subject("case", reference.id().toString());
    }
}
