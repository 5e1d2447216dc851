package org.firstfix.routing.team;

import java.util.Arrays;

/**
 * Teams of each day with their interventions in order, perhaps not yet all interventions. Every team has the skills for each of its interventions and nobody
 * who could be spared; whoever is not needed is free. Days and team slots count from 0, moments from the beginning of the first day.
 */
final class TeamSchedule {
    static final int FREE = -1;
    static final int NOWHERE = -1;
    private static final int AWAY = -2;

    final class Day {
        /** Equal stamps mean equal days, which makes going back cheap. */
        private long stamp;
        /** Slot of each technician, or {@link #FREE} or away. */
        final int[] team = new int[load.crew];
        /** Interventions and members of each slot; without interventions it is empty. */
        final int[] size = new int[load.crew];
        final int[] members = new int[load.crew];
        final int[] busy = new int[load.crew];
        final int[][] work = new int[load.crew][4];
        final long[] have = new long[load.crew * skills.words];
        final long[] need = new long[load.crew * skills.words];
        final long[] idle = new long[skills.words];
        int free;
        int slots;
        /** The team that somebody joined since the last insertion: only there somebody may now be needless. */
        private int joined = NOWHERE;

        private void copy(Day other) {
            stamp = other.stamp;
            free = other.free;
            int last = Math.max(slots, other.slots);
            slots = other.slots;
            System.arraycopy(other.team, 0, team, 0, load.crew);
            System.arraycopy(other.size, 0, size, 0, last);
            System.arraycopy(other.members, 0, members, 0, last);
            System.arraycopy(other.busy, 0, busy, 0, last);
            System.arraycopy(other.have, 0, have, 0, last * skills.words);
            System.arraycopy(other.need, 0, need, 0, last * skills.words);
            System.arraycopy(other.idle, 0, idle, 0, skills.words);
            for (int k = 0; k < slots; k++) {
                if (work[k].length < size[k]) {
                    work[k] = new int[other.work[k].length];
                }
                System.arraycopy(other.work[k], 0, work[k], 0, size[k]);
            }
        }

        /** An empty slot for a new team; there is one while somebody is free. */
        int emptySlot() {
            for (int k = 0; k < slots; k++) {
                if (size[k] == 0) {
                    return k;
                }
            }
            return slots++;
        }
    }

    final Workload load;
    final SkillCounts skills;
    final int[] dayOf;
    final int[] teamOf;
    final int[] start;
    private Day[] days = {};
    private long stamps;

    TeamSchedule(Workload load) {
        this.load = load;
        skills = load.skills;
        dayOf = new int[load.count];
        teamOf = new int[load.count];
        start = new int[load.count];
        Arrays.fill(dayOf, NOWHERE);
    }

    void copy(TeamSchedule other) {
        System.arraycopy(other.dayOf, 0, dayOf, 0, load.count);
        System.arraycopy(other.teamOf, 0, teamOf, 0, load.count);
        System.arraycopy(other.start, 0, start, 0, load.count);
        for (int d = 0; d < Math.max(days.length, other.days.length); d++) {
            Day theirs = other.day(d);
            if (day(d).stamp != theirs.stamp) {
                days[d].copy(theirs);
            }
        }
        stamps = Math.max(stamps, other.stamps);
    }

    /** Days that were ever looked at. */
    int days() {
        return days.length;
    }

    Day day(int d) {
        while (days.length <= d) {
            days = Arrays.copyOf(days, days.length + 1);
            days[days.length - 1] = fresh(days.length - 1);
        }
        return days[d];
    }

    private Day fresh(int d) {
        Day day = new Day();
        day.stamp = -1 - d;
        for (int technician = 0; technician < load.crew; technician++) {
            day.team[technician] = load.away(technician, d) ? AWAY : FREE;
            if (day.team[technician] == FREE) {
                day.free++;
                skills.add(day.idle, 0, technician);
            }
        }
        return day;
    }

    int end(int i) {
        return start[i] + load.time[i];
    }

