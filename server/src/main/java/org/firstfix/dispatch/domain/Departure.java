package org.firstfix.dispatch.domain;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** When somebody sets out, as the roads see it: the weekday and the time of day where the way begins. */
public record Departure(DayOfWeek day, LocalTime time) {
    public static Departure of(Instant at, ZoneId zone) {
        ZonedDateTime there = at.atZone(zone);
        return new Departure(there.getDayOfWeek(), there.toLocalTime());
    }

    /**
     * The departure that stands for a whole day: the middle of the working time that is left of it. The engine asks for one
     * table per day; where most ways of the day are driven is the best single answer.
     *
     * @param begins seconds since the day began, also of {@code ends}
     */
    static Departure standingFor(PlanArea area, int begins, int ends) {
        return of(area.period().startsAt().plusSeconds((begins + (long) ends) / 2), area.zone());
    }

    public HourBand band() {
        return HourBand.of(day, time);
    }
}
