package org.firstfix.routing.plan;

import org.firstfix.routing.search.RememberedPlaces;
import org.firstfix.routing.search.Routes;

/**
 * Routes priced by the rules. What depends on the engineer alone is added up once; the rest is asked anew for every route tried, which technicians' routes
 * of a few visits allow. For the search, money and preference are one number, with money far above.
 */
final class PlanRoutes extends RememberedPlaces {
    /** Preferences of a day up to 2^26 cents never outweigh a cent of money. */
    private static final int MONEY_SHIFT = 26;
    /** A unit of a broken hard rule of a pinned visit, in cents: enough to be avoided where it can be. */
    private static final long HARD_CENTS = 1_000;

    private final ServiceDay day;
    private final Rule[] routeRules;
    private final boolean[] suits;
    /** By visit and engineer, of the rules about the engineer only. */
    private final long[] engineerCost;
    private final boolean[] pinned;
    private final RouteTimes times;

    PlanRoutes(ServiceDay day) {
        super(day.visits().size(), day.engineers().size(), absencePrices(day));
        this.day = day;
        routeRules = day.rules().stream().filter(rule -> !rule.aboutEngineerOnly()).toArray(Rule[]::new);
        times = new RouteTimes(day);
        suits = new boolean[visits * routes];
        engineerCost = new long[visits * routes];
        pinned = new boolean[visits];
        for (int visit = 0; visit < visits; visit++) {
            pinned[visit] = day.visits().get(visit).pinned().isPresent();
        }
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
        routeRules = other.routeRules;
        suits = other.suits;
        engineerCost = other.engineerCost;
        pinned = other.pinned;
        times = other.times.sibling();
        for (int route = 0; route < routes; route++) {
            refresh(route);
        }
    }

    private void judge(int visit, int route, Rule[] engineerRules) {
        times.of(route);
        times.add(visit);
        times.drive();
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
    protected boolean suits(int visit, int route) {
        return suits[visit * routes + route];
    }

    @Override
    protected void update(int route) {
        // Prices are asked from the sequence itself.
    }

    @Override
    protected long price(int route) {
        times.of(route);
        for (int node = succ[start(route)]; node < visits; node = succ[node]) {
            times.add(node);
        }
        long cost = priceDriven(route, IMPOSSIBLE);
        return cost == IMPOSSIBLE ? IMPOSSIBLE / 1024 : cost;
    }

    @Override
    protected void priceRoute(int visit, int route) {
        times.of(route);
        times.add(visit);
        for (int node = succ[start(route)]; node < visits; node = succ[node]) {
            times.add(node);
        }
        int before = start(route);
        for (int position = 0;; position++) {
            long cost = priceDriven(route, IMPOSSIBLE);
            if (cost != IMPOSSIBLE) {
                offer(before, cost - routeCost[route]);
            }
            before = succ[before];
            if (before >= visits) {
                return;
            }
            times.swapWithNext(position);
        }
    }

    /** @return the price of the sequence, or {@link #IMPOSSIBLE} if a hard rule about a visit that is not pinned is broken */
    private long priceDriven(int route, long impossible) {
        times.drive();
        long cost = 0;
        for (int position = 0; position < times.length(); position++) {
            int visit = times.number(position);
            cost += engineerCost[visit * routes + route];
            for (Rule rule : routeRules) {
                long amount = rule.amount(times, position);
                if (amount != 0) {
                    if (rule.level() == Level.HARD && !pinned[visit]) {
                        return impossible;
                    }
                    cost += scaled(rule.level(), amount);
                }
            }
        }
        return cost;
    }
}
