package org.firstfix.sla.domain;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.problem.Problem.FieldProblem;

/**
 * The official notice of a year: which days are off, and which weekend days are worked for them.
 *
 * @param source where it was announced
 */
public record OfficialNotice(int revision, int year, String source, Instant importedAt, String importedBy, List<Day> days) {
    public OfficialNotice {
        days = List.copyOf(days);
    }

    /** @param nameZh the holiday it belongs to, also for a make-up day */
    public record Day(LocalDate date, boolean dayOff, String nameZh, String nameEn) {}

    /** Fewest days off a year can have: the law of 2024 gives 13, weekends beside them are counted too. */
    private static final int FEWEST_DAYS_OFF = 11;
    private static final Map<String, String> ENGLISH = Map.of("元旦", "New Year's Day", "春节", "Spring Festival",
            "清明节", "Qingming Festival", "劳动节", "Labour Day", "端午节", "Dragon Boat Festival", "中秋节", "Mid-Autumn Festival",
            "国庆节", "National Day");

    /** The English name of a holiday, also of two that fall together; an unknown one keeps its Chinese name. */
    public static String english(String nameZh) {
        return Arrays.stream(nameZh.split("[、，,]")).map(name -> ENGLISH.getOrDefault(name.strip(), name.strip()))
                .collect(Collectors.joining(" and "));
    }

    /** @throws Problem 400 naming every day that cannot be right */
    public void check() {
        List<FieldProblem> findings = new ArrayList<>();
        Set<LocalDate> dates = new HashSet<>();
        for (int i = 0; i < days.size(); i++) {
            Day day = days.get(i);
            String field = "days[" + i + "].date";
            Map<String, Object> values = Map.of("date", day.date().toString(), "year", year);
            if (!dates.add(day.date())) {
                findings.add(new FieldProblem(field, "sla.official-day-twice", values));
            }
            if (!belongsToTheYear(day)) {
                findings.add(new FieldProblem(field, "sla.official-day-of-another-year", values));
            }
            if (!day.dayOff() && !isWeekend(day)) {
                findings.add(new FieldProblem(field, "sla.make-up-day-on-a-weekday", values));
            }
        }
        long off = days.stream().filter(Day::dayOff).count();
        if (off < FEWEST_DAYS_OFF) {
            findings.add(new FieldProblem("days", "sla.official-days-too-few", Map.of("found", off, "fewest", FEWEST_DAYS_OFF)));
        }
        if (!findings.isEmpty()) {
            throw Problem.invalid(findings);
        }
    }

    /** A New Year's holiday may begin or be worked for in the neighbouring weeks of the other year. */
    private boolean belongsToTheYear(Day day) {
        return !day.date().isBefore(LocalDate.of(year - 1, 12, 20)) && !day.date().isAfter(LocalDate.of(year + 1, 1, 10));
    }

    /** Only weekend days are worked for a holiday; a weekday would be worked anyway. */
    private static boolean isWeekend(Day day) {
        return day.date().getDayOfWeek() == DayOfWeek.SATURDAY || day.date().getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
