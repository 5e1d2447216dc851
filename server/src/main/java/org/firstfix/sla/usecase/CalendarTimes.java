package org.firstfix.sla.usecase;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.firstfix.sla.WorkingTimes;
import org.firstfix.sla.storage.CachedTimes;
import org.firstfix.sla.storage.JooqCalendars;
import org.firstfix.worktime.Pauses;
import org.firstfix.worktime.WorkTime;
import org.springframework.stereotype.Component;

/** Working time for the modules above. */
@Component
class CalendarTimes implements WorkingTimes {
    private final JooqCalendars calendars;
    private final CachedTimes times;

    CalendarTimes(JooqCalendars calendars, CachedTimes times) {
        this.calendars = calendars;
        this.times = times;
    }

    @Override
    public WorkingTime on(String calendarCode, ZoneId zone) {
        return new Hours(times.on(calendars.newest(calendarCode, zone)));
    }

    record Hours(WorkTime time) implements WorkingTime {
        @Override
        public Instant after(Instant from, Duration workingTime) {
            Instant reached = time.deadline(from, workingTime, Pauses.none()).instant().orElseThrow();
            return time.nextOpen(reached).orElse(reached);
        }

        @Override
        public Duration between(Instant from, Instant until) {
            return time.elapsed(from, until, Pauses.none());
        }
    }
}
