package org.firstfix.routing.team;

import java.util.Arrays;
import org.firstfix.routing.team.TeamProblem.Intervention;

/**
 * Builds a schedule from an order of interventions, day by day: each goes to a team that can do it, to a team that is completed for it, or to a new one,
 * in the order its preference says.
 */
final class DayBuilder {
    static final int PREFERENCES = 3;
    private static final int LARGE = Integer.MAX_VALUE / 4;

    private final TeamProblem problem;
    private final int count;
    private final int crew;
    private final int domains;
    private final int levels;
    /** Result: day and start of each intervention, team of each on its day. */
    final int[] day;
    final int[] begin;
    final int[] teamOf;
    /** Result: team of each technician by day, -1 for none. */
    int[][] membership = {};
    int days;
    private final int[] teamEnd;
    private final int[] member;
    private final int[][] having;
    private final int[] picked;
    private int pickedCount;
    private int teams;
    /** Technicians without a team today. */
    private int free;
    /** What was tried today and found no team. */
    private final boolean[] refused;

    DayBuilder(TeamProblem problem) {
        this.problem = problem;
        count = problem.interventions().length;
        crew = problem.technicians().length;
        domains = crew == 0 ? 0 : problem.technicians()[0].skills().length;
        levels = count == 0 || domains == 0 ? 0 : problem.interventions()[0].needs()[0].length;
        day = new int[count];
        begin = new int[count];
        teamOf = new int[count];
        teamEnd = new int[crew + 1];
        member = new int[crew];
        having = new int[crew + 1][domains * levels];
        picked = new int[crew];
        refused = new boolean[count];
    }

    /** @return the cost, 28, 14 and 4 for the latest ends of the first priorities and 1 for that of all; {@code LARGE} if something cannot be placed */
    long build(int[] order, int[] preference, boolean[] hired, long giveUpAt) {
        Arrays.fill(day, 0);
        int[] left = Arrays.stream(order).filter(number -> !hired[number]).toArray();
        int remaining = left.length;
        int idleDays = 0;
        for (days = 0; remaining > 0 && idleDays < 30;) {
            startDay();
            int before = remaining;
            Arrays.fill(refused, false);
            boolean again = true;
            while (again && remaining > 0) {
                int kept = 0;
                again = false;
                for (int i = 0; i < remaining; i++) {
                    // Only what waited for a predecessor is worth a second look on the same day.
                    if (!refused[left[i]] && place(left[i], preference[left[i]], hired)) {
                        again = true;
                    } else {
                        left[kept++] = left[i];
                    }
                }
                remaining = kept;
            }
            idleDays = before == remaining ? idleDays + 1 : 0;
            if ((days - 1L) * problem.dayLength() >= giveUpAt) {
                return LARGE;
            }
        }
        return remaining > 0 ? LARGE : cost(hired);
    }

    private long cost(boolean[] hired) {
        int[] latest = new int[5];
        for (int number = 0; number < count; number++) {
            if (!hired[number]) {
                int end = (day[number] - 1) * problem.dayLength() + begin[number] + problem.interventions()[number].time();
                int priority = problem.interventions()[number].priority();
                latest[priority] = Math.max(latest[priority], end);
                latest[4] = Math.max(latest[4], end);
            }
        }
        return 28L * latest[1] + 14L * latest[2] + 4L * latest[3] + latest[4];
    }

    private void startDay() {
        days++;
        teams = 0;
        free = 0;
        if (membership.length < days) {
            membership = Arrays.copyOf(membership, days);
            membership[days - 1] = new int[crew];
        }
        for (int technician = 0; technician < crew; technician++) {
            member[technician] = problem.technicians()[technician].away().contains(days) ? -2 : -1;
            free += member[technician] == -1 ? 1 : 0;
        }
        System.arraycopy(member, 0, membership[days - 1], 0, crew);
    }

    private boolean place(int number, int preference, boolean[] hired) {
        Intervention work = problem.interventions()[number];
        int earliest = 0;
        for (int predecessor : work.predecessors()) {
            if (hired[predecessor]) {
                continue;
            }
            if (day[predecessor] == 0) {
                return false;
            }
            if (day[predecessor] == days) {
                earliest = Math.max(earliest, begin[predecessor] + problem.interventions()[predecessor].time());
            }
        }
        refused[number] = true;
        if (earliest + work.time() > problem.dayLength()) {
            return false;
        }
        int fitting = bestTeam(work, earliest);
        int fittingStart = fitting < 0 ? LARGE : Math.max(earliest, teamEnd[fitting]);
        if (fitting >= 0 && (preference == 0 || fittingStart == earliest)) {
            return put(number, fitting, fittingStart);
        }
        if (free > 0 && pick(work, -1)) {
            return put(number, found(), earliest);
        }
        int completed = free == 0 || preference == 2 && fitting >= 0 ? -1 : completable(work, earliest);
        if (completed >= 0 && (fitting < 0 || Math.max(earliest, teamEnd[completed]) < fittingStart)) {
            pick(work, completed);
            join(completed);
            return put(number, completed, Math.max(earliest, teamEnd[completed]));
        }
        return fitting >= 0 && put(number, fitting, fittingStart);
    }

