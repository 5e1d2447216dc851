package org.firstfix.asset.usecase;

import java.util.List;
import org.firstfix.asset.domain.Asset;
import org.firstfix.asset.domain.Catalogue;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.CustomerApi;
import org.firstfix.platform.search.SearchIndex;
import org.firstfix.platform.search.SearchIndex.Entry;
import org.firstfix.platform.search.SearchIndex.Tokens;
import org.springframework.stereotype.Component;

/** The ways to ask for a machine: the last digits of its serial or number, its model and its family, its rack. */
@Component
class FindableAssets {
    private final SearchIndex index;
    private final Catalogue catalogue;
    private final CustomerApi customers;

    FindableAssets(SearchIndex index, Catalogue catalogue, CustomerApi customers) {
        this.index = index;
        this.catalogue = catalogue;
        this.customers = customers;
    }

    void asset(Asset asset) {
        Asset.Facts facts = asset.facts();
        Catalogue.ProductModel model = catalogue.findModel(facts.modelCode()).orElseThrow();
        index.put(new Entry("asset", asset.id(), facts.serial(), model.nameEn() + " · " + facts.serial(),
                customerName(asset.place().accountId()) + (facts.location().isEmpty() ? "" : " · " + facts.location()), asset.place().orgPath(),
                new Tokens().endingWith(facts.serial()).endingWith(asset.number()).startingWith(model.code())
                        .startingWith(model.family()).name(model.nameEn()).name(model.nameZh()).name(facts.location())));
    }

    /** The account may belong to another branch than the one that serves the machine. */
    private String customerName(AccountId account) {
        var found = customers.accounts(List.of(account)).get(account);
        return found == null ? "" : found.name();
    }
}
