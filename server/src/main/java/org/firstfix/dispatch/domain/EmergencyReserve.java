package org.firstfix.dispatch.domain;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.firstfix.routing.plan.Level;
import org.firstfix.routing.plan.RouteView;
import org.firstfix.routing.plan.Rule;

/**
 * Work that is not urgent costs something where it takes the time of engineers who are kept free for what is.
 *
 * @param lanes of those who are kept free; {@code urgent} visits that may use them
 * @param from seconds since the day began, also {@code until}
 */
record EmergencyReserve(Set<Integer> lanes, Set<Integer> urgent, int from, int until, long centsPerHour) implements Rule {
    static final String ID = "emergency-reserve";
    private static final long HOUR = 3_600;

    EmergencyReserve {
        lanes = Set.copyOf(lanes);
        urgent = Set.copyOf(urgent);
    }

    /** Who has least booked in that time is kept free, and among them who comes first; who only stands by or is paid by the visit never. */
    static EmergencyReserve of(PlanningPolicy.Reserve reserve, DayMaterial material, List<Lane> lanes, List<Task> tasks) {
        Period day = material.area().period();
        int from = Seconds.of(material.area().day().atTime(reserve.from()).atZone(material.area().zone()).toInstant(), day);
        int until = Seconds.of(material.area().day().atTime(reserve.until()).atZone(material.area().zone()).toInstant(), day);
        List<Integer> working = IntStream.rangeClosed(1, lanes.size()).boxed().filter(id -> mayBeKeptFree(lanes.get(id - 1), from, until))
                .sorted(Comparator.comparingLong((Integer id) -> booked(id, tasks, from, until)).thenComparing(id -> lanes.get(id - 1).person().code())).toList();
        Set<Integer> kept = new HashSet<>(working.subList(0, Math.min(reserve.engineers(), working.size())));
        return new EmergencyReserve(kept, IntStream.rangeClosed(1, tasks.size()).boxed().filter(id -> tasks.get(id - 1).isUrgent()).collect(Collectors.toSet()),
                from, until, reserve.centsPerHour());
    }

    private static boolean mayBeKeptFree(Lane lane, int from, int until) {
        return !lane.standby() && lane.person().contractor().isEmpty() && lane.begins() < until && lane.ends() > from;
    }

    private static long booked(int lane, List<Task> tasks, int from, int until) {
        return tasks.stream().filter(task -> task.lane().isPresent() && task.lane().getAsInt() == lane)
                .mapToLong(task -> overlap(task.start(), task.start() + task.service(), from, until)).sum();
    }

    private static long overlap(int begins, int ends, int from, int until) {
        return Math.max(0, Math.min(ends, until) - Math.max(begins, from));
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Level level() {
        return Level.PREFERENCE;
    }

    @Override
    public long amount(RouteView route, int position) {
        if (!lanes.contains(route.engineer().id()) || urgent.contains(route.visit(position).id())) {
            return 0;
        }
        return Math.ceilDiv(overlap(route.start(position), route.finish(position), from, until) * centsPerHour, HOUR);
    }
}
