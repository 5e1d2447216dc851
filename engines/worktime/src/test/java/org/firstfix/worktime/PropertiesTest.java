package org.firstfix.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** What must hold on any calendar, with instants and targets down to the nanosecond. */
class PropertiesTest {

    private static final long SEED = Long.getLong("worktime.seed", 8L);
    private static final Instant YEAR_START = Instant.parse("2026-01-01T00:00:00Z");

    private static final List<String> ZONES = List.of("Asia/Shanghai", "Europe/Berlin", "Australia/Lord_Howe", "America/New_York", "Asia/Kathmandu");

    private Random random;
    private WorkTime time;
    private Instant start;
    private Duration target;
    private List<Pause> pauses;
    private String question;

    private void draw(RepetitionInfo repetition) {
        long seed = SEED * 1_000_000 + repetition.getCurrentRepetition();
        random = new Random(seed);
        ZoneId zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
        SpokenCalendar calendar = new SpokenCalendar(zone, LocalDate.parse("2026-03-20"), random);
        time = WorkTime.on(calendar.toWorkCalendar("1"));
        start = instant();
        target = Duration.ofNanos(1 + random.nextLong(Duration.ofDays(1 + random.nextInt(60)).toNanos()));
        pauses = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            Instant from = instant();
            pauses.add(Pause.between(from, from.plusNanos(random.nextLong(Duration.ofDays(9).toNanos())), "pause " + i));
        }
        question = "seed " + seed + ", zone " + zone + ", start " + start + ", target " + target + ", pauses " + pauses;
    }

    private Instant instant() {
        return YEAR_START.plusNanos(random.nextLong(Duration.ofDays(330).toNanos()));
    }

    private Instant due(Duration amount) {
        return time.deadline(start, amount, Pauses.of(pauses)).instant().orElseThrow();
    }

    @RepeatedTest(300)
    void elapsedUntilTheDeadlineIsTheTarget(RepetitionInfo repetition) {
        draw(repetition);
        Instant due = due(target);
        assertThat(time.elapsed(start, due, Pauses.of(pauses))).as(question).isEqualTo(target);
        assertThat(time.elapsed(start, due.minusNanos(1), Pauses.of(pauses))).as("earliest, " + question).isEqualTo(target.minusNanos(1));
        assertThat(time.remaining(start, target, due, Pauses.of(pauses))).as(question).isEqualTo(Duration.ZERO);
    }

    @RepeatedTest(150)
    void aLongerTargetIsNeverDueEarlierAndWarningsComeBeforeTheDeadline(RepetitionInfo repetition) {
        draw(repetition);
        assertThat(due(target.plusNanos(1 + random.nextInt(1_000_000_000)))).as(question).isAfter(due(target));
        Instant warning = time.warning(start, target, 80, Pauses.of(pauses)).instant().orElseThrow();
        assertThat(warning).as(question).isBeforeOrEqualTo(due(target));
        assertThat(time.elapsed(start, warning, Pauses.of(pauses))).as(question).isEqualTo(target.multipliedBy(80).dividedBy(100));
    }

    @RepeatedTest(150)
    void elapsedAddsUp(RepetitionInfo repetition) {
        draw(repetition);
        Instant due = due(target);
        Instant between = start.plusNanos(random.nextLong(Duration.between(start, due).toNanos() + 1));
        Pauses all = Pauses.of(pauses);
        assertThat(time.elapsed(start, between, all).plus(time.elapsed(between, due, all))).as(question).isEqualTo(target);
    }

    @RepeatedTest(150)
    void orderSplitsAndRepetitionOfPausesMakeNoDifference(RepetitionInfo repetition) {
        draw(repetition);
        List<Pause> others = new ArrayList<>();
        for (Pause pause : pauses) {
            Instant middle = pause.from().plusNanos(random.nextLong(Duration.between(pause.from(), pause.until()).toNanos() + 1));
            Instant overlap = middle.plusNanos(random.nextLong(Duration.between(middle, pause.until()).toNanos() + 1));
            others.add(Pause.between(pause.from(), overlap, "first part"));
            others.add(Pause.between(middle, pause.until(), "second part"));
            others.add(pause);
        }
        Collections.shuffle(others, random);
        assertThat(time.deadline(start, target, Pauses.of(others))).as(question).isEqualTo(time.deadline(start, target, Pauses.of(pauses)));
        Instant end = start.plus(Duration.ofDays(70));
        assertThat(time.elapsed(start, end, Pauses.of(others))).as(question).isEqualTo(time.elapsed(start, end, Pauses.of(pauses)));
    }

    @RepeatedTest(150)
    void pausingLongerIsNeverDueEarlier(RepetitionInfo repetition) {
        draw(repetition);
        Instant before = due(target);
        Instant from = instant();
        pauses.add(Pause.between(from, from.plus(Duration.ofDays(2)), "one more"));
        assertThat(due(target)).as(question).isAfterOrEqualTo(before);
    }

    @RepeatedTest(150)
    void resumingATimeSuspendedIsDueWhenTheRemainingTimeHasPassed(RepetitionInfo repetition) {
        draw(repetition);
        Instant since = instant();
        List<Pause> open = new ArrayList<>(pauses);
        open.add(Pause.since(since, "parts"));
        if (time.deadline(start, target, Pauses.of(open)) instanceof Deadline.Suspended suspended) {
            Instant resumed = (since.isAfter(start) ? since : start).plus(Duration.ofDays(3));
            pauses.add(Pause.between(since, resumed, "parts"));
            assertThat(due(target)).as(question)
                    .isEqualTo(time.deadline(resumed, suspended.remaining(), Pauses.of(pauses)).instant().orElseThrow());
        } else {
            assertThat(due(target)).as(question).isEqualTo(time.deadline(start, target, Pauses.of(open)).instant().orElseThrow());
        }
    }

    @RepeatedTest(100)
    void theExplanationAddsUpToTheAnswer(RepetitionInfo repetition) {
        draw(repetition);
        List<Segment> segments = time.explain(start, due(target), Pauses.of(pauses));
        Duration open = segments.stream().filter(segment -> segment.kind() == Segment.Kind.OPEN).map(Segment::duration).reduce(Duration.ZERO, Duration::plus);
        assertThat(open).as(question).isEqualTo(target);
        assertThat(segments.getLast().kind()).as("the last moment before a deadline is open, " + question).isEqualTo(Segment.Kind.OPEN);
    }

    @RepeatedTest(100)
    void nextOpenIsOpenAndNothingBeforeIt(RepetitionInfo repetition) {
        draw(repetition);
        Instant next = time.nextOpen(start).orElseThrow();
        assertThat(time.isOpen(next)).as(question).isTrue();
        assertThat(time.elapsed(start, next, Pauses.none())).as(question).isEqualTo(Duration.ZERO);
    }
}
