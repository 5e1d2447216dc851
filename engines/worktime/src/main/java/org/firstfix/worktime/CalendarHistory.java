package org.firstfix.worktime;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The versions of a calendar, each with the first local date it applies to. Immutable.
 * A version decides all intervals that start on its dates: a night begun under the old version ends under the old version.
 */
public final class CalendarHistory {

    /**
     * One version in its time.
     *
     * @param from first local date it applies to; {@link LocalDate#MIN} for the first version
     * @param calendar what applies from then on
     */
    public record Version(LocalDate from, WorkCalendar calendar) {}

    private final List<Version> versions;

    private CalendarHistory(List<Version> versions) {
        this.versions = List.copyOf(versions);
    }

    /** A calendar that has always applied. */
    public static CalendarHistory startingWith(WorkCalendar first) {
        return new CalendarHistory(List.of(new Version(LocalDate.MIN, first)));
    }

    /**
     * This history, followed by another version.
     *
     * @throws IllegalArgumentException if the date is not later than that of the last version
     */
    public CalendarHistory followedBy(LocalDate from, WorkCalendar next) {
        Version last = versions.getLast();
        if (!from.isAfter(last.from())) {
            throw new IllegalArgumentException("Version " + next.version() + " of calendar \"" + next.name() + "\" would apply from " + from
                    + ", but version " + last.calendar().version() + " applies from " + last.from() + ". Maybe add the versions in order of their dates.");
        }
        List<Version> longer = new ArrayList<>(versions);
        longer.add(new Version(from, next));
        return new CalendarHistory(longer);
    }

    /** All versions, oldest first, never empty. */
    public List<Version> versions() {
        return versions;
    }

    /** The calendar whose intervals start on this local date. */
    public WorkCalendar on(LocalDate date) {
        // Histories are short and recent dates are asked for most.
        for (int i = versions.size() - 1; i > 0; i--) {
            if (!date.isBefore(versions.get(i).from())) {
                return versions.get(i).calendar();
            }
        }
        return versions.getFirst().calendar();
    }

    @Override
    public String toString() {
        return versions.getLast().calendar() + (versions.size() == 1 ? "" : " with " + (versions.size() - 1) + " earlier");
    }
}
