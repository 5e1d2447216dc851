package org.firstfix.demo.life;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstfix.asset.AssetApi;
import org.firstfix.asset.AssetSummary;
import org.firstfix.asset.Importance;
import org.firstfix.cases.CaseSummary;
import org.firstfix.customer.AccountSummary;
import org.firstfix.customer.CustomerApi;
import org.firstfix.customer.SiteId;
import org.firstfix.customer.SiteSummary;
import org.firstfix.demo.scenery.District;
import org.springframework.stereotype.Component;

/** The machines of a demo that was made before, as far as its last cases know them. */
@Component
class Memory {
    private final CustomerApi customers;
    private final AssetApi assets;
    private final Dispatching dispatching;

    Memory(CustomerApi customers, AssetApi assets, Dispatching dispatching) {
        this.customers = customers;
        this.assets = assets;
        this.dispatching = dispatching;
    }

    /** By case; what lies in no district of the demo was added by somebody else and is left alone. */
    Map<CaseSummary, Machine> machinesOf(List<CaseSummary> cases) {
        Map<org.firstfix.asset.AssetId, AssetSummary> known = assets.assets(cases.stream().flatMap(it -> it.assetId().stream()).distinct().toList());
        Map<String, AssetApi.Model> models = assets.models(known.values().stream().map(AssetSummary::modelCode).distinct().toList());
        Map<SiteId, Optional<Machine.Site>> sites = new HashMap<>();
        Map<CaseSummary, Machine> machines = new LinkedHashMap<>();
        for (CaseSummary it : cases) {
            it.assetId().map(known::get).ifPresent(asset -> sites.computeIfAbsent(asset.siteId(), id -> site(id)).ifPresent(site -> {
                AssetApi.Model model = java.util.Objects.requireNonNull(models.get(asset.modelCode()));
                machines.put(it, new Machine(asset.id(), asset.serial(), model.code(), model.nameZh().replace(" 服务器", ""), model.family(),
                        model.category(), asset.importance() == Importance.CRITICAL || asset.importance() == Importance.HIGH, 1, site));
            }));
        }
        return machines;
    }

    private Optional<Machine.Site> site(SiteId id) {
        SiteSummary site = customers.site(id);
        AccountSummary account = customers.account(site.accountId());
        List<Machine.Contact> contacts = new ArrayList<>();
        customers.contactsOf(site.accountId()).forEach(contact -> contacts.add(new Machine.Contact(contact.id(), contact.name(), contact.mobile())));
        return Arrays.stream(District.values()).filter(district -> district.nameZh().equals(site.district())).findFirst()
                .filter(district -> !contacts.isEmpty()).map(district -> new Machine.Site(id, account.id(), account.number(), account.name(), district,
                        new District.Place(site.address(), site.latitude().orElse(0.0), site.longitude().orElse(0.0)), contacts,
                        dispatching.isDedicated(account.id())));
    }
}
