package org.firstfix.contract.query;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstfix.asset.AssetApi;
import org.firstfix.asset.AssetSummary;
import org.firstfix.contract.Entitlement;
import org.firstfix.contract.PauseRight;
import org.firstfix.contract.QuotaUse;
import org.firstfix.contract.SpecialTarget;
import org.firstfix.contract.domain.EntitlementRule;
import org.firstfix.contract.domain.EntitlementRule.Candidate;
import org.firstfix.contract.domain.EntitlementRule.Verdict;
import org.firstfix.contract.domain.LineScope;
import org.firstfix.contract.storage.JooqCoverageCodes;
import org.firstfix.customer.AccountSummary;
import org.firstfix.customer.CustomerApi;
import org.firstfix.customer.SiteSummary;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Query;

/** What may be claimed now, and why: the answer, and every line that was looked at. */
@Query
public class EntitlementCheck {
    private static final ZoneId HOME = ZoneId.of("Asia/Shanghai");

    private final EntitlementFinder finder;
    private final CustomerApi customers;
    private final AssetApi assets;
    private final JooqCoverageCodes coverageCodes;

    EntitlementCheck(EntitlementFinder finder, CustomerApi customers, AssetApi assets, JooqCoverageCodes coverageCodes) {
        this.finder = finder;
        this.customers = customers;
        this.assets = assets;
        this.coverageCodes = coverageCodes;
    }

    /** Whom it is about: the numbers of an account or site, the serial of a machine. One is enough, for a machine has a site and a site an account. */
    public record Claim(Optional<String> accountNumber, Optional<String> siteNumber, Optional<String> serial) {}

    /**
     * @param reason as {@link Entitlement#reason()}
     * @param day the day at the site
     * @param ownTargets of the winning line, which stand above those of its coverage
     * @param quotaUse of the winning line's contract year; none if nothing limits it
     * @param pauseRights for which reasons the clock may stand still
     * @param lines every contract line that speaks about it, the winning one first
     */
    public record View(String basis, String reason, boolean covered, String accountNumber, String accountName, boolean accountOverdue,
            Optional<String> siteNumber, Optional<String> serial, LocalDate day, String zone, Optional<String> contractNumber,
            Optional<CoverageCatalogue.View> coverage, List<SpecialTarget> ownTargets, Optional<QuotaUse> quotaUse, List<PauseRight> pauseRights, String specialTerms, Optional<LocalDate> warrantyEnd, List<LineView> lines) {}

    public record LineView(String contractNumber, LineScope covers, String coverageCode, LocalDate startsOn, LocalDate endsOn,
            Verdict verdict, Optional<QuotaUse> quotaUse) {}

    /** @throws Problem 400 if nothing is named or the names do not belong together, 404 for what is not there */
    public View show(Claim claim, Instant at) {
        Optional<AssetSummary> asset = claim.serial().map(serial -> assets.findBySerial(serial)
                .orElseThrow(() -> Problem.notFound("asset", serial)));
        Optional<SiteSummary> site = claim.siteNumber().map(number -> customers.findSiteByNumber(number)
                .orElseThrow(() -> Problem.notFound("site", number))).or(() -> asset.map(machine -> customers.site(machine.siteId())));
        AccountSummary account = claim.accountNumber().map(number -> customers.findAccountByNumber(number)
                        .orElseThrow(() -> Problem.notFound("account", number)))
                .or(() -> asset.map(AssetSummary::accountId).or(() -> site.map(SiteSummary::accountId)).map(customers::account))
                .orElseThrow(() -> Problem.invalid("contract.claim-about-nothing", Map.of()));
        ZoneId zone = site.map(SiteSummary::zone).orElse(HOME);
        var finding = finder.find(account.id(), site.map(SiteSummary::id), asset.map(AssetSummary::id), at, zone);
        Entitlement entitlement = finding.entitlement();
        return new View(entitlement.basis().name(), entitlement.reason(), entitlement.covered(), account.number(), account.name(),
                entitlement.accountOverdue(), site.map(SiteSummary::number), asset.map(AssetSummary::serial), finding.day(), zone.getId(),
                entitlement.contractNumber(), entitlement.coverageCode().flatMap(coverageCodes::find).map(CoverageCatalogue::view),
                entitlement.targets().ofLine(), entitlement.quotaUse(), entitlement.pauseRights().rights(), entitlement.specialTerms(), finding.warrantyEnd(), lines(finding));
    }

    private static List<LineView> lines(EntitlementFinder.Finding finding) {
        return finding.candidates().stream()
                .sorted(Comparator.<Candidate, Verdict>comparing(line -> EntitlementRule.verdict(line, finding.day(), finding.winner()))
                        .thenComparing(Candidate::covers).thenComparing(Candidate::endsOn, Comparator.reverseOrder())
                        .thenComparing(Candidate::contractNumber))
                .map(line -> new LineView(line.contractNumber(), line.covers(), line.coverage().code(), line.startsOn(), line.endsOn(),
                        EntitlementRule.verdict(line, finding.day(), finding.winner()), line.quotaUse())).toList();
    }
}
