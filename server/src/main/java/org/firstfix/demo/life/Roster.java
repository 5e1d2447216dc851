package org.firstfix.demo.life;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.firstfix.demo.scenery.Dice;

/**
 * What the dispatchers of the demo have in mind: who works when, who is away, and who is booked already. Everybody works
 * from Monday to Friday; in turn somebody stands by at night and at the weekend.
 */
final class Roster {
    static final LocalTime MORNING = LocalTime.of(8, 30);
    static final LocalTime EVENING = LocalTime.of(17, 30);
    private static final Duration ROAD = Duration.ofMinutes(30);
    private static final Duration STEP = Duration.ofMinutes(15);

    /** A stretch of time. */
    record Span(Instant from, Instant to) {
        boolean overlaps(Span other) {
            return from.isBefore(other.to) && other.from.isBefore(to);
        }
    }

    record Slot(Person engineer, Span span) {}

    private final List<Person> engineers;
    private final Map<Person, TreeMap<Instant, Instant>> booked = new HashMap<>();
    private final Map<Person, List<Span>> away = new HashMap<>();

    Roster(List<Person> engineers) {
        this.engineers = engineers;
        engineers.forEach(engineer -> {
            booked.put(engineer, new TreeMap<>());
            away.put(engineer, new ArrayList<>());
        });
    }

    List<Person> engineers() {
        return engineers;
    }

    void away(Person engineer, Span span) {
        list(engineer).add(span);
    }

    private List<Span> list(Person engineer) {
        return java.util.Objects.requireNonNull(away.get(engineer));
    }

    boolean isAway(Person engineer, Span span) {
        return list(engineer).stream().anyMatch(span::overlaps);
    }

    void book(Person engineer, Span span) {
        diary(engineer).put(span.from(), span.to());
    }

    void release(Person engineer, Instant from) {
        diary(engineer).remove(from);
    }

    /** A visit took longer than planned. */
    void until(Person engineer, Instant from, Instant to) {
        diary(engineer).merge(from, to, (planned, real) -> real.isAfter(planned) ? real : planned);
    }

    private TreeMap<Instant, Instant> diary(Person engineer) {
        return java.util.Objects.requireNonNull(booked.get(engineer));
    }

    /** What an engineer works on that day, from the morning or, standing by, from the evening before. */
    List<Span> shiftsOn(Person engineer, LocalDate day) {
        List<Span> shifts = new ArrayList<>();
        if (worksOn(day)) {
            shifts.add(span(day.atTime(MORNING).atZone(House.ZONE), day.atTime(EVENING).atZone(House.ZONE)));
            if (standsByOn(engineer, day)) {
                shifts.add(span(day.atTime(EVENING).atZone(House.ZONE), day.plusDays(1).atTime(MORNING).atZone(House.ZONE)));
            }
        } else if (standsByOn(engineer, day)) {
            shifts.add(span(day.atTime(MORNING).atZone(House.ZONE), day.plusDays(1).atTime(MORNING).atZone(House.ZONE)));
        }
        return shifts;
    }

    static boolean isStandby(Span shift) {
        return shift.from().atZone(House.ZONE).toLocalTime().equals(EVENING) || Duration.between(shift.from(), shift.to()).toHours() > 10;
    }

    static boolean worksOn(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    private boolean standsByOn(Person engineer, LocalDate day) {
        List<Person> colleagues = engineers.stream().filter(other -> other.staff().place().equals(engineer.staff().place())).toList();
        int turns = colleagues.size() > 4 ? 4 : 2;
        return (day.toEpochDay() + colleagues.indexOf(engineer)) % turns == 0;
    }

    private static Span span(ZonedDateTime from, ZonedDateTime to) {
        return new Span(from.toInstant(), to.toInstant());
    }

    boolean works(Person engineer, Span span) {
        LocalDate day = span.from().atZone(House.ZONE).toLocalDate();
        return List.of(day.minusDays(1), day).stream().flatMap(on -> shiftsOn(engineer, on).stream())
                .anyMatch(shift -> !span.from().isBefore(shift.from()) && !span.to().isAfter(shift.to()))
                && !isAway(engineer, span);
    }

    boolean isFree(Person engineer, Span span) {
        Span withRoad = new Span(span.from().minus(ROAD), span.to().plus(ROAD));
        Map.Entry<Instant, Instant> before = diary(engineer).lowerEntry(withRoad.to());
        return before == null || !before.getValue().isAfter(withRoad.from());
    }

    /** Somebody with the skill who is free at that time or soon after; near ones and those who know more first. */
    Optional<Slot> find(String branch, String territory, String skill, Instant wanted, Duration length, Optional<Person> only,
            Optional<Person> not, Dice dice) {
        for (int i = 0; i < 4 * 24 * 6; i++) {
            Instant from = quarter(wanted.plus(STEP.multipliedBy(i)));
            Span span = new Span(from, from.plus(length));
            Optional<Person> best = engineers.stream().filter(person -> person.staff().place().equals(branch))
                    .filter(person -> only.map(person::equals).orElse(!person.is(org.firstfix.organization.BuiltInRole.DEDICATED_ENGINEER)))
                    .filter(person -> not.filter(person::equals).isEmpty())
                    .filter(person -> skill.isEmpty() || level(person, skill) > 0)
                    .filter(person -> works(person, span) && isFree(person, span))
                    .map(person -> Map.entry(person, score(person, territory, skill) + dice.between(0.0, 1.5)))
                    .max(Comparator.comparingDouble(Map.Entry::getValue)).map(Map.Entry::getKey);
            if (best.isPresent()) {
                return Optional.of(new Slot(best.get(), span));
            }
        }
        return Optional.empty();
    }

    /** Somebody of the same branch who can come along, near ones first. */
    Optional<Person> colleague(Slot slot, String skill) {
        return engineers.stream().filter(person -> person.staff().place().equals(slot.engineer().staff().place()) && !person.equals(slot.engineer()))
                .filter(person -> !person.is(org.firstfix.organization.BuiltInRole.DEDICATED_ENGINEER) && (skill.isEmpty() || level(person, skill) > 0))
                .filter(person -> works(person, slot.span()) && isFree(person, slot.span()))
                .max(Comparator.comparingDouble(person -> score(person, slot.engineer().staff().territory(), skill)));
    }

    private static double score(Person person, String territory, String skill) {
        return (person.staff().territory().equals(territory) ? 2.5 : 0) + 0.4 * level(person, skill);
    }

    static int level(Person person, String skill) {
        return person.staff().skills().stream().filter(known -> known.startsWith(skill + ":"))
                .mapToInt(known -> Integer.parseInt(known.substring(known.indexOf(':') + 1))).max().orElse(0);
    }

    private static Instant quarter(Instant at) {
        long seconds = at.getEpochSecond();
        return Instant.ofEpochSecond((seconds + 899) / 900 * 900);
    }

    /** That moment, or the beginning of the next working day's hours. */
    static Instant inWorkingHours(Instant at) {
        ZonedDateTime wall = at.atZone(House.ZONE);
        if (worksOn(wall.toLocalDate()) && wall.toLocalTime().isBefore(EVENING)) {
            return wall.toLocalTime().isBefore(MORNING) ? wall.with(MORNING).plusMinutes(at.getEpochSecond() % 40).toInstant() : at;
        }
        LocalDate day = wall.toLocalDate().plusDays(1);
        while (!worksOn(day)) {
            day = day.plusDays(1);
        }
        return day.atTime(MORNING).plusMinutes(at.getEpochSecond() % 55).atZone(House.ZONE).toInstant();
    }
}
