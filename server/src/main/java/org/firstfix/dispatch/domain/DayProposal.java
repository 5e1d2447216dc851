package org.firstfix.dispatch.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.routing.plan.Ledger;
import org.firstfix.routing.plan.Objective;
import org.firstfix.routing.plan.Plan;
import org.firstfix.routing.plan.Planner;
import org.firstfix.routing.search.Budget;

/**
 * What the engine would do differently.
 *
 * @param before what the day costs as it is; {@code after} as proposed
 * @param iterations that were spent: with the seed they give the same proposal again
 */
public record DayProposal(Objective before, Objective after, long iterations, List<ProposedChange> changes) {
    private static final long MOST_ITERATIONS = 20_000;
    /** What happens during the day concerns a few of its routes, and whoever is told of it waits for the answer. */
    private static final long MOST_FOR_REPAIR = 5_000;
    private static final long LEAST_ITERATIONS = 2_000;
    /** Work per iteration grows with engineers × visits; a day of 200 × 1,000 is searched for some seconds. */
    private static final long WORK = 400_000_000L;

    public DayProposal {
        changes = List.copyOf(changes);
    }

    /** How long a day of that size is searched. A number and not a time, so that it can be repeated. */
    public static long budgetFor(EngineDay day, PlanVersion.Cause cause) {
        long size = Math.max(1, (long) day.lanes().size() * day.tasks().size());
        long most = cause == PlanVersion.Cause.PLAN ? MOST_ITERATIONS : MOST_FOR_REPAIR;
        // A crew is placed in all its lines at once: with some of them a day takes about twice as long for the same number.
        return Math.clamp(WORK / size, LEAST_ITERATIONS, day.day().links().isEmpty() ? most : most / 2);
    }

    /** Begins with the appointments as they are, and takes them over where nothing better is found. */
    public static DayProposal of(EngineDay known, long seed, long iterations) {
        EngineDay day = known.leavingOpenWhatNobodyCanTake().keepingWhatPeopleBooked();
        if (!day.hasEngineers() || day.tasks().isEmpty()) {
            return new DayProposal(Objective.NOTHING, Objective.NOTHING, 0, List.of());
        }
        Planner planner = new Planner(day.day());
        Objective before = planner.ledger(day.current()).total();
        Planner.Planned planned = planner.improve(day.withSeatsTaken(planner), Budget.iterations(iterations), 1, seed);
        boolean better = planner.ledger(planned.plan()).total().compareTo(before) < 0;
        // Also where nothing is better: a visit that nobody can make goes back to the open work.
        Plan chosen = better ? planned.plan() : day.current();
        Ledger ledger = planner.ledger(chosen);
        return new DayProposal(before, ledger.total(), iterations, changes(day, chosen, ledger));
    }

    private static List<ProposedChange> changes(EngineDay day, Plan plan, Ledger ledger) {
        Map<Integer, Place> places = new HashMap<>();
        plan.routes().forEach(route -> route.stops().forEach(stop -> places.put(stop.visit(), new Place(route.engineer(), stop.start()))));
        List<ProposedChange> changes = new ArrayList<>();
        for (int id = 1; id <= day.tasks().size(); id++) {
            Task task = day.task(id);
            if (task.commitment() == Commitment.HELD || task.seat().place() > 0 || !day.mayChange(id)) {
                continue;
            }
            List<Integer> seats = day.seatsOf(id);
            List<Place> taken = seats.stream().map(places::get).filter(Objects::nonNull).toList();
            if (!taken.isEmpty() && taken.size() < seats.size()) {
                // As before: nobody was found for an open seat.
                continue;
            }
            Optional<ProposedChange.Slot> former = task.visit().map(visit -> new ProposedChange.Slot(visit.engineer(), visit.crew(), visit.period()));
            Optional<ProposedChange.Slot> wanted = taken.isEmpty() ? Optional.empty() : Optional.of(slot(day, task, taken));
            if (!former.equals(wanted)) {
                changes.add(new ProposedChange(changes.size() + 1, ProposedChange.State.PROPOSED, task.job().order().id(),
                        task.visit().map(DayMaterial.Visit::number), former, wanted, Reasons.ofSeats(day, ledger, seats)));
            }
        }
        return changes;
    }

    private record Place(int lane, int start) {}

    /** Who keeps a visit keeps its time: what was promised to the customer is not moved by minutes. */
    private static ProposedChange.Slot slot(EngineDay day, Task task, List<Place> taken) {
        Crew crew = day.crewOf(task, taken.stream().map(place -> day.lane(place.lane()).person()).toList());
        Set<PersonId> people = crew.everybody().stream().map(Engineer::id).collect(Collectors.toSet());
        Instant start = day.at(taken.getFirst().start());
        Period period = task.visit().filter(visit -> people.equals(Set.copyOf(visit.people())) && task.commitment() != Commitment.ORPHANED)
                .map(DayMaterial.Visit::period).orElseGet(() -> new Period(start, start.plus(task.length())));
        return new ProposedChange.Slot(crew.lead().id(), crew.memberIds(), period);
    }
}
