package org.firstfix.reminder.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When a message that the webhook did not take is tried again, and when it is given up. */
public final class WebhookRetries {
    private static final List<Duration> PAUSES = List.of(Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofSeconds(30),
            Duration.ofMinutes(2), Duration.ofMinutes(10), Duration.ofMinutes(30), Duration.ofHours(1), Duration.ofHours(2));

    private WebhookRetries() {}

    /** @param attempts how often it was tried, 1 and up; nothing when that was the last time */
    public static Optional<Instant> nextAttempt(int attempts, Instant now) {
        return attempts > PAUSES.size() ? Optional.empty() : Optional.of(now.plus(PAUSES.get(attempts - 1)));
    }

    /** Busy or broken may pass; what was refused as wrong is refused again. */
    public static boolean mayPass(int status) {
        return status >= 500 || status == 408 || status == 429;
    }
}
