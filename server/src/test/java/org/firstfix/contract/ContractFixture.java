package org.firstfix.contract;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.asset.AssetApi;
import org.firstfix.asset.AssetId;
import org.firstfix.contract.EntitlementApi.NewContract;
import org.firstfix.contract.EntitlementApi.NewLine;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.CustomerApi;
import org.firstfix.customer.SiteId;
import org.firstfix.testing.TestHouse;

/** A customer of the Hangzhou branch with a site and a machine, made through the modules' own doors. */
public record ContractFixture(AccountId account, String accountNumber, SiteId site, String siteNumber, AssetId asset, String serial) {
    public static final LocalDate FIRST = LocalDate.parse("2026-01-01");
    public static final LocalDate LAST = LocalDate.parse("2026-12-31");

    public static ContractFixture make(TestHouse house, CustomerApi customers, AssetApi assets, Optional<String> parent,
            Optional<LocalDate> warrantyEnd) {
        return make(house, customers, assets, parent, warrantyEnd, "hangzhou");
    }

    public static ContractFixture make(TestHouse house, CustomerApi customers, AssetApi assets, Optional<String> parent,
            Optional<LocalDate> warrantyEnd, String branch) {
        return house.asTheHouse(() -> {
            String name = "客户" + UUID.randomUUID().toString().substring(0, 8);
            AccountId account = customers.registerAccount(new CustomerApi.NewAccount(name, name, "ORDINARY", "zh-CN", "", branch, parent));
            SiteId site = customers.registerSite(new CustomerApi.NewSite(account, "机房", "文三路 1 号", "杭州", "西湖", "Asia/Shanghai",
                    Optional.empty(), Optional.empty(), "", branch));
            assets.putModel(new AssetApi.Model("TEST-8350", "TEST-8000", "测试主机", "Test host", "SERVER"));
            String serial = "SN" + UUID.randomUUID().toString().substring(0, 12);
            AssetId asset = assets.registerAsset(new AssetApi.NewAsset(serial, "TEST-8350", account, site, "NORMAL", "", "", "", "", "",
                    Optional.empty(), Optional.empty(), warrantyEnd));
            return new ContractFixture(account, customers.account(account).number(), site, customers.site(site).number(), asset, serial);
        });
    }

    public NewContract contract(String coverageCode, String covers) {
        return contract(coverageCode, covers, FIRST, LAST);
    }

    public NewContract contract(String coverageCode, String covers, LocalDate from, LocalDate to) {
        NewLine line = new NewLine(coverageCode, covers, covers.equals("ASSET") ? Optional.of(asset) : Optional.empty(),
                covers.equals("SITE") ? Optional.of(site) : Optional.empty(),
                covers.equals("FAMILY") ? Optional.of("TEST-8000") : Optional.empty());
        return new NewContract(account, Optional.empty(), "", from, to, "先找值班经理", List.of(line));
    }
}
