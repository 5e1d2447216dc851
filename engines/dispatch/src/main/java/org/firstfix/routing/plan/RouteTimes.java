package org.firstfix.routing.plan;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Drives a route through: when each visit begins and ends, where parts are picked up and the break is, what is missing. One object is filled again and again;
 * it belongs to one thread.
 *
 * <p>Everybody leaves at the beginning of the shift and works as early as windows and appointments allow. Who runs out of a part goes by the depot once, on
 * the leg before that where the detour is shortest. Where a pick-up may be worth its price for parts that are only probable, or a break is owed, the few
 * places for them are tried, and priced by the rules of the day: the cheapest is taken.
 */
final class RouteTimes implements RouteView {
    private static final int NONE = -1;
    private static final long UNKNOWN = -1;
    /** A pick-up comes before the first visit for which it saves at least this part of what it saves for the one that gains most. */
    private static final int WORTHWHILE = 4;

    private final ServiceDay day;
    private final Visit[] visits;
    private final int places;
    private final int[] travel;
    private final boolean depotIsShortCut;
    private final VanStock van;
    private final Links links;
    private final RouteRules rules;
    /** Visits at the same site that are not linked, by visit; 0 for linked ones. */
    private final int[] atSite;
    private final Appointments appointments;
    private Engineer engineer;
    private int engineerNumber;
    private int length;
    private final int[] sequence;
    private final int[] start;
    private final int[] finish;
    private final int[] travelTo;
    /** When the engineer could begin; what lies between that and the start is free time. */
    private final int[] ready;
    /** Seconds on the road to each visit, and of work with it, since the begin of the day. */
    private final int[] road;
    private final int[] work;
    private int certain;
    /** The pick-up that the chances were counted for last. */
    private int countedPickUp;
    /** What the route rules ask for the route driven last, once that is known. */
    private long hard;
    private long soft;
    private int pickUp;
    private int pickUpBegins;
    private int travelHome;
    private int back;
    private int pauseLeg;
    private int pauseBegins;
    private boolean pauseMissing;

    RouteTimes(ServiceDay day) {
        this.day = day;
        visits = day.visits().toArray(Visit[]::new);
        places = day.places();
        travel = new int[places * places];
        for (int from = 0; from < places; from++) {
            for (int to = 0; to < places; to++) {
                travel[from * places + to] = day.travel().seconds(from, to);
            }
        }
        depotIsShortCut = day.depot() != null && isShortCut(day.depot());
        van = new VanStock(day);
        links = new Links(day);
        rules = new RouteRules(day);
        atSite = new int[day.visits().size()];
        int[] count = new int[places];
        for (int visit = 0; visit < atSite.length; visit++) {
            count[day.visits().get(visit).place()] += links.has(visit) ? 0 : 1;
        }
        Arrays.setAll(atSite, visit -> links.has(visit) ? 0 : count[day.visits().get(visit).place()]);
        appointments = new Appointments(links);
        int most = day.visits().size() + 1;
        sequence = new int[most];
        start = new int[most];
        finish = new int[most];
        travelTo = new int[most];
        ready = new int[most];
        road = new int[most];
        work = new int[most];
        engineer = day.engineers().getFirst();
    }

    private RouteTimes(RouteTimes other, ServiceDay day, RouteRules rules) {
        this.day = day;
        visits = day.visits().toArray(Visit[]::new);
        places = other.places;
        travel = other.travel;
        depotIsShortCut = other.depotIsShortCut;
        van = other.van.sibling();
        links = other.links;
        this.rules = rules;
        atSite = other.atSite;
        appointments = new Appointments(links);
        int most = other.sequence.length;
        sequence = new int[most];
        start = new int[most];
        finish = new int[most];
        travelTo = new int[most];
        ready = new int[most];
        road = new int[most];
        work = new int[most];
        engineer = other.engineer;
    }

    /** Another one of the same day, for another state or thread. */
    RouteTimes sibling() {
        return new RouteTimes(this, day, rules);
    }

    /** One of a day that differs only in the windows of its visits. */
    RouteTimes of(ServiceDay otherWindows) {
        return new RouteTimes(this, otherWindows, new RouteRules(otherWindows));
    }

