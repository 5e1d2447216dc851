package org.firstfix.dispatch.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.workorder.WorkOrderId;

/**
 * A time that is kept for a customer while somebody talks with him about it. Nobody else is promised it, and it gives itself back.
 *
 * @param engineer who would lead; {@code crew}: who else would come along
 * @param period when they would work
 * @param window what the customer is told: work begins in it
 */
public record SlotHold(UUID id, WorkOrderId workOrder, PersonId engineer, List<PersonId> crew, Period period, Period window, State state, String heldBy, Instant heldAt,
        Instant expiresAt, OrgPath orgPath) {
    /** As long as a customer needs to look into his diary. */
    public static final Duration LENGTH = Duration.ofMinutes(5);

    public enum State {
        HELD,
        /** Somebody was booked for the work order. */
        BOOKED,
        RELEASED,
        EXPIRED
    }

    public static SlotHold held(UUID id, WorkOrderId workOrder, Crew crew, Period period, Period window, String by, Instant now, OrgPath orgPath) {
        return new SlotHold(id, workOrder, crew.lead().id(), crew.memberIds(), period, window, State.HELD, by, now, now.plus(LENGTH), orgPath);
    }

    public boolean counts(Instant now) {
        return state == State.HELD && now.isBefore(expiresAt);
    }

    /** @throws Problem 409 if it has ended */
    public void requireCounts(Instant now) {
        if (!counts(now)) {
            throw Problem.conflict("dispatch.hold-is-over", Map.of("state", state == State.HELD ? State.EXPIRED.name() : state.name(), "minutes", LENGTH.toMinutes()));
        }
    }
}
