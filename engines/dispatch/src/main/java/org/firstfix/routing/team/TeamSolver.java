package org.firstfix.routing.team;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.firstfix.routing.search.Budget;
import org.firstfix.routing.search.FastRandom;

/**
 * Forms teams and gives them work. Which priority is finished first decides the cost, and no search finds its way from one such order to another; therefore
 * a race: one search for each order of the first three priorities, free and bound to improve, and the best of them go on. Runs on one thread; the same seed
 * and iterations give the same plan.
 *
 * <p>Taking out and putting back with annealing follows Cordeau, Laporte, Pasin and Ropke, "Scheduling technicians and tasks in a telecommunications company"
 * (Journal of Scheduling 13, 2010); the race and the search that only places below the best cost do not.
 */
public final class TeamSolver {
    /** Ranks by priority, the fourth always last. */
    private static final int[][] RANKS = {{0, 1, 2, 3, 4}, {0, 1, 3, 2, 4}, {0, 2, 1, 3, 4}, {0, 2, 3, 1, 4}, {0, 3, 1, 2, 4}, {0, 3, 2, 1, 4}};
    /** How many go on after each round; the budget is shared evenly between rounds, and in each between those still in the race. */
    private static final int[] RUNNERS = {2 * RANKS.length, 4, 1};

    private final TeamProblem problem;
    private final boolean[] hired;

    public TeamSolver(TeamProblem problem) {
        this.problem = problem;
        hired = Hiring.choose(problem);
    }

    /** @throws IllegalArgumentException if some intervention can be done by nobody */
    public TeamPlan solve(Budget budget, long seed) {
        Workload load = new Workload(problem, hired);
        FastRandom random = new FastRandom(seed);
        List<TeamAnnealing> race = new ArrayList<>();
        for (int[] rank : RANKS) {
            race.add(new TeamAnnealing(load, rank, false, random));
            race.add(new TeamAnnealing(load, rank, true, random));
        }
        long iterations = 0;
        for (int runners : RUNNERS) {
            race.sort(Comparator.comparingLong(TeamAnnealing::cost));
            for (TeamAnnealing runner : race.subList(0, runners)) {
                long before = runner.iterations();
                runner.run(budget.share(1.0 / RUNNERS.length / runners));
                iterations += runner.iterations() - before;
            }
        }
        return plan(race.stream().min(Comparator.comparingLong(TeamAnnealing::cost)).orElseThrow().best(), iterations);
    }

    private TeamPlan plan(TeamSchedule schedule, long iterations) {
        List<TeamPlan.Team> teams = new ArrayList<>();
        for (int d = 0; d < schedule.days(); d++) {
            TeamSchedule.Day day = schedule.day(d);
            for (int k = 0; k < day.slots; k++) {
                if (day.size[k] > 0) {
                    int slot = k;
                    List<Integer> members = IntStream.range(0, day.team.length).filter(technician -> day.team[technician] == slot).boxed().toList();
                    teams.add(new TeamPlan.Team(d + 1, members, Arrays.stream(day.work[k], 0, day.size[k]).boxed().toList()));
                }
            }
        }
        return new TeamPlan(teams, IntStream.range(0, hired.length).filter(i -> hired[i]).boxed().toList(), iterations);
    }
}
