package org.firstfix.benchmarks;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Random;
import org.firstfix.worktime.DayHours;
import org.firstfix.worktime.Deadline;
import org.firstfix.worktime.Pause;
import org.firstfix.worktime.Pauses;
import org.firstfix.worktime.WorkCalendar;
import org.firstfix.worktime.WorkTime;

/**
 * How long a million deadlines take on one thread: {@code WorktimeSpeed [--rounds 7]}. Starts lie anywhere in a year,
 * targets are half an hour to a hundred hours of office time. Prints the seconds of each round; the first ones warm up.
 */
public final class WorktimeSpeed {
    private static final int QUESTIONS = 1_000_000;
    private static final int DIFFERENT = 4096;

    private final Instant[] starts = new Instant[DIFFERENT];
    private final Duration[] targets = new Duration[DIFFERENT];
    private final Pauses[] pauses = new Pauses[DIFFERENT];

    private WorktimeSpeed() {
        Random random = new Random(5);
        Instant yearStart = Instant.parse("2026-01-01T00:00:00Z");
        for (int i = 0; i < DIFFERENT; i++) {
            starts[i] = yearStart.plusSeconds(random.nextInt(365 * 86_400));
            targets[i] = Duration.ofMinutes(30 + random.nextInt(6_000));
            Instant from = starts[i].plusSeconds(random.nextInt(200_000));
            pauses[i] = Pauses.of(Pause.between(from, from.plusSeconds(random.nextInt(200_000)), "waiting"),
                    Pause.between(from.plusSeconds(300_000), from.plusSeconds(310_000), "part"));
        }
    }

    public static void main(String[] arguments) {
        int rounds = new Options(arguments).number("rounds", 7);
        WorktimeSpeed speed = new WorktimeSpeed();
        WorkTime office = speed.calendar("Asia/Shanghai");
        WorkTime berlin = speed.calendar("Europe/Berlin");
        System.out.println("| a million deadlines, one thread | seconds of each round | median |");
        System.out.println("| --- | --- | ---: |");
        speed.line("office hours in Shanghai", office, false, rounds);
        speed.line("the same, two pauses each", office, true, rounds);
        speed.line("office hours in Berlin, two changes of clocks a year", berlin, false, rounds);
        speed.line("the same, two pauses each", berlin, true, rounds);
    }

    private WorkTime calendar(String zone) {
        return WorkTime.on(WorkCalendar.named("office").zone(ZoneId.of(zone)).hours(DayOfWeek.MONDAY, DayOfWeek.FRIDAY,
                DayHours.of("09:00-12:00", "13:00-18:00")).build());
    }

    private void line(String what, WorkTime time, boolean withPauses, int rounds) {
        double[] seconds = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            seconds[round] = round(time, withPauses);
        }
        String all = Arrays.stream(seconds).mapToObj("%.2f"::formatted).reduce((one, next) -> one + " " + next).orElse("");
        Arrays.sort(seconds);
        System.out.printf("| %s | %s | %.2f |%n", what, all, seconds[rounds / 2]);
    }

    private double round(WorkTime time, boolean withPauses) {
        long begin = System.nanoTime();
        int answered = 0;
        for (int i = 0; i < QUESTIONS; i++) {
            int question = i % DIFFERENT;
            Deadline due = time.deadline(starts[question], targets[question], withPauses ? pauses[question] : Pauses.none());
            answered += due instanceof Deadline.At reached && reached.at().isAfter(starts[question]) ? 1 : 0;
        }
        if (answered != QUESTIONS) {
            throw new IllegalStateException(answered + " of " + QUESTIONS + " answered");
        }
        return (System.nanoTime() - begin) / 1e9;
    }
}
