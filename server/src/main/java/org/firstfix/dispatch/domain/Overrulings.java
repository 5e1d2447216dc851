package org.firstfix.dispatch.domain;

import java.time.Instant;
import java.util.UUID;
import org.firstfix.platform.scope.OrgPath;

/** What dispatchers decided otherwise, kept. */
public interface Overrulings {
    void add(Overruling overruling);

    /** @param appointment number of the visit it was about */
    record Kept(UUID id, String appointment, OrgPath orgPath) {}

    /** Locked. @throws org.firstfix.platform.problem.Problem 404 */
    Kept load(UUID id);

    void explain(UUID id, OverrulingReason reason, String note, String by, Instant at);
}
