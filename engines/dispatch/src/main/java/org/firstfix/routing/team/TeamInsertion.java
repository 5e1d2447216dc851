package org.firstfix.routing.team;

import java.util.Arrays;
import org.firstfix.routing.search.FastRandom;
import org.firstfix.routing.team.TeamSchedule.Day;

/**
 * Finds the best place for an intervention: in a team that can do it, in one that free technicians complete, or in a new one. Best is what raises the cost
 * least, then what binds few and common people. All in units of the cost.
 */
final class TeamInsertion {
    /** Price of binding one more technician of average worth. */
    private static final double BOUND_PRICE = 40;
    /** Price of members who stand by for a whole day because the intervention does not need them. */
    private static final double STANDBY_PRICE = 20;
    private static final double NOISE = 10;
    /** Share of the teams that are overlooked, so that the same removals are not always repaired alike. */
    private static final double OVERLOOKED = 0.02;
    /** A technician is worth more in a team the more of what is missing he has, less the scarcer he is. */
    private static final double GAIN = 3;
    private static final double SCARCITY = 5;
    private static final double PICK_NOISE = 1.5;

    private final Workload load;
    private final SkillCounts skills;
    private final TeamSchedule schedule;
    private final FastRandom random;
    /** Latest ends so far, and as they would become. */
    private final LatestEnds latest;
    private final LatestEnds ends = new LatestEnds();
    private final long[] missing;
    private final boolean[] taken;
    private int[] picked;
    private int pickedCount;
    private long rise;
    private double boundPrice = BOUND_PRICE;
    private double standbyPrice = STANDBY_PRICE;

    private double bestScore;
    private int bestDay;
    private int bestTeam;
    private int bestPosition;
    private int[] bestPicked;
    private int bestPickedCount;

    /** @param latest is raised with every insertion */
    TeamInsertion(TeamSchedule schedule, LatestEnds latest, FastRandom random) {
        this.schedule = schedule;
        this.latest = latest;
        this.random = random;
        load = schedule.load;
        skills = load.skills;
        missing = new long[skills.words];
        taken = new boolean[load.crew];
        picked = new int[load.crew];
        bestPicked = new int[load.crew];
    }

    /** Draws both prices anew, from nothing to twice the usual: none is right for every schedule. */
    void varyPrices() {
        boundPrice = 2 * BOUND_PRICE * random.nextDouble();
        standbyPrice = 2 * STANDBY_PRICE * random.nextDouble();
    }

    /** Inserts at the best place that keeps the cost below the limit. @return whether there was one */
    boolean place(int i, long limit) {
        int earliest = schedule.earliest(i);
        if (earliest == Integer.MAX_VALUE) {
            return false;
        }
        long room = limit - latest.cost();
        int lastDay = Math.max(latest.of(LatestEnds.ALL), earliest) / load.dayLength + load.lastAbsence() + 1;
        bestScore = Double.MAX_VALUE;
        for (int d = earliest / load.dayLength; d <= lastDay; d++) {
            int begin = Math.max(d * load.dayLength, earliest);
            long least = latest.rise(load.priority[i], begin + load.time[i]);
            if (least >= room || least > bestScore) {
                break;
            }
            if (begin + load.time[i] <= (d + 1) * load.dayLength) {
                tryTeams(i, d, earliest, room);
                tryNewTeam(i, d, begin, least);
            }
        }
        if (bestScore == Double.MAX_VALUE) {
            return false;
        }
        putAtBest(i);
        return true;
    }

    private void putAtBest(int i) {
        Day day = schedule.day(bestDay);
        int k = bestTeam < 0 ? day.emptySlot() : bestTeam;
        for (int p = 0; p < bestPickedCount; p++) {
            schedule.join(bestDay, k, bestPicked[p]);
        }
        schedule.insert(i, bestDay, k, bestPosition);
        for (int p = bestPosition; p < day.size[k]; p++) {
            latest.raise(load.priority[day.work[k][p]], schedule.end(day.work[k][p]));
        }
    }

    private void tryTeams(int i, int d, int earliest, long room) {
        Day day = schedule.day(d);
        for (int k = 0; k < day.slots; k++) {
            if (day.size[k] == 0 || day.busy[k] + load.time[i] > load.dayLength || random.nextDouble() < OVERLOOKED) {
                continue;
            }
            boolean able = skills.covers(day.have, k * skills.words, skills.needs, i * skills.words);
            int position = able || day.free > 0 ? position(i, d, k, earliest) : -1;
            if (position < 0 || rise >= room || rise > bestScore) {
                continue;
            }
            pickedCount = 0;
            if (able || complete(i, day, k)) {
                consider(i, d, k, position, day.members[k]);
            }
        }
    }

