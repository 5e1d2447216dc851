package org.firstfix.cases.web;

import java.util.Map;
import java.util.Optional;
import org.firstfix.asset.AssetApi;
import org.firstfix.asset.AssetSummary;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.AccountSummary;
import org.firstfix.customer.CustomerApi;
import org.firstfix.customer.SiteId;
import org.firstfix.customer.SiteSummary;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Query;
import org.jspecify.annotations.Nullable;

/** Finds what a request names by the numbers that people know. */
@Query
class Places {
    private final CustomerApi customers;
    private final AssetApi assets;

    Places(CustomerApi customers, AssetApi assets) {
        this.customers = customers;
        this.assets = assets;
    }

    record Place(AccountId accountId, SiteSummary site, Optional<AssetSummary> asset) {}

    Place find(@Nullable String accountNumber, @Nullable String siteNumber, @Nullable String assetSerial) {
        Optional<AssetSummary> asset = filled(assetSerial).map(this::asset);
        SiteSummary site = filled(siteNumber)
                .map(number -> customers.findSiteByNumber(number).orElseThrow(() -> Problem.notFound("site", number)))
                .or(() -> asset.map(machine -> customers.site(machine.siteId())))
                .orElseThrow(() -> Problem.invalidField("siteNumber", "cases.site-needed", Map.of()));
        AccountId account = filled(accountNumber)
                .map(number -> customers.findAccountByNumber(number).orElseThrow(() -> Problem.notFound("account", number)))
                .map(AccountSummary::id).or(() -> asset.map(AssetSummary::accountId)).orElse(site.accountId());
        return new Place(account, site, asset);
    }

    record Customer(AccountId accountId, Optional<SiteId> siteId) {}

    /** A customer's number is enough here. */
    Customer customer(@Nullable String accountNumber, @Nullable String siteNumber, @Nullable String assetSerial) {
        if (filled(siteNumber).isEmpty() && filled(assetSerial).isEmpty() && filled(accountNumber).isPresent()) {
            String number = filled(accountNumber).get();
            return new Customer(customers.findAccountByNumber(number).orElseThrow(() -> Problem.notFound("account", number)).id(), Optional.empty());
        }
        Place place = find(accountNumber, siteNumber, assetSerial);
        return new Customer(place.accountId(), Optional.of(place.site().id()));
    }

    AssetSummary asset(String serial) {
        return assets.findBySerial(serial).orElseThrow(() ->
                Problem.invalidField("assetSerial", "cases.asset-unknown", Map.of("serial", serial)));
    }

    private static Optional<String> filled(@Nullable String text) {
        return Optional.ofNullable(text).filter(value -> !value.isBlank());
    }
}
