package org.firstfix.reminder.usecase;

import java.time.Clock;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.firstfix.reminder.domain.Policy;
import org.firstfix.reminder.storage.JooqPolicies;
import org.springframework.stereotype.Component;

/** Reminds of a kind of duty in another way, from the next plan on. */
@Component
@Permission("reminder.policy")
public final class ChangeReminderPolicy {
    private final Work work;
    private final JooqPolicies policies;
    private final PolicyRules rules;
    private final Announcements announcements;
    private final Clock clock;

    ChangeReminderPolicy(Work work, JooqPolicies policies, PolicyRules rules, Announcements announcements, Clock clock) {
        this.work = work;
        this.policies = policies;
        this.rules = rules;
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
            rules.check(wanted);
            int version = before.version() + 1;
            policies.change(wanted.inVersion(version));
            announcements.announce(rules.news(wanted.code(), version, clock.instant(), command.reason()));
        });
    }
}
