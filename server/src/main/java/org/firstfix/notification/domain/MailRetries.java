package org.firstfix.notification.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When a mail that could not be sent is tried again, and when it is given up. */
public final class MailRetries {
    private static final List<Duration> PAUSES = List.of(Duration.ofSeconds(30), Duration.ofMinutes(1),
            Duration.ofMinutes(2), Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofMinutes(30), Duration.ofHours(1));
    private static final Duration STALE = Duration.ofHours(24);

    private MailRetries() {}

    /** @param attempts how often it was tried, 1 and up; nothing when that was the last time */
    public static Optional<Instant> nextAttempt(int attempts, Instant now) {
        return attempts > PAUSES.size() ? Optional.empty() : Optional.of(now.plus(PAUSES.get(attempts - 1)));
    }

    /** "Your engineer is on the way" does harm a day later. */
    public static boolean isTooOldToSend(Instant createdAt, Instant now) {
        return createdAt.plus(STALE).isBefore(now);
    }
}
