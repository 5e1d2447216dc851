package org.firstfix.knowledge.web;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.firstfix.platform.problem.Problem;
import org.springframework.stereotype.Component;

/**
 * Lets everybody in from the street, but nobody at any pace: {@value #A_MINUTE} questions a minute from one address, and
 * {@value #ALL_A_MINUTE} from all together, on each server. Counted in memory: it protects the processor, not a secret.
 */
@Component
class QuietDoor {
    static final int A_MINUTE = 120;
    static final int ALL_A_MINUTE = 3_000;
    private static final int MOST_ADDRESSES = 20_000;
    private static final String ALL = "";

    private final Clock clock;
    private final Map<String, Integer> counts = new ConcurrentHashMap<>();
    private volatile long minute;

    QuietDoor(Clock clock) {
        this.clock = clock;
    }

    /** @throws Problem 429 */
    void enter(String address) {
        Instant now = clock.instant();
        long current = now.getEpochSecond() / 60;
        if (current != minute) {
            minute = current;
            counts.clear();
        }
        boolean tooMany = counts.merge(ALL, 1, Integer::sum) > ALL_A_MINUTE || counts.size() > MOST_ADDRESSES
                || counts.merge(address, 1, Integer::sum) > A_MINUTE;
        if (tooMany) {
            throw Problem.of(429, "knowledge.too-many-questions", Map.of("seconds", 60 - now.getEpochSecond() % 60));
        }
    }
}
