package org.firstfix.dispatch.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.routing.plan.Ledger;
import org.firstfix.routing.plan.Plan;
import org.firstfix.routing.plan.Planner;
import org.firstfix.routing.plan.Visit;
import org.firstfix.routing.search.Budget;

/**
 * A day that is over, planned twice from what was known in its morning: by the policy in force and by the one on trial, with the
 * same seed and number of iterations. What differs comes from the weights alone.
 *
 * @param visits how many were there to be planned
 * @param cameUp work of that day that nobody knew of in the morning, left out
 * @param examples of visits that go to somebody else, the most urgent first
 */
public record TrialDay(LocalDate day, int visits, int cameUp, long iterations, Outcome inForce, Outcome onTrial, List<Example> examples) {
    /** Two plans of each of ten days should be there within a minute or two. */
    private static final long MOST_ITERATIONS = 4_000;
    private static final int MOST_EXAMPLES = 5;

    public TrialDay {
        examples = List.copyOf(examples);
    }

    /**
     * What a plan comes to, in what people count. Late minutes cost what they cost under the policy in force, in both plans: a policy
     * does not become better by thinking less of being late.
     *
     * @param lateCents of all visits that begin after their deadline
     * @param ownEngineer visits by the customer's own engineer or who stands in, of {@code withOwnEngineer}
     * @param undone visits that nobody makes that day
     */
    public record Outcome(long lateCents, int lateVisits, long travelMinutes, long overtimeMinutes, int ownEngineer, int withOwnEngineer, int undone) {
        public static final Outcome NOTHING = new Outcome(0, 0, 0, 0, 0, 0, 0);

        public Outcome plus(Outcome other) {
            return new Outcome(lateCents + other.lateCents, lateVisits + other.lateVisits, travelMinutes + other.travelMinutes,
                    overtimeMinutes + other.overtimeMinutes, ownEngineer + other.ownEngineer, withOwnEngineer + other.withOwnEngineer, undone + other.undone);
        }
    }

    /** @param engineerCode none: nobody goes that day. @param reasons what the visit costs there, by the policy of that plan */
    public record Side(Optional<String> engineerCode, Optional<String> engineerName, Optional<Instant> startsAt, List<Reason> reasons) {
        public Side {
            reasons = List.copyOf(reasons);
        }
    }

    public record Example(String workOrderNumber, String subject, String priority, Side inForce, Side onTrial) {}

    /** @param morning the day as it was known then */
    public static TrialDay of(DayMaterial morning, PlanningPolicy onTrial, long seed, int cameUp) {
        EngineDay before = EngineDay.of(morning).keepingWhatPeopleBooked();
        EngineDay after = EngineDay.of(morning.weighedBy(onTrial)).keepingWhatPeopleBooked();
        long iterations = Math.min(MOST_ITERATIONS, DayProposal.budgetFor(before, PlanVersion.Cause.PLAN));
        if (!before.hasEngineers() || before.tasks().isEmpty()) {
            Outcome undone = new Outcome(0, 0, 0, 0, 0, 0, visits(before));
            return new TrialDay(morning.area().day(), visits(before), cameUp, 0, undone, undone, List.of());
        }
        Plan planBefore = plan(before, seed, iterations);
        Plan planAfter = plan(after, seed, iterations);
        return new TrialDay(morning.area().day(), visits(before), cameUp, iterations, outcome(before, planBefore, morning.policy()),
                outcome(after, planAfter, morning.policy()), examples(before, planBefore, after, planAfter));
    }

    /** A visit of a crew is one. */
    private static int visits(EngineDay day) {
        return (int) day.tasks().stream().filter(TrialDay::counts).count();
    }

    private static boolean counts(Task task) {
        return task.seat().place() == 0;
    }

    private static Plan plan(EngineDay day, long seed, long iterations) {
        return new Planner(day.day()).improve(day.current(), Budget.iterations(iterations), 1, seed).plan();
    }

