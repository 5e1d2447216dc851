package org.firstfix.dispatch.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.firstfix.routing.plan.Visit;

/**
 * The rest between working days, as far as it reaches into a day.
 *
 * @param restedAt seconds since the day began, before which somebody does not leave home; {@code restFrom}: by when he is back
 */
record LegalRest(int restedAt, int restFrom) {
    static final LegalRest NONE = new LegalRest(0, Visit.NEVER);
    /** Nobody rests longer than that between two days. */
    static final Duration LONGEST = Duration.ofHours(24);

    /**
     * @param stretch of working time that the rest may cut
     * @param hours none where the house leaves it to whoever makes the shifts
     */
    static LegalRest of(DayMaterial.Around around, Period day, Period stretch, Optional<Integer> hours) {
        return hours.map(Duration::ofHours).map(rest -> new LegalRest(
                workEndedBefore(around, stretch).map(at -> Math.max(0, Seconds.of(at.plus(rest), day))).orElse(0),
                workBeginsAfter(around, day).map(at -> Seconds.of(at.minus(rest), day)).orElse(Visit.NEVER))).orElse(NONE);
    }

    /**
     * What he last had of another day: the end of a shift or of a visit, whichever is later. A standby without a visit is rest; a shift that goes on
     * over midnight is one shift.
     */
    static Optional<Instant> workEndedBefore(DayMaterial.Around around, Period stretch) {
        boolean goesOn = around.shifts().stream().anyMatch(shift -> shift.period().contains(stretch.startsAt()));
        return goesOn ? Optional.empty() : Stream.concat(worked(around.shifts()), around.visits().stream()).map(Period::endsAt)
                .filter(at -> !at.isAfter(stretch.startsAt())).max(Comparator.naturalOrder());
    }

    /** The next shift after the day. What is booked there without a shift was booked by a person who knew. */
    static Optional<Instant> workBeginsAfter(DayMaterial.Around around, Period day) {
        return worked(around.shifts()).map(Period::startsAt).filter(at -> !at.isBefore(day.endsAt())).min(Comparator.naturalOrder());
    }

    private static Stream<Period> worked(List<Shift> shifts) {
        return shifts.stream().filter(shift -> shift.kind() != Shift.Kind.STANDBY).map(Shift::period);
    }
}
