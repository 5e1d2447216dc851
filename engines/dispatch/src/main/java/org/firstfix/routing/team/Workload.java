package org.firstfix.routing.team;

import java.util.Arrays;
import java.util.stream.IntStream;

/** What does not change during a search, in flat arrays: what is not given to somebody else, who is there, and what binds whom. */
final class Workload {
    final SkillCounts skills;
    /** Interventions, with those given away; they are in no list below. */
    final int count;
    final int crew;
    final int dayLength;
    /** The interventions to do. */
    final int[] own;
    final int[] time;
    final int[] priority;
    final int[][] before;
    final int[][] after;
    /** Least people that each intervention needs. */
    final int[] people;
    /** Share of a day of the whole crew that each intervention takes. */
    final double[] load;
    /** What it means to bind a technician: the scarcer his skills, the more; 1 on average. */
    final double[] worth;
    private final TeamProblem.Technician[] technicians;

    Workload(TeamProblem problem, boolean[] hired) {
        TeamProblem.Intervention[] work = problem.interventions();
        technicians = problem.technicians();
        skills = new SkillCounts(problem);
        count = work.length;
        crew = technicians.length;
        dayLength = problem.dayLength();
        own = IntStream.range(0, count).filter(i -> !hired[i]).toArray();
        time = Arrays.stream(work).mapToInt(TeamProblem.Intervention::time).toArray();
        priority = Arrays.stream(work).mapToInt(TeamProblem.Intervention::priority).toArray();
        before = Arrays.stream(work).map(one -> Arrays.stream(one.predecessors()).filter(i -> !hired[i]).toArray()).toArray(int[][]::new);
        after = IntStream.range(0, count).mapToObj(i -> Arrays.stream(own).filter(later -> Arrays.stream(before[later]).anyMatch(j -> j == i)).toArray())
                .toArray(int[][]::new);
        people = Arrays.stream(work)
                .mapToInt(one -> Arrays.stream(one.needs()).flatMapToInt(Arrays::stream).max().orElse(0)).map(need -> Math.max(1, need)).toArray();
        load = IntStream.range(0, count).mapToDouble(i -> (double) time[i] * people[i] / Math.max(1, crew * dayLength)).toArray();
        worth = worth(work);
    }

    private double[] worth(TeamProblem.Intervention[] work) {
        double[] sum = new double[crew];
        for (int domain = 0; domain < (crew == 0 ? 0 : technicians[0].skills().length); domain++) {
            for (int level = 0; level < (count == 0 ? 0 : work[0].needs()[domain].length); level++) {
                double wanted = 0;
                for (int i : own) {
                    wanted += work[i].time() * work[i].needs()[domain][level];
                }
                int at = domain;
                int least = level;
                int[] able = IntStream.range(0, crew).filter(technician -> technicians[technician].skills()[at] > least).toArray();
                for (int technician : able) {
                    sum[technician] += wanted / able.length;
                }
            }
        }
        double mean = Arrays.stream(sum).average().orElse(0);
        return Arrays.stream(sum).map(value -> mean == 0 ? 1 : value / mean).toArray();
    }

    /** @param d day from 0 */
    boolean away(int technician, int d) {
        return technicians[technician].away().contains(d + 1);
    }

    /** The last day on which somebody is away, from 1: from then on every day is like the next. */
    int lastAbsence() {
        return Arrays.stream(technicians).flatMap(one -> one.away().stream()).mapToInt(Integer::intValue).max().orElse(0);
    }
}
