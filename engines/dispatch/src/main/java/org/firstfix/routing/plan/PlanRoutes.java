package org.firstfix.routing.plan;

import java.util.Arrays;
import org.firstfix.routing.search.Blinks;
import org.firstfix.routing.search.RememberedPlaces;
import org.firstfix.routing.search.Routes;

/**
 * Routes priced by the rules. What depends on the engineer alone is added up once; the rest is asked anew for every route tried, which technicians' routes
 * of a few visits allow. For the search, money and preference are one number, with money far above.
 */
final class PlanRoutes extends RememberedPlaces {
    /** Preferences of a day up to 2^26 cents never outweigh a cent of money. */
    static final int MONEY_SHIFT = 26;
    /** A unit of a broken hard rule of a pinned visit, in cents: enough to be avoided where it can be. */
    private static final long HARD_CENTS = 1_000;

    private static final int LONGEST_WAIT = 15;

    private final ServiceDay day;
    private final RouteRules rules;
    private final boolean[] suits;
    /** By visit and engineer, of the rules about the engineer only. */
    private final long[] engineerCost;
    private final boolean[] pinned;
    private final RouteTimes times;
    private final Slack slack;
    private final Links links;
    private final UnitPlaces units;
    /** A unit without a place is looked at again after some iterations, the more often it found none the later. */
    private final int[] waiting;
    private final int[] failures;

    PlanRoutes(ServiceDay day) {
        super(day.visits().size(), day.engineers().size(), absencePrices(day));
        this.day = day;
        times = new RouteTimes(day);
        rules = times.rules();
        links = times.links();
        units = new UnitPlaces(this, times);
        waiting = new int[visits];
        failures = new int[visits];
        suits = new boolean[visits * routes];
        engineerCost = new long[visits * routes];
        pinned = new boolean[visits];
        for (int visit = 0; visit < visits; visit++) {
            pinned[visit] = day.visits().get(visit).pinned().isPresent();
        }
        slack = new Slack(day, times);
        Rule[] engineerRules = day.rules().stream().filter(Rule::aboutEngineerOnly).toArray(Rule[]::new);
        for (int route = 0; route < routes; route++) {
            for (int visit = 0; visit < visits; visit++) {
                judge(visit, route, engineerRules);
            }
        }
        for (int route = 0; route < routes; route++) {
            refresh(route);
        }
    }

    private PlanRoutes(PlanRoutes other) {
        super(other);
        day = other.day;
        rules = other.rules;
        suits = other.suits;
        engineerCost = other.engineerCost;
        pinned = other.pinned;
        times = other.times.sibling();
        slack = other.slack.sibling(times);
        links = other.links;
        units = new UnitPlaces(this, times);
        waiting = new int[visits];
        failures = new int[visits];
        for (int route = 0; route < routes; route++) {
            refresh(route);
        }
    }

    private void judge(int visit, int route, Rule[] engineerRules) {
        times.of(route);
        times.add(visit);
        long hard = 0;
        long cost = 0;
        for (Rule rule : engineerRules) {
            long amount = rule.amount(times, 0);
            hard += rule.level() == Level.HARD ? amount : 0;
            cost += scaled(rule.level(), amount);
        }
        boolean chosen = pinned[visit] && day.visits().get(visit).pinned().getAsInt() == day.engineers().get(route).id();
        suits[visit * routes + route] = pinned[visit] ? chosen : hard == 0;
        engineerCost[visit * routes + route] = cost;
    }

    static long scaled(Level level, long amount) {
        return switch (level) {
            case HARD -> amount * HARD_CENTS << MONEY_SHIFT;
            case MONEY -> amount << MONEY_SHIFT;
            case PREFERENCE -> amount;
        };
    }

    private static long[] absencePrices(ServiceDay day) {
        // Somebody has decided that a pinned visit is made.
        long more = day.visits().stream().mapToLong(Visit::absenceCents).sum() + 1_000_000;
        return day.visits().stream().mapToLong(visit -> Math.max(1, visit.absenceCents()) + (visit.pinned().isPresent() ? more : 0))
                .map(cents -> cents << MONEY_SHIFT).toArray();
    }

    @Override
    public Routes blank() {
        return new PlanRoutes(this);
    }

    @Override
    public boolean routesAlike() {
        return false;
    }

    @Override
    public boolean pricesAddUp() {
        // Routes of several solutions would not agree on the appointments.
        return !links.any();
    }

    @Override
    protected boolean suits(int visit, int route) {
        return suits[visit * routes + route];
    }

    boolean pinned(int visit) {
        return pinned[visit];
    }

