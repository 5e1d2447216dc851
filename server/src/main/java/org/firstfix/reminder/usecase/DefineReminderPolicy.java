package org.firstfix.reminder.usecase;

import java.time.Clock;
import java.util.Map;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.firstfix.reminder.domain.Policy;
import org.firstfix.reminder.storage.JooqPolicies;
import org.springframework.stereotype.Component;

/** Gives a kind of duty a policy of its own; until then the house's default holds for it. */
@Component
@Permission("reminder.policy")
public final class DefineReminderPolicy {
    private static final int FIRST_VERSION = 0;

    private final Work work;
    private final JooqPolicies policies;
    private final PolicyRules rules;
    private final Announcements announcements;
    private final Clock clock;

    DefineReminderPolicy(Work work, JooqPolicies policies, PolicyRules rules, Announcements announcements, Clock clock) {
        this.work = work;
        this.policies = policies;
        this.rules = rules;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** @param policy under a code that no other has; its version is the first, whatever it says */
    public record Command(Policy policy, String reason) {}

    public void handle(Command command) {
        work.perform(this, () -> {
            Policy wanted = command.policy().inVersion(FIRST_VERSION);
            rules.check(wanted);
            if (!policies.add(wanted)) {
                throw Problem.conflict("reminder.policy-taken", Map.of("code", wanted.code()));
            }
            announcements.announce(rules.news(wanted.code(), FIRST_VERSION, clock.instant(), command.reason()));
        });
    }
}
