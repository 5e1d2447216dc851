package org.firstfix.worktime;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Public holidays and make-up working days as a government announces them, year by year.
 * The years are listed because a year without holidays and a year nobody has announced yet look alike in the data.
 * A notice may contain dates of its neighbour years (the notice for 2023 makes 2022-12-31 a holiday): they count, but do not make that year covered.
 *
 * @param name what people call this set, for example {@code China}
 * @param holidays date to name of the holiday
 * @param makeUpDays date to name of the holiday it is worked for
 * @param coveredYears years whose notice is contained
 */
public record OfficialDays(String name, Map<LocalDate, String> holidays, Map<LocalDate, String> makeUpDays, Set<Integer> coveredYears) {

    /** @throws IllegalArgumentException if a date is both a holiday and a make-up day */
    public OfficialDays {
        holidays = Map.copyOf(holidays);
        makeUpDays = Map.copyOf(makeUpDays);
        coveredYears = Set.copyOf(coveredYears);
        for (LocalDate date : makeUpDays.keySet()) {
            if (holidays.containsKey(date)) {
                throw new IllegalArgumentException("Official days \"" + name + "\" list " + date + " as a holiday (" + holidays.get(date)
                        + ") and as a make-up day (" + makeUpDays.get(date) + "). Maybe two notices contradict each other.");
            }
        }
    }

    /** Whether the notice of this year is contained. If not, its ordinary week is only a guess. */
    public boolean covers(int year) {
        return coveredYears.contains(year);
    }

    /**
     * Both sets together, for example the notices of two years.
     *
     * @throws IllegalArgumentException if one set calls a date a holiday and the other a make-up day
     */
    public OfficialDays combinedWith(OfficialDays other) {
        Map<LocalDate, String> allHolidays = new HashMap<>(holidays);
        allHolidays.putAll(other.holidays);
        Map<LocalDate, String> allMakeUpDays = new HashMap<>(makeUpDays);
        allMakeUpDays.putAll(other.makeUpDays);
        Set<Integer> allYears = new HashSet<>(coveredYears);
        allYears.addAll(other.coveredYears);
        return new OfficialDays(name, allHolidays, allMakeUpDays, allYears);
    }

    /** Short, for logs: the days themselves would fill a page. */
    @Override
    public String toString() {
        return name + " " + new TreeSet<>(coveredYears);
    }
}
