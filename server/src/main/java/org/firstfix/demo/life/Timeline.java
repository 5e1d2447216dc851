package org.firstfix.demo.life;

import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/** What happens when, in the order of time: the journal, the numbers and what was known then come out as they would have. */
final class Timeline {
    private record Step(Instant at, long order, Runnable step) {}

    private final PriorityQueue<Step> steps = new PriorityQueue<>(Comparator.comparing(Step::at).thenComparing(Step::order));
    private long order;
    private Instant now = Instant.EPOCH;

    /** A step for later; what lies before the current moment happens now. */
    void at(Instant when, Runnable step) {
        steps.add(new Step(when.isBefore(now) ? now : when, order++, step));
    }

    Instant now() {
        return now;
    }

    /** Lives until then. What is planned for later does not happen: it is what people had in mind. */
    void liveUntil(Instant end, Consumer<Instant> passing) {
        while (!steps.isEmpty() && !steps.peek().at().isAfter(end)) {
            Step next = steps.remove();
            now = next.at();
            Stage.at(now, next.step());
            passing.accept(now);
        }
    }
}
