package org.firstfix.routing.plan;

/** The rules about an engineer's day, about visits that depend on each other, and about parts that are only probable. */
public final class DayRules {
    private static final long HOUR = 3600;
    private static final long MINUTE = 60;

    private DayRules() {}

    /** Linked visits begin with the gap agreed, and what is appointed with colleagues is kept; counts seconds. */
    public record LinkedTime() implements Rule {
        @Override
        public String id() {
            return "linked-time";
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
        public boolean aboutLinksOnly() {
            return true;
        }

        @Override
        public long amount(RouteView route, int position) {
            return route.linkedSeconds(position);
        }
    }

    /** Linked visits are made by the same engineer, or by different ones, as their link says; counts links. */
    public record LinkedEngineer() implements Rule {
        @Override
        public String id() {
            return "linked-engineer";
        }

        @Override
        public Level level() {
            return Level.HARD;
        }

        @Override
        public boolean aboutLinksOnly() {
            return true;
        }

        @Override
        public long amount(RouteView route, int position) {
            return route.linkedStrangers(position);
        }
    }

    /** Who is still out when the break should have begun has had it; counts the seconds of a break without a place. */
    public record Break() implements Rule {
        @Override
        public String id() {
            return "break";
        }

        @Override
        public Level level() {
            return Level.HARD;
        }

        @Override
        public boolean concerns(Engineer engineer) {
            return engineer.terms().pause() != null;
        }

        @Override
        public boolean aboutMissingBreakOnly() {
            return true;
        }

        @Override
        public long amount(RouteView route, int position) {
            return route.missingPause(position);
        }
    }

    /** The engineer can be back early enough for the legal rest before the next shift; counts the seconds too late. */
    public record LegalRest() implements Rule {
        @Override
        public String id() {
            return "legal-rest";
        }

        @Override
        public Level level() {
            return Level.HARD;
        }

        @Override
        public boolean concerns(Engineer engineer) {
            return engineer.terms().limits().restFrom() != Visit.NEVER;
        }

        @Override
        public boolean growsWithTime() {
            return true;
        }

        @Override
        public long amount(RouteView route, int position) {
            int restFrom = route.engineer().terms().limits().restFrom();
            return restFrom == Visit.NEVER ? 0 : Math.max(0, (long) route.finish(position) + route.wayHome(position) - restFrom);
        }
    }

    /** No more time on the road in a day than allowed, the way home included; counts the seconds too many. */
    public record MaximumDriving() implements Rule {
        @Override
        public String id() {
            return "maximum-driving";
        }

        @Override
        public Level level() {
            return Level.HARD;
        }

        @Override
        public boolean concerns(Engineer engineer) {
            return engineer.terms().limits().driving() != Visit.NEVER;
        }

        @Override
        public boolean growsWithTime() {
            return true;
        }

        @Override
        public long amount(RouteView route, int position) {
            int most = route.engineer().terms().limits().driving();
            if (most == Visit.NEVER) {
                return 0;
            }
            int home = position == route.length() - 1 ? route.travelHome() : route.wayHome(position);
            return Math.max(0, (long) route.roadUntil(position) + home - most);
        }
    }

    /** The visit is not farther from the end of the day than the engineer travels; counts the seconds too many. */
    public record MaximumTravel() implements Rule {
        @Override
        public String id() {
            return "maximum-travel";
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
            int most = route.engineer().terms().limits().farthest();
            return most == Visit.NEVER ? 0 : Math.max(0, route.wayHome(position) - most);
        }
    }

    /** The price of a second visit, as likely as the parts it may take are not at hand. */
    public record FirstVisitCompletion() implements Rule {
        @Override
        public String id() {
            return "first-visit-completion";
        }

        @Override
        public Level level() {
            return Level.MONEY;
        }

        @Override
        public boolean concerns(Visit visit) {
            return !visit.completion().sets().isEmpty();
        }

        @Override
        public long amount(RouteView route, int position) {
            long chance = route.missingChance(position);
            return chance == 0 ? 0 : (chance * route.visit(position).completion().secondVisitCents() + Completion.CERTAIN / 2) / Completion.CERTAIN;
        }
    }

    /** Going by the depot costs more than the way. */
    public record DepotPickUp() implements Rule {
        @Override
        public String id() {
            return "depot-pick-up";
        }

        @Override
        public Level level() {
            return Level.MONEY;
        }

        @Override
        public long amount(RouteView route, int position) {
            return route.pickUpCents(position);
        }
    }

