package org.firstfix.routing.plan;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rules, each an object of its own. */
public final class Rules {
    private static final long HOUR = 3600;

    private Rules() {}

    /** All of them, in the order in which they explain themselves. */
    public static List<Rule> standard(Weights weights) {
        return List.of(new SkillLevel(), new RequiredEngineer(), new ExcludedEngineer(), new PinnedEngineer(), new CustomerWindow(), new EarliestStart(),
                new ShiftEnd(), new PartsAtHand(), new DayRules.LinkedTime(), new DayRules.LinkedEngineer(), new DayRules.Break(), new DayRules.LegalRest(),
                new DayRules.MaximumDriving(), new DayRules.MaximumTravel(), new LateStart(), new DayRules.NearDeadline(), new DayRules.FirstVisitCompletion(), new DayRules.DepotPickUp(),
                new DayRules.Contractor(), new TravelTime(weights.travelPerHour()), new Overtime(weights.overtimePerHour()),
                new PreferredEngineer(weights.firstStandIn(), weights.laterStandIn(), weights.notPreferred()), new CalmPlan(weights.changedEngineer()),
                new ScarceSkill(weights.surplusLevel()), new DayRules.LateInTheDay(weights.riskPerMinute()), new DayRules.SameSite(weights.sitePerStop()),
                new DayRules.FairShare(weights.unfairPerMinute()), new DayRules.EmergencyReserve());
    }

    /** The engineer has every skill at the level needed; counts missing levels. */
    public record SkillLevel() implements Rule {
        @Override
        public String id() {
            return "skill-level";
        }

        @Override
        public Level level() {
            return Level.HARD;
        }

        @Override
        public boolean aboutEngineerOnly() {
            return true;
        }

        @Override
        public long amount(RouteView route, int position) {
            long missing = 0;
            for (Map.Entry<String, Integer> needed : route.visit(position).skills().entrySet()) {
                missing += Math.max(0, needed.getValue() - route.engineer().skills().getOrDefault(needed.getKey(), 0));
            }
            return missing;
        }
    }

    /** Where some engineers are required, it is one of them. */
    public record RequiredEngineer() implements Rule {
        @Override
        public String id() {
            return "required-engineer";
        }

        @Override
        public Level level() {
            return Level.HARD;
        }

        @Override
        public boolean aboutEngineerOnly() {
            return true;
        }

        @Override
        public long amount(RouteView route, int position) {
            Visit visit = route.visit(position);
            return visit.required().isEmpty() || visit.required().contains(route.engineer().id()) ? 0 : 1;
        }
    }

    /** Nobody whom the customer does not want. */
    public record ExcludedEngineer() implements Rule {
        @Override
        public String id() {
            return "excluded-engineer";
        }

        @Override
        public Level level() {
            return Level.HARD;
        }

        @Override
        public boolean aboutEngineerOnly() {
            return true;
        }

        @Override
        public long amount(RouteView route, int position) {
            return route.visit(position).excluded().contains(route.engineer().id()) ? 1 : 0;
        }
    }

    /** What a person has pinned stays with the engineer. */
    public record PinnedEngineer() implements Rule {
        @Override
        public String id() {
            return "pinned-engineer";
        }

        @Override
        public Level level() {
            return Level.HARD;
        }

        @Override
        public boolean aboutEngineerOnly() {
            return true;
        }

        @Override
        public long amount(RouteView route, int position) {
            Visit visit = route.visit(position);
            return visit.pinned().isPresent() && visit.pinned().getAsInt() != route.engineer().id() ? 1 : 0;
        }
    }

    /** Work begins in one of the customer's windows; counts the seconds after the last one. Before a window the engineer waits. */
    public record CustomerWindow() implements Rule {
        @Override
        public String id() {
            return "customer-window";
        }

        @Override
        public Level level() {
            return Level.HARD;
        }

        @Override
        public boolean concerns(Visit visit) {
            return !visit.windows().isEmpty();
        }

        @Override
        public boolean growsWithTime() {
            return true;
        }

        @Override
        public long amount(RouteView route, int position) {
            List<Visit.Window> windows = route.visit(position).windows();
            return windows.isEmpty() ? 0 : Math.max(0, route.start(position) - windows.getLast().to());
        }
    }

    /** Work does not begin before what it needs has arrived; counts seconds. */
    public record EarliestStart() implements Rule {
        @Override
        public String id() {
            return "earliest-start";
        }

        @Override
        public Level level() {
            return Level.HARD;
        }

        @Override
        public boolean concerns(Visit visit) {
            return visit.notBefore() > 0;
        }

        @Override
        public long amount(RouteView route, int position) {
            return Math.max(0, route.visit(position).notBefore() - route.start(position));
        }
    }

    /** The engineer can be back at the end of the shift and the allowed overtime; counts the seconds too late. */
    public record ShiftEnd() implements Rule {
        @Override
        public String id() {
            return "shift-end";
        }

        @Override
        public Level level() {
            return Level.HARD;
        }

        @Override
        public boolean growsWithTime() {
            return true;
        }

