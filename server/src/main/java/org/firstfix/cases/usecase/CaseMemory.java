package org.firstfix.cases.usecase;

import java.time.Instant;
import java.util.Map;
import org.firstfix.asset.AssetApi;
import org.firstfix.cases.domain.Case;
import org.firstfix.cases.domain.Channel;
import org.firstfix.customer.AccountSummary;
import org.firstfix.customer.CustomerApi;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.search.SearchIndex;
import org.springframework.stereotype.Component;

/** Where a case leaves its traces: the machine's service file, the customer's record, the search. */
@Component
class CaseMemory {
    private final AssetApi assets;
    private final CustomerApi customers;
    private final SearchIndex search;

    CaseMemory(AssetApi assets, CustomerApi customers, SearchIndex search) {
        this.assets = assets;
        this.customers = customers;
        this.search = search;
    }

    /** One more line of the machine's service file, if a machine is known. */
    void remember(Case it, String kind, Instant at, Map<String, Object> summary) {
        it.facts().assetId().ifPresent(asset -> assets.addToServiceFile(
                new AssetApi.ServiceFileEntry(asset, at, kind, it.number(), summary, Actors.current().name())));
    }

    void makeFindable(Case it) {
        AccountSummary account = customers.account(it.report().accountId());
        search.put(new SearchIndex.Entry("case", it.id(), it.number(), it.facts().subject(), account.name(), it.orgPath(),
                new SearchIndex.Tokens().endingWith(it.number())));
    }

    /** The customer told us. */
    void recordReport(Case it) {
        record(it, channelOf(it.report().channel()), true, it.report().reportedAt(), it.facts().subject(), it.facts().description());
    }

    /** We told the customer. */
    void recordMessage(Case it, Instant at, String text) {
        record(it, "PHONE", false, at, it.facts().subject(), text);
    }

    private void record(Case it, String channel, boolean inbound, Instant at, String subject, String body) {
        customers.recordInteraction(new CustomerApi.NewInteraction(it.report().accountId(), it.report().contactId(),
                channel, inbound, at, subject, body, it.number()));
    }

    private static String channelOf(Channel channel) {
        return switch (channel) {
            case PHONE, ENGINEER -> "PHONE";
            case PORTAL -> "PORTAL";
            case EMAIL -> "EMAIL";
            case CHAT -> "CHAT";
            case MONITORING, IMPORT -> "OTHER";
        };
    }
}