    private void tryNewTeam(int i, int d, int begin, long least) {
        Day day = schedule.day(d);
        rise = least;
        if (day.free > 0 && begin + load.time[i] <= schedule.latestEnd(i, d, -1) && found(i, day)) {
            consider(i, d, -1, 0, 0);
        }
    }

    private void consider(int i, int d, int k, int position, int members) {
        double score = rise + standbyPrice * (members + pickedCount - load.people[i]) * load.time[i] / load.dayLength + NOISE * random.nextDouble();
        for (int p = 0; p < pickedCount; p++) {
            score += boundPrice * load.worth[picked[p]];
        }
        if (score < bestScore) {
            bestScore = score;
            bestDay = d;
            bestTeam = k;
            bestPosition = position;
            bestPickedCount = pickedCount;
            int[] swapped = bestPicked;
            bestPicked = picked;
            picked = swapped;
        }
    }

    /** The position in a team with the least rise of the cost, the last of equal ones; -1 if none fits. Sets the rise. */
    private int position(int i, int d, int k, int earliest) {
        Day day = schedule.day(d);
        int first = 0;
        int last = day.size[k];
        for (int p = 0; p < day.size[k]; p++) {
            int other = day.work[k][p];
            first = contains(load.before[i], other) ? p + 1 : first;
            last = contains(load.after[i], other) ? Math.min(last, p) : last;
        }
        int latestEnd = Math.min((d + 1) * load.dayLength, schedule.latestEnd(i, d, k));
        int best = -1;
        rise = Long.MAX_VALUE;
        for (int p = last; p >= first && rise > 0; p--) {
            int end = Math.max(earliest, p == 0 ? d * load.dayLength : schedule.end(day.work[k][p - 1])) + load.time[i];
            if (end > latestEnd) {
                continue;
            }
            ends.copy(latest);
            ends.raise(load.priority[i], end);
            if (delay(d, k, p, end) && ends.cost() - latest.cost() < rise) {
                rise = ends.cost() - latest.cost();
                best = p;
            }
        }
        return best;
    }

    private static boolean contains(int[] numbers, int number) {
        for (int other : numbers) {
            if (other == number) {
                return true;
            }
        }
        return false;
    }

    /** Whether a team's work from a position on can begin at a moment or later, without delaying other teams; raises the ends by it. */
    private boolean delay(int d, int k, int from, int moment) {
        Day day = schedule.day(d);
        int now = moment;
        for (int p = from; p < day.size[k]; p++) {
            int j = day.work[k][p];
            if (schedule.start[j] >= now) {
                return true;
            }
            now += load.time[j];
            if (now > (d + 1) * load.dayLength || now > schedule.latestEnd(j, d, k)) {
                return false;
            }
            ends.raise(load.priority[j], now);
        }
        return true;
    }

    private boolean found(int i, Day day) {
        System.arraycopy(skills.needs, i * skills.words, missing, 0, skills.words);
        return pick(day);
    }

    private boolean complete(int i, Day day, int k) {
        skills.missing(skills.needs, i * skills.words, day.have, k * skills.words, missing);
        return pick(day);
    }

    /** Picks free technicians for what is missing, one after the other; who turns out needless is spared later. */
    private boolean pick(Day day) {
        pickedCount = 0;
        if (!skills.covers(day.idle, 0, missing, 0)) {
            return false;
        }
        Arrays.fill(taken, false);
        for (boolean open = true; open;) {
            int best = -1;
            double most = Double.NEGATIVE_INFINITY;
            for (int technician = 0; technician < load.crew; technician++) {
                int gain = day.team[technician] == TeamSchedule.FREE && !taken[technician] ? skills.gain(missing, technician) : 0;
                if (gain > 0) {
                    double value = GAIN * gain - SCARCITY * load.worth[technician] + PICK_NOISE * random.nextDouble();
                    if (value > most) {
                        most = value;
                        best = technician;
                    }
                }
            }
            if (best < 0) {
                return false;
            }
            taken[best] = true;
            picked[pickedCount++] = best;
            open = skills.lower(missing, best);
        }
        return true;
    }
}
