package org.firstfix.worktime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A million random questions, most of them near a change of clocks, answered by the engine and by the naive clock. */
class AgreementTest {

    private static final long SEED = Long.getLong("worktime.seed", 20260302L);

    private static final List<String> ZONES = List.of(
            "Asia/Shanghai", "Europe/Berlin", "America/New_York", "Europe/Dublin", "Australia/Lord_Howe", "Antarctica/Troll",
            "Pacific/Apia", "Pacific/Fakaofo", "Pacific/Kiritimati", "Pacific/Kwajalein", "America/Sao_Paulo", "America/Havana",
            "America/St_Johns", "Asia/Beirut", "Africa/Cairo", "Africa/Casablanca", "Asia/Tehran", "Asia/Gaza", "Asia/Pyongyang",
            "Asia/Kathmandu", "America/Caracas", "Asia/Amman", "Africa/Juba", "America/Nuuk");

    private static final int DAYS = 16;

    @Test
    void minuteByMinute() {
        int questions = 0;
        for (int world = 0; world < 250; world++) {
            questions += new World(SEED + world, 60, DAYS).ask(120);
        }
        assertThat(questions).isEqualTo(30_000);
    }

    @Test
    void secondBySecond() {
        for (int world = 0; world < 8; world++) {
            new World(SEED + 1_000_000 + world, 1, 3).ask(60);
        }
    }

    /** Fewer checks of each question than above, so that there can be a million: both ways, and the way back. */
    @Test
    void aMillionQuestionsSecondBySecond() {
        int questions = 0;
        for (int world = 0; world < 100; world++) {
            World asked = new World(SEED + 2_000_000 + world, 1, 3);
            for (int set = 0; set < 50; set++) {
                questions += asked.askWithTheSamePauses(100);
            }
        }
        assertThat(questions).isEqualTo(1_000_000);
    }

    /** One calendar history in one zone, with the naive clock's view of some days around a change of clocks. */
    private static final class World {

        private final String name;
        private final Random random;
        private final int stepSeconds;
        private final NaiveClock naive;
        private final WorkTime time;

        World(long seed, int stepSeconds, int days) {
            random = new Random(seed);
            this.stepSeconds = stepSeconds;
            ZoneId zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
            Instant start = changeOfClocks(zone).minusSeconds(days * 86_400L / 2).plusSeconds(60L * random.nextInt(-1440, 1440));
            LocalDate middle = start.plusSeconds(days * 86_400L / 2).atZone(zone).toLocalDate();
            SpokenCalendar calendar = new SpokenCalendar(zone, middle, random);
            SpokenCalendar replacement = new SpokenCalendar(zone, middle, random);
            LocalDate replacedFrom = random.nextBoolean() ? LocalDate.MAX : middle.plusDays(random.nextInt(-3, 3));
            naive = new NaiveClock(calendar, replacedFrom, replacement, start, days, stepSeconds);
            time = WorkTime.on(CalendarHistory.startingWith(calendar.toWorkCalendar("1"))
                    .followedBy(replacedFrom, replacement.toWorkCalendar("2")));
            name = "seed " + seed + ", zone " + zone + ", from " + start;
        }

        private Instant changeOfClocks(ZoneId zone) {
            Instant around = Instant.ofEpochSecond(60L * random.nextInt(3_200_000, 32_000_000));
            ZoneOffsetTransition change = zone.getRules().nextTransition(around);
            change = change == null ? zone.getRules().previousTransition(around) : change;
            Instant at = change.getInstant();
            return at.getEpochSecond() % 60 == 0 && at.isAfter(Instant.parse("1973-01-01T00:00:00Z")) ? at : around;
        }

        int ask(int questions) {
            for (int i = 0; i < questions; i++) {
                askOne();
            }
            return questions;
        }

        /** @return how many questions were asked: the elapsed time and the deadline for each span */
        int askWithTheSamePauses(int spans) {
            boolean[] paused = new boolean[naive.steps()];
            Pauses pauses = randomPauses(paused);
            int[] tally = naive.tally(paused);
            for (int i = 0; i < spans; i++) {
                int from = random.nextInt(naive.steps() - 1);
                int until = from + random.nextInt(naive.steps() - from);
                int counted = tally[until] - tally[from];
                if (!time.elapsed(naive.instant(from), naive.instant(until), pauses).equals(duration(counted))) {
                    assertThat(time.elapsed(naive.instant(from), naive.instant(until), pauses))
                            .as(name + ", " + naive.instant(from) + " to " + naive.instant(until) + ", pauses " + pauses).isEqualTo(duration(counted));
                }
                checkDeadlineByTally(from, 1 + random.nextInt(counted + 20), pauses, tally);
            }
            return 2 * spans;
        }

