package org.firstfix.dispatch.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.routing.plan.Candidate;
import org.firstfix.routing.plan.Ledger;
import org.firstfix.routing.plan.Level;
import org.firstfix.routing.plan.Objective;
import org.firstfix.routing.plan.Plan;
import org.firstfix.routing.plan.Planner;
import org.firstfix.workorder.WorkOrderId;

/**
 * Every engineer for one visit, with the price or with what stands in the way. The one place where candidates are graded. Where a visit needs
 * several, each comes with the colleagues who go with him for the least.
 */
public final class WhoCanGo {
    private final EngineDay day;
    private final Optional<Planner> planner;

    /** Belongs to one thread; may be asked for many visits of the day. */
    public WhoCanGo(EngineDay day) {
        this.day = day;
        this.planner = day.hasEngineers() ? Optional.of(new Planner(day.day())) : Optional.empty();
    }

    /**
     * @param engineer who would lead; {@code crew}: who else would come along
     * @param startsAt when work would begin; with obstacles, when it would if they were put up with; none for who does not work
     * @param travelSeconds the way to it
     * @param added what the plan would cost more; its hard part is the smallest relaxation that would admit the engineer
     * @param reasons what the visit itself would cost there
     * @param obstacles hard rules in the way, of this visit and of others behind it
     */
    public record Choice(Engineer engineer, List<Engineer> crew, boolean possible, Optional<Instant> startsAt, Optional<Instant> endsAt, int travelSeconds, Objective added,
            List<Reason> reasons, List<Reason> obstacles) {
        public Choice {
            crew = List.copyOf(crew);
            reasons = List.copyOf(reasons);
            obstacles = List.copyOf(obstacles);
        }
    }

    /**
     * Who can go first, the cheapest first; then who cannot, the nearest to it first. Nobody for work that the day does not have.
     *
     * @param order of the day; a visit that is booked is thought away first
     */
    public List<Choice> rank(WorkOrderId order) {
        if (day.idOf(order).isEmpty()) {
            return List.of();
        }
        return rank(day.idOf(order).getAsInt());
    }

    /** The best for a task of the day; none if nobody works that day. Who cannot go is the best only if nobody can. */
    public Optional<Choice> best(int task) {
        return planner.map(known -> day.task(task).seat().of() == 1 ? choice(task, known.candidates(day.current(), task).getFirst()) : rank(task).getFirst());
    }

    private List<Choice> rank(int task) {
        Map<PersonId, Choice> best = new HashMap<>();
        Set<PersonId> alongside = new HashSet<>();
        planner.ifPresent(known -> {
            if (day.task(task).seat().of() == 1) {
                known.candidates(day.current(), task).forEach(candidate -> best.putIfAbsent(day.lane(candidate.engineer()).engineer(), choice(task, candidate)));
            } else {
                alongside.addAll(gradeCrews(known, task, best));
            }
        });
        List<Choice> choices = new ArrayList<>();
        for (DayMaterial.Diary diary : day.material().engineers()) {
            Choice known = best.get(diary.engineer().id());
            if (alongside.contains(diary.engineer().id())) {
                continue;
            }
            if (known != null) {
                choices.add(known);
            } else if (diary.engineer().active()) {
                choices.add(doesNotWork(diary));
            }
        }
        choices.sort(Comparator.comparing((Choice choice) -> !choice.possible()).thenComparing(Choice::added)
                .thenComparing(choice -> choice.engineer().code()));
        return choices;
    }

