package org.firstfix.dispatch.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.firstfix.dispatch.domain.ADay.period;
import static org.firstfix.dispatch.domain.ADay.shift;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.firstfix.routing.plan.Terms;
import org.firstfix.routing.plan.Visit;
import org.junit.jupiter.api.Test;

/** Hours below zero are of the evening before, those above 24 of the next morning. */
class LegalRestTest {
    private static final Period DAY = period(0, 24);
    private static final int HOUR = 3_600;

    private static LegalRest rest(List<Shift> shifts, List<Period> visits, Optional<Integer> hours) {
        return LegalRest.of(new DayMaterial.Around(shifts, visits), DAY, period(7, 16), hours);
    }

    @Test
    void whoWorkedLateBeginsLater() {
        assertThat(rest(List.of(shift(-8, -1, Shift.Kind.NORMAL)), List.of(), Optional.of(11)).restedAt()).isEqualTo(10 * HOUR);
    }

    @Test
    void theLastVisitCountsWhereItEndedAfterTheShift() {
        assertThat(rest(List.of(shift(-8, -3, Shift.Kind.NORMAL)), List.of(period(-4, 1)), Optional.of(11)).restedAt()).isEqualTo(12 * HOUR);
    }

    @Test
    void whoWasOffOrOnlyStoodByIsRested() {
        assertThat(rest(List.of(), List.of(), Optional.of(11))).isEqualTo(LegalRest.NONE);
        assertThat(rest(List.of(shift(-8, 6, Shift.Kind.STANDBY)), List.of(), Optional.of(11)).restedAt()).isZero();
        assertThat(rest(List.of(shift(-14, -6, Shift.Kind.NORMAL)), List.of(), Optional.of(11)).restedAt()).as("at five already").isEqualTo(5 * HOUR);
    }

    @Test
    void whoBeginsEarlyTomorrowIsBackInTime() {
        assertThat(rest(List.of(shift(30, 38, Shift.Kind.NORMAL)), List.of(), Optional.of(11)).restFrom()).isEqualTo(19 * HOUR);
        assertThat(rest(List.of(shift(30, 38, Shift.Kind.STANDBY)), List.of(), Optional.of(11)).restFrom()).isEqualTo(Visit.NEVER);
    }

    @Test
    void aShiftOverMidnightIsOneShift() {
        DayMaterial.Around night = new DayMaterial.Around(List.of(shift(-2, 6, Shift.Kind.NORMAL), shift(-10, -2, Shift.Kind.OVERTIME)), List.of());
        assertThat(LegalRest.of(night, DAY, period(0, 6), Optional.of(11)).restedAt()).isZero();
        assertThat(LegalRest.of(night, DAY, period(8, 16), Optional.of(11)).restedAt()).isEqualTo(17 * HOUR);
    }

    @Test
    void aHouseThatDoesNotRegardItHasNone() {
        assertThat(rest(List.of(shift(-8, -1, Shift.Kind.NORMAL), shift(30, 38, Shift.Kind.NORMAL)), List.of(), Optional.empty())).isEqualTo(LegalRest.NONE);
    }

    private static Lane lane(boolean standby) {
        Engineer engineer = ADay.diary(List.of()).engineer();
        return new Lane(engineer, new Stretch(engineer.id(), period(7, 16), Duration.ZERO, standby), new LegalRest(10 * HOUR, 19 * HOUR), Optional.empty(),
                7 * HOUR, 16 * HOUR);
    }

    @Test
    void itBindsWhatIsPlannedAnew() {
        assertThat(lane(false).limits(OptionalInt.empty())).isEqualTo(new Terms.Limits(10 * HOUR, 19 * HOUR, Visit.NEVER, Visit.NEVER));
    }

    @Test
    void whomAPersonHasBookedEarlierBeginsThenAndWhoStandsByMayBeCalled() {
        assertThat(lane(false).limits(OptionalInt.of(8 * HOUR)).restedAt()).isEqualTo(8 * HOUR);
        assertThat(lane(true).limits(OptionalInt.empty())).isEqualTo(Terms.Limits.NONE);
    }
}
