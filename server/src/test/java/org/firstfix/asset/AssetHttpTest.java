package org.firstfix.asset;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.firstfix.asset.AssetApi.ServiceFileEntry;
import org.firstfix.testing.ServerTest;
import org.firstfix.testing.TestClient;
import org.firstfix.testing.TestHouse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Machines over HTTP on a real database. */
@ServerTest
class AssetHttpTest {
    private static int count;

    @Autowired
    TestHouse house;
    @Autowired
    AssetApi assets;

    private TestClient agent;
    private String account;
    private String site;

    @BeforeEach
    void aCustomerWithASite() {
        agent = house.client("agent.hangzhou");
        account = customer(agent, "hangzhou");
        site = site(agent, account, "hangzhou");
    }

    @Test
    void aMachineIsRegisteredAndFoundByTheEndOfItsSerial() {
        String serial = serial();
        JsonNode created = agent.post("/api/v1/assets", machine(serial.toLowerCase(), Map.of("warrantyEnd", "2030-01-01"))).expect(201).json();
        assertThat(created.path("serial").asString()).isEqualTo(serial);
        assertThat(created.path("family").asString()).isEqualTo("x3650");
        assertThat(created.path("account").path("number").asString()).isEqualTo(account);
        assertThat(created.path("warranty").asString()).isEqualTo("RUNNING");
        assertThat(agent.get("/api/v1/search?kind=asset&q=" + lastFour(serial)).json().path("items").get(0).path("number").asString())
                .isEqualTo(serial);
        for (String filter : List.of("text=" + lastFour(serial), "account=" + account, "site=" + site,
                "account=" + account + "&family=x3650", "account=" + account + "&model=7979Q7C", "account=" + account + "&importance=NORMAL",
                "account=" + account + "&stage=IN_USE", "account=" + account + "&warrantyBefore=2030-01-02")) {
            assertThat(serials(filter)).as(filter).contains(serial);
        }
        for (String filter : List.of("account=" + account + "&family=x346", "account=" + account + "&importance=CRITICAL",
                "account=" + account + "&warrantyBefore=2030-01-01", "account=CU-999999", "site=SI-999999", "account=" + account + "&stage=RETIRED")) {
            assertThat(serials(filter)).as(filter).isEmpty();
        }
        assertThat(agent.get("/api/v1/assets/fleet?account=" + account).expect(200).json().path("underWarranty").asInt()).isEqualTo(1);
    }

    @Test
    void everyChangedFieldIsHistoryWithAReason() {
        String serial = register(Map.of());
        agent.put("/api/v1/assets/" + serial, Map.of("asset", machine(serial, Map.of("firmware", "1.12", "reason", "升级",
                "software", List.of(Map.of("kind", "DATABASE", "name", "DB2", "release", "9.1", "patchLevel", "FP3"))))), 0).expect(200);
        JsonNode lines = agent.get("/api/v1/assets/" + serial + "/service-file").expect(200).json().path("items");
        assertThat(lines.findValuesAsString("field")).containsExactlyInAnyOrder("firmware", "software.DB2");
        assertThat(lines.findValuesAsString("reason")).containsOnly("升级");
        TestClient.Answer late = agent.put("/api/v1/assets/" + serial, Map.of("asset", machine(serial, Map.of("firmware", "1.13"))), 0).expect(412);
        assertThat(late.json().path("values").path("current").path("firmware").asString()).isEqualTo("1.12");
        agent.put("/api/v1/assets/" + serial, Map.of("asset", machine(serial, Map.of("lifeCycleStage", "RETIRED"))), 1).expect(400);
    }

