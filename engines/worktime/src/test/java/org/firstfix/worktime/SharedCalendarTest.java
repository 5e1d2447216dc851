package org.firstfix.worktime;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.firstfix.worktime.Times.SHANGHAI;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One calendar is kept and shared by everybody who asks: what it remembers must not depend on who asks first. */
class SharedCalendarTest {

    private static final Instant YEAR_START = Instant.parse("2026-01-01T00:00:00Z");

    private final Instant[] starts = new Instant[4096];
    private final Duration[] targets = new Duration[4096];
    private final Pauses[] pauses = new Pauses[4096];

    SharedCalendarTest() {
        Random random = new Random(5);
        for (int i = 0; i < starts.length; i++) {
            starts[i] = YEAR_START.plusSeconds(random.nextInt(365 * 86_400));
            targets[i] = Duration.ofMinutes(30 + random.nextInt(6_000));
            Instant from = starts[i].plusSeconds(random.nextInt(200_000));
            pauses[i] = Pauses.of(Pause.between(from, from.plusSeconds(random.nextInt(200_000)), "waiting"),
                    Pause.between(from.plusSeconds(300_000), from.plusSeconds(310_000), "part"));
        }
    }

    private static WorkTime office() {
        return WorkTime.on(SHANGHAI.calendar("office").hours(MONDAY, FRIDAY, DayHours.of("09:00-12:00", "13:00-18:00")).build());
    }

    @Test
    void threadsSharingACalendarGetTheSameAnswers() throws Exception {
        List<Deadline> expected = answers(office());
        WorkTime shared = office();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<List<Deadline>>> runs = IntStream.range(0, 4).mapToObj(i -> threads.submit(() -> answers(shared))).toList();
            for (Future<List<Deadline>> run : runs) {
                assertThat(run.get()).isEqualTo(expected);
            }
        }
    }

    private List<Deadline> answers(WorkTime time) {
        return IntStream.range(0, starts.length).mapToObj(i -> time.deadline(starts[i], targets[i], pauses[i])).toList();
    }
}
