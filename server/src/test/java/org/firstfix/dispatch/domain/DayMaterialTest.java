package org.firstfix.dispatch.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.firstfix.dispatch.domain.ADay.at;
import static org.firstfix.dispatch.domain.ADay.period;

import java.util.List;
import java.util.Optional;
import org.firstfix.dispatch.AppointmentStatus;
import org.junit.jupiter.api.Test;

class DayMaterialTest {
    @Test
    void aVisitThatBeginsAfterItsPromiseComesTooLate() {
        assertThat(ADay.visit(period(14, 15), AppointmentStatus.BOOKED, Optional.of(at(13, 59))).comesTooLate()).isTrue();
    }

    @Test
    void aVisitInTimeOrBegunOrWithoutPromiseDoesNotComeTooLate() {
        assertThat(ADay.visit(period(14, 15), AppointmentStatus.BOOKED, Optional.of(at(14, 0))).comesTooLate()).isFalse();
        assertThat(ADay.visit(period(14, 15), AppointmentStatus.ON_SITE, Optional.of(at(13, 0))).comesTooLate()).isFalse();
        assertThat(ADay.visit(period(14, 15), AppointmentStatus.BOOKED, Optional.empty()).comesTooLate()).isFalse();
    }

    @Test
    void availableIsWhatLiesInShiftsWithoutAbsences() {
        DayMaterial.Diary diary = ADay.diary(List.of(ADay.shift(8, 18, Shift.Kind.NORMAL), ADay.shift(18, 20, Shift.Kind.OVERTIME)), ADay.absence(12, 13), ADay.absence(17, 22));
        assertThat(diary.availableMinutes(period(0, 24))).isEqualTo(8 * 60);
        assertThat(diary.availableMinutes(period(8, 10))).isEqualTo(2 * 60);
    }

    @Test
    void standbyAndOtherDaysAreNotAvailable() {
        DayMaterial.Diary diary = ADay.diary(List.of(ADay.shift(8, 18, Shift.Kind.STANDBY), ADay.shift(32, 40, Shift.Kind.NORMAL)));
        assertThat(diary.availableMinutes(period(0, 24))).isZero();
    }
}
