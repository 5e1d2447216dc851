package org.firstfix.demo.life;

import java.time.Instant;
import java.time.LocalDate;
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

    /**
     * Lives until then. What is planned for later does not happen: it is what people had in mind.
     *
     * @param aDay runs what happened on one day
     */
    void liveUntil(Instant end, Consumer<Runnable> aDay, Consumer<Instant> passing) {
        while (nextComesBy(end)) {
            LocalDate day = dayOfNext();
            aDay.accept(() -> {
                while (nextComesBy(end) && dayOfNext().equals(day)) {
                    Step next = steps.remove();
                    now = next.at();
                    Stage.at(now, next.step());
                }
            });
            passing.accept(now);
        }
    }

    private boolean nextComesBy(Instant end) {
        return !steps.isEmpty() && !steps.element().at().isAfter(end);
    }

    private LocalDate dayOfNext() {
        return steps.element().at().atZone(House.ZONE).toLocalDate();
    }
}
