package org.firstfix.worktime;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** A calendar as a person would say it, in minutes of the day: the engine and the naive checker each make their own of it. */
final class SpokenCalendar {

    /** Minutes after midnight, the end maybe beyond 1440. */
    record Opening(int start, int end) {}

    final ZoneId zone;
    final Map<DayOfWeek, List<Opening>> week = new EnumMap<>(DayOfWeek.class);
    final Set<LocalDate> holidays = new HashSet<>();
    final Set<LocalDate> makeUpDays = new HashSet<>();
    final Map<LocalDate, List<Opening>> specialDates = new HashMap<>();
    final Map<LocalDate, List<Opening>> contractExceptions = new HashMap<>();

    /** Random hours all week, and random exceptions near a date. */
    SpokenCalendar(ZoneId zone, LocalDate near, Random random) {
        this.zone = zone;
        boolean sameEveryDay = random.nextInt(3) == 0;
        boolean allDay = random.nextInt(12) == 0;
        List<Opening> hours = allDay ? List.of(new Opening(0, 1440)) : openings(random, true);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, sameEveryDay || allDay || day == DayOfWeek.MONDAY ? hours : openings(random, false));
        }
        for (int i = random.nextInt(8); i > 0; i--) {
            holidays.add(near.plusDays(random.nextInt(-20, 20)));
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            makeUpDays.add(near.plusDays(random.nextInt(-20, 20)));
        }
        makeUpDays.removeAll(holidays);
        for (int i = random.nextInt(5); i > 0; i--) {
            specialDates.put(near.plusDays(random.nextInt(-20, 20)), openings(random, false));
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            contractExceptions.put(near.plusDays(random.nextInt(-20, 20)), openings(random, false));
        }
    }

    private static List<Opening> openings(Random random, boolean atLeastOne) {
        List<Opening> openings = new ArrayList<>();
        int wanted = atLeastOne ? 1 + random.nextInt(3) : random.nextInt(4);
        int minute = random.nextInt(3) == 0 ? 0 : random.nextInt(600);
        while (openings.size() < wanted && minute < 1440) {
            int end = minute + 1 + random.nextInt(random.nextInt(4) == 0 ? 1440 : 400);
            // Half of what would run past midnight ends at 24:00 instead.
            if (end > 1440 && random.nextBoolean()) {
                end = 1440;
            }
            openings.add(new Opening(minute, end));
            minute = end + (random.nextInt(4) == 0 ? 0 : random.nextInt(300));
        }
        return openings;
    }

    /** The same calendar in the words of the engine. */
    WorkCalendar toWorkCalendar(String version) {
        WorkCalendarBuilder builder = WorkCalendar.named("spoken").version(version).zone(zone);
        week.forEach((day, openings) -> builder.hours(day, hours(openings)));
        Set<Integer> years = new HashSet<>();
        for (int year = 1960; year < 2060; year++) {
            years.add(year);
        }
        builder.officialDays(new OfficialDays("spoken", named(holidays), named(makeUpDays), years));
        specialDates.forEach((date, openings) -> builder.specialDate(date, hours(openings), "special"));
        contractExceptions.forEach((date, openings) -> builder.contractException(date, hours(openings), "contract"));
        return builder.build();
    }

    private static DayHours hours(List<Opening> openings) {
        return new DayHours(openings.stream().map(opening -> new DayInterval(opening.start() * 60, opening.end() * 60)).toList());
    }

    private static Map<LocalDate, String> named(Set<LocalDate> dates) {
        Map<LocalDate, String> named = new HashMap<>();
        dates.forEach(date -> named.put(date, "day " + date));
        return named;
    }
}
