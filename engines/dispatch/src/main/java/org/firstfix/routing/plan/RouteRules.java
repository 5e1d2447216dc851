package org.firstfix.routing.plan;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules that depend on the route, asked only where they concern the visit and the engineer: bits of a word say which. Rules about the engineer alone are
 * summed apart.
 */
final class RouteRules {
    private static final int MOST = Long.SIZE;

    private final Rule[] rules;
    private final Rule[] aboutEngineer;
    /** How far an amount is shifted to be in the unit of the price. */
    private final int[] shift;
    private final long hard;
    private final long growing;
    private final long aboutLast;
    private final long aboutBreak;
    private final long[] ofVisit;
    private final long[] ofEngineer;

    /** @throws IllegalArgumentException if there are more than 64 */
    RouteRules(ServiceDay day) {
        List<Rule> all = day.rules().stream().filter(rule -> !rule.aboutEngineerOnly()).toList();
        if (all.size() > MOST) {
            throw new IllegalArgumentException("there are " + all.size() + " rules about routes; at most " + MOST + " are possible.");
        }
        rules = all.toArray(Rule[]::new);
        aboutEngineer = day.rules().stream().filter(Rule::aboutEngineerOnly).toArray(Rule[]::new);
        shift = Arrays.stream(rules).mapToInt(rule -> rule.level() == Level.MONEY ? PlanRoutes.MONEY_SHIFT : 0).toArray();
        Links links = new Links(day);
        long ofHard = 0;
        long ofTime = 0;
        long ofLinks = 0;
        long ofLast = 0;
        long ofBreak = 0;
        for (int i = 0; i < rules.length; i++) {
            ofHard |= rules[i].level() == Level.HARD ? 1L << i : 0;
            ofTime |= rules[i].level() == Level.HARD && rules[i].growsWithTime() ? 1L << i : 0;
            ofLinks |= rules[i].aboutLinksOnly() ? 1L << i : 0;
            ofLast |= rules[i].aboutLastVisitOnly() ? 1L << i : 0;
            ofBreak |= rules[i].aboutMissingBreakOnly() ? 1L << i : 0;
        }
        hard = ofHard;
        growing = ofTime;
        aboutLast = ofLast;
        aboutBreak = ofBreak;
        ofVisit = new long[day.visits().size()];
        for (int visit = 0; visit < ofVisit.length; visit++) {
            ofVisit[visit] = bits(day.visits().get(visit), null) & (links.has(visit) ? -1 : ~ofLinks);
        }
        ofEngineer = day.engineers().stream().mapToLong(engineer -> bits(null, engineer)).toArray();
    }

    private long bits(@Nullable Visit visit, @Nullable Engineer engineer) {
        long bits = 0;
        for (int i = 0; i < rules.length; i++) {
            boolean concerns = visit == null || rules[i].concerns(visit);
            bits |= concerns && (engineer == null || rules[i].concerns(engineer)) ? 1L << i : 0;
        }
        return bits;
    }

    /** Those of these rules that may concern the visit at a position. */
    private long asked(RouteTimes times, int position, long which) {
        long asked = ofEngineer[times.engineerNumber()] & ofVisit[times.number(position)] & which;
        return position == times.length() - 1 ? asked : asked & ~aboutLast;
    }

    /** Those of these rules that may have an amount for the route as it is driven. */
    private long alive(RouteTimes times, long which) {
        return times.breakIsMissing() ? which : which & ~aboutBreak;
    }

    /** Whether a hard rule about a visit that nobody has pinned is broken. */
    boolean broken(RouteTimes times, boolean[] pinned) {
        return broken(times, pinned, hard);
    }

    /** The same for rules that no place of a break or pick-up can cure. */
    boolean brokenForGood(RouteTimes times, boolean[] pinned) {
        return broken(times, pinned, growing);
    }

    private boolean broken(RouteTimes times, boolean[] pinned, long which) {
        long alive = alive(times, which);
        for (int position = 0; position < times.length(); position++) {
            int visit = times.number(position);
            if (pinned[visit]) {
                continue;
            }
            for (long bits = asked(times, position, alive); bits != 0; bits &= bits - 1) {
                if (rules[Long.numberOfTrailingZeros(bits)].amount(times, position) != 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /** What hard rules ask for the route, in their units. */
    long hard(RouteTimes times) {
        return sum(times, hard);
    }

    /** The part of it that neither a break nor another pick-up makes less. */
    long hardForGood(RouteTimes times) {
        return sum(times, growing);
    }

    private long sum(RouteTimes times, long which) {
        long alive = alive(times, which);
        long sum = 0;
        for (int position = 0; position < times.length(); position++) {
            for (long bits = asked(times, position, alive); bits != 0; bits &= bits - 1) {
                sum += rules[Long.numberOfTrailingZeros(bits)].amount(times, position);
            }
        }
        return sum;
    }

    /** @return money and preferences of the route in one number, or something above the limit if they are higher */
    long soft(RouteTimes times, long limit) {
        long alive = alive(times, ~hard);
        long price = 0;
        for (int position = 0; position < times.length() && price <= limit; position++) {
            for (long bits = asked(times, position, alive); bits != 0; bits &= bits - 1) {
                int rule = Long.numberOfTrailingZeros(bits);
                price += rules[rule].amount(times, position) << shift[rule];
            }
        }
        return price;
    }

    /** The same and the hard ones by level. */
    Objective total(RouteTimes times) {
        long alive = alive(times, -1);
        long[] sums = new long[Level.values().length];
        for (int position = 0; position < times.length(); position++) {
            for (long bits = asked(times, position, alive); bits != 0; bits &= bits - 1) {
                Rule rule = rules[Long.numberOfTrailingZeros(bits)];
                sums[rule.level().ordinal()] += rule.amount(times, position);
            }
        }
        return new Objective(sums[Level.HARD.ordinal()], sums[Level.MONEY.ordinal()], sums[Level.PREFERENCE.ordinal()]);
    }

    /** What the rules about the engineer alone ask for one visit, whose place in the route does not matter. */
    Objective ofEngineerAlone(RouteTimes times, int position) {
        Objective sum = Objective.NOTHING;
        for (Rule rule : aboutEngineer) {
            sum = sum.plus(rule.level(), rule.amount(times, position));
        }
        return sum;
    }
}
