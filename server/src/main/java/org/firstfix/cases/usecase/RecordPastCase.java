package org.firstfix.cases.usecase;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.firstfix.asset.AssetApi;
import org.firstfix.asset.AssetSummary;
import org.firstfix.cases.CaseApi.PastCase;
import org.firstfix.cases.CaseId;
import org.firstfix.cases.PastCaseRecorded;
import org.firstfix.cases.domain.Case;
import org.firstfix.cases.domain.Case.Facts;
import org.firstfix.cases.domain.Case.Report;
import org.firstfix.cases.domain.Cases;
import org.firstfix.cases.domain.Channel;
import org.firstfix.contract.Impact;
import org.firstfix.cases.domain.PriorityFromImpactAndUrgency;
import org.firstfix.cases.domain.Urgency;
import org.firstfix.cases.query.Symptoms;
import org.firstfix.customer.CustomerApi;
import org.firstfix.customer.SiteSummary;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Takes in a case that was over before it came to us: no clock, no news to the customer, but knowledge and history. */
@Component
@Permission("import.run")
public final class RecordPastCase {
    private final Work work;
    private final Cases cases;
    private final Symptoms symptoms;
    private final CustomerApi customers;
    private final AssetApi assets;
    private final CaseMemory memory;
    private final Announcements announcements;
    private final Clock clock;

    RecordPastCase(Work work, Cases cases, Symptoms symptoms, CustomerApi customers, AssetApi assets, CaseMemory memory,
            Announcements announcements, Clock clock) {
        this.work = work;
        this.cases = cases;
        this.symptoms = symptoms;
        this.customers = customers;
        this.assets = assets;
        this.memory = memory;
        this.announcements = announcements;
        this.clock = clock;
    }

    public record Command(PastCase pastCase) {}

    public CaseId handle(Command command) {
        return work.perform(this, () -> record(command.pastCase()));
    }

    private CaseId record(PastCase past) {
        if (past.closedAt().isBefore(past.reportedAt())) {
            throw Problem.invalid("cases.closed-before-reported",
                    Map.of("reportedAt", past.reportedAt().toString(), "closedAt", past.closedAt().toString()));
        }
        past.symptomCode().ifPresent(symptoms::require);
        SiteSummary site = customers.site(past.siteId());
        Optional<AssetSummary> asset = past.assetId().map(assets::asset);
        Optional<String> model = asset.map(AssetSummary::modelCode).or(past::modelCode);
        Optional<String> family = asset.map(AssetSummary::family)
                .or(() -> model.flatMap(assets::findModel).map(AssetApi.Model::family));
        Cases.Name name = cases.nextName(past.reportedAt().atZone(site.zone()).getYear());
        Report report = new Report(name.id(), name.number(), Channel.IMPORT, past.accountId(), past.siteId(),
                Optional.empty(), past.reportedAt(), clock.instant(), Actors.current().userId(), Optional.empty(), site.orgPath());
        Impact impact = Impact.DEGRADED;
        Urgency urgency = Urgency.MEDIUM;
        Facts facts = new Facts(past.subject(), past.description(), past.symptomCode(), past.assetId(), model, family,
                impact, urgency, PriorityFromImpactAndUrgency.of(impact, urgency, asset.map(AssetSummary::importance)));
        Case it = Case.past(report, facts, past.closedAt(), past.resolution());
        cases.add(it);
        memory.remember(it, "CASE_CLOSED", past.closedAt(), Map.of("subject", past.subject(), "resolution", past.resolution()));
        memory.makeFindable(it);
        announcements.announce(new PastCaseRecorded(it.id(), it.number(), it.orgPath(), past.closedAt()));
        return it.id();
    }
}
