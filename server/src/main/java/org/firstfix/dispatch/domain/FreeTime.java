package org.firstfix.dispatch.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The gaps of an engineer's shifts, and where in them a visit fits. */
public final class FreeTime {
    /** What a visit in the diary occupies, and where it is. */
    public record Busy(Period period, Optional<Place> place) {}

    /** A gap, and where the engineer comes from: the visit before it, or home. */
    public record Gap(Period period, Optional<Place> from) {}

    /** Where a visit fits: {@code kilometres} as the crow flies from where the engineer comes from. */
    public record Fit(Period visit, Optional<Double> kilometres) {}

    /** Roads wind, and a town is slow: a rough guess until routes are known. */
    private static final double KILOMETRES_PER_MINUTE = 0.4;
    private static final Duration GRID = Duration.ofMinutes(15);

    private FreeTime() {}

    /** Gaps of the shifts from {@code from} on, without absences and visits. */
    public static List<Gap> gaps(List<Shift> shifts, List<Absence> absences, List<Busy> busy, Optional<Place> home, Instant from) {
        List<Gap> gaps = new ArrayList<>();
        List<Busy> taken = new ArrayList<>(busy);
        absences.forEach(absence -> taken.add(new Busy(absence.period(), Optional.empty())));
        taken.sort(Comparator.comparing(entry -> entry.period().startsAt()));
        for (Shift shift : shifts.stream().sorted(Comparator.comparing(entry -> entry.period().startsAt())).toList()) {
            Instant free = later(shift.period().startsAt(), from);
            Optional<Place> place = home;
            for (Busy entry : taken) {
                if (!entry.period().overlaps(shift.period())) {
                    continue;
                }
                if (entry.period().startsAt().isAfter(free)) {
                    gaps.add(new Gap(new Period(free, entry.period().startsAt()), place));
                }
                free = later(free, entry.period().endsAt());
                place = entry.place().isPresent() ? entry.place() : place;
            }
            if (shift.period().endsAt().isAfter(free)) {
                gaps.add(new Gap(new Period(free, shift.period().endsAt()), place));
            }
        }
        return gaps;
    }

    /** The first place where travel and work fit, on a quarter of an hour. */
    public static Optional<Fit> firstFit(List<Gap> gaps, Duration work, Optional<Place> site) {
        for (Gap gap : gaps) {
            Optional<Double> kilometres = gap.from().flatMap(from -> site.map(from::kilometresTo));
            Instant start = onGrid(gap.period().startsAt().plus(kilometres.map(FreeTime::travel).orElse(Duration.ZERO)));
            if (!start.plus(work).isAfter(gap.period().endsAt())) {
                return Optional.of(new Fit(new Period(start, start.plus(work)), kilometres));
            }
        }
        return Optional.empty();
    }

    static Duration travel(double kilometres) {
        return Duration.ofMinutes(Math.round(kilometres / KILOMETRES_PER_MINUTE));
    }

    private static Instant onGrid(Instant at) {
        long step = GRID.toSeconds();
        long seconds = Math.floorDiv(at.getEpochSecond() + step - 1, step) * step;
        Instant onGrid = Instant.ofEpochSecond(seconds);
        return onGrid.isBefore(at) ? onGrid.plus(GRID) : onGrid;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
