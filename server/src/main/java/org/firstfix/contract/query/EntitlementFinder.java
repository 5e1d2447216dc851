package org.firstfix.contract.query;

import static org.firstfix.schema.contract.Tables.CONTRACT_;
import static org.firstfix.schema.contract.Tables.CONTRACT_LINE;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.firstfix.asset.AssetApi;
import org.firstfix.asset.AssetId;
import org.firstfix.asset.AssetSummary;
import org.firstfix.contract.ContractLineId;
import org.firstfix.contract.Entitlement;
import org.firstfix.contract.PauseRights;
import org.firstfix.contract.Quota;
import org.firstfix.contract.QuotaUse;
import org.firstfix.contract.Targets;
import org.firstfix.contract.domain.ContractStatus;
import org.firstfix.contract.domain.ContractYear;
import org.firstfix.contract.domain.CoverageCode;
import org.firstfix.contract.domain.EntitlementRule;
import org.firstfix.contract.domain.EntitlementRule.Candidate;
import org.firstfix.contract.domain.LineScope;
import org.firstfix.contract.domain.PauseRightsRule;
import org.firstfix.contract.storage.JooqCoverageCodes;
import org.firstfix.contract.storage.JooqLineUses;
import org.firstfix.contract.storage.StoredPauseRights;
import org.firstfix.contract.storage.StoredSpecialTargets;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.AccountSummary;
import org.firstfix.customer.CustomerApi;
import org.firstfix.customer.SiteId;
import org.firstfix.platform.id.Id;
import org.firstfix.platform.work.Work;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Gathers the lines that speak about a claim and lets {@link EntitlementRule} decide. */
@Component
public class EntitlementFinder {
    private final DSLContext database;
    private final Work work;
    private final CustomerApi customers;
    private final AssetApi assets;
    private final JooqCoverageCodes coverageCodes;
    private final StoredPauseRights storedRights;
    private final StoredSpecialTargets storedTargets;
    private final JooqLineUses uses;

    EntitlementFinder(DSLContext database, Work work, CustomerApi customers, AssetApi assets, JooqCoverageCodes coverageCodes,
            StoredPauseRights storedRights, StoredSpecialTargets storedTargets, JooqLineUses uses) {
        this.database = database;
        this.work = work;
        this.customers = customers;
        this.assets = assets;
        this.coverageCodes = coverageCodes;
        this.storedRights = storedRights;
        this.storedTargets = storedTargets;
        this.uses = uses;
    }

    /** @param day the day at the site on which the claim is made */
    public record Finding(Entitlement entitlement, LocalDate day, List<Candidate> candidates, Optional<Candidate> winner,
            Optional<LocalDate> warrantyEnd) {}

    /**
     * @param zone of the site, which decides what day it is
     */
    public Finding find(AccountId account, Optional<SiteId> site, Optional<AssetId> asset, Instant at, ZoneId zone) {
        LocalDate day = at.atZone(zone).toLocalDate();
        // A parent's contract may belong to another branch; it covers all the same, and only its promise is shown.
        return work.asTheHouse("entitlement", () -> {
            AccountSummary claimant = customers.account(account);
            Optional<AssetSummary> machine = asset.map(assets::asset);
            List<Candidate> candidates = candidates(account, site, machine, day, at);
            Optional<Candidate> winner = EntitlementRule.winner(candidates, day);
            Entitlement entitlement = winner.map(line -> byContract(line, claimant))
                    .or(() -> machine.filter(m -> m.isUnderWarrantyOn(day)).map(m -> byWarranty(claimant)))
                    .orElseGet(() -> nothing(EntitlementRule.nearestMiss(candidates, day), day, claimant));
            return new Finding(entitlement, day, candidates, winner, machine.flatMap(AssetSummary::warrantyEnd));
        });
    }

    private static Entitlement byContract(Candidate line, AccountSummary claimant) {
        CoverageCode coverage = line.coverage();
        return new Entitlement(Entitlement.Basis.CONTRACT, EntitlementRule.reasonOf(line), Optional.of(line.contractNumber()),
                Optional.of(line.lineId()), Optional.of(coverage.code()), Optional.of(coverage.calendarCode()), line.targets(), line.quotaUse(),
                line.pauseRights(), line.specialTerms(), claimant.overdue());
    }

    private Entitlement byWarranty(AccountSummary claimant) {
        CoverageCode coverage = coverageCodes.find(CoverageCode.WARRANTY).orElseThrow();
        return new Entitlement(Entitlement.Basis.WARRANTY, "warranty", Optional.empty(), Optional.empty(),
                Optional.of(coverage.code()), Optional.of(coverage.calendarCode()), new Targets(coverage.targets(), coverage.specialTargets(), List.of()), Optional.empty(),
                PauseRightsRule.mostSpecific(Optional.empty(), coverage.pauseRights()).rights(), "", claimant.overdue());
    }

