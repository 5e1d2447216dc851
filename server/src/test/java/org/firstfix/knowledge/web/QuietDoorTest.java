package org.firstfix.knowledge.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.firstfix.platform.problem.Problem;
import org.junit.jupiter.api.Test;

class QuietDoorTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T04:00:05Z"));
    private final QuietDoor door = new QuietDoor(clock());

    @Test
    void oneAddressWaitsAndAnotherDoesNot() {
        for (int i = 0; i < QuietDoor.A_MINUTE; i++) {
            door.enter("192.0.2.1");
        }
        assertThatThrownBy(() -> door.enter("192.0.2.1")).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.status()).isEqualTo(429));
        assertThatCode(() -> door.enter("192.0.2.2")).doesNotThrowAnyException();
        now.set(now.get().plusSeconds(60));
        assertThatCode(() -> door.enter("192.0.2.1")).doesNotThrowAnyException();
    }

    @Test
    void allTogetherWaitToo() {
        for (int i = 0; i < QuietDoor.ALL_A_MINUTE; i++) {
            door.enter("192.0.2." + i);
        }
        assertThatThrownBy(() -> door.enter("198.51.100.1")).isInstanceOf(Problem.class);
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now.get();
            }
        };
    }
}
