package org.firstfix.benchmarks.dispatch.branch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.firstfix.routing.plan.Completion;
import org.firstfix.routing.plan.Engineer;
import org.firstfix.routing.plan.Plan;
import org.firstfix.routing.plan.Planner;
import org.firstfix.routing.plan.Rules;
import org.firstfix.routing.plan.ServiceDay;
import org.firstfix.routing.plan.Travel;
import org.firstfix.routing.plan.Visit;
import org.firstfix.routing.plan.Weights;
import org.firstfix.routing.search.Budget;

/**
 * Our engine: whenever somebody is idle and something waits, what is left of the day is planned anew from the plan in force, and who is idle sets off for
 * the first stop of his route. Nobody is committed before he sets off.
 */
public final class Planning implements Dispatcher {
    /** What a second visit costs the branch: an hour and a half of an engineer with the way. */
    private static final long SECOND_VISIT_CENTS = 9_000;
    /** Who has not been there yet should better come so early that a second visit would still be in time. */
    private static final int SECOND_CHANCE = 3600;
    private final boolean withParts;
    private final int iterations;
    private final long seed;
    private final List<List<Integer>> routes = new ArrayList<>();
    private boolean begun;

    /**
     * @param withParts whether the parts that a call probably takes count
     * @param iterations of the search at each event, ten times as many in the morning
     */
    public Planning(boolean withParts, int iterations, long seed) {
        this.withParts = withParts;
        this.iterations = iterations;
        this.seed = seed;
    }

    @Override
    public List<Departure> decide(Situation situation) {
        if (situation.waiting().isEmpty() || situation.crew().stream().noneMatch(Situation.Member::idle)) {
            return List.of();
        }
        Map<Integer, Situation.Waiting> waiting = new HashMap<>();
        situation.waiting().forEach(each -> waiting.put(each.call().number() + 1, each));
        Planner planner = new Planner(rest(situation));
        int most = begun ? iterations : 10 * iterations;
        begun = true;
        Plan plan = planner.improve(inForce(situation, waiting), Budget.iterations(most), 1, seed + situation.now()).plan();
        routes.clear();
        List<Departure> departures = new ArrayList<>();
        for (Plan.Route route : plan.routes()) {
            List<Integer> calls = new ArrayList<>(route.stops().stream().map(Plan.Stop::visit).toList());
            Situation.Member member = situation.crew().get(route.engineer() - 1);
            if (member.idle() && !calls.isEmpty()) {
                boolean byStore = route.stops().getFirst().pickUpBefore();
                Map<String, Integer> load = byStore ? load(calls.stream().map(waiting::get).toList(), member) : Map.of();
                departures.add(new Departure(member.number(), calls.removeFirst() - 1, byStore, load));
            }
            routes.add(calls);
        }
        return departures;
    }

    private Plan inForce(Situation situation, Map<Integer, Situation.Waiting> waiting) {
        List<Plan.Route> kept = new ArrayList<>();
        List<Integer> left = new ArrayList<>(situation.waiting().stream().map(each -> each.call().number() + 1).toList());
        for (int engineer = 0; engineer < routes.size(); engineer++) {
            List<Integer> calls = routes.get(engineer).stream().filter(waiting::containsKey).toList();
            left.removeAll(calls);
            kept.add(new Plan.Route(engineer + 1, calls.stream().map(call -> new Plan.Stop(call, 0, 0, false)).toList(), 0));
        }
        return new Plan(kept, left);
    }

    /** What is left of the day: everybody begins where and when he will be free. */
    private ServiceDay rest(Situation situation) {
        BranchDay day = situation.day();
        List<Engineer> engineers = situation.crew().stream().map(member -> {
            BranchDay.Staff staff = day.staff().get(member.number());
            int begins = Math.max(situation.now(), member.expected());
            int ends = Math.max(begins, BranchDay.ENDS);
            return new Engineer(member.number() + 1, member.place(), staff.home(), begins, ends,
                    Math.max(0, BranchDay.ENDS + BranchDay.OVERTIME - ends), staff.skills(), member.van());
        }).toList();
        List<Visit> visits = situation.waiting().stream().map(this::visit).toList();
        ServiceDay.Depot store = new ServiceDay.Depot(0, 0, BranchDay.ENDS, BranchDay.PICK_UP);
        return new ServiceDay(day.travel().length, engineers, visits, store, Travel.table(day.travel()), Rules.standard(Weights.USUAL));
    }

    private Visit visit(Situation.Waiting waiting) {
        BranchDay.Call call = waiting.call();
        long lateUntilEvening = Math.max(0, BranchDay.ENDS - call.due()) / 60 * call.lateCentsPerMinute();
        Completion completion = Completion.NONE;
        if (withParts && !waiting.known()) {
            Map<Map<String, Integer>, Double> sets = new LinkedHashMap<>();
            call.causes().stream().filter(cause -> !cause.parts().isEmpty()).forEach(cause -> sets.merge(cause.parts(), cause.probability(), Double::sum));
            completion = new Completion(sets.entrySet().stream().map(set -> Completion.PartSet.of(set.getValue(), set.getKey())).toList(), SECOND_VISIT_CENTS);
        }
        OptionalInt current = OptionalInt.empty();
        for (int engineer = 0; engineer < routes.size(); engineer++) {
            if (routes.get(engineer).contains(call.number() + 1)) {
                current = OptionalInt.of(engineer + 1);
            }
        }
        return new Visit(call.number() + 1, call.place(), waiting.expectedSeconds(), List.of(), call.skills(), waiting.certain(), 0, call.due(),
                call.lateCentsPerMinute(), BranchDay.OPEN_CENTS + lateUntilEvening, Set.of(), Set.of(), List.of(), OptionalInt.empty(), current, near(call), List.of(),
                waiting.known() ? Visit.NEVER : call.due() - SECOND_CHANCE, completion);
    }

    /** As the usual planning policy has it: two hours before the deadline a minute counts as half a late one. */
    private static Visit.Step near(BranchDay.Call call) {
        return new Visit.Step(call.due() - 2 * 3600, call.lateCentsPerMinute() / 2);
    }

    /** Certain parts of all the stops, and the two likeliest kinds that the van lacks for each of the others. */
    private Map<String, Integer> load(List<Situation.Waiting> stops, Situation.Member member) {
        Map<String, Integer> load = new TreeMap<>();
        for (Situation.Waiting stop : stops) {
            stop.certain().forEach((part, pieces) -> load.merge(part, pieces, Integer::sum));
            if (withParts && !stop.known()) {
                Map<String, Double> chance = new TreeMap<>();
                stop.call().causes().forEach(cause -> cause.parts().keySet().forEach(part -> chance.merge(part, cause.probability(), Double::sum)));
                chance.entrySet().stream().filter(part -> member.van().getOrDefault(part.getKey(), 0) == 0)
                        .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())).limit(Completion.CARRIED)
                        .forEach(part -> load.merge(part.getKey(), 1, Integer::sum));
            }
        }
        return load;
    }
}
