package org.firstfix.dispatch.domain;

import java.util.UUID;
import org.firstfix.platform.scope.OrgPath;

/** Trials of policies. They are kept. */
public interface PolicyTrials {
    /** @throws org.firstfix.platform.problem.Problem 404 */
    PolicyTrial view(UUID id);

    void add(PolicyTrial trial);

    void save(PolicyTrial trial);

    /** Whether one of its latest trials says what this policy would change against the version in force. */
    boolean wasTried(OrgPath place, PlanningPolicy policy, int inForce);
}
