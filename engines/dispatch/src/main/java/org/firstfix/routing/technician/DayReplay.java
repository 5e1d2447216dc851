package org.firstfix.routing.technician;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.firstfix.routing.search.Budget;
import org.firstfix.routing.technician.TechnicianProblem.Request;
import org.firstfix.routing.technician.TechnicianProblem.Technician;

/**
 * A day in virtual time on which requests arrive. The plan is made in the morning with what is known and mended at each arrival. What has begun stays: a
 * technician who drives to a stop is committed to it, and one who has nothing left drives home; called from there again, his day counts from the first
 * departure. Nobody leaves earlier than needed to begin the next stop as early as possible, and the first departure is as late as the day's duration
 * allows, so that little is decided before it must be. A request is given up only when its window has passed.
 */
public final class DayReplay {
    private static final int AT_DEPOT = -1;

    private final TechnicianProblem day;
    private final int[] released;
    private final double scale;
    private final Budget morning;
    private final Budget perArrival;
    private final Departure departure;
    private final long seed;
    private final Progress[] progress;
    private final boolean[] done;
    private long iterations;

    /** When somebody who has nothing to do may set off for a request that has just arrived. */
    public enum Departure {
        /** From that moment on, as in life. */
        NOW,
        /**
         * From when he had nothing to do any more, at the earliest the first arrival of the day, although that is past by then. The simulator of the
         * published reference keeps the departure it wrote down when the wait began; days can be compared with its figures only under the same rule.
         */
        WHEN_IDLE
    }

    /** How far a technician has come. Times are the moment from which on he is free at {@code place}. */
    private static final class Progress {
        private int place;
        private int free;
        private int departed;
        private boolean away;
        private boolean home = true;
        private boolean pickedUp;
        private int[] stock = {};
        private final List<Integer> stops = new ArrayList<>();
        private List<Integer> planned = List.of();
    }

    /**
     * @param released moment at which each request becomes known, in the units of the problem; -1 for known in advance
     * @param morning budget of the first plan
     * @param perArrival budget of each later one
     */
    public DayReplay(TechnicianProblem day, int[] released, double scale, Budget morning, Budget perArrival, Departure departure, long seed) {
        this.day = day;
        this.released = released.clone();
        this.scale = scale;
        this.morning = morning;
        this.perArrival = perArrival;
        this.departure = departure;
        this.seed = seed;
        progress = new Progress[day.technicians().length];
        for (int i = 0; i < progress.length; i++) {
            progress[i] = new Progress();
            progress[i].place = day.technicians()[i].from();
            progress[i].free = day.technicians()[i].begins();
            progress[i].stock = day.technicians()[i].stock().clone();
        }
        done = new boolean[day.requests().length];
    }

    /**
     * @param stops requests of each technician as made; -1 is the depot
     * @param working time of all technicians, from the first departure to the last return of each
     * @param firstPlan the working time that the plan of the morning promised
     * @param rejected requests nobody made
     */
    public record Outcome(List<List<Integer>> stops, long working, long firstPlan, List<Integer> rejected, long iterations) {}

    public Outcome play() {
        TreeSet<Integer> arrivals = new TreeSet<>();
        Arrays.stream(released).filter(moment -> moment >= 0).forEach(arrivals::add);
        plan(-1, morning);
        long firstPlan = Arrays.stream(progress).mapToLong(this::promised).sum();
        for (int moment : arrivals) {
            advance(moment);
            plan(moment, perArrival);
        }
        advance(Integer.MAX_VALUE);
        List<Integer> rejected = new ArrayList<>();
        for (int request = 0; request < done.length; request++) {
            if (!done[request]) {
                rejected.add(request);
            }
        }
        long working = Arrays.stream(progress).filter(technician -> technician.away).mapToLong(technician -> technician.free - technician.departed).sum();
        return new Outcome(Arrays.stream(progress).map(technician -> technician.stops).toList(), working, firstPlan, rejected, iterations);
    }

    private long promised(Progress technician) {
        Timetable times = new Timetable(technician, index(technician));
        return technician.planned.isEmpty() ? 0 : times.back - times.leaves[0];
    }

    private int index(Progress technician) {
        return Arrays.asList(progress).indexOf(technician);
    }

    /** Makes what is known and not yet begun a problem of its own and plans it. */
    private void plan(int now, Budget budget) {
        List<Integer> open = new ArrayList<>();
        for (int request = 0; request < done.length; request++) {
            if (!done[request] && released[request] <= now) {
                open.add(request);
            }
        }
        if (open.isEmpty()) {
            return;
        }
        Technician[] technicians = new Technician[progress.length];
        int[][] plan = new int[progress.length][];
        for (int i = 0; i < progress.length; i++) {
            technicians[i] = remaining(i, now);
            plan[i] = progress[i].planned.stream().filter(stop -> stop != AT_DEPOT).mapToInt(open::indexOf).toArray();
        }
        TechnicianProblem rest = new TechnicianProblem(day.places(), day.travel(), technicians,
                open.stream().map(request -> day.requests()[request]).toArray(Request[]::new), day.depotOpens(), day.depotCloses());
        TechnicianSolver.Result result = new TechnicianSolver(rest, scale).improve(plan, budget, seed + iterations);
        iterations += result.iterations();
        for (int i = 0; i < progress.length; i++) {
            progress[i].planned = result.stops().get(i).stream().map(stop -> stop == AT_DEPOT ? AT_DEPOT : open.get(stop)).toList();
            boolean outside = progress[i].away && !progress[i].home;
            if (outside || !progress[i].planned.isEmpty()) {
                progress[i].free = technicians[i].begins();
            }
            if (outside && progress[i].planned.isEmpty()) {
                driveHome(progress[i], i);
            }
        }
    }

