package org.firstfix.dispatch.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.firstfix.platform.identity.PersonId;

/**
 * Working time of an engineer without an interruption: a shift, or what an absence leaves of it. The engine knows stretches, not
 * people; somebody with two shifts a day is two of them.
 *
 * @param overtime after its end that a plan may use
 * @param standby for urgent work only
 */
public record Stretch(PersonId engineer, Period period, Duration overtime, boolean standby) {

    /** The stretches of a day, by time. Only after a normal shift that nothing cuts short or follows at once there is overtime. */
    static List<Stretch> of(DayMaterial.Diary diary, Period day, int overtimeMinutes) {
        List<Shift> shifts = diary.shifts().stream().filter(shift -> shift.period().overlaps(day))
                .sorted(Comparator.comparing(shift -> shift.period().startsAt())).toList();
        List<Stretch> stretches = new ArrayList<>();
        for (Shift shift : shifts) {
            Instant from = later(shift.period().startsAt(), day.startsAt());
            for (Period piece : without(new Period(from, shift.period().endsAt()), diary.absences())) {
                boolean cut = piece.endsAt().isBefore(shift.period().endsAt())
                        || shifts.stream().anyMatch(other -> other.period().startsAt().equals(shift.period().endsAt()));
                boolean overtime = shift.kind() == Shift.Kind.NORMAL && !cut;
                stretches.add(new Stretch(diary.engineer().id(), piece, overtime ? Duration.ofMinutes(overtimeMinutes) : Duration.ZERO,
                        shift.kind() == Shift.Kind.STANDBY));
            }
        }
        return stretches;
    }

    private static List<Period> without(Period whole, List<Absence> absences) {
        List<Period> pieces = new ArrayList<>();
        Instant free = whole.startsAt();
        for (Absence absence : absences.stream().sorted(Comparator.comparing(one -> one.period().startsAt())).toList()) {
            if (absence.period().overlaps(whole)) {
                if (absence.period().startsAt().isAfter(free)) {
                    pieces.add(new Period(free, absence.period().startsAt()));
                }
                free = later(free, absence.period().endsAt());
            }
        }
        if (whole.endsAt().isAfter(free)) {
            pieces.add(new Period(free, whole.endsAt()));
        }
        return pieces;
    }

    /** How far a moment lies outside; zero inside. The end itself is outside: what begins then belongs to the stretch that begins then. */
    Duration distanceTo(Instant at) {
        if (at.isBefore(period.startsAt())) {
            return Duration.between(at, period.startsAt());
        }
        return at.isBefore(period.endsAt()) ? Duration.ZERO : Duration.between(period.endsAt(), at).plusNanos(1);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
