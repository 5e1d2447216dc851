package org.firstfix.routing.team;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.firstfix.routing.search.Budget;
import org.firstfix.routing.search.FastRandom;

/**
 * Anneals the order in which {@link DayBuilder} places the interventions, and what each prefers: an existing team or a new one. Runs on one thread.
 */
public final class TeamSolver {
    private static final double HOT_SHARE = 0.01;
    private static final double COLD_SHARE = 0.0001;

    private final TeamProblem problem;
    private final int count;
    private final DayBuilder builder;
    private final boolean[] hired;

    public TeamSolver(TeamProblem problem) {
        this.problem = problem;
        count = problem.interventions().length;
        builder = new DayBuilder(problem);
        hired = hire();
    }

    /** @throws IllegalArgumentException if some intervention can be done by nobody */
    public TeamPlan solve(Budget budget, long seed) {
        FastRandom random = new FastRandom(seed);
        int[] preference = new int[count];
        int[] order = bestStart(preference);
        long current = builder.build(order, preference, hired, Long.MAX_VALUE);
        if (current >= Integer.MAX_VALUE / 4) {
            throw new IllegalArgumentException("some interventions can be done by no team that the technicians can form.");
        }
        long best = current;
        int[] bestOrder = order.clone();
        int[] bestPreference = preference.clone();
        long began = budget.clock().getAsLong();
        double hot = best * HOT_SHARE;
        long iterations = 0;
        for (double progress = 0; progress < 1 && count > 1; iterations++) {
            double temperature = hot * Math.pow(COLD_SHARE / HOT_SHARE, progress);
            int[] oldOrder = order.clone();
            int[] oldPreference = preference.clone();
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                change(order, preference, random);
            }
            long cost = builder.build(order, preference, hired, Long.MAX_VALUE);
            if (cost <= current - temperature * Math.log(1 - random.nextDouble())) {
                current = cost;
                if (cost < best) {
                    best = cost;
                    bestOrder = order.clone();
                    bestPreference = preference.clone();
                }
            } else {
                order = oldOrder;
                preference = oldPreference;
            }
            progress = Math.max((iterations + 1) / (double) budget.iterations(), budget.nanos() == Long.MAX_VALUE ? 0
                    : (budget.clock().getAsLong() - began) / (double) Math.max(1, budget.nanos()));
        }
        builder.build(bestOrder, bestPreference, hired, Long.MAX_VALUE);
        return plan(iterations);
    }

    private void change(int[] order, int[] preference, FastRandom random) {
        int from = random.nextInt(count);
        if (random.nextInt(4) == 0) {
            preference[order[from]] = random.nextInt(DayBuilder.PREFERENCES);
            return;
        }
        int to = random.nextInt(2) == 0 ? random.nextInt(count) : Math.floorMod(from + random.nextInt(11) - 5, count);
        int moved = order[from];
        if (random.nextInt(2) == 0) {
            order[from] = order[to];
        } else if (from < to) {
            System.arraycopy(order, from + 1, order, from, to - from);
        } else {
            System.arraycopy(order, to, order, to + 1, from - to);
        }
        order[to] = moved;
    }

    /** Any order of the first three priorities may be the best to begin with, long work first. */
    private int[] bestStart(int[] preference) {
        int[] best = {};
        long least = Long.MAX_VALUE;
        for (int[] rank : new int[][] {{0, 1, 2, 3, 4}, {0, 1, 3, 2, 4}, {0, 2, 1, 3, 4}, {0, 2, 3, 1, 4}, {0, 3, 1, 2, 4}, {0, 3, 2, 1, 4}}) {
            int[] order = IntStream.range(0, count).boxed()
                    .sorted(Comparator.<Integer>comparingInt(number -> rank[problem.interventions()[number].priority()])
                            .thenComparing(number -> -problem.interventions()[number].time()).thenComparing(Comparator.naturalOrder()))
                    .mapToInt(Integer::intValue).toArray();
            long cost = builder.build(order, preference, hired, Long.MAX_VALUE);
            if (cost < least) {
                least = cost;
                best = order;
            }
        }
        return best;
    }

    /** Gives away what binds most work for its price, with everything that comes after it, while the budget lasts. */
    private boolean[] hire() {
        boolean[] away = new boolean[count];
        int left = problem.budget();
        while (true) {
            int best = -1;
            double bestValue = 0;
            for (int number = 0; number < count; number++) {
                TeamProblem.Intervention work = problem.interventions()[number];
                if (!away[number] && work.price() <= left && successorsAway(number, away)) {
                    int people = Arrays.stream(work.needs()).mapToInt(levels -> levels.length == 0 ? 0 : levels[0]).max().orElse(0);
                    double value = work.time() * Math.max(1.0, people) / Math.max(1, work.price());
                    if (value > bestValue) {
                        bestValue = value;
                        best = number;
                    }
                }
            }
            if (best < 0) {
                return away;
            }
            away[best] = true;
            left -= problem.interventions()[best].price();
        }
    }

    private boolean successorsAway(int number, boolean[] away) {
        return IntStream.range(0, count).filter(other -> !away[other])
                .noneMatch(other -> Arrays.stream(problem.interventions()[other].predecessors()).anyMatch(predecessor -> predecessor == number));
    }

    private TeamPlan plan(long iterations) {
        List<TeamPlan.Team> teams = new ArrayList<>();
        for (int day = 1; day <= builder.days; day++) {
            int today = day;
            int[] membership = builder.membership[day - 1];
            for (int team = 0; team <= Arrays.stream(membership).max().orElse(-1); team++) {
                int number = team;
                List<Integer> work = IntStream.range(0, count).filter(i -> !hired[i] && builder.day[i] == today && builder.teamOf[i] == number).boxed()
                        .sorted(Comparator.comparingInt(i -> builder.begin[i])).toList();
                List<Integer> members = IntStream.range(0, membership.length).filter(technician -> membership[technician] == number).boxed().toList();
                if (!work.isEmpty()) {
                    teams.add(new TeamPlan.Team(day, members, work));
                }
            }
        }
        return new TeamPlan(teams, IntStream.range(0, count).filter(i -> hired[i]).boxed().toList(), iterations);
    }
}
