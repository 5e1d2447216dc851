package org.firstfix.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TryAgainTest {
    @Test
    void firstSoonThenLaterAndAtMostAfterFiveMinutes() {
        assertThat(IntStream.of(0, 1, 2, 7, 8, 1_000).mapToObj(TryAgain::pause)).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(4),
                Duration.ofSeconds(8), Duration.ofSeconds(256), Duration.ofMinutes(5), Duration.ofMinutes(5));
    }
}
