package org.firstfix.workorder.paper;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** How a moment is written on paper: the wall clock at the site, with its zone. */
public final class ReportTimes {
    private static final DateTimeFormatter WALL_CLOCK = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm '('VV')'");

    private ReportTimes() {}

    public static String wallClock(Instant at, ZoneId zone) {
        return WALL_CLOCK.format(at.atZone(zone));
    }
}
