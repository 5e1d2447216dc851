package org.firstfix.dispatch.domain;

import java.util.Set;
import org.firstfix.routing.plan.Level;
import org.firstfix.routing.plan.RouteView;
import org.firstfix.routing.plan.Rule;

/** Nobody goes before the part is here for which the work order waits: neither van nor depot has it. */
record AwaitedPart(Set<Integer> waiting) implements Rule {
    @Override
    public String id() {
        return "awaited-part";
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
        return waiting.contains(route.visit(position).id()) ? 1 : 0;
    }
}
