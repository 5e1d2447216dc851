package org.firstfix.dispatch.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Somebody ought to be at a customer's, and his phone says nothing. */
public final class PhoneSilence {
    /** In cellars and machine rooms there is no network: shorter than that it is no news. */
    public static final Duration NOTICED_AFTER = Duration.ofMinutes(30);

    private PhoneSilence() {}

    /**
     * Since when the phone is silent, if that is worth telling: on shift or standby, not absent, with a visit that is under way or should have begun, and
     * nothing heard for half an hour of the shift. Nothing is told of those who never used the field pages.
     */
    public static Optional<Instant> since(Optional<Instant> lastHeard, DayMaterial.Diary diary, List<DayMaterial.Visit> visits, Instant now) {
        return lastHeard.flatMap(heard -> diary.shiftAt(now)
                .filter(shift -> diary.absences().stream().noneMatch(absence -> absence.period().contains(now)))
                .filter(shift -> visits.stream().anyMatch(visit -> visit.isUnderWayOrDue(now)))
                .map(shift -> heard.isAfter(shift.period().startsAt()) ? heard : shift.period().startsAt())
                .filter(silent -> !silent.plus(NOTICED_AFTER).isAfter(now)));
    }
}
