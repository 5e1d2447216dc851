package org.firstfix.dispatch.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.firstfix.platform.scope.OrgPath;

/** What the parts of the house have decided about their plans. The nearest unit upwards that has decided holds. */
public interface PlanningPolicies {
    /**
     * @param version the decision; 0 for the usual weights nobody has decided on
     * @param place the unit that decided; none for the usual weights
     */
    record InForce(int version, Optional<OrgPath> place, PlanningPolicy policy) {}

    /**
     * @param version counted through the whole house
     * @param replaces the decision of this unit before it, 0 for the first
     * @param policy none: as the unit above has it
     * @param untried why it was switched on without a trial; empty if it was tried or takes the decision back
     */
    record Decision(int version, OrgPath place, int replaces, Optional<PlanningPolicy> policy, String reason, String untried, String decidedBy,
            Instant decidedAt) {}

    InForce inForce(OrgPath place);

    /** Of one unit, the newest first, at most fifty. */
    List<Decision> history(OrgPath place);

    /** @param next its version is not looked at. @return the version given. @throws org.firstfix.platform.problem.Problem 412 if the unit has decided since */
    int add(Decision next);
}
