package org.firstfix.cases.query;

import static org.firstfix.schema.cases.Tables.CRITICAL_WATCH;
import static org.firstfix.schema.cases.Tables.SYMPTOM;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.firstfix.asset.AssetApi;
import org.firstfix.asset.AssetSummary;
import org.firstfix.cases.CaseApi.Symptom;
import org.firstfix.cases.CaseStatus;
import org.firstfix.cases.domain.Case;
import org.firstfix.cases.domain.Case.Report;
import org.firstfix.cases.domain.Case.Standing;
import org.firstfix.cases.domain.Cases;
import org.firstfix.cases.domain.Channel;
import org.firstfix.cases.domain.QuoteRequest.Answer;
import org.firstfix.cases.domain.QuoteRequest.Offer;
import org.firstfix.cases.domain.QuoteRequest;
import org.firstfix.cases.domain.QuoteRequests;
import org.firstfix.contract.Impact;
import org.firstfix.cases.domain.Urgency;
import org.firstfix.contract.Entitlement;
import org.firstfix.contract.EntitlementApi;
import org.firstfix.contract.Priority;
import org.firstfix.customer.AccountSummary;
import org.firstfix.customer.ContactSummary;
import org.firstfix.customer.CustomerApi;
import org.firstfix.customer.SiteSummary;
import org.firstfix.organization.OrganizationApi;
import org.firstfix.organization.PersonSummary;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Query;
import org.firstfix.sla.ClockSummary;
import org.firstfix.sla.SlaApi;
import org.jooq.DSLContext;

/** One case with everything its screen shows. */
@Query
public class CaseView {
    private final DSLContext database;
    private final Cases cases;
    private final QuoteRequests quotes;
    private final CustomerApi customers;
    private final AssetApi assets;
    private final EntitlementApi entitlements;
    private final OrganizationApi organization;
    private final SlaApi sla;

    CaseView(DSLContext database, Cases cases, QuoteRequests quotes, CustomerApi customers, AssetApi assets, EntitlementApi entitlements,
            OrganizationApi organization, SlaApi sla) {
        this.database = database;
        this.cases = cases;
        this.quotes = quotes;
        this.customers = customers;
        this.assets = assets;
        this.entitlements = entitlements;
        this.organization = organization;
        this.sla = sla;
    }

    /**
     * @param quote where the quote stands that it asks for; none if it never asked for one
     * @param quoteFirst nothing covers it: no clock runs, and the customer agrees to a quote before an engineer goes
     * @param clock none without cover
     * @param actions the steps that its status and the caller's permissions allow
     */
    public record View(String number, CaseStatus status, Channel channel, String subject, String description,
            Optional<Symptom> symptom, Customer customer, Place site, Optional<Caller> contact, Optional<Machine> asset,
            Impact impact, Urgency urgency, Priority priority, Optional<String> coverageCode, Cover cover, boolean quoteFirst, Optional<Quote> quote,
            Instant reportedAt, Instant enteredAt, Optional<String> ownerName, boolean mine, Optional<String> dedicatedEngineer,
            Optional<Instant> respondedAt, Optional<Waits> waiting, Optional<String> remoteCauseCode, String resolution,
            int reopened, boolean secondVisit, String secondVisitReason, Optional<Watch> watch, Optional<Instant> closedAt,
            Optional<ClockSummary> clock, int version, List<String> actions) {}

    public record Customer(String number, String name, String shortName, String tier, boolean overdue) {}

    public record Place(String number, String name, String address, String city, String zone, String accessNotes) {}

    public record Caller(String id, String name, String jobTitle, String phone, String mobile, String email, String preferredChannel) {}

    public record Machine(String serial, String number, String modelCode, String modelNameZh, String modelNameEn,
            String family, String importance, String location) {}

    /** Why it is covered, or why not, as of the report. */
    public record Cover(Entitlement.Basis basis, String reason, Optional<String> contractNumber, Optional<String> coverageCode,
            String specialTerms, boolean accountOverdue) {}

    /** @param status REQUESTED, SENT, AGREED, DECLINED or WITHDRAWN */
    public record Quote(String number, QuoteRequest.Status status, Instant requestedAt, Optional<BigDecimal> amount, Optional<String> currency,
            String text, Optional<Instant> sentAt, String sentBy, Optional<Instant> answeredAt, String customerSaid, String answeredBy) {}

    public record Waits(Instant since, String reason) {}

