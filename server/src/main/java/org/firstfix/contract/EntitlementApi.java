package org.firstfix.contract;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.firstfix.asset.AssetId;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.SiteId;
import org.firstfix.platform.journal.Correction;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.OrgPath;

/** What may be claimed for a machine, a site or an account. Call inside a transaction. */
public interface EntitlementApi {
    /**
     * The most specific line that is valid on that day at the site wins: asset, then site, then family, then account (also
     * of the parent); among equals the strictest on-site target. A line whose quota is used up is passed over. Without a line the maker's warranty counts as 5x9.
     */
    Entitlement entitlementOf(AccountId account, SiteId site, Optional<AssetId> asset, Instant at);

    /** A visit consumed something of what its contract line includes. Said again of the same visit, the later word holds. */
    void use(LineUse use);

    /**
     * @param visit its number
     * @param onSite how long it took there
     * @param orgPath where the visit belongs
     */
    record LineUse(ContractLineId line, String visit, Instant at, LocalDate day, int visits, Duration onSite, OrgPath orgPath) {}

    /** The codes that a contract line may name today. */
    Set<String> coverageCodes();

    ContractId registerContract(NewContract contract);

    /**
     * How far the contract of that number is from what is wanted; nothing if there is none. Lines that are wanted and not there
     * are added, none is withdrawn.
     *
     * @throws Problem 409 if it is a contract with somebody else
     */
    Optional<Correction> correctionOf(String number, ContractWish wanted);

    /** What is not given stays as it is. */
    record ContractWish(AccountId accountId, Optional<String> title, Optional<LocalDate> startsOn, Optional<LocalDate> endsOn,
            Optional<String> specialTerms, List<NewLine> lines) {}

    record NewContract(AccountId accountId, Optional<String> number, String title, LocalDate startsOn, LocalDate endsOn,
            String specialTerms, List<NewLine> lines) {}

    /** @param covers ASSET, FAMILY, SITE or ACCOUNT, with the matching id or family present */
    record NewLine(String coverageCode, String covers, Optional<AssetId> assetId, Optional<SiteId> siteId, Optional<String> family) {}
}
