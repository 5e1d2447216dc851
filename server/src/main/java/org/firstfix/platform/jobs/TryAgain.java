package org.firstfix.platform.jobs;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import java.time.Duration;

/** What follows when a job stumbles. Somebody may wait for it: the first tries come soon, the later ones spare whatever is down. */
public final class TryAgain {
    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private TryAgain() {}

    /** After two seconds, then after twice as long each time, at most after five minutes; never given up. */
    public static <T> FailureHandler<T> soon() {
        return (stumble, job) -> job.reschedule(stumble, stumble.getTimeDone().plus(pause(stumble.getExecution().consecutiveFailures)));
    }

    /** @param stumbles before this one, 0 or more */
    static Duration pause(int stumbles) {
        Duration wanted = FIRST.multipliedBy(1L << Math.min(stumbles, 10));
        return wanted.compareTo(LONGEST) > 0 ? LONGEST : wanted;
    }

    /** As {@link #soon}, {@code most} times in all; then {@code givenUp} tells whoever waits, and the job is over. */
    public static <T> FailureHandler<T> soon(int most, GivenUp givenUp) {
        FailureHandler<T> again = soon();
        return (stumble, job) -> {
            if (stumble.getExecution().consecutiveFailures + 1 < most) {
                again.onFailure(stumble, job);
            } else {
                // Told before it is removed: whoever waits would wait for ever if telling failed afterwards.
                givenUp.tell(stumble.getExecution().getId(), stumble.getCause().orElseGet(() -> new IllegalStateException("no cause is known")));
                job.remove();
            }
        };
    }

    @FunctionalInterface
    public interface GivenUp {
        /**
         * @param id of the job's instance
         * @param why the last stumble
         */
        void tell(String id, Throwable why);
    }
}