    public record Watch(String reason, int intervalMinutes, Instant startedAt, String startedBy, Optional<Instant> nextMessageAt,
            boolean overdue) {}

    public View of(String number) {
        Case it = cases.find(number).orElseThrow(() -> Problem.notFound("case", number));
        Report report = it.report();
        Standing standing = it.standing();
        AccountSummary account = customers.account(report.accountId());
        SiteSummary site = customers.site(report.siteId());
        Optional<AssetSummary> asset = it.facts().assetId().map(assets::asset);
        Entitlement entitlement = entitlements.entitlementOf(report.accountId(), report.siteId(), it.facts().assetId(), report.reportedAt());
        Optional<QuoteRequest> quote = quotes.of(it.id());
        boolean mine = standing.owner().isPresent() && standing.owner().equals(Actors.current().userId());
        return new View(it.number(), it.status(), report.channel(), it.facts().subject(), it.facts().description(),
                it.facts().symptomCode().flatMap(this::symptom),
                new Customer(account.number(), account.name(), account.shortName(), account.tier(), account.overdue()),
                new Place(site.number(), site.name(), site.address(), site.city(), site.zone().getId(), site.accessNotes()),
                report.contactId().map(customers::contact).map(CaseView::caller), asset.map(CaseView::machine),
                it.facts().impact(), it.facts().urgency(), it.facts().priority(), it.coverage().code(), cover(entitlement),
                !it.hasClock() && report.channel() != Channel.IMPORT, quote.map(CaseView::quote), report.reportedAt(), report.enteredAt(),
                standing.owner().flatMap(organization::findByUser).map(PersonSummary::name), mine,
                report.dedicatedEngineer().map(organization::person).map(PersonSummary::name), standing.respondedAt(),
                standing.waiting().map(waiting -> new Waits(waiting.since(), waiting.reason())), standing.remoteCause(),
                standing.resolution(), standing.reopened(), standing.secondVisit(), standing.secondVisitReason(),
                watch(it), standing.closedAt(), it.hasClock() ? sla.clockOf(it.key()) : Optional.empty(), it.version(),
                CaseActions.of(it, quote, mine, Actors.current()));
    }

    private static Quote quote(QuoteRequest quote) {
        return new Quote(quote.number(), quote.status(), quote.requestedAt(), quote.offer().map(Offer::amount), quote.offer().map(Offer::currency),
                quote.offer().map(Offer::text).orElse(""), quote.offer().map(Offer::sentAt), quote.offer().map(Offer::sentBy).orElse(""),
                quote.answer().map(Answer::at), quote.answer().map(Answer::text).orElse(""), quote.answer().map(Answer::by).orElse(""));
    }

    private Optional<Symptom> symptom(String code) {
        return database.selectFrom(SYMPTOM).where(SYMPTOM.CODE.eq(code)).fetchOptional(row ->
                new Symptom(row.getCode(), Optional.ofNullable(row.getParentCode()), row.getNameZh(), row.getNameEn()));
    }

    private Optional<Watch> watch(Case it) {
        if (!it.standing().criticalWatch()) {
            return Optional.empty();
        }
        return database.selectFrom(CRITICAL_WATCH)
                .where(CRITICAL_WATCH.CASE_ID.eq(it.key()), CRITICAL_WATCH.ENDED_AT.isNull())
                .fetchOptional(row -> new Watch(row.getReason(), row.getIntervalMinutes(), row.getStartedAt(),
                        row.getStartedBy(), Optional.ofNullable(row.getNextMessageAt()),
                        row.getNextAlarmAt() != null && row.getNextAlarmAt().isAfter(row.getNextMessageAt())));
    }

    private static Caller caller(ContactSummary contact) {
        return new Caller(contact.id().value().toString(), contact.name(), contact.jobTitle(), contact.phone(),
                contact.mobile(), contact.email(), contact.preferredChannel());
    }

    private static Machine machine(AssetSummary asset) {
        return new Machine(asset.serial(), asset.number(), asset.modelCode(), asset.modelNameZh(), asset.modelNameEn(),
                asset.family(), asset.importance().name(), asset.location());
    }

    static Cover cover(Entitlement entitlement) {
        return new Cover(entitlement.basis(), entitlement.reason(), entitlement.contractNumber(),
                entitlement.coverageCode(), entitlement.specialTerms(), entitlement.accountOverdue());
    }
}