    @Test
    void theServiceFileMergesChangesAndVisitsByTime() {
        String serial = register(Map.of());
        house.asTheHouse(() -> {
            AssetId id = assets.findBySerial(serial).orElseThrow().id();
            assets.addToServiceFile(new ServiceFileEntry(id, Instant.parse("2026-01-01T00:00:00Z"), "CASE_RECEIVED", "C-2026-1", Map.of("symptom", "x"), "王伟"));
            assets.addToServiceFile(new ServiceFileEntry(id, Instant.parse("2026-01-03T00:00:00Z"), "VISIT_COMPLETED", "W-2026-1", Map.of(), "李强"));
            return true;
        });
        agent.put("/api/v1/assets/" + serial, Map.of("asset", machine(serial, Map.of("firmware", "2")), "occurredAt", "2026-01-02T00:00:00Z"), 0).expect(200);
        JsonNode first = agent.get("/api/v1/assets/" + serial + "/service-file?limit=2").expect(200).json();
        assertThat(first.path("items").findValuesAsString("kind")).containsExactly("VISIT_COMPLETED", "CHANGE");
        JsonNode rest = agent.get("/api/v1/assets/" + serial + "/service-file?limit=2&cursor=" + first.path("nextCursor").asString()).json();
        assertThat(rest.path("items").findValuesAsString("kind")).containsExactly("CASE_RECEIVED");
        assertThat(rest.path("items").get(0).path("summary").path("symptom").asString()).isEqualTo("x");
        assertThat(agent.get("/api/v1/assets/" + serial + "/service-file?only=EVENTS").json().path("items")).hasSize(2);
        assertThat(agent.get("/api/v1/assets/" + serial + "/service-file?only=CHANGES").json().path("items")).hasSize(1);
    }

    @Test
    void aMachineMovesWithItsPartsAndTheHistoryFollowsToTheOtherBranch() {
        String whole = register(Map.of());
        String part = register(Map.of("parentSerial", whole));
        assertThat(agent.get("/api/v1/assets/" + part + "/tree").json().path("items").findValuesAsString("serial")).containsExactly(whole, part);
        agent.put("/api/v1/assets/" + whole, Map.of("asset", machine(whole, Map.of("parentSerial", part))), 0).expect(400);
        TestClient administrator = house.client("administrator.house");
        String elsewhere = site(administrator, customer(administrator, "ningbo"), "ningbo");
        agent.post("/api/v1/assets/" + whole + "/move", Map.of("siteNumber", elsewhere, "reason", "搬迁"), 0).expect(400);
        administrator.post("/api/v1/assets/" + whole + "/move", Map.of("siteNumber", elsewhere, "location", "A-1", "reason", "搬迁"), 0).expect(200);
        agent.get("/api/v1/assets/" + part).expect(404);
        TestClient there = house.client("agent.ningbo");
        assertThat(there.get("/api/v1/assets/" + part).expect(200).json().path("siteNumber").asString()).isEqualTo(elsewhere);
        assertThat(there.get("/api/v1/assets/" + part + "/service-file").json().path("items").findValuesAsString("field")).contains("site", "account", "location");
        assertThat(there.get("/api/v1/assets/" + part + "/tree").json().path("items")).hasSize(2);
    }

    @Test
    void machinesGoToTheBranchThatServesTheirSite() {
        String serial = register(Map.of());
        TestClient administrator = house.client("administrator.house");
        administrator.put("/api/v1/sites/" + site, Map.of("name", "机房", "zone", "Asia/Shanghai", "orgUnitCode", "ningbo"), 0).expect(200);
        agent.get("/api/v1/assets/" + serial).expect(404);
        house.client("agent.ningbo").get("/api/v1/assets/" + serial).expect(200);
        assertThat(house.client("agent.ningbo").get("/api/v1/search?q=" + serial).json().path("items")).hasSize(1);
    }

    @Test
    void aRetiredMachineStaysOnFileAndMayComeBack() {
        String serial = register(Map.of());
        agent.post("/api/v1/assets/" + serial + "/retire", Map.of("reason", ""), 0).expect(400);
        JsonNode retired = agent.post("/api/v1/assets/" + serial + "/retire", Map.of("reason", "报废"), 0).expect(200).json();
        assertThat(retired.path("lifeCycleStage").asString()).isEqualTo("RETIRED");
        assertThat(retired.path("actions").valueStream().map(JsonNode::asString)).containsExactly("change", "return-to-service");
        agent.post("/api/v1/assets/" + serial + "/move", Map.of("siteNumber", site, "reason", "x"), 1).expect(409);
        agent.post("/api/v1/assets/" + serial + "/retire", Map.of("reason", "x"), 1).expect(409);
        agent.post("/api/v1/assets/" + serial + "/return-to-service", Map.of("reason", "修复"), 1).expect(200);
    }

