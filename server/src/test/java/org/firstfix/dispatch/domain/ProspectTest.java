package org.firstfix.dispatch.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.firstfix.contract.Milestone;
import org.junit.jupiter.api.Test;

class ProspectTest {
    private static final Instant NINE = Instant.parse("2026-06-15T09:00:00Z");
    private static final Period NINE_TO_ELEVEN = new Period(NINE, NINE.plusSeconds(7200));

    @Test
    void somebodyBookedInTimeIsOnCourse() {
        assertThat(Prospect.of(Milestone.ON_SITE, NINE, Optional.of(NINE_TO_ELEVEN))).isEqualTo(Prospect.ON_COURSE);
        assertThat(Prospect.of(Milestone.RESTORE, NINE.plusSeconds(7200), Optional.of(NINE_TO_ELEVEN))).isEqualTo(Prospect.ON_COURSE);
    }

    @Test
    void arrivingInTimeIsNotEnoughToRestoreInTime() {
        assertThat(Prospect.of(Milestone.ON_SITE, NINE.minusSeconds(1), Optional.of(NINE_TO_ELEVEN))).isEqualTo(Prospect.BOOKED_TOO_LATE);
        assertThat(Prospect.of(Milestone.RESTORE, NINE.plusSeconds(7199), Optional.of(NINE_TO_ELEVEN))).isEqualTo(Prospect.BOOKED_TOO_LATE);
    }

    @Test
    void withoutAVisitNobodyWillBeThere() {
        assertThat(Prospect.of(Milestone.ON_SITE, NINE, Optional.empty())).isEqualTo(Prospect.NOBODY_BOOKED);
        assertThat(Prospect.of(Milestone.RESTORE, NINE, Optional.empty())).isEqualTo(Prospect.NOBODY_BOOKED);
    }

    @Test
    void aResponseWaitsForTheDeskWhoeverIsBooked() {
        assertThat(Prospect.of(Milestone.RESPONSE, NINE, Optional.of(NINE_TO_ELEVEN))).isEqualTo(Prospect.WAITS_FOR_DESK);
    }
}
