package org.firstfix.reminder.usecase;

import java.time.Clock;
import java.util.Map;
import org.firstfix.contract.KnownCalendars;
import org.firstfix.organization.OrganizationApi;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.firstfix.reminder.ReminderPolicyChanged;
import org.firstfix.reminder.domain.Policy;
import org.firstfix.reminder.storage.JooqPolicies;
import org.springframework.stereotype.Component;

/** Reminds of a kind of duty in another way, from the next plan on. */
@Component
@Permission("reminder.policy")
public final class ChangeReminderPolicy {
    private final Work work;
    private final JooqPolicies policies;
    private final KnownCalendars calendars;
    private final OrganizationApi organization;
    private final Announcements announcements;
    private final Clock clock;

    ChangeReminderPolicy(Work work, JooqPolicies policies, KnownCalendars calendars, OrganizationApi organization,
            Announcements announcements, Clock clock) {
        this.work = work;
        this.policies = policies;
        this.calendars = calendars;
        this.organization = organization;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** @param policy with the version that the change is based on */
    public record Command(Policy policy, String reason) {}

    public void handle(Command command) {
        work.perform(this, () -> {
            Policy wanted = command.policy();
            Policy before = policies.lock(wanted.code()).orElseThrow(() -> Problem.notFound("reminder-policy", wanted.code()));
            if (before.version() != wanted.version()) {
                throw Problem.stale(wanted.version(), before.version(), before.code());
            }
            if (!calendars.exists(wanted.calendarCode())) {
                throw Problem.invalidField("calendarCode", "reminder.calendar-unknown", Map.of("calendar", wanted.calendarCode()));
            }
            if (!organization.knowsRole(wanted.escalationRole())) {
                throw Problem.invalidField("escalationRole", "reminder.role-unknown", Map.of("role", wanted.escalationRole()));
            }
            wanted.everyMomentReachesSomebody();
            int version = before.version() + 1;
            policies.change(new Policy(wanted.code(), wanted.nameZh(), wanted.nameEn(), wanted.calendarCode(), wanted.remindOnArrival(),
                    wanted.before(), wanted.escalateAfter(), wanted.escalateEvery(), wanted.escalationRole(), wanted.channels(),
                    wanted.quietHours(), version));
            announcements.announce(new ReminderPolicyChanged(wanted.code(), version,
                    Actors.current().home().orElseThrow(() -> Problem.forbidden("reminder.policy")), clock.instant(), command.reason()));
        });
    }
}
