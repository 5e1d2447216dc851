package org.firstfix.dispatch.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.firstfix.routing.plan.Objective;
import org.firstfix.workorder.WorkOrderId;

/**
 * A window for a customer, graded by the same function as candidates.
 *
 * @param best who would keep it for the least money; where nobody can, who is nearest to it and what stands in his way; none if nobody works that day
 * @param wished whether the customer asked for such a time
 */
public record Slot(PlanArea area, Period window, Optional<WhoCanGo.Choice> best, boolean wished) {
    private static final int RECOMMENDED = 3;
    private static final int RECOMMENDED_OF_A_DAY = 2;

    /** @param windows of one day, see {@link OfferedWindows} */
    public static List<Slot> of(EngineDay day, WorkOrderId order, List<Period> windows) {
        if (day.idOf(order).isEmpty() || windows.isEmpty()) {
            return List.of();
        }
        List<Period> wished = day.task(day.idOf(order).getAsInt()).job().wished();
        EngineDay offering = day.offering(order, windows);
        WhoCanGo who = new WhoCanGo(offering);
        int before = day.tasks().size();
        int seats = day.task(day.idOf(order).getAsInt()).seat().of();
        return IntStream.range(0, windows.size()).mapToObj(i -> new Slot(day.material().area(), windows.get(i), who.best(before + i * seats + 1),
                wished.stream().anyMatch(windows.get(i)::overlaps))).toList();
    }

    public boolean possible() {
        return best.filter(WhoCanGo.Choice::possible).isPresent();
    }

    /** Nothing is late: nothing is promised, or the work begins in time. */
    public boolean keepsDeadline() {
        return best.filter(choice -> choice.possible() && choice.reasons().stream().noneMatch(reason -> reason.rule().equals("late-start"))).isPresent();
    }

    public Objective price() {
        return best.map(WhoCanGo.Choice::added).orElse(new Objective(Long.MAX_VALUE, 0, 0));
    }

    /**
     * The three to offer first: what the customer wished, what keeps the deadline, what costs least, what comes first. Not more
     * than two of one day as long as another day is no worse in the first two: three times on one day are hardly a choice.
     *
     * @return places in the list, the best first
     */
    public static List<Integer> recommended(List<Slot> slots) {
        List<Integer> ranked = IntStream.range(0, slots.size()).boxed().filter(i -> slots.get(i).possible())
                .sorted(Comparator.comparing((Integer i) -> !slots.get(i).wished()).thenComparing(i -> !slots.get(i).keepsDeadline())
                        .thenComparing(i -> slots.get(i).price()).thenComparing(i -> slots.get(i).window().startsAt())).toList();
        List<Integer> chosen = new ArrayList<>();
        for (int place = 0; place < ranked.size() && chosen.size() < RECOMMENDED; place++) {
            Slot slot = slots.get(ranked.get(place));
            boolean dayIsFull = full(slot.area(), chosen, slots);
            if (!dayIsFull || ranked.stream().skip(place + 1L).map(slots::get).noneMatch(other -> slot.isWorth(other) && !full(other.area(), chosen, slots))) {
                chosen.add(ranked.get(place));
            }
        }
        return chosen;
    }

    private static boolean full(PlanArea day, List<Integer> chosen, List<Slot> slots) {
        return chosen.stream().filter(i -> slots.get(i).area().equals(day)).count() >= RECOMMENDED_OF_A_DAY;
    }

    /** As good as the other in what matters more than money. */
    private boolean isWorth(Slot other) {
        return wished == other.wished && keepsDeadline() == other.keepsDeadline();
    }
}
