package org.firstfix.contract.query;

import org.firstfix.asset.AssetApi;
import org.firstfix.asset.AssetId;
import org.firstfix.asset.AssetSummary;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.AccountSummary;
import org.firstfix.customer.CustomerApi;
import org.firstfix.customer.SiteId;
import org.firstfix.customer.SiteSummary;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Query;

/** From the numbers that people use to what they name. Each throws a 404 for what the caller cannot see. */
@Query
public class ContractDoor {
    private final CustomerApi customers;
    private final AssetApi assets;

    ContractDoor(CustomerApi customers, AssetApi assets) {
        this.customers = customers;
        this.assets = assets;
    }

    public AccountId account(String number) {
        return customers.findAccountByNumber(number).map(AccountSummary::id).orElseThrow(() -> Problem.notFound("account", number));
    }

    public SiteId site(String number) {
        return customers.findSiteByNumber(number).map(SiteSummary::id).orElseThrow(() -> Problem.notFound("site", number));
    }

    public AssetId asset(String serial) {
        return assets.findBySerial(serial).map(AssetSummary::id).orElseThrow(() -> Problem.notFound("asset", serial));
    }
}
