package org.firstfix.cases.query;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstfix.asset.AssetApi;
import org.firstfix.asset.AssetId;
import org.firstfix.asset.AssetSummary;
import org.firstfix.asset.Importance;
import org.firstfix.contract.Fault;
import org.firstfix.contract.Impact;
import org.firstfix.cases.domain.PriorityFromImpactAndUrgency;
import org.firstfix.cases.domain.Urgency;
import org.firstfix.contract.Entitlement;
import org.firstfix.contract.EntitlementApi;
import org.firstfix.contract.Milestone;
import org.firstfix.contract.Priority;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.CustomerApi;
import org.firstfix.customer.SiteSummary;
import org.firstfix.platform.work.Query;
import org.firstfix.sla.SlaApi;

/** What a case would be, before it is saved: cover, priority, deadlines and what was maybe reported before. */
@Query
public class CasePreview {
    private static final int MOST_DUPLICATES = 10;
    /** An older fault that is still open would have been chased. */
    private static final Duration DUPLICATE_WINDOW = Duration.ofDays(30);

    private final CustomerApi customers;
    private final AssetApi assets;
    private final EntitlementApi entitlements;
    private final SlaApi sla;
    private final CaseList cases;
    private final Clock clock;

    CasePreview(CustomerApi customers, AssetApi assets, EntitlementApi entitlements, SlaApi sla, CaseList cases, Clock clock) {
        this.customers = customers;
        this.assets = assets;
        this.entitlements = entitlements;
        this.sla = sla;
        this.cases = cases;
        this.clock = clock;
    }

    public record Question(AccountId accountId, SiteSummary site, Optional<AssetId> assetId, Impact impact, Urgency urgency,
            Optional<Instant> reportedAt) {}

    /**
     * @param raisedByImportance a critical machine made it more urgent than impact and urgency alone
     * @param quoteFirst nothing covers it: no clock, a quote comes first
     * @param deadlines in the order of the milestones; empty without cover
     * @param zone of the site, in which people there read the deadlines
     * @param duplicates open cases of the last 30 days, those of the same machine first
     */
    public record Preview(Priority priority, boolean raisedByImportance, CaseView.Cover cover, boolean quoteFirst,
            List<Deadline> deadlines, String zone, List<Duplicate> duplicates) {}

    public record Deadline(Milestone milestone, long targetSeconds, Instant dueAt) {}

    public record Duplicate(boolean sameMachine, CaseList.Line line) {}

    public Preview of(Question question) {
        Instant reportedAt = question.reportedAt().orElseGet(clock::instant);
        Optional<AssetSummary> asset = question.assetId().map(assets::asset);
        Optional<Importance> importance = asset.map(AssetSummary::importance);
        Priority priority = PriorityFromImpactAndUrgency.of(question.impact(), question.urgency(), importance);
        Entitlement entitlement = entitlements.entitlementOf(question.accountId(), question.site().id(), question.assetId(), reportedAt);
        List<Deadline> deadlines = deadlines(entitlement, new Fault(priority, importance, Optional.of(question.impact())),
                question.site().zone(), reportedAt);
        return new Preview(priority, PriorityFromImpactAndUrgency.isRaisedByImportance(question.impact(), importance),
                CaseView.cover(entitlement), deadlines.isEmpty(), deadlines, question.site().zone().getId(),
                duplicates(asset, question.site()));
    }

    public List<Duplicate> duplicates(Optional<AssetSummary> asset, SiteSummary site) {
        String serial = asset.map(AssetSummary::serial).orElse("");
        return cases.openOf(asset.map(AssetSummary::id), site.id(), clock.instant().minus(DUPLICATE_WINDOW), MOST_DUPLICATES).stream()
                .map(line -> new Duplicate(line.asset().filter(machine -> machine.serial().equals(serial)).isPresent(), line))
                .sorted((one, other) -> Boolean.compare(other.sameMachine(), one.sameMachine())).toList();
    }

    private List<Deadline> deadlines(Entitlement entitlement, Fault fault, ZoneId zone, Instant reportedAt) {
        return SlaApi.Terms.of(entitlement, fault, zone).map(terms -> {
            Map<Milestone, Instant> due = sla.forecast(terms, reportedAt);
            return Arrays.stream(Milestone.values()).filter(due::containsKey)
                    .map(milestone -> new Deadline(milestone, terms.targets().get(milestone).toSeconds(), due.get(milestone))).toList();
        }).orElse(List.of());
    }
}
