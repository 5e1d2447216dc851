package org.firstfix.contract.usecase;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.firstfix.asset.AssetId;
import org.firstfix.contract.ContractId;
import org.firstfix.contract.Entitlement;
import org.firstfix.contract.EntitlementApi;
import org.firstfix.contract.Quota;
import org.firstfix.contract.domain.Contract;
import org.firstfix.contract.domain.CoverageCode;
import org.firstfix.contract.domain.LineScope;
import org.firstfix.contract.query.EntitlementFinder;
import org.firstfix.contract.storage.JooqCoverageCodes;
import org.firstfix.contract.storage.JooqLineUses;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.CustomerApi;
import org.firstfix.customer.SiteId;
import org.firstfix.platform.journal.Correction;
import org.springframework.stereotype.Component;

/** What the modules above ask. */
@Component
class Entitlements implements EntitlementApi {
    private final EntitlementFinder finder;
    private final JooqCoverageCodes coverageCodes;
    private final CustomerApi customers;
    private final RegisterContract registerContract;
    private final JooqLineUses uses;
    private final ContractCorrections corrections;

    Entitlements(EntitlementFinder finder, JooqCoverageCodes coverageCodes, CustomerApi customers,
            RegisterContract registerContract, JooqLineUses uses, ContractCorrections corrections) {
        this.corrections = corrections;
        this.finder = finder;
        this.coverageCodes = coverageCodes;
        this.customers = customers;
        this.registerContract = registerContract;
        this.uses = uses;
    }

    @Override
    public Entitlement entitlementOf(AccountId account, SiteId site, Optional<AssetId> asset, Instant at) {
        return finder.find(account, Optional.of(site), asset, at, customers.site(site).zone()).entitlement();
    }

    @Override
    public Set<String> coverageCodes() {
        return coverageCodes.all().stream().filter(CoverageCode::active).map(CoverageCode::code).collect(Collectors.toSet());
    }

    @Override
    public ContractId registerContract(NewContract contract) {
        return registerContract.handle(new RegisterContract.Command(contract.accountId(), contract.number(),
                new Contract.Terms(contract.title(), contract.startsOn(), contract.endsOn(), contract.specialTerms(),
                        Optional.empty(), "CNY", Optional.empty()),
                contract.lines().stream().map(Entitlements::wish).toList(), true)).id();
    }

    @Override
    public void use(LineUse use) {
        uses.put(use);
    }

    @Override
    public Optional<Correction> correctionOf(String number, ContractWish wanted) {
        return corrections.of(number, wanted, "Import");
    }

    static LineWish wish(NewLine line) {
        return new LineWish(Optional.empty(), line.coverageCode(), LineScope.valueOf(line.covers()), line.assetId(), line.siteId(),
                line.family(), Optional.empty(), Quota.UNLIMITED, List.of());
    }
}
