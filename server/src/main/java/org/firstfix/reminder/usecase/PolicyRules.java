package org.firstfix.reminder.usecase;

import java.time.Instant;
import java.util.Map;
import org.firstfix.contract.KnownCalendars;
import org.firstfix.organization.OrganizationApi;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.problem.Problem;
import org.firstfix.reminder.ReminderPolicyChanged;
import org.firstfix.reminder.domain.Policy;
import org.springframework.stereotype.Component;

/** What defining and changing a policy have in common. */
@Component
class PolicyRules {
    private final KnownCalendars calendars;
    private final OrganizationApi organization;

    PolicyRules(KnownCalendars calendars, OrganizationApi organization) {
        this.calendars = calendars;
        this.organization = organization;
    }

    /** @throws Problem if it names what the house does not have, or a moment would reach nobody */
    void check(Policy wanted) {
        if (!calendars.exists(wanted.calendarCode())) {
            throw Problem.invalidField("calendarCode", "reminder.calendar-unknown", Map.of("calendar", wanted.calendarCode()));
        }
        if (!organization.knowsRole(wanted.escalationRole())) {
            throw Problem.invalidField("escalationRole", "reminder.role-unknown", Map.of("role", wanted.escalationRole()));
        }
        wanted.everyMomentReachesSomebody();
    }

    ReminderPolicyChanged news(String code, int version, Instant at, String reason) {
        return new ReminderPolicyChanged(code, version, Actors.current().home().orElseThrow(() -> Problem.forbidden("reminder.policy")), at, reason);
    }
}
