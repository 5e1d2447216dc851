package org.firstfix.sla.usecase;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.firstfix.platform.work.Work;
import org.firstfix.sla.domain.CalendarKey;
import org.firstfix.sla.storage.JooqCalendars;
import org.firstfix.sla.storage.JooqClocks;
import org.springframework.stereotype.Component;

/**
 * Brings open clocks up to the newest version of their calendar and the newest official notice, each with a line in its
 * ledger. What was reached or missed stays, stopped clocks are left alone.
 */
@Component
public class FollowCalendars {
    private static final int AT_ONCE = 500;

    private final Work work;
    private final JooqClocks clocks;
    private final JooqCalendars calendars;
    private final ClockNews news;
    private final Clock house;

    FollowCalendars(Work work, JooqClocks clocks, JooqCalendars calendars, ClockNews news, Clock house) {
        this.work = work;
        this.clocks = clocks;
        this.calendars = calendars;
        this.news = news;
        this.house = house;
    }

    /** @return how many clocks were brought up to date */
    public int follow() {
        List<String> codes = work.asTheHouse("Firstfix", () -> calendars.all().stream().map(JooqCalendars.Calendar::code).toList());
        return codes.stream().mapToInt(this::followCalendar).sum();
    }

    private int followCalendar(String code) {
        int followed = 0;
        List<UUID> behind;
        int moved;
        do {
            behind = work.asTheHouse("Firstfix", () -> {
                CalendarKey newest = calendars.newest(code, ZoneOffset.UTC);
                return clocks.behindTheirCalendar(code, newest.version(), newest.officialRevision(), AT_ONCE);
            });
            moved = behind.stream().mapToInt(clock -> work.asTheHouse("Firstfix", () -> bringUpToDate(clock))).sum();
            followed += moved;
            // A clock somebody else holds is left for the next run, or it follows by the change that is being made.
        } while (behind.size() == AT_ONCE && moved > 0);
        return followed;
    }

    private int bringUpToDate(UUID id) {
        return clocks.lockIfFree(id).map(clock -> {
            CalendarKey known = clock.state().calendar();
            CalendarKey newest = calendars.newest(known.code(), known.zone());
            if (newest.equals(known)) {
                return 0;
            }
            clock.followCalendar(newest.version(), newest.officialRevision(), reasonOf(known, newest), house.instant());
            clocks.save(clock);
            news.announce(clock);
            return 1;
        }).orElse(0);
    }

    private String reasonOf(CalendarKey known, CalendarKey newest) {
        if (newest.version() > known.version()) {
            return calendars.versions(newest.code(), newest.version()).getLast().reason();
        }
        return calendars.notices(newest.officialRevision()).getLast().source();
    }
}
