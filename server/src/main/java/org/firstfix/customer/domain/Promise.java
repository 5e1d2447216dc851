package org.firstfix.customer.domain;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.InteractionId;
import org.firstfix.customer.PromiseId;
import org.firstfix.platform.identity.UserId;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.OrgPath;

/** What somebody of the house promised a customer, by when. Not a note: it has a due time, an owner and an end. */
public record Promise(PromiseId id, AccountId accountId, Optional<InteractionId> interactionId, String what, Instant dueAt, UserId owner,
        String ownerName, PromiseStatus status, Instant madeAt, Optional<Instant> settledAt, String settledNote,
        OrgPath orgPath, int version) {

    /** An open promise whose time has passed. */
    public boolean isOverdueAt(Instant now) {
        return status == PromiseStatus.OPEN && now.isAfter(dueAt);
    }

    /** @throws Problem 409 if it is settled already */
    public Promise settled(PromiseStatus outcome, String note, Instant at) {
        if (!status.mayBecome(outcome)) {
            throw Problem.conflict("customer.promise-settled-already", Map.of("status", status.name()));
        }
        return new Promise(id, accountId, interactionId, what, dueAt, owner, ownerName, outcome, madeAt, Optional.of(at), note,
                orgPath, version + 1);
    }

    /** Hands an open promise to somebody else of the house, with what is promised unchanged. */
    public Promise handedTo(UserId nextOwner, String nextOwnerName) {
        if (status != PromiseStatus.OPEN) {
            throw Problem.conflict("customer.promise-settled-already", Map.of("status", status.name()));
        }
        return new Promise(id, accountId, interactionId, what, dueAt, nextOwner, nextOwnerName, status, madeAt, settledAt,
                settledNote, orgPath, version + 1);
    }
}