        @Override
        public long amount(RouteView route, int position) {
            Engineer engineer = route.engineer();
            return Math.max(0, (long) route.finish(position) + route.wayHome(position) - engineer.ends() - engineer.overtime());
        }
    }

    /** The parts are in the van or can be picked up before; counts the pieces missing. */
    public record PartsAtHand() implements Rule {
        @Override
        public String id() {
            return "parts-at-hand";
        }

        @Override
        public Level level() {
            return Level.HARD;
        }

        @Override
        public boolean concerns(Visit visit) {
            return !visit.parts().isEmpty();
        }

        @Override
        public long amount(RouteView route, int position) {
            return route.missingParts(position);
        }
    }

    /** Every minute begun after the agreed instant costs what the contract says, which may be another price from later instants on. */
    public record LateStart() implements Rule {
        @Override
        public String id() {
            return "late-start";
        }

        @Override
        public Level level() {
            return Level.MONEY;
        }

        @Override
        public boolean concerns(Visit visit) {
            return visit.due() != Visit.NEVER;
        }

        @Override
        public long amount(RouteView route, int position) {
            Visit visit = route.visit(position);
            long from = visit.due();
            long start = route.start(position);
            if (start <= from) {
                return 0;
            }
            long cents = 0;
            long price = visit.lateCentsPerMinute();
            for (Visit.Step step : visit.later()) {
                cents += minutesBegun(from, Math.min(start, step.from())) * price;
                from = step.from();
                price = step.centsPerMinute();
            }
            return cents + minutesBegun(from, start) * price;
        }

        private static long minutesBegun(long from, long to) {
            return to <= from ? 0 : Math.ceilDiv(to - from, 60L);
        }
    }

    /** Time on the road; the way home belongs to the last visit. */
    public record TravelTime(long centsPerHour) implements Rule {
        @Override
        public String id() {
            return "travel-time";
        }

        @Override
        public Level level() {
            return Level.PREFERENCE;
        }

        @Override
        public long amount(RouteView route, int position) {
            long seconds = route.travelTo(position) + (position == route.length() - 1 ? route.travelHome() : 0L);
            return Math.ceilDiv(seconds * centsPerHour, HOUR);
        }
    }

    /** Time after the shift; belongs to the last visit. */
    public record Overtime(long centsPerHour) implements Rule {
        @Override
        public String id() {
            return "overtime";
        }

        @Override
        public Level level() {
            return Level.PREFERENCE;
        }

        @Override
        public boolean aboutLastVisitOnly() {
            return true;
        }

        @Override
        public long amount(RouteView route, int position) {
            long over = position == route.length() - 1 ? route.back() - route.engineer().ends() : 0;
            return over <= 0 ? 0 : Math.ceilDiv(over * centsPerHour, HOUR);
        }
    }

    /**
     * Who belongs to the customer, or the nearest stand-in.
     *
     * @param firstStandIn cents for the second rank of the visit's chain, {@code laterStandIn} for later ranks, {@code others} for who is not in it
     */
    public record PreferredEngineer(long firstStandIn, long laterStandIn, long others) implements Rule {
        @Override
        public String id() {
            return "preferred-engineer";
        }

        @Override
        public Level level() {
            return Level.PREFERENCE;
        }

        @Override
        public boolean aboutEngineerOnly() {
            return true;
        }

        @Override
        public long amount(RouteView route, int position) {
            List<Set<Integer>> chain = route.visit(position).chain();
            int rank = 0;
            while (rank < chain.size() && !chain.get(rank).contains(route.engineer().id())) {
                rank++;
            }
            if (rank == 0) {
                return 0;
            }
            return rank == chain.size() ? others : rank == 1 ? firstStandIn : laterStandIn;
        }
    }

    /** A plan in force is not turned over for a trifle. */
    public record CalmPlan(long cents) implements Rule {
        @Override
        public String id() {
            return "calm-plan";
        }

        @Override
        public Level level() {
            return Level.PREFERENCE;
        }

        @Override
        public boolean aboutEngineerOnly() {
            return true;
        }

        @Override
        public long amount(RouteView route, int position) {
            Visit visit = route.visit(position);
            return visit.current().isEmpty() || visit.current().getAsInt() == route.engineer().id() ? 0 : cents;
        }
    }

    /** People with rare levels are kept for the work that needs them; counts the levels above the ones needed. */
    public record ScarceSkill(long centsPerLevel) implements Rule {
        @Override
        public String id() {
            return "scarce-skill";
        }

        @Override
        public Level level() {
            return Level.PREFERENCE;
        }

        @Override
        public boolean aboutEngineerOnly() {
            return true;
        }

        @Override
        public long amount(RouteView route, int position) {
            long surplus = 0;
            for (Map.Entry<String, Integer> needed : route.visit(position).skills().entrySet()) {
                surplus += Math.max(0, route.engineer().skills().getOrDefault(needed.getKey(), 0) - needed.getValue());
            }
            return surplus * centsPerLevel;
        }
    }
}
