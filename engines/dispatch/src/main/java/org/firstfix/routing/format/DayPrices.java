package org.firstfix.routing.format;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.firstfix.routing.plan.Completion;
import org.firstfix.routing.plan.Engineer;
import org.firstfix.routing.plan.Link;
import org.firstfix.routing.plan.ServiceDay;
import org.firstfix.routing.plan.Terms;
import org.firstfix.routing.plan.Visit;
import org.firstfix.routing.plan.Weights;

/** Prices a driven route for {@link DayCheck}, with no rule object. */
final class DayPrices {
    private final ServiceDay day;
    private final Weights weights;
    private final Set<Integer> linked = new HashSet<>();

    DayPrices(DayInstance instance) {
        day = instance.day();
        weights = instance.weights();
        for (Link link : day.links()) {
            linked.add(link.first());
            linked.add(link.second());
        }
    }

    /** @return cents of a route that has a visit */
    long of(Engineer engineer, List<DayCheck.Made> made, long home, long back) {
        long cents = 0;
        for (int i = 0; i < made.size(); i++) {
            DayCheck.Made stop = made.get(i);
            long road = stop.road() + (i == made.size() - 1 ? home : 0);
            cents += hourly(road, weights.travelPerHour()) + visit(engineer, stop);
            cents += leavesSite(made, i) ? weights.sitePerStop() : 0;
        }
        cents += hourly(Math.max(0, back - engineer.ends()), weights.overtimePerHour());
        cents += unfair(engineer, made) + reserve(engineer, made, back);
        Terms.Contractor paid = engineer.terms().contractor();
        return cents + (paid == null ? 0 : paid.callOut());
    }

    private static long hourly(long seconds, long centsPerHour) {
        return (seconds * centsPerHour + 3599) / 3600;
    }

    private static long minutes(long seconds) {
        return seconds <= 0 ? 0 : (seconds + 59) / 60;
    }

    private long visit(Engineer engineer, DayCheck.Made stop) {
        Visit visit = stop.visit();
        long cents = late(visit, stop.start()) + minutes(stop.start() - visit.better()) * weights.riskPerMinute();
        cents += minutes(Math.min(stop.start(), visit.due()) - (long) visit.near().from()) * visit.near().centsPerMinute();
        cents += Math.floorDiv(2 * stop.lacking() * visit.completion().secondVisitCents() + Completion.CERTAIN, 2L * Completion.CERTAIN);
        cents += stop.loadedHere() && day.depot() != null ? day.depot().pickUpCents() : 0;
        for (var need : visit.skills().entrySet()) {
            cents += Math.max(0, engineer.skills().getOrDefault(need.getKey(), 0) - need.getValue()) * weights.surplusLevel();
        }
        cents += visit.current().isEmpty() || visit.current().getAsInt() == engineer.id() ? 0 : weights.changedEngineer();
        Terms.Contractor paid = engineer.terms().contractor();
        return cents + rank(visit, engineer.id()) + (paid == null ? 0 : paid.perVisit() + hourly(visit.service(), paid.perHour()));
    }

    private static long late(Visit visit, long start) {
        long cents = 0;
        for (int i = -1; i < visit.later().size(); i++) {
            long from = i < 0 ? visit.due() : visit.later().get(i).from();
            long to = i + 1 < visit.later().size() ? visit.later().get(i + 1).from() : Long.MAX_VALUE;
            long price = i < 0 ? visit.lateCentsPerMinute() : visit.later().get(i).centsPerMinute();
            cents += minutes(Math.min(start, to) - from) * price;
        }
        return cents;
    }

    private long rank(Visit visit, int engineer) {
        List<Set<Integer>> chain = visit.chain();
        if (chain.isEmpty() || chain.getFirst().contains(engineer)) {
            return 0;
        }
        if (chain.size() > 1 && chain.get(1).contains(engineer)) {
            return weights.firstStandIn();
        }
        return chain.stream().skip(2).anyMatch(ids -> ids.contains(engineer)) ? weights.laterStandIn() : weights.notPreferred();
    }

    private boolean together(List<DayCheck.Made> made, int one, int other) {
        return other >= 0 && other < made.size() && !linked.contains(made.get(other).visit().id()) && made.get(one).visit().place() == made.get(other).visit().place();
    }

    private boolean leavesSite(List<DayCheck.Made> made, int position) {
        if (linked.contains(made.get(position).visit().id()) || together(made, position, position - 1)) {
            return false;
        }
        int here = 1;
        while (together(made, position, position + here)) {
            here++;
        }
        int place = made.get(position).visit().place();
        return day.visits().stream().filter(visit -> visit.place() == place && !linked.contains(visit.id())).count() > here;
    }

    private long unfair(Engineer engineer, List<DayCheck.Made> made) {
        Terms.Load load = engineer.terms().load();
        long cents = 0;
        long counted = 0;
        long work = 0;
        for (DayCheck.Made stop : made) {
            work += stop.visit().service();
            long above = load.fairShare() == Visit.NEVER ? 0 : minutes(Math.min(work, load.workedBefore() + work - load.fairShare()));
            cents += (above - counted) * weights.unfairPerMinute();
            counted = above;
        }
        return cents;
    }

    private static long reserve(Engineer engineer, List<DayCheck.Made> made, long back) {
        Terms.Reserve reserve = engineer.terms().reserve();
        if (reserve == null) {
            return 0;
        }
        long free = within(reserve, back, engineer.ends());
        for (DayCheck.Made stop : made) {
            free += within(reserve, stop.ready(), stop.start());
        }
        return minutes(reserve.seconds() - free) * reserve.centsPerMinute();
    }

    private static long within(Terms.Reserve reserve, long from, long to) {
        return Math.max(0, Math.min(to, reserve.to()) - Math.max(from, reserve.from()));
    }
}
