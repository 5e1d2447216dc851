package org.firstfix.sla.storage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstfix.platform.problem.Problem;
import org.firstfix.sla.domain.CalendarKey;
import org.firstfix.sla.domain.Times;
import org.firstfix.sla.storage.JooqCalendars.Version;
import org.firstfix.worktime.CalendarHistory;
import org.firstfix.worktime.OfficialDays;
import org.firstfix.worktime.WorkCalendar;
import org.firstfix.worktime.WorkTime;
import org.springframework.stereotype.Component;

/**
 * Hours by key. A key names versions that never change, so what was made once stays right; the least used are forgotten.
 * Must not be asked about a version in the transaction that makes it: that transaction may still fail.
 */
@Component
public class CachedTimes implements Times {
    private static final int MOST = 200;

    private final JooqCalendars calendars;
    private final Map<CalendarKey, WorkTime> known = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<CalendarKey, WorkTime> eldest) {
            return size() > MOST;
        }
    };

    CachedTimes(JooqCalendars calendars) {
        this.calendars = calendars;
    }

    @Override
    public WorkTime on(CalendarKey key) {
        synchronized (known) {
            WorkTime time = known.get(key);
            if (time != null) {
                return time;
            }
        }
        WorkTime made = make(key);
        synchronized (known) {
            return Optional.ofNullable(known.putIfAbsent(key, made)).orElse(made);
        }
    }

    private WorkTime make(CalendarKey key) {
        List<Version> versions = calendars.versions(key.code(), key.version());
        if (versions.isEmpty()) {
            throw Problem.conflict("sla.calendar-unknown", Map.of("calendar", key.code()));
        }
        OfficialDays official = calendars.officialDays(key.officialRevision());
        List<Version> inForce = inForce(versions);
        CalendarHistory history = CalendarHistory.startingWith(calendar(key, inForce.getFirst(), official));
        for (Version version : inForce.subList(1, inForce.size())) {
            history = history.followedBy(version.from(), calendar(key, version, official));
        }
        return WorkTime.on(history);
    }

    /** A version from a day on replaces every earlier version that would have begun on that day or later. */
    public static List<Version> inForce(List<Version> versions) {
        List<Version> result = new ArrayList<>();
        for (Version version : versions) {
            LocalDate from = version.from();
            result.removeIf(earlier -> !earlier.from().isBefore(from));
            result.add(version);
        }
        return result;
    }

    private static WorkCalendar calendar(CalendarKey key, Version version, OfficialDays official) {
        return version.definition().at(key.code(), version.number(), key.zone(), official);
    }
}
