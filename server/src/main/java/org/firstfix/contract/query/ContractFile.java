package org.firstfix.contract.query;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.firstfix.asset.AssetApi;
import org.firstfix.asset.AssetId;
import org.firstfix.asset.AssetSummary;
import org.firstfix.contract.ContractLineId;
import org.firstfix.contract.PauseRight;
import org.firstfix.contract.PauseRights;
import org.firstfix.contract.Quota;
import org.firstfix.contract.QuotaUse;
import org.firstfix.contract.SpecialTarget;
import org.firstfix.contract.domain.Contract;
import org.firstfix.contract.domain.ContractLine;
import org.firstfix.contract.domain.ContractYear;
import org.firstfix.contract.domain.CoverageCode;
import org.firstfix.contract.domain.LineScope;
import org.firstfix.contract.domain.PauseRightsRule;
import org.firstfix.contract.storage.JooqContracts;
import org.firstfix.contract.storage.JooqCoverageCodes;
import org.firstfix.contract.storage.JooqLineUses;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.AccountSummary;
import org.firstfix.customer.CustomerApi;
import org.firstfix.customer.SiteId;
import org.firstfix.customer.SiteSummary;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Query;

/** One contract with its lines and what each covers. */
@Query
public class ContractFile {
    private final JooqContracts contracts;
    private final JooqCoverageCodes coverageCodes;
    private final CustomerApi customers;
    private final AssetApi assets;
    private final JooqLineUses uses;
    private final Clock clock;

    ContractFile(JooqContracts contracts, JooqCoverageCodes coverageCodes, CustomerApi customers, AssetApi assets,
            JooqLineUses uses, Clock clock) {
        this.contracts = contracts;
        this.coverageCodes = coverageCodes;
        this.customers = customers;
        this.assets = assets;
        this.uses = uses;
        this.clock = clock;
    }

    /**
     * @param remainingDays until the last day, which counts; negative once it has passed
     * @param ownPauseRights agreed in this contract; none where each line follows its coverage code
     * @param pauseRights what holds: one entry if the contract says so itself, else one for each coverage code of its lines
     */
    public record View(String number, String accountNumber, String accountName, String title, LocalDate startsOn, LocalDate endsOn,
            long remainingDays, String status, String statusReason, String specialTerms, Optional<BigDecimal> amount, String currency,
            List<LineView> lines, Optional<List<PauseRight>> ownPauseRights, List<PauseRightsView> pauseRights, int version,
            List<String> actions) {}

    /** @param coverageCode whose lines it holds for; none if it holds for all of them */
    public record PauseRightsView(PauseRightsRule.Source source, Optional<String> coverageCode, List<PauseRight> rights) {}

    /**
     * @param assetId with {@code serial}, and {@code siteId} with {@code siteNumber}: what the line names, if it names one
     * @param coveredAssets machines in use that the line covers today
     * @param quotaUse of the contract year that today lies in; none if nothing limits it
     * @param endsOn last day, if the line was withdrawn
     */
    public record LineView(ContractLineId id, int position, String coverageCode, String coverageNameZh, String coverageNameEn,
            LineScope covers, Optional<AssetId> assetId, Optional<String> serial, Optional<String> modelNameZh, Optional<String> modelNameEn,
            Optional<SiteId> siteId, Optional<String> siteNumber, Optional<String> siteName, Optional<String> family,
            Optional<Integer> visitsPerYear, Quota quota, Optional<QuotaUse> quotaUse, List<SpecialTarget> specialTargets,
            Optional<LocalDate> endsOn, int coveredAssets) {}

    /** @throws Problem 404 */
    public View show(String number) {
        Contract contract = contracts.find(number).orElseThrow(() -> Problem.notFound("contract", number));
        AccountSummary account = customers.account(contract.accountId());
        Contract.Terms terms = contract.terms();
        Map<String, CoverageCode> coverage = coverageCodes.byCode(contract.lines().stream().map(ContractLine::coverageCode).toList());
        LocalDate today = today();
        return new View(contract.number(), account.number(), account.name(), terms.title(), terms.startsOn(), terms.endsOn(),
                terms.endsOn().toEpochDay() - today.toEpochDay(), contract.status().name(), contract.statusReason(), terms.specialTerms(),
                terms.amount(), terms.currency(), lines(contract, coverage), terms.pauseRights().map(PauseRights::rights),
                pauseRights(contract, coverage), contract.version(), actions(contract));
    }

    private LocalDate today() {
        return clock.instant().atZone(ZoneOffset.ofHours(8)).toLocalDate();
    }

    private static List<String> actions(Contract contract) {
        return Actors.current().may("contract.maintain") ? contract.status().actions().stream().map(Enum::name).toList() : List.of();
    }

    private static List<PauseRightsView> pauseRights(Contract contract, Map<String, CoverageCode> coverage) {
        Optional<PauseRights> own = contract.terms().pauseRights();
        if (own.isPresent()) {
            return List.of(new PauseRightsView(PauseRightsRule.Source.CONTRACT, Optional.empty(), own.get().rights()));
        }
        return contract.lines().stream().filter(line -> line.endsOn().isEmpty()).map(ContractLine::coverageCode).distinct().map(code -> {
            PauseRightsRule.Granted granted = PauseRightsRule.mostSpecific(own, Objects.requireNonNull(coverage.get(code)).pauseRights());
            return new PauseRightsView(granted.source(), Optional.of(code), granted.rights().rights());
        }).toList();
    }

    private List<LineView> lines(Contract contract, Map<String, CoverageCode> coverage) {
        List<ContractLine> lines = contract.lines();
        Map<AssetId, AssetSummary> named = assets.assets(ids(lines.stream().map(line -> line.assetId().orElse(null)).toList()));
        Map<SiteId, SiteSummary> sites = customers.sites(ids(lines.stream().map(line -> line.siteId().orElse(null)).toList()));
        LocalDate today = today();
        Map<ContractLineId, QuotaUse> used = uses.before(clock.instant(), lines.stream().filter(line -> !line.quota().isUnlimited())
                .map(line -> new JooqLineUses.Limited(line.id(), line.quota(), ContractYear.of(contract.terms().startsOn(), today))).toList());
        List<AccountId> group = customers.groupOf(contract.accountId());
        return lines.stream().map(line -> {
            Optional<AssetSummary> asset = line.assetId().map(named::get);
            Optional<SiteSummary> site = line.siteId().map(sites::get);
            CoverageCode promised = Objects.requireNonNull(coverage.get(line.coverageCode()));
            return new LineView(line.id(), line.position(), line.coverageCode(), promised.nameZh(), promised.nameEn(), line.covers(),
                    line.assetId(), asset.map(AssetSummary::serial), asset.map(AssetSummary::modelNameZh),
                    asset.map(AssetSummary::modelNameEn), line.siteId(), site.map(SiteSummary::number), site.map(SiteSummary::name),
                    line.family(), line.visitsPerYear(), line.quota(), Optional.ofNullable(used.get(line.id())),
                    line.specialTargets(), line.endsOn(), coveredAssets(line, group));
        }).toList();
    }

    private int coveredAssets(ContractLine line, List<AccountId> group) {
        return switch (line.covers()) {
            case ASSET -> 1;
            case SITE -> assets.assetsOfSite(line.siteId().orElseThrow()).size();
            case FAMILY -> assets.countAssets(group, line.family());
            case ACCOUNT -> assets.countAssets(group, Optional.empty());
        };
    }

    private static <T> Set<T> ids(List<T> found) {
        return found.stream().filter(Objects::nonNull).collect(Collectors.toSet());
    }
}