    Links links() {
        return links;
    }

    /** Those that routes are driven by. */
    Appointments appointments() {
        return appointments;
    }

    /** Whether the way by the depot is shorter than the straight one somewhere, as in a table of measured legs it may be. */
    boolean depotIsShortCut() {
        return depotIsShortCut;
    }

    private boolean isShortCut(ServiceDay.Depot depot) {
        for (int from = 0; from < places; from++) {
            int toDepot = travel(from, depot.place());
            for (int to = 0; to < places; to++) {
                if (toDepot + travel(depot.place(), to) < travel(from, to)) {
                    return true;
                }
            }
        }
        return false;
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

    void measure(Slack slack) {
        slack.measure(engineerNumber, sequence, length);
    }

    int number(int position) {
        return sequence[position];
    }

    /** Computes all times of the sequence. */
    void drive() {
        driveStraight();
        drivePlaces();
    }

    /** Computes times without a break and with no more than the pick-up that is needed. */
    void driveStraight() {
        hard = UNKNOWN;
        soft = UNKNOWN;
        countedPickUp = NONE;
        van.count(engineerNumber, sequence, length);
        int need = van.firstInNeed();
        ServiceDay.Depot depot = day.depot();
        certain = need == NONE || depot == null ? NONE : shortestDetour(depot, need);
        pass(certain, NONE);
    }

    boolean breakIsMissing() {
        return pauseMissing;
    }

    /** Computes the earliest times there can be: no break, no pick-up. */
    void driveFree() {
        hard = UNKNOWN;
        soft = UNKNOWN;
        pass(NONE, NONE);
    }

    /** Whether no other place of a pick-up or break makes anything begin earlier than {@link #driveStraight} found. */
    boolean earliest() {
        return certain == NONE;
    }

    /** Finds places for the break and for a pick-up that is worthwhile, after {@link #driveStraight}. */
    void drivePlaces() {
        van.countChances(engineerNumber, sequence, length);
        ServiceDay.Depot depot = day.depot();
        int worthwhile = depot == null || !van.anyProbable() ? NONE : worthwhilePickUp(depot, certain);
        if (worthwhile == NONE && !pauseMissing) {
            return;
        }
        Choice choice = new Choice();
        choice.tryPauses(certain);
        if (worthwhile != NONE) {
            choice.tryPauses(worthwhile);
        }
        choice.drive();
    }

    /** The cheapest of some ways to drive the same sequence. */
    private final class Choice {
        private long least = Long.MAX_VALUE;
        private long leastHard;
        private int bestPickUp = NONE;
        private int bestPause = NONE;
        private int lastPickUp = NONE;
        private int lastPause = NONE;

        /** Tries each leg on which the break may begin; one after which it could still be taken as early is not worth trying. */
        void tryPauses(int pickUpLeg) {
            if (pickUpLeg != certain) {
                pass(pickUpLeg, NONE);
            }
            Terms.Pause owed = engineer.terms().pause();
            if (owed == null || !pauseMissing) {
                take(pickUpLeg, NONE);
                return;
            }
            int last = 0;
            while (last < length && finish[last] <= owed.latest()) {
                last++;
            }
            // From the back, so that the times before a leg hold. A depot that was closed without the break is closed with it.
            int open = pickUp;
            for (int leg = last; leg == last || leg >= 0 && finish[leg] > owed.earliest(); leg--) {
                pass(open, leg, leg);
                take(open, leg);
            }
            // A missing break alone costs that much.
            if (least > PlanRoutes.scaled(Level.HARD, owed.seconds())) {
                pass(pickUpLeg, NONE);
                take(pickUpLeg, NONE);
            }
        }

        private void take(int pickUpLeg, int leg) {
            lastPickUp = pickUpLeg;
            lastPause = leg;
            long broken = rules.hard(RouteTimes.this);
            long asked = PlanRoutes.scaled(Level.HARD, broken);
            asked += asked < least ? rules.soft(RouteTimes.this, least - asked) : 0;
            if (asked < least) {
                least = asked;
                leastHard = broken;
                bestPickUp = pickUpLeg;
                bestPause = leg;
            }
        }

        void drive() {
            if (lastPickUp != bestPickUp || lastPause != bestPause) {
                pass(bestPickUp, bestPause);
            }
            hard = leastHard;
            soft = least - PlanRoutes.scaled(Level.HARD, leastHard);
        }
    }

    /** What hard route rules ask for the route driven last, in their units. */
    long hard() {
        if (hard == UNKNOWN) {
            hard = rules.hard(this);
        }
        return hard;
    }

    /** What the others ask, in one number. */
    long soft() {
        if (soft == UNKNOWN) {
            soft = rules.soft(this, Long.MAX_VALUE);
        }
        return soft;
    }

    RouteRules rules() {
        return rules;
    }

    int engineerNumber() {
        return engineerNumber;
    }

    private boolean pauseOwed() {
        Terms.Pause owed = engineer.terms().pause();
        return owed != null && length > 0 && engineer.leaves() <= owed.latest() && back > owed.latest();
    }

    private void pass(int pickUpLeg, int pause) {
        pass(pickUpLeg, pause, 0);
    }

    /**
     * Drives by the depot on one leg and has the break on one leg, or not.
     *
     * @param first position before which the times hold already
     */
    private void pass(int pickUpLeg, int pause, int first) {
        pickUp = pickUpLeg;
        pauseLeg = NONE;
        int now = first == 0 ? engineer.leaves() : finish[first - 1];
        int at = first == 0 ? engineer.from() : visits[sequence[first - 1]].place();
        for (int i = first; i < length; i++) {
            int number = sequence[i];
            Visit visit = visits[number];
            int arrival = arrive(i, at, visit.place(), now);
            if (i == pause) {
                arrival = rested(i, at, visit.place(), now, arrival);
            }
            ready[i] = arrival;
            start[i] = firstStart(visit, links.has(number) ? Math.max(arrival, appointments.from[number]) : arrival);
            now = start[i] + visit.service();
            finish[i] = now;
            at = visit.place();
            road[i] = travelTo[i] + (i == 0 ? 0 : road[i - 1]);
            work[i] = visit.service() + (i == 0 ? 0 : work[i - 1]);
        }
        back = length == 0 ? now : arrive(length, at, engineer.to(), now);
        if (pause == length) {
            back = rested(length, at, engineer.to(), now, back);
        }
        travelHome = length == 0 ? 0 : travelTo[length];
        pauseMissing = pauseLeg == NONE && pauseOwed();
        if (pickUp != NONE && pickUp != countedPickUp) {
            countedPickUp = pickUp;
            van.countPickUp(engineerNumber, sequence, length, pickUp);
        }
    }

    /** @return arrival, by way of the depot on its leg unless the depot is closed then: there is no pick-up in that case */
    private int arrive(int leg, int from, int to, int departure) {
        travelTo[leg] = travel(from, to);
        ServiceDay.Depot depot = day.depot();
        if (leg == pickUp && depot != null) {
            int first = travel(from, depot.place());
            int begins = Math.max(departure + first, depot.opens());
            if (begins <= depot.closes()) {
                int second = travel(depot.place(), to);
                travelTo[leg] = first + second;
                pickUpBegins = begins;
                return begins + depot.seconds() + second;
            }
            pickUp = NONE;
        }
        return departure + travelTo[leg];
    }

    /** @return when the engineer has arrived and had the break: there if that is not too late, otherwise before setting off */
    private int rested(int leg, int from, int to, int departure, int arrival) {
        Terms.Pause pause = engineer.terms().pause();
        if (pause == null) {
            return arrival;
        }
        pauseLeg = leg;
        if (arrival <= pause.latest()) {
            pauseBegins = Math.max(arrival, pause.earliest());
            return pauseBegins + pause.seconds();
        }
        pauseBegins = Math.max(departure, pause.earliest());
        return arrive(leg, from, to, pauseBegins + pause.seconds());
    }

    /** When the windows of a visit open. */
    int[] opens(int visit) {
        return visits[visit].windows().stream().mapToInt(Visit.Window::from).toArray();
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

    /** The leg, up to this one, on which the way by the depot is shortest. */
    private int shortestDetour(ServiceDay.Depot depot, int upTo) {
        int shortest = Integer.MAX_VALUE;
        int leg = NONE;
        int at = engineer.from();
        for (int i = 0; i <= upTo; i++) {
            int place = visits[sequence[i]].place();
            int detour = travel(at, depot.place()) + travel(depot.place(), place) - travel(at, place);
            if (detour <= shortest) {
                shortest = detour;
                leg = i;
            }
            at = place;
        }
        return leg;
    }

    /** A leg for a pick-up that may save more than it costs, besides the one that is needed; -1 for none. */
    private int worthwhilePickUp(ServiceDay.Depot depot, int certain) {
        int until = certain == NONE ? length : certain;
        long most = 0;
        long sum = 0;
        for (int i = 0; i < until; i++) {
            long saved = van.chance[i] * visit(i).completion().secondVisitCents() / Completion.CERTAIN;
            most = Math.max(most, saved);
            sum += saved;
        }
        if (sum <= (certain == NONE ? depot.pickUpCents() : 0)) {
            return NONE;
        }
        int first = 0;
        while (van.chance[first] * visit(first).completion().secondVisitCents() / Completion.CERTAIN * WORTHWHILE < most) {
            first++;
        }
        return shortestDetour(depot, first);
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
        return visits[sequence[position]];
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
        return pickUp != NONE && position >= pickUp ? 0 : van.missing[position];
    }

    @Override
    public long pickUpCents(int position) {
        ServiceDay.Depot depot = day.depot();
        return depot == null || position != pickUp ? 0 : depot.pickUpCents();
    }

    @Override
    public int missingChance(int position) {
        return (pickUp == NONE ? van.chance : van.chanceAfterPickUp)[position];
    }

    @Override
    public long linkedSeconds(int position) {
        return links.has(sequence[position]) ? appointments.missed(sequence[position], start[position]) : 0;
    }

    @Override
    public int linkedStrangers(int position) {
        return links.has(sequence[position]) ? appointments.strangers(sequence[position], engineerNumber) : 0;
    }

    @Override
    public boolean leavesSite(int position) {
        int all = atSite[sequence[position]];
        if (all < 2 || position > 0 && sameSite(position, position - 1)) {
            return false;
        }
        int here = 1;
        while (position + here < length && sameSite(position, position + here)) {
            here++;
        }
        return here < all;
    }

    private boolean sameSite(int position, int other) {
        return atSite[sequence[other]] > 0 && visit(position).place() == visit(other).place();
    }

    @Override
    public int workUntil(int position) {
        return work[position];
    }

    @Override
    public int roadUntil(int position) {
        return road[position];
    }

    @Override
    public int missingPause(int position) {
        Terms.Pause pause = engineer.terms().pause();
        if (!pauseMissing || pause == null) {
            return 0;
        }
        boolean before = position > 0 && finish[position - 1] > pause.latest();
        return !before && (finish[position] > pause.latest() || position == length - 1) ? pause.seconds() : 0;
    }

    @Override
    public int freeBetween(int from, int to) {
        int free = overlap(back, engineer.ends(), from, to);
        for (int i = 0; i < length; i++) {
            free += overlap(ready[i], start[i], from, to);
        }
        return free;
    }

    private static int overlap(int begins, int ends, int from, int to) {
        return Math.max(0, Math.min(ends, to) - Math.max(begins, from));
    }

    /** The pick-up, or null. */
    Plan.@Nullable PickUp pickUp() {
        ServiceDay.Depot depot = day.depot();
        return depot == null || pickUp == NONE ? null : new Plan.PickUp(pickUp, pickUpBegins, pickUpBegins + depot.seconds());
    }

    /** The break, or null. */
    Plan.@Nullable Pause pause() {
        Terms.Pause pause = engineer.terms().pause();
        return pause == null || pauseLeg == NONE ? null : new Plan.Pause(pauseLeg, pauseBegins, pauseBegins + pause.seconds());
    }
}
