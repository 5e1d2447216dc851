package org.firstfix.sla.usecase;

import java.time.Clock;
import java.util.Map;
import org.firstfix.contract.KnownCalendars;
import org.firstfix.organization.OrganizationApi;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.problem.Problem;
import org.firstfix.sla.StandardChanged;
import org.firstfix.sla.domain.ServiceStandard;
import org.springframework.stereotype.Component;

/** What adding and changing a standard have in common. */
@Component
class StandardCheck {
    private final KnownCalendars calendars;
    private final OrganizationApi organization;
    private final Announcements announcements;
    private final Clock clock;

    StandardCheck(KnownCalendars calendars, OrganizationApi organization, Announcements announcements, Clock clock) {
        this.calendars = calendars;
        this.organization = organization;
        this.announcements = announcements;
        this.clock = clock;
    }

    void complete(ServiceStandard standard) {
        standard.check();
        if (!calendars.exists(standard.calendarCode())) {
            throw Problem.invalidField("calendarCode", "contract.calendar-unknown", Map.of("calendar", standard.calendarCode()));
        }
        if (!organization.knowsRole(standard.responsibleRole())) {
            throw Problem.invalidField("responsibleRole", "sla.standard-role-unknown", Map.of("role", standard.responsibleRole()));
        }
    }

    void announce(ServiceStandard standard, String reason) {
        announcements.announce(new StandardChanged(standard.code(), standard.version(), (int) standard.target().toMinutes(),
                standard.calendarCode(), standard.active(), reason, Actors.current().home().orElseThrow(() -> Problem.forbidden("standard.maintain")),
                clock.instant()));
    }
}
