package org.firstfix.cli;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.firstfix.worktime.DayHours;
import org.firstfix.worktime.DayInterval;
import org.firstfix.worktime.Deadline;
import org.firstfix.worktime.NoOpenTimeException;
import org.firstfix.worktime.OfficialDays;
import org.firstfix.worktime.Pause;
import org.firstfix.worktime.Pauses;
import org.firstfix.worktime.Segment;
import org.firstfix.worktime.WorkCalendar;
import org.firstfix.worktime.WorkCalendarBuilder;
import org.firstfix.worktime.WorkTime;
import org.jspecify.annotations.Nullable;

/**
 * Questions about business time in a file, as anybody's product may be asked them. The format is described in
 * {@code docs/conformance/worktime.md}.
 *
 * @param calendars by name
 * @param cases the questions, answered in this order
 * @param about for readers of the file
 */
record CheckFile(Map<String, Hours> calendars, List<Question> cases, @Nullable String about) {
    private static final Map<String, DayOfWeek> DAYS = Map.of("mon", DayOfWeek.MONDAY, "tue", DayOfWeek.TUESDAY, "wed", DayOfWeek.WEDNESDAY,
            "thu", DayOfWeek.THURSDAY, "fri", DayOfWeek.FRIDAY, "sat", DayOfWeek.SATURDAY, "sun", DayOfWeek.SUNDAY);
    private static final DateTimeFormatter WITH_OFFSET = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss[.SSSSSSSSS]xxx");
    private static final DateTimeFormatter WHOLE_SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");

    CheckFile {
        calendars = calendars == null ? Map.of() : calendars;
        cases = cases == null ? List.of() : cases;
    }

    /**
     * A calendar.
     *
     * @param week {@code mon} to {@code sun}, each a list of pairs of wall times
     * @param cn whether the official Chinese holidays and make-up days stand over the week
     * @param holidays closed dates
     * @param special dates with hours of their own, over everything else
     */
    record Hours(@Nullable String zone, @Nullable Map<String, List<List<String>>> week, boolean cn, @Nullable List<LocalDate> holidays,
            @Nullable Map<LocalDate, List<List<String>>> special) {

        /** @throws RuntimeException with a sentence for people if it makes no calendar */
        WorkTime open(String name, Optional<OfficialDays> china) {
            WorkCalendarBuilder builder = WorkCalendar.named(name).zone(ZoneId.of(zone == null ? "" : zone));
            orEmpty(week).forEach((day, hours) -> {
                DayOfWeek weekday = DAYS.get(day.toLowerCase(Locale.ROOT));
                if (weekday == null) {
                    throw new IllegalArgumentException("\"" + day + "\" is no day of the week. Days are mon, tue, wed, thu, fri, sat, sun.");
                }
                builder.hours(weekday, dayHours(hours));
            });
            if (cn) {
                builder.officialDays(china.orElseThrow(() -> new IllegalArgumentException(
                        "it follows the official Chinese days, and none were given. Name their folder: --holidays FOLDER")));
            }
            (holidays == null ? List.<LocalDate>of() : holidays).stream().distinct()
                    .forEach(date -> builder.specialDate(date, DayHours.CLOSED, "holiday"));
            orEmpty(special).forEach((date, hours) -> builder.contractException(date, dayHours(hours), "special"));
            return WorkTime.on(builder.build());
        }

        private static DayHours dayHours(List<List<String>> pairs) {
            return new DayHours(pairs.stream().map(pair -> {
                if (pair.size() != 2) {
                    throw new IllegalArgumentException("opening hours " + pair + " are no pair of times such as [\"09:00\", \"18:00\"].");
                }
                return DayInterval.parse(pair.get(0) + "-" + pair.get(1));
            }).toList());
        }

        private static <K, V> Map<K, V> orEmpty(@Nullable Map<K, V> map) {
            return map == null ? Map.of() : map;
        }
    }

