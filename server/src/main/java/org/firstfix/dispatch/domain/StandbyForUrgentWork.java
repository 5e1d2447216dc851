package org.firstfix.dispatch.domain;

import java.util.Set;
import org.firstfix.routing.plan.Level;
import org.firstfix.routing.plan.RouteView;
import org.firstfix.routing.plan.Rule;

/** Who only stands by is called for urgent work (P1, P2) and nothing else. */
record StandbyForUrgentWork(Set<Integer> standby, Set<Integer> notUrgent) implements Rule {
    static final String ID = "standby-for-urgent-work";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Level level() {
        return Level.HARD;
    }

    @Override
    public boolean aboutEngineerOnly() {
        return true;
    }

    @Override
    public long amount(RouteView route, int position) {
        return standby.contains(route.engineer().id()) && notUrgent.contains(route.visit(position).id()) ? 1 : 0;
    }
}
