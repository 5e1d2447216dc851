package org.firstfix.customer.domain;

import java.util.Optional;
import org.firstfix.customer.PromiseId;

/** All promises within the actor's scope. */
public interface Promises {
    /** The id and version of the given promise are replaced by the stored ones. */
    Promise add(Promise promise);

    Optional<Promise> findForChange(PromiseId id);

    void save(Promise changed);
}