    /** Who is paid by the call costs the call-out once, each visit, and each hour of work. */
    public record Contractor() implements Rule {
        @Override
        public String id() {
            return "contractor";
        }

        @Override
        public Level level() {
            return Level.MONEY;
        }

        @Override
        public boolean concerns(Engineer engineer) {
            return engineer.terms().contractor() != null;
        }

        @Override
        public long amount(RouteView route, int position) {
            Terms.Contractor paid = route.engineer().terms().contractor();
            if (paid == null) {
                return 0;
            }
            long work = (long) route.finish(position) - route.start(position);
            return (position == 0 ? paid.callOut() : 0) + paid.perVisit() + Math.ceilDiv(work * paid.perHour(), HOUR);
        }
    }

    /**
     * Who plans to begin just before the deadline is late when anything takes longer: every minute after {@link Visit#near()} costs
     * a part of a late one. What is after the deadline costs what lateness costs, besides.
     */
    public record NearDeadline() implements Rule {
        @Override
        public String id() {
            return "near-deadline";
        }

        @Override
        public Level level() {
            return Level.MONEY;
        }

        @Override
        public boolean concerns(Visit visit) {
            return visit.near() != Visit.Step.NONE;
        }

        @Override
        public long amount(RouteView route, int position) {
            Visit visit = route.visit(position);
            Visit.Step near = visit.near();
            long spent = Math.min(route.start(position), visit.due()) - (long) near.from();
            return spent <= 0 ? 0 : Math.ceilDiv(spent, MINUTE) * near.centsPerMinute();
        }
    }

    /** Work that begins late may not be finished that day; counts every minute begun after the better begin. */
    public record LateInTheDay(long centsPerMinute) implements Rule {
        @Override
        public String id() {
            return "late-in-the-day";
        }

        @Override
        public Level level() {
            return Level.PREFERENCE;
        }

        @Override
        public boolean concerns(Visit visit) {
            return visit.better() != Visit.NEVER;
        }

        @Override
        public long amount(RouteView route, int position) {
            Visit visit = route.visit(position);
            long late = (long) route.start(position) - visit.better();
            return late <= 0 ? 0 : Math.ceilDiv(late, MINUTE) * centsPerMinute;
        }
    }

    /** Visits at one site belong on one stop: each stop at a site costs that leaves others to somebody else or for later. */
    public record SameSite(long cents) implements Rule {
        @Override
        public String id() {
            return "same-site";
        }

        @Override
        public Level level() {
            return Level.PREFERENCE;
        }

        @Override
        public long amount(RouteView route, int position) {
            return route.leavesSite(position) ? cents : 0;
        }
    }

    /** Work above the fair share of a longer period, by the minute begun. */
    public record FairShare(long centsPerMinute) implements Rule {
        @Override
        public String id() {
            return "fair-share";
        }

        @Override
        public Level level() {
            return Level.PREFERENCE;
        }

        @Override
        public boolean concerns(Engineer engineer) {
            return engineer.terms().load().fairShare() != Visit.NEVER;
        }

        @Override
        public long amount(RouteView route, int position) {
            Terms.Load load = route.engineer().terms().load();
            if (load.fairShare() == Visit.NEVER) {
                return 0;
            }
            long before = position == 0 ? 0 : route.workUntil(position - 1);
            return (minutesAbove(load, route.workUntil(position)) - minutesAbove(load, before)) * centsPerMinute;
        }

        /** Those of the work before the day are not this day's. */
        private static long minutesAbove(Terms.Load load, long work) {
            long above = load.workedBefore() + work - Math.max(load.fairShare(), load.workedBefore());
            return above <= 0 ? 0 : Math.ceilDiv(above, MINUTE);
        }
    }

    /** Time kept free for emergencies, by the minute begun that is missing; belongs to the last visit. */
    public record EmergencyReserve() implements Rule {
        @Override
        public String id() {
            return "emergency-reserve";
        }

        @Override
        public Level level() {
            return Level.PREFERENCE;
        }

        @Override
        public boolean concerns(Engineer engineer) {
            return engineer.terms().reserve() != null;
        }

        @Override
        public boolean aboutLastVisitOnly() {
            return true;
        }

        @Override
        public long amount(RouteView route, int position) {
            Terms.Reserve reserve = route.engineer().terms().reserve();
            if (reserve == null || position < route.length() - 1) {
                return 0;
            }
            long missing = reserve.seconds() - (long) route.freeBetween(reserve.from(), reserve.to());
            return missing <= 0 ? 0 : Math.ceilDiv(missing, MINUTE) * reserve.centsPerMinute();
        }
    }
}
