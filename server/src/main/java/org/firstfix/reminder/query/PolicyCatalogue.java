package org.firstfix.reminder.query;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Query;
import org.firstfix.reminder.Channel;
import org.firstfix.reminder.Moment;
import org.firstfix.reminder.domain.Policy;
import org.firstfix.reminder.storage.JooqPolicies;
import org.firstfix.reminder.usecase.WebhookRoute;
import org.jspecify.annotations.Nullable;

/** How people are reminded, per kind of duty; the house's default first. */
@Query
public class PolicyCatalogue {
    private final JooqPolicies policies;
    private final WebhookRoute webhook;

    PolicyCatalogue(JooqPolicies policies, WebhookRoute webhook) {
        this.policies = policies;
        this.webhook = webhook;
    }

    /** Minutes are working time. {@code quietFrom} and {@code quietUntil} as {@code 21:00}. */
    public record PolicyView(String code, String nameZh, String nameEn, String calendarCode, boolean remindOnArrival,
            @Nullable Integer beforeMinutes, @Nullable Integer beforePercent, @Nullable Integer escalateAfterMinutes, int escalateEveryMinutes,
            String escalationRole, Set<Channel> arrivalChannels, Set<Channel> beforeChannels, Set<Channel> escalationChannels,
            @Nullable String quietFrom, @Nullable String quietUntil, int version) {}

    /** @param webhookConfigured without an address nothing goes to SMS or chat */
    public record Catalogue(List<PolicyView> items, boolean webhookConfigured) {}

    public Catalogue show() {
        return new Catalogue(policies.all().stream().map(PolicyCatalogue::view).toList(), webhook.address().isPresent());
    }

    public PolicyView one(String code) {
        return policies.find(code).map(PolicyCatalogue::view).orElseThrow(() -> Problem.notFound("reminder-policy", code));
    }

    private static PolicyView view(Policy policy) {
        return new PolicyView(policy.code(), policy.nameZh(), policy.nameEn(), policy.calendarCode(), policy.remindOnArrival(),
                policy.before().map(before -> before instanceof Policy.Before.Minutes(int minutes) ? minutes : null).orElse(null),
                policy.before().map(before -> before instanceof Policy.Before.PercentLeft(int percent) ? percent : null).orElse(null),
                policy.escalateAfter().map(Duration::toMinutes).map(Math::toIntExact).orElse(null), (int) policy.escalateEvery().toMinutes(),
                policy.escalationRole(), new TreeSet<>(policy.channelsAt(Moment.ARRIVAL)), new TreeSet<>(policy.channelsAt(Moment.BEFORE_DUE)),
                new TreeSet<>(policy.channelsAt(Moment.ESCALATION)), policy.quietHours().map(quiet -> quiet.from().toString()).orElse(null),
                policy.quietHours().map(quiet -> quiet.until().toString()).orElse(null), policy.version());
    }
}
