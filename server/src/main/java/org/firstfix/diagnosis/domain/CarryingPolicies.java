package org.firstfix.diagnosis.domain;

import java.time.Instant;

/** The policy in force, and how it came to be. */
public interface CarryingPolicies {
    CarryingPolicy current();

    /** @throws org.firstfix.platform.problem.Problem 412 when another version has been put meanwhile */
    void put(CarryingPolicy next, String byName, String reason, Instant at);
}
