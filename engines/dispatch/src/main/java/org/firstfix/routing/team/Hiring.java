package org.firstfix.routing.team;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.firstfix.routing.team.TeamProblem.Intervention;

/** Chooses what is given to somebody else: what binds most people for longest for its price, and everything that comes after it, while the budget lasts. */
final class Hiring {
    private final Intervention[] work;

    private Hiring(Intervention[] work) {
        this.work = work;
    }

    static boolean[] choose(TeamProblem problem) {
        return new Hiring(problem.interventions()).choose(problem.budget());
    }

    private boolean[] choose(int budget) {
        boolean[] away = new boolean[work.length];
        for (int left = budget;;) {
            int best = -1;
            for (int i = 0; i < work.length; i++) {
                if (!away[i] && work[i].price() <= left && successorsAway(i, away) && (best < 0 || value(i) > value(best))) {
                    best = i;
                }
            }
            if (best < 0) {
                return away;
            }
            away[best] = true;
            left -= work[best].price();
        }
    }

    private double value(int i) {
        int people = Arrays.stream(work[i].needs()).flatMapToInt(Arrays::stream).max().orElse(0);
        return work[i].time() * Math.max(1.0, people) / Math.max(1, work[i].price());
    }

    private boolean successorsAway(int i, boolean[] away) {
        return IntStream.range(0, work.length).filter(later -> !away[later])
                .noneMatch(later -> Arrays.stream(work[later].predecessors()).anyMatch(earlier -> earlier == i));
    }
}
