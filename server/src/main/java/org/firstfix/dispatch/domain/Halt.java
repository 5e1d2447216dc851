package org.firstfix.dispatch.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.firstfix.routing.plan.Plan;
import org.firstfix.routing.plan.Planner;

/**
 * What somebody's day has besides visits: the break, or a pick-up at the depot. Where it lies is for the engine to say, as it does for a plan.
 *
 * @param before number of the visit it comes before; none on the way home, or before a time that is kept for a customer
 * @param depot where parts are picked up; none for a break
 */
public record Halt(Kind kind, Instant startsAt, Instant endsAt, Optional<String> before, Optional<Place> depot) {
    public enum Kind {
        BREAK,
        PICK_UP
    }

    /** Those of one engineer in what is left of the day, by time. */
    public static List<Halt> of(DayMaterial material, DayMaterial.Diary diary, List<DayMaterial.Visit> visits) {
        DayMaterial alone = material.of(diary, visits.stream().filter(visit -> !visit.isOver()).toList());
        return mayHaveAny(alone) ? ofDay(EngineDay.of(alone)) : List.of();
    }

    private static boolean mayHaveAny(DayMaterial material) {
        WorkingDay day = material.supplies().workingDay();
        return !material.area().isOver(material.now()) && !material.visits().isEmpty() && (day.pause().isPresent()
                || day.depot().isPresent() && material.visits().stream().anyMatch(visit -> !material.supplies().partsFor(visit.job().order().caseId()).isEmpty()));
    }

    private static List<Halt> ofDay(EngineDay day) {
        List<Halt> halts = new ArrayList<>();
        for (Plan.Route route : day.hasEngineers() ? new Planner(day.day()).timed(day.current()).routes() : List.<Plan.Route>of()) {
            Plan.PickUp pickUp = route.pickUp();
            if (pickUp != null) {
                halts.add(new Halt(Kind.PICK_UP, day.at(pickUp.begins()), day.at(pickUp.ends()), visitAt(pickUp.before(), route, day),
                        day.material().supplies().workingDay().depot().map(WorkingDay.Depot::place)));
            }
            Plan.Pause pause = route.pause();
            if (pause != null) {
                halts.add(new Halt(Kind.BREAK, day.at(pause.begins()), day.at(pause.ends()), visitAt(pause.before(), route, day), Optional.empty()));
            }
        }
        halts.sort((one, other) -> one.startsAt().compareTo(other.startsAt()));
        return halts;
    }

    private static Optional<String> visitAt(int position, Plan.Route route, EngineDay day) {
        return position == route.stops().size() ? Optional.empty()
                : day.task(route.stops().get(position).visit()).visit().map(DayMaterial.Visit::number);
    }
}
