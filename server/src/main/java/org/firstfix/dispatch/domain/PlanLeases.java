package org.firstfix.dispatch.domain;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Which server computes which plan: one at a time, and another one when it dies. Time is that of the database. */
public interface PlanLeases {
    /** @param token larger than those of all owners before */
    record Lease(UUID plan, long token) {}

    record Taken(UUID version, Lease lease) {}

    /** The oldest request that nobody works on, with its plan owned from now on; none if there is none or somebody was quicker. */
    Optional<Taken> takeNext(String owner, Duration length);

    /** @return false if it belongs to somebody else now */
    boolean renew(Lease lease, Duration length);

    /** Locks it until the transaction ends: whoever writes what was computed asks first. */
    boolean holds(Lease lease);

    void giveBack(Lease lease);
}