    private static Entitlement nothing(Optional<Candidate> nearestMiss, LocalDate day, AccountSummary claimant) {
        String reason = EntitlementRule.reasonOfMiss(nearestMiss, day);
        return new Entitlement(Entitlement.Basis.NONE, reason, nearestMiss.map(Candidate::contractNumber), Optional.empty(),
                Optional.empty(), Optional.empty(), Targets.NONE, Optional.empty(), PauseRights.NONE, "", claimant.overdue());
    }

    private List<Candidate> candidates(AccountId account, Optional<SiteId> site, Optional<AssetSummary> machine, LocalDate day,
            Instant at) {
        List<AccountId> holders = new ArrayList<>(List.of(account));
        holders.addAll(customers.parentsOf(account));
        // Two selects, so that each may use its own index.
        var rows = new ArrayList<Record>(lines(named(site, machine)));
        rows.addAll(lines(CONTRACT_.ACCOUNT_ID.in(holders.stream().map(Id::value).toList()).and(general(machine))));
        Set<String> codes = rows.stream().map(row -> row.get(CONTRACT_LINE.COVERAGE_CODE)).collect(Collectors.toSet());
        Map<String, CoverageCode> coverage = coverageCodes.byCode(codes);
        Map<ContractLineId, QuotaUse> used = uses.before(at, rows.stream().flatMap(row -> limited(row, day).stream()).toList());
        return rows.stream().map(row -> toCandidate(row, coverage, used)).toList();
    }

    private static Condition named(Optional<SiteId> site, Optional<AssetSummary> machine) {
        Condition ofSite = site.map(id -> CONTRACT_LINE.SITE_ID.eq(id.value())).orElseGet(DSL::falseCondition);
        Condition ofAsset = machine.map(m -> CONTRACT_LINE.ASSET_ID.eq(m.id().value())).orElseGet(DSL::falseCondition);
        return DSL.or(ofAsset, ofSite);
    }

    private static Condition general(Optional<AssetSummary> machine) {
        Condition ofFamily = machine.map(m -> CONTRACT_LINE.COVERS.eq(LineScope.FAMILY.name())
                .and(CONTRACT_LINE.FAMILY.eq(m.family()))).orElseGet(DSL::falseCondition);
        return DSL.or(CONTRACT_LINE.COVERS.eq(LineScope.ACCOUNT.name()), ofFamily);
    }

    private List<? extends Record> lines(Condition which) {
        return database.select(CONTRACT_LINE.ID, CONTRACT_LINE.COVERS, CONTRACT_LINE.COVERAGE_CODE, CONTRACT_LINE.ENDS_ON, CONTRACT_LINE.SPECIAL_TARGETS,
                        CONTRACT_LINE.INCLUDED_VISITS, CONTRACT_LINE.INCLUDED_HOURS,
                        CONTRACT_.NUMBER, CONTRACT_.STATUS, CONTRACT_.STARTS_ON, CONTRACT_.ENDS_ON, CONTRACT_.SPECIAL_TERMS,
                        CONTRACT_.PAUSE_RIGHTS)
                .from(CONTRACT_LINE).join(CONTRACT_).on(CONTRACT_.ID.eq(CONTRACT_LINE.CONTRACT_ID)).where(which).fetch();
    }

    private static Optional<JooqLineUses.Limited> limited(Record row, LocalDate day) {
        Quota quota = new Quota(Optional.ofNullable(row.get(CONTRACT_LINE.INCLUDED_VISITS)), Optional.ofNullable(row.get(CONTRACT_LINE.INCLUDED_HOURS)));
        return quota.isUnlimited() ? Optional.empty() : Optional.of(new JooqLineUses.Limited(new ContractLineId(row.get(CONTRACT_LINE.ID)), quota,
                ContractYear.of(row.get(CONTRACT_.STARTS_ON), day)));
    }

    private Candidate toCandidate(Record row, Map<String, CoverageCode> coverage, Map<ContractLineId, QuotaUse> used) {
        ContractLineId id = new ContractLineId(row.get(CONTRACT_LINE.ID));
        return new Candidate(id, row.get(CONTRACT_.NUMBER),
                LineScope.valueOf(row.get(CONTRACT_LINE.COVERS)), coverage.get(row.get(CONTRACT_LINE.COVERAGE_CODE)),
                ContractStatus.valueOf(row.get(CONTRACT_.STATUS)), row.get(CONTRACT_.STARTS_ON), row.get(CONTRACT_.ENDS_ON),
                Optional.ofNullable(row.get(CONTRACT_LINE.ENDS_ON)), row.get(CONTRACT_.SPECIAL_TERMS),
                storedTargets.read(row.get(CONTRACT_LINE.SPECIAL_TARGETS)), Optional.ofNullable(used.get(id)), storedRights.read(row.get(CONTRACT_.PAUSE_RIGHTS)));
    }
}
