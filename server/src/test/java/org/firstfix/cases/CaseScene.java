package org.firstfix.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.firstfix.asset.AssetApi;
import org.firstfix.asset.AssetSummary;
import org.firstfix.asset.PartSummary;
import org.firstfix.contract.EntitlementApi;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.ContactId;
import org.firstfix.customer.CustomerApi;
import org.firstfix.customer.SiteId;
import org.firstfix.testing.TestClient;
import org.firstfix.testing.TestHouse;

/** Customers with a site, a contact and a machine each, as tests of cases need them. */
public class CaseScene {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final TestHouse house;
    private final CustomerApi customers;
    private final AssetApi assets;
    private final EntitlementApi contracts;

    public CaseScene(TestHouse house, CustomerApi customers, AssetApi assets, EntitlementApi contracts) {
        this.house = house;
        this.customers = customers;
        this.assets = assets;
        this.contracts = contracts;
    }

    /** A customer of a branch. */
    public record Customer(AccountId accountId, String accountNumber, SiteId siteId, String siteNumber, ContactId contactId, String mobile,
            AssetSummary asset) {
        /** The body of a new case about the machine. */
        public Map<String, Object> report() {
            Map<String, Object> body = new HashMap<>(Map.of("subject", "开机无显示", "symptomCode", "power.no-display", "assetSerial", asset.serial(),
                    "impact", "DEGRADED", "urgency", "MEDIUM"));
            body.put("contactId", contactId.value().toString());
            return body;
        }
    }

    /** @param coverage code of the contract's coverage; none without a contract */
    public Customer customer(String branch, String importance, Optional<String> coverage) {
        int count = COUNT.incrementAndGet();
        return house.asTheHouse(() -> {
            assets.putModel(new AssetApi.Model("R720", "R7x0", "R720 服务器", "R720 server", "SERVER"));
            assets.putModel(new AssetApi.Model("ML350", "ML", "ML350 服务器", "ML350 server", "SERVER"));
            for (String kind : List.of("MAINBOARD", "MEMORY", "POWER_SUPPLY")) {
                assets.putPart(new PartSummary("R7-" + kind, kind, kind, kind, List.of("R7x0")));
            }
            assets.putPart(new PartSummary("ML-MAINBOARD", "主板", "Mainboard", "MAINBOARD", List.of("ML")));
            AccountId account = customers.registerAccount(new CustomerApi.NewAccount("客户" + count + branch, "客" + count, "VIP", "zh-CN", "",
                    branch, Optional.empty()));
            SiteId site = customers.registerSite(new CustomerApi.NewSite(account, "机房" + count, "文三路 1 号", "杭州", "西湖", "Asia/Shanghai",
                    Optional.empty(), Optional.empty(), "", branch));
            String mobile = "138%08d".formatted(count);
            ContactId contact = customers.registerContact(new CustomerApi.NewContact(account, Optional.of(site), "王伟" + count, "IT 主管",
                    "IT_MANAGER", "", mobile, "wang" + count + "@example.com", "PHONE", "zh-CN"));
            var asset = assets.registerAsset(new AssetApi.NewAsset("SN-%s-%06d".formatted(branch.substring(0, 2).toUpperCase(Locale.ROOT), count),
                    "R720", account, site, importance, "ERP", "A-01", "", "", "", Optional.empty(), Optional.empty(), Optional.empty()));
            coverage.ifPresent(code -> contracts.registerContract(new EntitlementApi.NewContract(account, Optional.empty(), "维保" + count,
                    LocalDate.of(2020, 1, 1), LocalDate.of(2035, 12, 31), "",
                    List.of(new EntitlementApi.NewLine(code, "ASSET", Optional.of(asset), Optional.empty(), Optional.empty())))));
            return new Customer(account, customers.account(account).number(), site, customers.site(site).number(), contact, mobile,
                    assets.asset(asset));
        });
    }

    public Customer covered() {
        return customer("hangzhou", "NORMAL", Optional.of("7x24x4"));
    }

    public Customer uncovered() {
        return customer("hangzhou", "NORMAL", Optional.empty());
    }

    public TestClient agent() {
        return house.client("agent.hangzhou");
    }

    /** Opens a case over HTTP. @return its number */
    public String open(Customer customer) {
        return agent().post("/api/v1/cases", customer.report()).expect(201).json().path("number").asString();
    }

    public TestClient.Answer show(String number) {
        return agent().get("/api/v1/cases/" + number).expect(200);
    }

    /** A step of a case over HTTP, by the agent. */
    public TestClient.Answer step(String number, String step, Map<String, Object> body) {
        return agent().post("/api/v1/cases/" + number + "/" + step, body);
    }

    public static String minutesAgo(long minutes) {
        return Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS).minusSeconds(minutes * 60).toString();
    }
}
