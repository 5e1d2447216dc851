package org.firstfix.workorder.usecase;

import java.util.Map;
import org.firstfix.platform.identity.Actor;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.problem.Problem;
import org.firstfix.workorder.domain.WorkOrder;

/** An engineer carries out his own visits; dispatchers and managers may write for him. */
final class OwnVisits {
    private OwnVisits() {}

    static void require(WorkOrder workOrder) {
        Actor actor = Actors.current();
        boolean own = actor.personId().isPresent() && actor.personId().equals(workOrder.engineer());
        if (!own && !actor.may("work-order.maintain")) {
            throw Problem.of(403, "workorder.not-your-visit", Map.of("number", workOrder.facts().number()));
        }
    }
}
