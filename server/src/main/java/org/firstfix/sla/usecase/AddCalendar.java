package org.firstfix.sla.usecase;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.firstfix.sla.CalendarChanged;
import org.firstfix.sla.domain.CalendarDefinition;
import org.firstfix.sla.storage.JooqCalendars;
import org.springframework.stereotype.Component;

/** Adds a calendar; its first version has always applied. */
@Component
@Permission("calendar.maintain")
public final class AddCalendar {
    private static final LocalDate ALWAYS = LocalDate.of(2000, 1, 1);

    private final Work work;
    private final JooqCalendars calendars;
    private final Announcements announcements;
    private final Clock clock;

    AddCalendar(Work work, JooqCalendars calendars, Announcements announcements, Clock clock) {
        this.work = work;
        this.calendars = calendars;
        this.announcements = announcements;
        this.clock = clock;
    }

    public record Command(String code, String nameZh, String nameEn, CalendarDefinition definition, String reason) {}

    public void handle(Command command) {
        work.perform(this, () -> {
            command.definition().check();
            var calendar = new JooqCalendars.Calendar(command.code(), command.nameZh(), command.nameEn(), 1);
            var first = new JooqCalendars.Version(1, ALWAYS, command.definition(), clock.instant(), Actors.current().name(),
                    command.reason());
            if (!calendars.add(calendar, first)) {
                throw Problem.conflict("sla.calendar-taken", Map.of("calendar", command.code()));
            }
            announcements.announce(new CalendarChanged(command.code(), 1, ALWAYS, command.reason(),
                    Actors.current().home().orElseThrow(() -> Problem.forbidden("calendar.maintain")), clock.instant()));
        });
    }
}