    @Test
    void anotherBranchSeesNoMachineAndTakesNoSerialTwice() {
        String serial = register(Map.of());
        TestClient stranger = house.client("agent.ningbo");
        for (String path : List.of("", "/tree", "/service-file")) {
            stranger.get("/api/v1/assets/" + serial + path).expect(404);
        }
        assertThat(stranger.get("/api/v1/assets?text=" + serial).json().path("items")).isEmpty();
        stranger.post("/api/v1/assets/" + serial + "/retire", Map.of("reason", "x"), 0).expect(404);
        String elsewhere = site(stranger, customer(stranger, "ningbo"), "ningbo");
        JsonNode problem = stranger.post("/api/v1/assets", machine(serial, Map.of("siteNumber", elsewhere))).expect(400).json();
        assertThat(problem.path("errors").get(0).path("code").asString()).isEqualTo("asset.serial-taken");
    }

    @Test
    void wrongInputNamesItsFields() {
        assertThat(errors(machine("bad serial", Map.of()))).containsExactly("serial");
        assertThat(errors(machine(serial(), Map.of("modelCode", "0000")))).containsExactly("modelCode");
        assertThat(errors(machine(serial(), Map.of("siteNumber", "SI-0")))).containsExactly("siteNumber");
        assertThat(errors(machine(serial(), Map.of("warrantyStart", "2026-01-02", "warrantyEnd", "2026-01-01")))).containsExactly("warrantyEnd");
        assertThat(errors(machine(serial(), Map.of("installedOn", "0001-01-01")))).containsExactly("installedOn");
        assertThat(errors(machine(serial(), Map.of("parentSerial", "NOBODY")))).containsExactly("parentSerial");
    }

    @Test
    void theCatalogueIsReadByAllAndKeptByFew() {
        TestClient support = house.client("technical_support.hangzhou");
        Map<String, Object> model = Map.of("family", "x3850", "nameZh", "x3850 服务器", "nameEn", "x3850 server", "maker", "IBM", "category", "SERVER");
        agent.put("/api/v1/models/8864TEST", model).expect(403);
        support.put("/api/v1/models/8864TEST", model).expect(200);
        support.put("/api/v1/models/8864TEST", model).expect(412);
        support.put("/api/v1/models/8864TEST", model, 0).expect(200);
        assertThat(agent.get("/api/v1/models?text=8864").json().path("items")).hasSize(1);
        assertThat(agent.get("/api/v1/parts?family=x3650&kind=MAINBOARD").json().path("items").findValuesAsString("number")).containsExactly("FF-MB-X3650");
        support.put("/api/v1/parts/FF-TEST-1", Map.of("nameZh", "风扇", "nameEn", "Fan", "kind", "FAN", "families", List.of("x3850"))).expect(200);
        assertThat(house.asTheHouse(() -> assets.partsFor("x3850")).stream().map(PartSummary::number)).contains("FF-TEST-1", "FF-CBL-DISK")
                .doesNotContain("FF-MB-X3650");
    }

    private List<String> errors(Map<String, Object> machine) {
        return agent.post("/api/v1/assets", machine).expect(400).json().path("errors").findValuesAsString("field");
    }

    private List<String> serials(String filter) {
        return agent.get("/api/v1/assets?" + filter).expect(200).json().path("items").findValuesAsString("serial");
    }

    private String register(Map<String, ?> more) {
        return agent.post("/api/v1/assets", machine(serial(), more)).expect(201).json().path("serial").asString();
    }

    private static String serial() {
        return "99T%06d".formatted(++count);
    }

    private static String lastFour(String serial) {
        return serial.substring(serial.length() - 4);
    }

    private Map<String, Object> machine(String serial, Map<String, ?> more) {
        Map<String, Object> machine = new HashMap<>(Map.of("serial", serial, "modelCode", "7979Q7C", "siteNumber", site,
                "importance", "NORMAL", "software", List.of()));
        machine.putAll(more);
        return machine;
    }

    private static String customer(TestClient client, String branch) {
        return client.post("/api/v1/customers", Map.of("name", "客户 " + ++count, "tier", "ORDINARY", "language", "zh-CN", "overdue", false,
                "orgUnitCode", branch))
                .expect(201).json().path("number").asString();
    }

    private static String site(TestClient client, String account, String branch) {
        return client.post("/api/v1/customers/" + account + "/sites", Map.of("name", "机房", "zone", "Asia/Shanghai", "orgUnitCode", branch))
                .expect(201).json().path("number").asString();
    }
}
