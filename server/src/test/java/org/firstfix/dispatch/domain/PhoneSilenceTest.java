package org.firstfix.dispatch.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.firstfix.dispatch.domain.ADay.at;
import static org.firstfix.dispatch.domain.ADay.period;

import java.util.List;
import java.util.Optional;
import org.firstfix.dispatch.AppointmentStatus;
import org.junit.jupiter.api.Test;

class PhoneSilenceTest {
    private final List<Shift> shifts = List.of(ADay.shift(8, 18, Shift.Kind.NORMAL));
    private final List<DayMaterial.Visit> due = List.of(ADay.visit(period(14, 15), AppointmentStatus.ACCEPTED, Optional.empty()));

    @Test
    void aVisitIsDueAndNothingWasHeardForHalfAnHour() {
        assertThat(PhoneSilence.since(Optional.of(at(14, 5)), ADay.diary(shifts), due, at(14, 35))).contains(at(14, 5));
        assertThat(PhoneSilence.since(Optional.of(at(13, 0)), ADay.diary(shifts), List.of(ADay.visit(period(16, 17), AppointmentStatus.TRAVELLING, Optional.empty())),
                at(15, 0))).contains(at(13, 0));
    }

    @Test
    void heardOfWithinHalfAnHourIsNotSilent() {
        assertThat(PhoneSilence.since(Optional.of(at(14, 5)), ADay.diary(shifts), due, at(14, 34))).isEmpty();
    }

    @Test
    void nobodyNeedsToSpeakBeforeHisVisitOrAfterIt() {
        assertThat(PhoneSilence.since(Optional.of(at(9, 0)), ADay.diary(shifts), due, at(13, 59))).isEmpty();
        assertThat(PhoneSilence.since(Optional.of(at(9, 0)), ADay.diary(shifts), List.of(ADay.visit(period(14, 15), AppointmentStatus.DONE, Optional.empty())), at(16, 0)))
                .isEmpty();
    }

    @Test
    void whoIsSentOutOnStandbyIsMissedAsWell() {
        assertThat(PhoneSilence.since(Optional.of(at(9, 0)), ADay.diary(List.of(ADay.shift(8, 18, Shift.Kind.STANDBY))), due, at(15, 0))).contains(at(9, 0));
    }

    @Test
    void nobodyNeedsToSpeakOffShiftOrAbsent() {
        assertThat(PhoneSilence.since(Optional.of(at(9, 0)), ADay.diary(List.of(ADay.shift(8, 14, Shift.Kind.NORMAL))), due, at(15, 0))).isEmpty();
        assertThat(PhoneSilence.since(Optional.of(at(9, 0)), ADay.diary(shifts, ADay.absence(14, 18)), due, at(15, 0))).isEmpty();
    }

    @Test
    void theNightBeforeTheShiftDoesNotCount() {
        assertThat(PhoneSilence.since(Optional.of(at(-6, 0)), ADay.diary(shifts), List.of(ADay.visit(period(8, 9), AppointmentStatus.BOOKED, Optional.empty())), at(8, 29))).isEmpty();
        assertThat(PhoneSilence.since(Optional.of(at(-6, 0)), ADay.diary(shifts), List.of(ADay.visit(period(8, 9), AppointmentStatus.BOOKED, Optional.empty())), at(8, 30)))
                .contains(at(8, 0));
    }

    @Test
    void whoNeverUsedThePagesIsNotCalledSilent() {
        assertThat(PhoneSilence.since(Optional.empty(), ADay.diary(shifts), due, at(16, 0))).isEmpty();
    }
}