    private Technician remaining(int index, int now) {
        Technician technician = day.technicians()[index];
        Progress state = progress[index];
        int begins = Math.max(state.free, departure == Departure.NOW ? now : Math.min(now, firstArrival()));
        boolean[] tools = technician.tools();
        int[] stock = state.stock;
        if (state.pickedUp) {
            tools = new boolean[tools.length];
            Arrays.fill(tools, true);
            stock = new int[stock.length];
            Arrays.fill(stock, Integer.MAX_VALUE / 2);
        }
        if (!state.away) {
            return new Technician(technician.from(), technician.to(), begins, technician.ends(), technician.ends(), 0, technician.skills(), tools, stock);
        }
        int idle = state.home ? state.free - begins : day.travel()[state.place * day.places() + technician.to()];
        return new Technician(state.place, technician.to(), begins, begins, technician.ends(), idle, technician.skills(), tools, stock);
    }

    private int firstArrival() {
        return Arrays.stream(released).filter(moment -> moment >= 0).min().orElse(-1);
    }

    /** Lets everybody begin what the plan has before this moment. */
    private void advance(int moment) {
        for (int i = 0; i < progress.length; i++) {
            Progress technician = progress[i];
            if (technician.planned.isEmpty()) {
                continue;
            }
            Timetable times = new Timetable(technician, i);
            int begun = 0;
            while (begun < technician.planned.size() && times.leaves[begun] < moment) {
                begin(technician, times, begun);
                begun++;
            }
            technician.planned = List.copyOf(technician.planned.subList(begun, technician.planned.size()));
            if (technician.planned.isEmpty() && technician.free < moment) {
                driveHome(technician, i);
            }
        }
    }

    private void begin(Progress technician, Timetable times, int number) {
        int stop = technician.planned.get(number);
        if (!technician.away) {
            technician.away = true;
            technician.departed = times.leaves[number];
        }
        technician.home = false;
        technician.stops.add(stop);
        technician.free = times.ends[number];
        if (stop == AT_DEPOT) {
            technician.place = 0;
            technician.pickedUp = true;
        } else {
            Request request = day.requests()[stop];
            technician.place = request.place();
            done[stop] = true;
            if (!technician.pickedUp) {
                Arrays.setAll(technician.stock, kind -> technician.stock[kind] - request.parts()[kind]);
            }
        }
    }

    private void driveHome(Progress technician, int index) {
        int home = day.technicians()[index].to();
        technician.free += day.travel()[technician.place * day.places() + home];
        technician.place = home;
        technician.home = true;
    }

    /** When the planned stops are left for and ended. */
    private final class Timetable {
        private final int[] leaves;
        private final int[] ends;
        private int back;

        Timetable(Progress technician, int index) {
            int count = technician.planned.size();
            leaves = new int[count];
            ends = new int[count];
            drive(technician, technician.free, index);
            if (!technician.away && count > 0) {
                drive(technician, latestDeparture(technician, index), index);
            }
        }

        private void drive(Progress technician, int from, int index) {
            int now = from;
            int at = technician.place;
            for (int i = 0; i < leaves.length; i++) {
                int stop = technician.planned.get(i);
                int place = stop == AT_DEPOT ? 0 : day.requests()[stop].place();
                int leg = day.travel()[at * day.places() + place];
                int begins = Math.max(now + leg, stop == AT_DEPOT ? day.depotOpens() : day.requests()[stop].ready());
                leaves[i] = begins - leg;
                now = begins + (stop == AT_DEPOT ? 0 : day.requests()[stop].service());
                ends[i] = now;
                at = place;
            }
            back = now + day.travel()[at * day.places() + day.technicians()[index].to()];
        }

        /** The latest departure with the shortest day. */
        private int latestDeparture(Progress technician, int index) {
            int next = day.technicians()[index].to();
            // Latest moments that keep the earliest return, and that only keep the windows.
            int keeping = back;
            int latest = day.technicians()[index].ends();
            for (int stop : technician.planned.reversed()) {
                int place = stop == AT_DEPOT ? 0 : day.requests()[stop].place();
                int used = day.travel()[place * day.places() + next] + (stop == AT_DEPOT ? 0 : day.requests()[stop].service());
                int due = stop == AT_DEPOT ? day.depotCloses() : day.requests()[stop].due();
                keeping = Math.min(due, keeping - used);
                latest = Math.min(due, latest - used);
                next = place;
            }
            int first = day.travel()[technician.place * day.places() + next];
            // Waiting that remains is unavoidable; without any, the whole day can move until a window is at its end.
            return waitingFrom(technician, keeping - first) == 0 ? Math.max(keeping, latest) - first : keeping - first;
        }

        private int waitingFrom(Progress technician, int departure) {
            int now = departure;
            int at = technician.place;
            int waiting = 0;
            for (int stop : technician.planned) {
                int place = stop == AT_DEPOT ? 0 : day.requests()[stop].place();
                int arrival = now + day.travel()[at * day.places() + place];
                int begins = Math.max(arrival, stop == AT_DEPOT ? day.depotOpens() : day.requests()[stop].ready());
                waiting += begins - arrival;
                now = begins + (stop == AT_DEPOT ? 0 : day.requests()[stop].service());
                at = place;
            }
            return waiting;
        }
    }
}
