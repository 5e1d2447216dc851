package org.firstfix.cases.usecase;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.asset.AssetApi;
import org.firstfix.asset.AssetId;
import org.firstfix.asset.AssetSummary;
import org.firstfix.cases.CaseId;
import org.firstfix.cases.CaseReceived;
import org.firstfix.cases.domain.Case;
import org.firstfix.cases.domain.Case.Coverage;
import org.firstfix.cases.domain.Case.Facts;
import org.firstfix.cases.domain.Case.Report;
import org.firstfix.cases.domain.Cases;
import org.firstfix.cases.domain.Channel;
import org.firstfix.contract.Fault;
import org.firstfix.contract.Impact;
import org.firstfix.cases.domain.PhoneCall;
import org.firstfix.cases.domain.PhoneCalls;
import org.firstfix.cases.domain.PriorityFromImpactAndUrgency;
import org.firstfix.cases.domain.Urgency;
import org.firstfix.cases.query.Symptoms;
import org.firstfix.contract.Entitlement;
import org.firstfix.contract.EntitlementApi;
import org.firstfix.contract.Priority;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.AccountSummary;
import org.firstfix.customer.ContactId;
import org.firstfix.customer.CustomerApi;
import org.firstfix.customer.SiteId;
import org.firstfix.customer.SiteSummary;
import org.firstfix.platform.identity.Actor;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.firstfix.sla.CaseReference;
import org.firstfix.sla.SlaApi;
import org.firstfix.sla.StandardApi;
import org.springframework.stereotype.Component;

/**
 * Takes in a report: what may be claimed, which priority, and the clock that has been running since the customer told
 * us. Without entitlement the case is opened as well, but no clock runs and a quote comes first.
 */
@Component
@Permission("case.open")
public final class OpenCase {
    /** Clocks of telephone systems and people differ by a little. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private final Work work;
    private final Cases cases;
    private final PhoneCalls calls;
    private final Symptoms symptoms;
    private final CustomerApi customers;
    private final AssetApi assets;
    private final EntitlementApi entitlements;
    private final CaseClock caseClock;
    private final Quotes quotes;
    private final StandardApi standards;
    private final CaseMemory memory;
    private final ReleaseCase releaseCase;
    private final Announcements announcements;
    private final Clock clock;

    OpenCase(Work work, Cases cases, PhoneCalls calls, Symptoms symptoms, CustomerApi customers, AssetApi assets,
            EntitlementApi entitlements, CaseClock caseClock, Quotes quotes, StandardApi standards, CaseMemory memory, ReleaseCase releaseCase, Announcements announcements, Clock clock) {
        this.work = work;
        this.cases = cases;
        this.calls = calls;
        this.symptoms = symptoms;
        this.customers = customers;
        this.assets = assets;
        this.entitlements = entitlements;
        this.caseClock = caseClock;
        this.quotes = quotes;
        this.standards = standards;
        this.memory = memory;
        this.releaseCase = releaseCase;
        this.announcements = announcements;
        this.clock = clock;
    }

    /**
     * @param reportedAt when the customer told us; now if nobody says otherwise
     * @param dedicatedEngineer to whom the customer belongs; the one who opens it himself over channel ENGINEER
     * @param callId the telephone call it came from
     * @param releaseAgreeing given to the field at once; the text is the quote the customer agreed to, if one is needed
     */
    public record Command(Channel channel, String subject, String description, Optional<String> symptomCode,
            AccountId accountId, SiteId siteId, Optional<ContactId> contactId, Optional<AssetId> assetId, Impact impact,
            Urgency urgency, Optional<Instant> reportedAt, Optional<PersonId> dedicatedEngineer, Optional<UUID> callId,
            Optional<String> releaseAgreeing) {}

    public record Opened(CaseId id, String number, Priority priority, boolean quoteFirst) {}

    public Opened handle(Command command) {
        return work.perform(this, () -> open(command));
    }

    private Opened open(Command command) {
        Instant now = clock.instant();
        Instant reportedAt = command.reportedAt().orElse(now);
        if (reportedAt.isAfter(now.plus(AHEAD))) {
            throw Problem.invalidField("reportedAt", "cases.reported-in-future", Map.of("reportedAt", reportedAt.toString()));
        }
        command.symptomCode().ifPresent(symptoms::require);
        SiteSummary site = customers.site(command.siteId());
        AccountSummary account = customers.account(command.accountId());
        Optional<AssetSummary> asset = command.assetId().map(assets::asset);
        asset.ifPresent(machine -> requireAtSite(machine, site));
        command.contactId().ifPresent(customers::contact);

        Priority priority = PriorityFromImpactAndUrgency.of(command.impact(), command.urgency(),
                asset.map(AssetSummary::importance));
        Entitlement entitlement = entitlements.entitlementOf(command.accountId(), site.id(), command.assetId(), reportedAt);
        Optional<SlaApi.Terms> terms = SlaApi.Terms.of(entitlement,
                new Fault(priority, asset.map(AssetSummary::importance), Optional.of(command.impact())), site.zone());

        Cases.Name name = cases.nextName(reportedAt.atZone(site.zone()).getYear());
        Actor actor = Actors.current();
        Report report = new Report(name.id(), name.number(), command.channel(), command.accountId(), site.id(),
                command.contactId(), reportedAt, now, actor.userId(), dedicatedEngineer(command, actor), site.orgPath());
        Facts facts = new Facts(command.subject().strip(), command.description().strip(), command.symptomCode(),
                command.assetId(), asset.map(AssetSummary::modelCode), asset.map(AssetSummary::family), command.impact(),
                command.urgency(), priority);
        Coverage coverage = terms.map(t -> new Coverage(Optional.of(t.coverageCode()), t.lineId())).orElse(Coverage.NONE);
        Case received = Case.received(report, facts, coverage);
        terms.ifPresent(t -> caseClock.start(received, t, reportedAt));
        cases.add(received);
        standards.reported(new CaseReference(received.key(), received.number()), account.tier(), site.zone(), received.orgPath(), reportedAt);
        if (terms.isEmpty()) {
            quotes.request(received, entitlement.reason(), now);
        }
        command.callId().ifPresent(call -> linkCall(call, received));
        memory.remember(received, "CASE_RECEIVED", reportedAt, summary(received));
        memory.makeFindable(received);
        memory.recordReport(received);
        announcements.announce(new CaseReceived(received.id(), received.number(), received.orgPath(), reportedAt));
        command.releaseAgreeing().ifPresent(quote -> releaseCase.handle(new ReleaseCase.Command(received.number(), quote)));
        return new Opened(received.id(), received.number(), priority, terms.isEmpty());
    }

    private static void requireAtSite(AssetSummary machine, SiteSummary site) {
        if (!machine.siteId().equals(site.id())) {
            throw Problem.invalidField("assetSerial", "cases.asset-at-other-site",
                    Map.of("serial", machine.serial(), "site", site.number()));
        }
    }

    private static Optional<PersonId> dedicatedEngineer(Command command, Actor actor) {
        return command.dedicatedEngineer().or(() -> command.channel() == Channel.ENGINEER ? actor.personId() : Optional.empty());
    }

    private void linkCall(UUID callId, Case received) {
        PhoneCall call = calls.findForChange(callId).orElseThrow(() -> Problem.notFound("call", callId));
        call.ledTo(received.id());
        calls.save(call);
    }

    private static Map<String, Object> summary(Case received) {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("subject", received.facts().subject());
        summary.put("priority", received.facts().priority().name());
        received.facts().symptomCode().ifPresent(symptom -> summary.put("symptom", symptom));
        return summary;
    }
}