    void join(int d, int k, int technician) {
        Day day = days[d];
        day.stamp = ++stamps;
        day.team[technician] = k;
        day.members[k]++;
        day.joined = k;
        day.free--;
        skills.add(day.have, k * skills.words, technician);
        skills.subtract(day.idle, 0, technician);
    }

    private void leave(Day day, int technician) {
        int k = day.team[technician];
        day.team[technician] = FREE;
        day.members[k]--;
        day.free++;
        skills.subtract(day.have, k * skills.words, technician);
        skills.add(day.idle, 0, technician);
    }

    /** Inserts into a team that has the skills, at a position that the caller found to fit. */
    void insert(int i, int d, int k, int position) {
        Day day = days[d];
        day.stamp = ++stamps;
        int size = day.size[k]++;
        if (day.work[k].length == size) {
            day.work[k] = Arrays.copyOf(day.work[k], 2 * size);
        }
        System.arraycopy(day.work[k], position, day.work[k], position + 1, size - position);
        day.work[k][position] = i;
        day.busy[k] += load.time[i];
        dayOf[i] = d;
        teamOf[i] = k;
        skills.raise(day.need, k * skills.words, skills.needs, i * skills.words);
        if (day.joined == k) {
            spare(day, k);
        }
        day.joined = NOWHERE;
        settle(d, k);
    }

    /** The starts of others stay until {@link #settle()}. */
    void remove(int i) {
        Day day = days[dayOf[i]];
        day.stamp = ++stamps;
        int k = teamOf[i];
        int position = 0;
        while (day.work[k][position] != i) {
            position++;
        }
        int size = --day.size[k];
        System.arraycopy(day.work[k], position + 1, day.work[k], position, size - position);
        day.busy[k] -= load.time[i];
        dayOf[i] = NOWHERE;
        int words = skills.words;
        Arrays.fill(day.need, k * words, (k + 1) * words, 0);
        for (int p = 0; p < size; p++) {
            skills.raise(day.need, k * words, skills.needs, day.work[k][p] * words);
        }
        spare(day, k);
    }

    /** Frees members who are not needed, those of most worth first. */
    private void spare(Day day, int k) {
        int at = k * skills.words;
        while (true) {
            int best = -1;
            for (int technician = 0; technician < load.crew; technician++) {
                if (day.team[technician] == k && (best < 0 || load.worth[technician] > load.worth[best])) {
                    skills.subtract(day.have, at, technician);
                    best = skills.covers(day.have, at, day.need, at) ? technician : best;
                    skills.add(day.have, at, technician);
                }
            }
            if (best < 0) {
                return;
            }
            leave(day, best);
        }
    }

    /** The earliest moment by what comes before; {@code Integer.MAX_VALUE} if something of it is nowhere. */
    int earliest(int i) {
        int earliest = 0;
        for (int earlier : load.before[i]) {
            if (dayOf[earlier] == NOWHERE) {
                return Integer.MAX_VALUE;
            }
            earliest = Math.max(earliest, end(earlier));
        }
        return earliest;
    }

    /** The latest moment to end by what comes after it in other teams. */
    int latestEnd(int i, int d, int k) {
        int latest = Integer.MAX_VALUE;
        for (int later : load.after[i]) {
            if (dayOf[later] != NOWHERE && (dayOf[later] != d || teamOf[later] != k)) {
                latest = Math.min(latest, start[later]);
            }
        }
        return latest;
    }

    private boolean settle(int d, int k) {
        Day day = days[d];
        int now = d * load.dayLength;
        boolean moved = false;
        for (int p = 0; p < day.size[k]; p++) {
            int i = day.work[k][p];
            for (int earlier : load.before[i]) {
                now = dayOf[earlier] == NOWHERE ? now : Math.max(now, end(earlier));
            }
            moved |= start[i] != now;
            start[i] = now;
            now += load.time[i];
        }
        return moved;
    }

    /** Moves everything to its earliest start. */
    void settle() {
        for (int d = 0; d < days.length; d++) {
            boolean moved = true;
            while (moved) {
                moved = false;
                for (int k = 0; k < days[d].slots; k++) {
                    moved |= settle(d, k);
                }
            }
        }
    }
}
