package org.firstfix.routing.team;

import org.firstfix.routing.search.FastRandom;
import org.firstfix.routing.team.TeamSchedule.Day;

/** Takes interventions out of a schedule: whole teams, so that their people can be combined anew, or single ones that stand in the way. */
final class TeamRuin {
    private static final int MOST_SINGLE = 8;

    private final Workload load;
    private final TeamSchedule schedule;
    private final LatestEnds latest;
    private final FastRandom random;
    private final int[] candidates;
    private final double[] near;

    TeamRuin(TeamSchedule schedule, LatestEnds latest, FastRandom random) {
        this.schedule = schedule;
        this.latest = latest;
        this.random = random;
        load = schedule.load;
        candidates = new int[load.count];
        near = new double[load.count];
    }

    void ruin() {
        switch (random.nextInt(8)) {
            case 0, 1, 2 -> teamsOfADay(4);
            case 3, 4 -> {
                last();
                teamsOfADay(2);
                teamsOfADay(2);
            }
            case 5 -> some(1 + random.nextInt(MOST_SINGLE));
            case 6 -> {
                teamsOfADay(3);
                teamsOfADay(3);
            }
            default -> alike(2 + random.nextInt(MOST_SINGLE));
        }
        schedule.settle();
    }

    private void teamsOfADay(int most) {
        Day day = schedule.day(random.nextInt(latest.of(LatestEnds.ALL) / load.dayLength + 1));
        for (int n = 1 + random.nextInt(most); n > 0 && day.slots > 0; n--) {
            int k = random.nextInt(day.slots);
            while (day.size[k] > 0) {
                schedule.remove(day.work[k][day.size[k] - 1]);
            }
        }
    }

    /** What of a priority is done on its last day, or some of it: that makes the cost. */
    private void last() {
        int priority = 1 + random.nextInt(LatestEnds.ALL);
        int lastDay = (latest.of(priority) - 1) / load.dayLength;
        boolean all = random.nextInt(3) == 0;
        for (int i : load.own) {
            boolean among = priority == LatestEnds.ALL || load.priority[i] == priority;
            if (among && schedule.dayOf[i] == lastDay && (all || schedule.end(i) == latest.of(priority) || random.nextInt(2) == 0)) {
                schedule.remove(i);
            }
        }
    }

    private void some(int many) {
        for (int n = 0; n < many; n++) {
            int i = load.own[random.nextInt(load.own.length)];
            if (schedule.dayOf[i] != TeamSchedule.NOWHERE) {
                schedule.remove(i);
            }
        }
    }

    /** Interventions that resemble one in the skills they need and in priority. */
    private void alike(int many) {
        int seed = load.own[random.nextInt(load.own.length)];
        int found = 0;
        for (int i : load.own) {
            if (schedule.dayOf[i] != TeamSchedule.NOWHERE) {
                near[i] = random.nextDouble() * (load.skills.inCommon(i, seed) + (load.priority[i] == load.priority[seed] ? 1 : 0));
                candidates[found++] = i;
            }
        }
        for (int n = 0; n < many && found > 0; n++) {
            int best = 0;
            for (int m = 1; m < found; m++) {
                best = near[candidates[m]] > near[candidates[best]] ? m : best;
            }
            schedule.remove(candidates[best]);
            candidates[best] = candidates[--found];
        }
    }
}