    Appointments appointments() {
        return times.appointments();
    }

    /** Takes out linked visits that are not all planned, or do not keep what they are linked by, so that they are planned as one. */
    void takeOutBrokenUnits() {
        for (int visit = 0; visit < visits && links.any(); visit++) {
            if (routeOf[visit] != ABSENT && links.has(visit) && Arrays.stream(links.group(visit)).anyMatch(this::isBroken)) {
                int route = routeOf[visit];
                unlink(visit);
                refresh(route);
            }
        }
    }

    private boolean isBroken(int visit) {
        return routeOf[visit] == ABSENT || appointments().missed(visit, appointments().from[visit]) > 0
                || appointments().strangers(visit, routeOf[visit]) > 0;
    }

    @Override
    protected void unlinking(int visit, int before, int after) {
        if (links.has(visit)) {
            appointments().free(visit);
        }
    }

    @Override
    public int takeOutPartners(int[] removed, int count) {
        int all = count;
        for (int i = 0; i < count && links.any(); i++) {
            if (!links.has(removed[i])) {
                continue;
            }
            for (int member : links.group(removed[i])) {
                int route = routeOf[member];
                if (route != ABSENT) {
                    unlink(member);
                    refresh(route);
                    removed[all++] = member;
                }
            }
        }
        return all;
    }

    @Override
    public boolean findPlace(int visit, Blinks blinks) {
        if (!links.has(visit)) {
            return super.findPlace(visit, blinks);
        }
        int[] unit = links.group(visit);
        // One of them asks for all, so that a unit without a place is not looked at again for each.
        if (visit != unit[0] || waiting[visit] > 0) {
            waiting[visit] -= visit == unit[0] ? 1 : 0;
            return false;
        }
        boolean found = units.find(unit, blinks);
        placeCost = units.cost();
        for (int member : unit) {
            placeCost -= member == visit || !found ? 0 : absencePrice[member];
        }
        found &= placeCost < absencePrice[visit];
        failures[visit] = found ? 0 : Math.min(LONGEST_WAIT, 2 * failures[visit] + 1);
        waiting[visit] = failures[visit];
        return found;
    }

    @Override
    public void insertAtPlace(int visit) {
        if (links.has(visit)) {
            units.insert();
        } else {
            super.insertAtPlace(visit);
        }
    }

    @Override
    public void copyFrom(Routes other) {
        super.copyFrom(other);
        slack.copyFrom(((PlanRoutes) other).slack);
        if (links.any()) {
            appointments().copyFrom(((PlanRoutes) other).appointments());
        }
    }

    @Override
    protected void update(int route) {
        times.of(route);
        for (int node = succ[start(route)]; node < visits; node = succ[node]) {
            times.add(node);
        }
        times.measure(slack);
    }

    @Override
    protected long price(int route) {
        long cost = priceSequence(route);
        return cost == IMPOSSIBLE ? IMPOSSIBLE / 1024 : cost;
    }

    @Override
    protected void priceRoute(int visit, int route) {
        boolean driving = false;
        int before = start(route);
        for (int position = 0; before < visits || position == 0; position++) {
            if (slack.mayFit(route, before, succ[before], visit)) {
                if (!driving) {
                    enter(route, visit, before);
                    driving = true;
                }
                long cost = priceSequence(route);
                if (cost != IMPOSSIBLE) {
                    offer(before, cost - routeCost[route]);
                }
            }
            before = succ[before];
            if (driving && before < visits) {
                times.swapWithNext(position);
            }
        }
    }

    /** Gives the times the route with a visit after a node. */
    private void enter(int route, int visit, int after) {
        times.of(route);
        for (int node = start(route); node != end(route); node = succ[node]) {
            if (node < visits) {
                times.add(node);
            }
            if (node == after) {
                times.add(visit);
            }
        }
    }

    /** Whether a visit may fit after a node, as far as can be told without asking the rules. */
    boolean mayFit(int visit, int route, int after) {
        return slack.mayFit(route, after, succ[after], visit);
    }

    /** @return the price of what the times hold, or {@link #IMPOSSIBLE} if a hard rule about a visit that is not pinned is broken */
    long priceSequence(int route) {
        times.driveStraight();
        if (times.earliest() && rules.brokenForGood(times, pinned)) {
            return IMPOSSIBLE;
        }
        times.drivePlaces();
        if (rules.broken(times, pinned)) {
            return IMPOSSIBLE;
        }
        long cost = scaled(Level.HARD, times.hard()) + times.soft();
        for (int position = 0; position < times.length(); position++) {
            cost += engineerCost[times.number(position) * routes + route];
        }
        return cost;
    }
}
