package org.firstfix.routing.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Drives a route through: when each visit begins and ends, where parts are picked up, what is missing. One object is filled again and again; it belongs to
 * one thread.
 *
 * <p>Everybody leaves at the beginning of the shift and works as early as the windows allow. Who runs out of a part goes by the depot once, on the leg
 * before that where the detour is shortest.
 */
final class RouteTimes implements RouteView {
    private static final int NONE = -1;

    private final ServiceDay day;
    private final int places;
    private final int[] travel;
    private final int kinds;
    /** Pieces by visit or engineer and kind. */
    private final int[] needed;
    private final int[] stock;
    private Engineer engineer;
    private int engineerNumber;
    private int length;
    private final int[] sequence;
    private final int[] start;
    private final int[] finish;
    private final int[] travelTo;
    private final int[] missing;
    private final int[] left;
    private int pickUp;
    private int travelHome;
    private int back;

    RouteTimes(ServiceDay day) {
        this.day = day;
        places = day.places();
        travel = new int[places * places];
        for (int from = 0; from < places; from++) {
            for (int to = 0; to < places; to++) {
                travel[from * places + to] = day.travel().seconds(from, to);
            }
        }
        Map<String, Integer> kind = new TreeMap<>();
        day.visits().forEach(visit -> visit.parts().keySet().forEach(part -> kind.put(part, 0)));
        List<String> names = new ArrayList<>(kind.keySet());
        kinds = names.size();
        needed = new int[day.visits().size() * kinds];
        stock = new int[day.engineers().size() * kinds];
        for (int i = 0; i < needed.length; i++) {
            needed[i] = day.visits().get(i / kinds).parts().getOrDefault(names.get(i % kinds), 0);
        }
        for (int i = 0; i < stock.length; i++) {
            stock[i] = day.engineers().get(i / kinds).stock().getOrDefault(names.get(i % kinds), 0);
        }
        int most = day.visits().size() + 1;
        sequence = new int[most];
        start = new int[most];
        finish = new int[most];
        travelTo = new int[most];
        missing = new int[most];
        left = new int[kinds];
        engineer = day.engineers().getFirst();
    }

    private RouteTimes(RouteTimes other, ServiceDay day) {
        this.day = day;
        places = other.places;
        travel = other.travel;
        kinds = other.kinds;
        needed = other.needed;
        stock = other.stock;
        int most = other.sequence.length;
        sequence = new int[most];
        start = new int[most];
        finish = new int[most];
        travelTo = new int[most];
        missing = new int[most];
        left = new int[kinds];
        engineer = other.engineer;
    }

    /** Another one of the same day, for another state or thread. */
    RouteTimes sibling() {
        return new RouteTimes(this, day);
    }

    /** One of a day that differs only in the windows of its visits. */
    RouteTimes of(ServiceDay otherWindows) {
        return new RouteTimes(this, otherWindows);
    }

    int travel(int from, int to) {
        return travel[from * places + to];
    }

    /** Begins a route with no visits. */
    void of(int newEngineer) {
        engineerNumber = newEngineer;
        engineer = day.engineers().get(newEngineer);
        length = 0;
    }

    void add(int visit) {
        sequence[length++] = visit;
    }

    /** Moves the visit at a position one further. */
    void swapWithNext(int position) {
        int visit = sequence[position];
        sequence[position] = sequence[position + 1];
        sequence[position + 1] = visit;
    }

    int number(int position) {
        return sequence[position];
    }

    /** Computes all times of the sequence. */
    void drive() {
        placePickUp();
        int now = engineer.begins();
        int at = engineer.from();
        for (int i = 0; i < length; i++) {
            Visit visit = day.visits().get(sequence[i]);
            int leg = travel(at, visit.place());
            int arrival = now + leg;
            ServiceDay.Depot depot = day.depot();
            if (i == pickUp && depot != null) {
                int first = travel(at, depot.place());
                int begins = Math.max(now + first, depot.opens());
                if (begins <= depot.closes()) {
                    leg = first + travel(depot.place(), visit.place());
                    arrival = begins + depot.seconds() + leg - first;
                    Arrays.fill(missing, i, length, 0);
                } else {
                    pickUp = NONE;
                }
            }
            travelTo[i] = leg;
            start[i] = firstStart(visit, arrival);
            now = start[i] + visit.service();
            finish[i] = now;
            at = visit.place();
        }
        travelHome = length == 0 ? 0 : travel(at, engineer.to());
        back = now + travelHome;
    }

    private static int firstStart(Visit visit, int arrival) {
        int now = Math.max(arrival, visit.notBefore());
        List<Visit.Window> windows = visit.windows();
        for (int i = 0; i < windows.size(); i++) {
            if (now <= windows.get(i).to()) {
                return Math.max(now, windows.get(i).from());
            }
        }
        return now;
    }

    /** Counts what is missing without a pick-up, and chooses the leg of the pick-up. */
    private void placePickUp() {
        pickUp = NONE;
        int firstInNeed = NONE;
        System.arraycopy(stock, engineerNumber * kinds, left, 0, kinds);
        for (int i = 0; i < length; i++) {
            missing[i] = 0;
            for (int kind = 0; kind < kinds; kind++) {
                int wanted = needed[sequence[i] * kinds + kind];
                missing[i] += Math.max(0, wanted - left[kind]);
                left[kind] = Math.max(0, left[kind] - wanted);
            }
            if (missing[i] > 0 && firstInNeed == NONE) {
                firstInNeed = i;
            }
        }
        ServiceDay.Depot depot = day.depot();
        if (firstInNeed == NONE || depot == null) {
            return;
        }
        int shortest = Integer.MAX_VALUE;
        int at = engineer.from();
        for (int i = 0; i <= firstInNeed; i++) {
            int place = day.visits().get(sequence[i]).place();
            int detour = travel(at, depot.place()) + travel(depot.place(), place) - travel(at, place);
            if (detour <= shortest) {
                shortest = detour;
                pickUp = i;
            }
            at = place;
        }
    }

    @Override
    public Engineer engineer() {
        return engineer;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public Visit visit(int position) {
        return day.visits().get(sequence[position]);
    }

    @Override
    public int start(int position) {
        return start[position];
    }

    @Override
    public int finish(int position) {
        return finish[position];
    }

    @Override
    public int travelTo(int position) {
        return travelTo[position];
    }

    @Override
    public int travelHome() {
        return travelHome;
    }

    @Override
    public int back() {
        return back;
    }

    @Override
    public int wayHome(int position) {
        return travel(visit(position).place(), engineer.to());
    }

    @Override
    public boolean pickUpBefore(int position) {
        return position == pickUp;
    }

    @Override
    public int missingParts(int position) {
        return missing[position];
    }
}
