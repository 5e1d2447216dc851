package org.firstfix.dispatch.domain;

import java.util.Optional;
import org.firstfix.platform.scope.OrgPath;

/** Where which overlap policy is set. */
public interface OverlapPolicies {
    /** The nearest setting upwards in the tree. */
    OverlapPolicy inForce(OrgPath place);

    /** @param policy none: as above */
    void set(OrgPath place, Optional<OverlapPolicy> policy);
}
