package org.firstfix.sla;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.firstfix.platform.problem.Problem;

/** Time as the calendars of the house count it, for modules that have deadlines of their own. Call inside a transaction. */
public interface WorkingTimes {
    /**
     * The newest hours of a calendar.
     *
     * @param zone of the place; a calendar with a zone of its own does not look at it
     * @throws Problem 409 if there is no such calendar
     */
    WorkingTime on(String calendarCode, ZoneId zone);

    interface WorkingTime {
        /** When so much working time has passed: an open moment, so the next opening rather than the closing before it. */
        Instant after(Instant from, Duration workingTime);

        /** Working time between two moments. */
        Duration between(Instant from, Instant until);
    }
}
