package org.firstfix.routing.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firstfix.routing.team.TeamProblem;

/** Recomputes a solution of a {@link RoadefInstance}: the teams, then the starts, raised sweep by sweep until orders and predecessors are kept. */
final class RoadefCheck {
    private final TeamProblem problem;
    private final List<String> violations = new ArrayList<>();
    /** Moment of each intervention by its id, from the beginning of the first day. */
    private final Map<Integer, Integer> begin = new HashMap<>();
    private final Map<Integer, Integer> dayOf = new HashMap<>();

    private RoadefCheck(TeamProblem problem) {
        this.problem = problem;
    }

    static Instance.Verdict check(RoadefInstance instance, Solution solution) {
        RoadefCheck check = new RoadefCheck(instance.problem());
        check.teams(solution);
        check.hired(new HashSet<>(solution.unassigned()));
        for (int sweeps = 0; check.sweep(solution); sweeps++) {
            if (sweeps > 2 * check.begin.size() + 10) {
                check.violations.add("the orders of the teams and the predecessors contradict each other.");
                break;
            }
        }
        int[] latest = new int[5];
        check.begin.forEach((id, moment) -> {
            TeamProblem.Intervention work = check.problem.interventions()[id - 1];
            int end = moment + work.time();
            if (end > check.dayOf.get(id) * check.problem.dayLength()) {
                check.violations.add("intervention " + id + " ends at " + end + ", after its day " + check.dayOf.get(id) + ".");
            }
            latest[work.priority()] = Math.max(latest[work.priority()], end);
            latest[4] = Math.max(latest[4], end);
        });
        return new Instance.Verdict(28.0 * latest[1] + 14.0 * latest[2] + 4.0 * latest[3] + latest[4], check.violations);
    }

    private void teams(Solution solution) {
        Map<Integer, Set<Integer>> working = new HashMap<>();
        for (Solution.Route team : solution.routes()) {
            int day = team.vehicle() / RoadefInstance.DAY;
            for (int member : team.members()) {
                if (member < 1 || member > problem.technicians().length) {
                    violations.add("team " + team.vehicle() + ": there is no technician " + member + ".");
                    return;
                }
                if (!working.computeIfAbsent(day, any -> new HashSet<>()).add(member)) {
                    violations.add("technician " + member + " is in two teams on day " + day + ".");
                }
                if (problem.technicians()[member - 1].away().contains(day)) {
                    violations.add("technician " + member + " does not work on day " + day + ".");
                }
            }
            for (int id : team.visits()) {
                if (id < 1 || id > problem.interventions().length) {
                    violations.add("there is no intervention " + id + ".");
                    continue;
                }
                if (begin.put(id, (day - 1) * problem.dayLength()) != null) {
                    violations.add("intervention " + id + " is done twice.");
                }
                dayOf.put(id, day);
                skills(team, id);
            }
        }
    }

    private void skills(Solution.Route team, int id) {
        int[][] needs = problem.interventions()[id - 1].needs();
        for (int domain = 0; domain < needs.length; domain++) {
            for (int level = 0; level < needs[domain].length; level++) {
                int at = domain;
                int least = level + 1;
                long have = team.members().stream().filter(member -> problem.technicians()[member - 1].skills()[at] >= least).count();
                if (have < needs[domain][level]) {
                    violations.add("team " + team.vehicle() + " has " + have + " of level " + least + " in domain " + (domain + 1) + ", intervention " + id
                            + " needs " + needs[domain][level] + ".");
                }
            }
        }
    }

    private void hired(Set<Integer> hired) {
        long spent = 0;
        for (int id = 1; id <= problem.interventions().length; id++) {
            TeamProblem.Intervention work = problem.interventions()[id - 1];
            if (hired.contains(id) == begin.containsKey(id)) {
                violations.add("intervention " + id + (hired.contains(id) ? " is given away and done." : " is neither done nor given away."));
            }
            spent += hired.contains(id) ? work.price() : 0;
            for (int predecessor : work.predecessors()) {
                if (hired.contains(predecessor + 1) && !hired.contains(id)) {
                    violations.add("intervention " + (predecessor + 1) + " is given away, its successor " + id + " is not.");
                }
            }
        }
        if (spent > problem.budget()) {
            violations.add("giving interventions away costs " + spent + " of at most " + problem.budget() + ".");
        }
    }

    private boolean sweep(Solution solution) {
        boolean raised = false;
        for (Solution.Route team : solution.routes()) {
            int free = 0;
            for (int id : team.visits()) {
                Integer old = begin.get(id);
                if (old == null) {
                    continue;
                }
                int moment = Math.max(old, free);
                for (int predecessor : problem.interventions()[id - 1].predecessors()) {
                    Integer before = begin.get(predecessor + 1);
                    moment = before == null ? moment : Math.max(moment, before + problem.interventions()[predecessor].time());
                }
                raised |= moment > old;
                begin.put(id, moment);
                free = moment + problem.interventions()[id - 1].time();
            }
        }
        return raised;
    }
}