    /** Among the teams that can do it today the one that is free first, then the one with the least skill to spare. */
    private int bestTeam(Intervention work, int earliest) {
        int best = -1;
        int bestStart = LARGE;
        int leastSpare = LARGE;
        for (int team = 0; team < teams; team++) {
            int start = Math.max(earliest, teamEnd[team]);
            if (start + work.time() > problem.dayLength() || start > bestStart) {
                continue;
            }
            int spare = spare(work, having[team]);
            if (spare >= 0 && (start < bestStart || spare < leastSpare)) {
                best = team;
                bestStart = start;
                leastSpare = spare;
            }
        }
        return best;
    }

    /** @return the skill a team has beyond the need, -1 if it falls short */
    private int spare(Intervention work, int[] has) {
        int spare = 0;
        for (int domain = 0; domain < domains; domain++) {
            for (int level = 0; level < levels; level++) {
                int over = has[domain * levels + level] - work.needs()[domain][level];
                if (over < 0) {
                    return -1;
                }
                spare += over;
            }
        }
        return spare;
    }

    private int completable(Intervention work, int earliest) {
        int best = -1;
        int bestSize = LARGE;
        for (int team = 0; team < teams; team++) {
            if (Math.max(earliest, teamEnd[team]) + work.time() <= problem.dayLength() && pick(work, team) && pickedCount < bestSize) {
                best = team;
                bestSize = pickedCount;
            }
        }
        return best;
    }

    /** Picks free technicians who, with a team or alone (-1), can do it: always the one who fills most of what is missing and wastes least. */
    private boolean pick(Intervention work, int team) {
        int[] missing = new int[domains * levels];
        int open = 0;
        for (int i = 0; i < missing.length; i++) {
            missing[i] = Math.max(0, work.needs()[i / levels][i % levels] - (team < 0 ? 0 : having[team][i]));
            open += missing[i];
        }
        pickedCount = 0;
        boolean[] taken = new boolean[crew];
        while (open > 0) {
            int best = -1;
            int bestScore = Integer.MIN_VALUE;
            for (int technician = 0; technician < crew; technician++) {
                if (member[technician] != -1 || taken[technician]) {
                    continue;
                }
                int gain = 0;
                int skill = 0;
                for (int i = 0; i < missing.length; i++) {
                    if (problem.technicians()[technician].skills()[i / levels] > i % levels) {
                        skill++;
                        gain += missing[i] > 0 ? 1 : 0;
                    }
                }
                int score = 16 * gain - 5 * skill;
                if (gain > 0 && score > bestScore) {
                    best = technician;
                    bestScore = score;
                }
            }
            if (best < 0) {
                return false;
            }
            taken[best] = true;
            picked[pickedCount++] = best;
            for (int i = 0; i < missing.length; i++) {
                if (missing[i] > 0 && problem.technicians()[best].skills()[i / levels] > i % levels) {
                    missing[i]--;
                    open--;
                }
            }
        }
        return dropNeedless(work, team);
    }

    /** Sends back who turned out not to be needed. */
    private boolean dropNeedless(Intervention work, int team) {
        int[] has = team < 0 ? new int[domains * levels] : having[team].clone();
        for (int i = 0; i < pickedCount; i++) {
            count(has, picked[i], 1);
        }
        for (int i = pickedCount - 1; i >= 0; i--) {
            count(has, picked[i], -1);
            if (spare(work, has) >= 0) {
                picked[i] = picked[--pickedCount];
            } else {
                count(has, picked[i], 1);
            }
        }
        return true;
    }

    private void count(int[] has, int technician, int by) {
        for (int i = 0; i < has.length; i++) {
            if (problem.technicians()[technician].skills()[i / levels] > i % levels) {
                has[i] += by;
            }
        }
    }

    private int found() {
        Arrays.fill(having[teams], 0);
        teamEnd[teams] = 0;
        join(teams);
        return teams++;
    }

    private void join(int team) {
        for (int i = 0; i < pickedCount; i++) {
            member[picked[i]] = team;
            free--;
            membership[days - 1][picked[i]] = team;
            count(having[team], picked[i], 1);
        }
    }

    private boolean put(int number, int team, int start) {
        day[number] = days;
        begin[number] = start;
        teamOf[number] = team;
        teamEnd[team] = start + problem.interventions()[number].time();
        return true;
    }
}
