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
import org.firstfix.sla.query.CalendarCatalogue;
import org.firstfix.sla.storage.JooqCalendars;
import org.springframework.stereotype.Component;

/** Adds the next version of a calendar. Open clocks follow soon, each with a line saying so; finished ones never. */
@Component
@Permission("calendar.maintain")
public final class ChangeCalendar {
    private final Work work;
    private final JooqCalendars calendars;
    private final CalendarCatalogue catalogue;
    private final ClockJobs.CalendarFollowUp followUp;
    private final Announcements announcements;
    private final Clock clock;

    ChangeCalendar(Work work, JooqCalendars calendars, CalendarCatalogue catalogue, ClockJobs.CalendarFollowUp followUp,
            Announcements announcements, Clock clock) {
        this.work = work;
        this.calendars = calendars;
        this.catalogue = catalogue;
        this.followUp = followUp;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** @param effectiveFrom first local day of the new hours; versions that would have begun on it or later no longer apply */
    public record Command(String code, int expectedVersion, String nameZh, String nameEn, LocalDate effectiveFrom,
            CalendarDefinition definition, String reason) {}

    public void handle(Command command) {
        work.perform(this, () -> {
            var before = calendars.lock(command.code()).orElseThrow(() -> Problem.notFound("calendar", command.code()));
            if (before.version() != command.expectedVersion()) {
                throw Problem.stale(command.expectedVersion(), before.version(), catalogue.show(command.code()));
            }
            inRange(command.effectiveFrom());
            command.definition().check();
            int version = before.version() + 1;
            calendars.follow(new JooqCalendars.Calendar(command.code(), command.nameZh(), command.nameEn(), version),
                    new JooqCalendars.Version(version, command.effectiveFrom(), command.definition(), clock.instant(),
                            Actors.current().name(), command.reason()));
            announcements.announce(new CalendarChanged(command.code(), version, command.effectiveFrom(), command.reason(),
                    Actors.current().home().orElseThrow(() -> Problem.forbidden("calendar.maintain")), clock.instant()));
            followUp.soon();
        });
    }

    private static void inRange(LocalDate day) {
        if (day.getYear() < 1970 || day.getYear() > 2199) {
            throw Problem.invalidField("effectiveFrom", "platform.date-out-of-range", Map.of("value", day.toString()));
        }
    }
}