    private static Outcome outcome(EngineDay day, Plan plan, PlanningPolicy prices) {
        Outcome sum = new Outcome(0, 0, 0, 0, 0, 0, (int) plan.unassigned().stream().filter(id -> counts(day.task(id))).count());
        for (Plan.Route route : plan.routes()) {
            var engineer = day.day().engineers().get(route.engineer() - 1);
            int place = engineer.from();
            int free = engineer.begins();
            for (Plan.Stop stop : route.stops()) {
                Visit visit = day.day().visits().get(stop.visit() - 1);
                sum = sum.plus(visit(day, visit, stop, route.engineer(), prices))
                        .plus(new Outcome(0, 0, day.day().travel().seconds(place, visit.place()) / 60, 0, 0, 0, 0));
                place = visit.place();
                free = stop.finish();
            }
            int home = route.stops().isEmpty() ? 0 : day.day().travel().seconds(place, engineer.to());
            // Who makes no visit is not on the way home either.
            int over = route.stops().isEmpty() ? 0 : Math.max(0, free + home - engineer.ends());
            sum = sum.plus(new Outcome(0, 0, home / 60, over / 60, 0, 0, 0));
        }
        return sum;
    }

    private static Outcome visit(EngineDay day, Visit visit, Plan.Stop stop, int engineer, PlanningPolicy prices) {
        if (!counts(day.task(visit.id()))) {
            return Outcome.NOTHING;
        }
        long late = visit.due() == Visit.NEVER || stop.start() <= visit.due() ? 0 : Math.ceilDiv(stop.start() - visit.due(), 60);
        long cents = late * prices.latePerMinuteOf(day.task(visit.id()).job().order().priority());
        return new Outcome(cents, late > 0 ? 1 : 0, 0, 0, visit.preferred().contains(engineer) ? 1 : 0, visit.preferred().isEmpty() ? 0 : 1, 0);
    }

    private record Stand(int lane, int start) {}

    private static Optional<Stand> standOf(Plan plan, int visit) {
        return plan.routes().stream().flatMap(route -> route.stops().stream().filter(stop -> stop.visit() == visit)
                .map(stop -> new Stand(route.engineer(), stop.start()))).findFirst();
    }

    private static Set<PersonId> people(EngineDay day, Plan plan, int visit) {
        return day.seatsOf(visit).stream().flatMap(seat -> standOf(plan, seat).stream()).map(stand -> day.lane(stand.lane()).engineer()).collect(Collectors.toSet());
    }

    private static List<Example> examples(EngineDay before, Plan planBefore, EngineDay after, Plan planAfter) {
        Ledger ledgerBefore = new Planner(before.day()).ledger(planBefore);
        Ledger ledgerAfter = new Planner(after.day()).ledger(planAfter);
        List<Example> examples = new ArrayList<>();
        for (int id = 1; id <= before.tasks().size(); id++) {
            Optional<Stand> was = standOf(planBefore, id);
            Optional<Stand> is = standOf(planAfter, id);
            if (counts(before.task(id)) && !people(before, planBefore, id).equals(people(after, planAfter, id))) {
                var order = before.task(id).job().order();
                examples.add(new Example(order.number(), order.subject(), order.priority().name(), side(before, was, ledgerBefore, id),
                        side(after, is, ledgerAfter, id)));
            }
        }
        examples.sort(Comparator.comparing(Example::priority).thenComparing(Example::workOrderNumber));
        return examples.subList(0, Math.min(MOST_EXAMPLES, examples.size()));
    }

    private static Side side(EngineDay day, Optional<Stand> seat, Ledger ledger, int visit) {
        return new Side(seat.map(at -> day.lane(at.lane()).person().code()), seat.map(at -> day.lane(at.lane()).person().name()),
                seat.map(at -> day.at(at.start())), Reasons.of(day, ledger.of(visit)));
    }
}