    /**
     * The cheapest crew; then everybody else in the place of its lead.
     *
     * @return who comes along in all of them
     */
    private List<PersonId> gradeCrews(Planner known, int task, Map<PersonId, Choice> best) {
        Plan without = day.currentWithout(task);
        Optional<Plan> seated = seated(known, task, without);
        if (seated.isEmpty()) {
            known.candidates(without, task).forEach(candidate -> best.putIfAbsent(day.lane(candidate.engineer()).engineer(),
                    findsNoCrew(choice(task, candidate))));
            return List.of();
        }
        Plan plan = seated.get();
        Map<Integer, Engineer> people = new HashMap<>();
        plan.routes().forEach(route -> route.stops().stream().filter(stop -> day.seatsOf(task).contains(stop.visit()))
                .forEach(stop -> people.put(stop.visit(), day.lane(route.engineer()).person())));
        Crew crew = day.crewOf(day.task(task), List.copyOf(people.values()));
        int lead = people.keySet().stream().filter(seat -> people.get(seat).id().equals(crew.lead().id())).findFirst().orElseThrow();
        Ledger ledger = known.ledger(plan);
        Objective members = costOfMembers(known, plan, lead, without);
        List<Reason> theirs = day.seatsOf(task).stream().filter(seat -> seat != lead).flatMap(seat -> Reasons.of(day, ledger.of(seat)).stream()).toList();
        known.candidates(plan, lead).forEach(candidate -> {
            Choice alone = choice(lead, candidate);
            best.putIfAbsent(alone.engineer().id(), new Choice(alone.engineer(), crew.members(), alone.possible(), alone.startsAt(), alone.endsAt(),
                    alone.travelSeconds(), alone.added().plus(members), Reasons.together(Stream.concat(alone.reasons().stream(), theirs.stream()).toList()),
                    alone.obstacles()));
        });
        return crew.memberIds();
    }

    /** The day with somebody on each seat of the visit: those who are booked, or the best crew. */
    private Optional<Plan> seated(Planner known, int task, Plan without) {
        boolean booked = day.seatsOf(task).stream().anyMatch(seat -> day.task(seat).lane().isPresent());
        if (booked) {
            return day.filled(known, day.current(), task);
        }
        // A crew that costs more than leaving the work undone is a crew all the same: whether it is worth it the dispatcher says.
        return known.insert(without, task).or(() -> day.filled(known, without, task));
    }

    private Objective costOfMembers(Planner known, Plan plan, int lead, Plan without) {
        return costOfVisits(known.ledger(EngineDay.without(plan, List.of(lead)))).minus(costOfVisits(known.ledger(without)));
    }

    private static Objective costOfVisits(Ledger ledger) {
        return new Ledger(ledger.entries().stream().filter(entry -> !entry.rule().equals(Ledger.LEFT_UNDONE)).toList()).total();
    }

    private static Choice findsNoCrew(Choice alone) {
        return !alone.possible() ? alone : new Choice(alone.engineer(), List.of(), false, alone.startsAt(), alone.endsAt(), alone.travelSeconds(),
                alone.added().plus(new Objective(1, 0, 0)), alone.reasons(), List.of(new Reason(Reason.NO_CREW, Level.HARD, 1, Map.of())));
    }

    private Choice choice(int task, Candidate candidate) {
        Lane lane = day.lane(candidate.engineer());
        Instant start = day.at(candidate.start());
        return new Choice(lane.person(), List.of(), candidate.possible(), Optional.of(start), Optional.of(start.plus(day.task(task).length())),
                day.travelTo(task, candidate.engineer(), candidate.position()), candidate.added(),
                Reasons.of(day, candidate.reasons()), Reasons.of(day, newObstacles(task, candidate)));
    }

    /** What was broken before is not in the way of this visit. */
    private List<org.firstfix.routing.plan.Contribution> newObstacles(int task, Candidate candidate) {
        if (candidate.possible()) {
            return List.of();
        }
        var own = candidate.obstacles().stream().filter(entry -> entry.visit() == task).toList();
        return own.isEmpty() ? candidate.obstacles() : own;
    }

    private Choice doesNotWork(DayMaterial.Diary diary) {
        Optional<Absence> absence = diary.absenceDuring(day.material().area().period());
        Reason reason = absence.map(away -> new Reason(Reason.ABSENT, Level.HARD, 1,
                        Map.of("reason", away.reason().name(), "until", away.period().endsAt().toString())))
                .orElseGet(() -> new Reason(Reason.NO_SHIFT, Level.HARD, 1, Map.of()));
        return new Choice(diary.engineer(), List.of(), false, Optional.empty(), Optional.empty(), 0, new Objective(Integer.MAX_VALUE, 0, 0), List.of(), List.of(reason));
    }
}