        private void checkDeadlineByTally(int from, int target, Pauses pauses, int[] tally) {
            int found = Arrays.binarySearch(tally, from, tally.length, tally[from] + target);
            if (found < 0) {
                // Out of sight of the naive clock: beyond its days, or suspended for ever.
                return;
            }
            // Many steps share a number when nothing counts; the first of them is when the target had passed.
            int due = found;
            while (tally[due - 1] == tally[found]) {
                due--;
            }
            Optional<Instant> answer = time.deadline(naive.instant(from), duration(target), pauses).instant();
            if (!answer.equals(Optional.of(naive.instant(due)))
                    || !time.elapsed(naive.instant(from), naive.instant(due), pauses).equals(duration(target))) {
                assertThat(answer).as(name + ", from " + naive.instant(from) + ", target " + target + ", pauses " + pauses)
                        .contains(naive.instant(due));
                throw new AssertionError(name + ": elapsed until the deadline is not the target " + target + " from " + naive.instant(from));
            }
        }

        private void askOne() {
            boolean[] paused = new boolean[naive.steps()];
            Pauses pauses = randomPauses(paused);
            int from = random.nextInt(naive.steps() - 1);
            int until = from + random.nextInt(naive.steps() - from);
            Supplier<String> question = () -> name + ", " + naive.instant(from) + " to " + naive.instant(until) + ", pauses " + pauses;

            int counted = naive.elapsed(from, until, paused);
            assertThat(time.elapsed(naive.instant(from), naive.instant(until), pauses)).as(question).isEqualTo(duration(counted));
            assertThat(time.isOpen(naive.instant(until))).as(question).isEqualTo(naive.isOpen(until));
            checkDeadline(question, from, 1 + random.nextInt(counted + 20), pauses, paused);
            if (random.nextInt(4) == 0) {
                checkExplanation(question, from, until, pauses, paused);
            }
        }

        private void checkDeadline(Supplier<String> question, int from, int target, Pauses pauses, boolean[] paused) {
            int due = naive.deadline(from, target, paused);
            boolean openEnded = paused[paused.length - 1] && pauses.asList().stream().anyMatch(Pause::isOpenEnded);
            if (due >= 0) {
                assertThat(time.deadline(naive.instant(from), duration(target), pauses).instant())
                        .as(() -> question.get() + ", target " + target).contains(naive.instant(due));
            } else if (openEnded) {
                int rest = target - naive.elapsed(from, naive.steps(), paused);
                Deadline answer = time.deadline(naive.instant(from), duration(target), pauses);
                if (rest > 0) {
                    assertThat(answer).as(question).isInstanceOfSatisfying(Deadline.Suspended.class,
                            suspended -> assertThat(suspended.remaining()).as(question).isEqualTo(duration(rest)));
                }
            }
        }

        private void checkExplanation(Supplier<String> question, int from, int until, Pauses pauses, boolean[] paused) {
            List<Segment> segments = time.explain(naive.instant(from), naive.instant(until), pauses);
            Duration open = Duration.ZERO;
            Instant position = naive.instant(from);
            for (Segment segment : segments) {
                assertThat(segment.start()).as(question).isEqualTo(position).isBefore(segment.end());
                checkKind(question, segment, segment.start(), paused);
                checkKind(question, segment, segment.end().minusSeconds(stepSeconds), paused);
                position = segment.end();
                open = segment.kind() == Segment.Kind.OPEN ? open.plus(segment.duration()) : open;
            }
            assertThat(position).as(question).isEqualTo(naive.instant(until));
            assertThat(open).as(question).isEqualTo(duration(naive.elapsed(from, until, paused)));
        }

        private void checkKind(Supplier<String> question, Segment segment, Instant at, boolean[] paused) {
            int step = (int) (Duration.between(naive.instant(0), at).toSeconds() / stepSeconds);
            Segment.Kind expected = !naive.isOpen(step) ? Segment.Kind.CLOSED : paused[step] ? Segment.Kind.PAUSED : Segment.Kind.OPEN;
            assertThat(segment.kind()).as(() -> question.get() + ": " + segment + " at " + at).isEqualTo(expected);
        }

        private Pauses randomPauses(boolean[] paused) {
            List<Pause> pauses = new ArrayList<>();
            for (int i = random.nextInt(5); i > 0; i--) {
                int from = random.nextInt(paused.length);
                boolean openEnded = random.nextInt(12) == 0;
                int until = openEnded ? paused.length : from + random.nextInt(Math.min(paused.length - from, 1 + paused.length / 10));
                for (int step = from; step < until; step++) {
                    paused[step] = true;
                }
                pauses.add(openEnded ? Pause.since(naive.instant(from), "open") : Pause.between(naive.instant(from), naive.instant(until), "known"));
            }
            Collections.shuffle(pauses, random);
            return Pauses.of(pauses);
        }

        private Duration duration(int steps) {
            return Duration.ofSeconds((long) steps * stepSeconds);
        }
    }
}
