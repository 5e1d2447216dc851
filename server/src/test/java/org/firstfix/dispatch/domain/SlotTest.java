package org.firstfix.dispatch.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.routing.plan.Level;
import org.firstfix.routing.plan.Objective;
import org.firstfix.sla.WorkingTimes;
import org.junit.jupiter.api.Test;

/** Which windows there are, and which three of them are said first. */
class SlotTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    private static PlanArea area(LocalDate day) {
        return new PlanArea(new OrgPath("house.east"), Optional.empty(), day, ZONE);
    }

    private static Instant at(LocalDate day, int hour, int minute) {
        return day.atTime(hour, minute).atZone(ZONE).toInstant();
    }

    private static Period window(LocalDate day, int hour) {
        return new Period(at(day, hour, 0), at(day, hour, 0).plus(Duration.ofHours(2)));
    }

    /** Open every day from one hour to another. */
    private record Daily(int opens, int closes) implements WorkingTimes.WorkingTime {
        @Override
        public Instant after(Instant from, Duration workingTime) {
            var time = from.atZone(ZONE);
            if (time.getHour() < opens) {
                return at(time.toLocalDate(), opens, 0);
            }
            return time.getHour() < closes ? from : at(time.toLocalDate().plusDays(1), opens, 0);
        }

        @Override
        public Duration between(Instant from, Instant until) {
        Instant closing = at(from.atZone(ZONE).toLocalDate(), 0, 0).plus(Duration.ofHours(closes));
            Instant end = until.isBefore(closing) ? until : closing;
            return end.isAfter(from) ? Duration.between(from, end) : Duration.ZERO;
        }
    }

    private static Slot slot(LocalDate day, int hour, long money, boolean late, boolean wished) {
        List<Reason> reasons = late ? List.of(new Reason("late-start", Level.MONEY, money, Map.of())) : List.of();
        var engineer = new Engineer(new PersonId(UUID.randomUUID()), "E", "E", Optional.empty(), Optional.empty(), ZONE, true,
                new OrgPath("house.east"), 0, List.of(), Optional.empty());
        return new Slot(area(day), window(day, hour), Optional.of(new WhoCanGo.Choice(engineer, List.of(), true, Optional.empty(), Optional.empty(), 0,
                new Objective(0, money, 0), reasons, List.of())), wished);
    }

    private static List<Integer> recommended(Slot... slots) {
        return Slot.recommended(List.of(slots));
    }

    @Test
    void withoutAContractWindowsLieBetweenEightAndSix() {
        assertThat(OfferedWindows.of(area(MONDAY), LONG_AGO, Optional.empty())).containsExactly(window(MONDAY, 8), window(MONDAY, 10), window(MONDAY, 12),
                window(MONDAY, 14), window(MONDAY, 16));
    }

    @Test
    void aContractRoundTheClockIsOfferedTheNight() {
        assertThat(OfferedWindows.of(area(MONDAY), LONG_AGO, Optional.of(new Daily(0, 24)))).hasSize(12).contains(window(MONDAY, 22), window(MONDAY, 2));
    }

    @Test
    void whatIsOpenForAnHourIsOfferedAndWhatIsOpenForLessIsNot() {
        assertThat(OfferedWindows.of(area(MONDAY), LONG_AGO, Optional.of(new Daily(9, 18))).getFirst())
                .isEqualTo(new Period(at(MONDAY, 9, 0), at(MONDAY, 10, 0)));
        Period eight = window(MONDAY, 8);
        WorkingTimes.WorkingTime halfAnHour = new WorkingTimes.WorkingTime() {
            @Override
            public Instant after(Instant from, Duration workingTime) {
                return at(MONDAY, 9, 30);
            }

            @Override
            public Duration between(Instant from, Instant until) {
                return Duration.ofMinutes(30);
            }
        };
        assertThat(OfferedWindows.openPart(eight, halfAnHour)).isEmpty();
    }

    @Test
    void aWindowIsOfferedAsLongAsSomebodyCanSetOutForIt() {
        assertThat(OfferedWindows.canStillBegin(window(MONDAY, 10), at(MONDAY, 11, 44))).isTrue();
        assertThat(OfferedWindows.canStillBegin(window(MONDAY, 10), at(MONDAY, 11, 45))).isFalse();
    }

    @Test
    void theCheapestAreRecommended() {
        assertThat(recommended(slot(MONDAY, 8, 300, false, false), slot(MONDAY.plusDays(1), 8, 100, false, false), slot(MONDAY.plusDays(2), 8, 400, false, false),
                slot(MONDAY.plusDays(3), 8, 200, false, false))).containsExactly(1, 3, 0);
    }

    @Test
    void whatIsInTimeComesBeforeWhatIsCheap() {
        assertThat(recommended(slot(MONDAY, 8, 100, true, false), slot(MONDAY, 10, 900, false, false)).getFirst()).isEqualTo(1);
    }

    @Test
    void whatWasWishedComesFirst() {
        assertThat(recommended(slot(MONDAY, 8, 100, false, false), slot(MONDAY, 10, 900, true, true)).getFirst()).isEqualTo(1);
    }

    @Test
    void notMoreThanTwoOfADayUnlessTheOtherDaysAreTooLate() {
        List<Slot> oneDay = new ArrayList<>(List.of(slot(MONDAY, 8, 1, false, false), slot(MONDAY, 10, 2, false, false), slot(MONDAY, 12, 3, false, false)));
        assertThat(Slot.recommended(oneDay)).containsExactly(0, 1, 2);
        oneDay.add(slot(MONDAY.plusDays(1), 8, 9, true, false));
        assertThat(Slot.recommended(oneDay)).containsExactly(0, 1, 2);
        oneDay.add(slot(MONDAY.plusDays(1), 10, 8, false, false));
        assertThat(Slot.recommended(oneDay)).containsExactly(0, 1, 4);
    }

    @Test
    void whatNobodyCanKeepIsNotRecommended() {
        Slot impossible = new Slot(area(MONDAY), window(MONDAY, 8), Optional.empty(), true);
        assertThat(Slot.recommended(List.of(impossible))).isEmpty();
        assertThat(impossible.keepsDeadline()).isFalse();
    }
}