    /**
     * One question.
     *
     * @param op {@code deadline} or {@code elapsed}
     * @param start ISO time; without an offset it is a wall time of the calendar
     * @param end for elapsed
     * @param targetSeconds for deadline
     * @param pauses pairs of ISO times; {@code null} as the second says that nobody knows the end
     * @param about for readers of the file
     * @param expect what the answer must hold; an answer that does not is marked
     */
    record Question(@Nullable String id, @Nullable String op, @Nullable String calendar, @Nullable String start, @Nullable String end,
            @Nullable Long targetSeconds, @Nullable List<List<@Nullable String>> pauses, @Nullable String about,
            @Nullable Map<String, @Nullable Object> expect) {

        /** The answer as it is written: {@code id}, then {@code result}, {@code seconds} or {@code error}. */
        Map<String, @Nullable Object> answer(Map<String, WorkTime> calendars, Map<String, String> brokenCalendars, boolean explain) {
            Map<String, @Nullable Object> answer = new LinkedHashMap<>();
            answer.put("id", id);
            try {
                WorkTime time = calendar == null ? null : calendars.get(calendar);
                if (time == null) {
                    throw new IllegalArgumentException(brokenCalendars.getOrDefault(calendar == null ? "" : calendar,
                            "there is no calendar \"" + calendar + "\" in this file."));
                }
                tell(answer, time, explain);
            } catch (IllegalArgumentException | NoOpenTimeException | DateTimeException e) {
                answer.keySet().retainAll(List.of("id"));
                answer.put("error", e.getMessage());
            }
            if (isUnexpected(answer)) {
                answer.put("expected", expect);
            }
            return answer;
        }

        /** Whether the file says what the answer should be, and it is another. */
        boolean isUnexpected(Map<String, @Nullable Object> answer) {
            return expect != null && expect.entrySet().stream().anyMatch(wanted -> !answer.containsKey(wanted.getKey())
                    || !String.valueOf(wanted.getValue()).equals(String.valueOf(answer.get(wanted.getKey()))));
        }

        private void tell(Map<String, @Nullable Object> answer, WorkTime time, boolean explain) {
            ZoneId zone = time.history().versions().getLast().calendar().zone();
            Instant from = instant("start", start, zone);
            Pauses paused = Pauses.of(orNone(pauses).stream().map(pair -> pause(pair, zone)).toList());
            Instant until;
            switch (op == null ? "" : op) {
                case "deadline" -> {
                    if (targetSeconds == null) {
                        throw new IllegalArgumentException("a deadline needs target_seconds.");
                    }
                    switch (time.deadline(from, Duration.ofSeconds(targetSeconds), paused)) {
                        case Deadline.At at -> {
                            answer.put("result", iso(at.at(), zone));
                            if (!at.unconfirmedYears().isEmpty()) {
                                answer.put("unconfirmed_years", at.unconfirmedYears());
                            }
                            until = at.at();
                        }
                        case Deadline.Suspended suspended -> {
                            answer.put("result", null);
                            answer.put("remaining_seconds", seconds(suspended.remaining()));
                            answer.put("suspended_since", iso(suspended.since(), zone));
                            until = suspended.since();
                        }
                    }
                }
                case "elapsed" -> {
                    until = instant("end", end, zone);
                    answer.put("seconds", seconds(time.elapsed(from, until, paused)));
                }
                default -> throw new IllegalArgumentException("op is \"" + op + "\", expected deadline or elapsed.");
            }
            if (explain) {
                answer.put("segments", time.explain(from, until, paused).stream().map(segment -> told(segment, zone)).toList());
            }
        }

        private static Pause pause(List<@Nullable String> pair, ZoneId zone) {
            if (pair.size() != 2) {
                throw new IllegalArgumentException("the pause " + pair + " is no pair of times.");
            }
            Instant from = instant("pause", pair.get(0), zone);
            return pair.get(1) == null ? Pause.since(from, "pause") : Pause.between(from, instant("pause", pair.get(1), zone), "pause");
        }

        private static <T> List<T> orNone(@Nullable List<T> list) {
            return list == null ? new ArrayList<>() : list;
        }
    }

    private static Map<String, Object> told(Segment segment, ZoneId zone) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("start", iso(segment.start(), zone));
        told.put("end", iso(segment.end(), zone));
        told.put("kind", segment.kind().name().toLowerCase(Locale.ROOT));
        told.put("rule", segment.rule().textKey());
        told.put("reason", segment.reason());
        told.put("calendar", segment.calendar());
        told.put("version", segment.calendarVersion());
        return told;
    }

    /** An instant, or the first instant of a wall time of the zone. */
    static Instant instant(String what, @Nullable String text, ZoneId zone) {
        if (text == null) {
            throw new IllegalArgumentException(what + " is missing.");
        }
        try {
            var read = DateTimeFormatter.ISO_DATE_TIME.parseBest(text.strip().replace(' ', 'T'), OffsetDateTime::from, LocalDateTime::from);
            return read instanceof OffsetDateTime withOffset ? withOffset.toInstant() : ((LocalDateTime) read).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(what + " \"" + text + "\" is no time. Write it as 2026-03-02T09:00:00+08:00, or without the offset"
                    + " for the wall clock of the calendar.");
        }
    }

    static String iso(Instant instant, ZoneId zone) {
        return (instant.getNano() == 0 ? WHOLE_SECONDS : WITH_OFFSET).format(instant.atZone(zone));
    }

    static Number seconds(Duration duration) {
        return duration.getNano() == 0 ? (Number) duration.toSeconds() : duration.toNanos() / 1e9;
    }
}
