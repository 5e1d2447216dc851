package org.firstfix.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstfix.asset.AssetApi;
import org.firstfix.customer.CustomerApi;
import org.firstfix.testing.ServerTest;
import org.firstfix.testing.TestClient;
import org.firstfix.testing.TestHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Contracts and coverage codes over HTTP. */
@ServerTest
class ContractsTest {
    @Autowired
    TestHouse house;
    @Autowired
    CustomerApi customers;
    @Autowired
    AssetApi assets;

    @Test
    void livesFromDraftToItsEndWithTheActionsThatAreAllowed() {
        ContractFixture customer = customer();
        JsonNode draft = register(customer, false, line("5x9", "ACCOUNT"));
        assertThat(draft.path("status").asString()).isEqualTo("DRAFT");
        assertThat(actions(draft)).containsExactly("AMEND", "ACTIVATE", "END");
        assertThat(draft.path("lines").get(0).path("coveredAssets").asInt()).isEqualTo(1);
        String path = "/api/v1/contracts/" + draft.path("number").asString();
        assertThat(draft.path("number").asString()).matches("HT-\\d{4}-\\d{6}");
        JsonNode active = manager().post(path + "/activate", Map.of(), version(draft)).expect(200).json();
        assertThat(actions(active)).containsExactly("AMEND", "SUSPEND", "END");
        assertThat(manager().post(path + "/activate", Map.of(), version(active)).expect(409).code()).isEqualTo("contract.not-in-this-state");
        JsonNode suspended = manager().post(path + "/suspend", Map.of("reason", "三张发票未付"), version(active)).expect(200).json();
        assertThat(suspended.path("statusReason").asString()).isEqualTo("三张发票未付");
        JsonNode resumed = manager().post(path + "/resume", Map.of(), version(suspended)).expect(200).json();
        JsonNode ended = manager().post(path + "/end", Map.of("lastDay", "2026-06-30", "reason", "搬迁"), version(resumed)).expect(200).json();
        assertThat(ended.path("endsOn").asString()).isEqualTo("2026-06-30");
        assertThat(actions(ended)).isEmpty();
        assertThat(actions(house.client("agent.hangzhou").get(path).expect(200).json())).isEmpty();
    }

    @Test
    void theSecondWriterIsToldWhatTheFirstOneWrote() {
        ContractFixture customer = customer();
        JsonNode contract = register(customer, true, line("5x9", "ACCOUNT"));
        String path = "/api/v1/contracts/" + contract.path("number").asString();
        Map<String, Object> amendment = Map.of("reason", "改名", "paper", paper("2026-01-01", "2026-12-31", "新名称", line("7x24x4", "ACCOUNT")));
        manager().put(path, amendment, version(contract)).expect(200);
        var stale = manager().put(path, amendment, version(contract)).expect(412);
        assertThat(stale.json().path("values").path("current").path("title").asString()).isEqualTo("新名称");
        manager().put(path, amendment).expect(428);
        JsonNode now = manager().get(path).expect(200).json();
        assertThat(now.path("lines").valueStream().map(l -> l.path("coverageCode").asString() + l.path("endsOn").isNull()))
                .as("the old line is withdrawn, not forgotten").containsExactly("7x24x4true", "5x9false");
    }

    @Test
    void saysWhatIsWrongWithAPaper() {
        ContractFixture customer = customer();
        assertThat(field(post(customer, paper("2026-12-31", "2026-01-01", "", line("5x9", "ACCOUNT"))))).isEqualTo("contract.ends-before-start");
        assertThat(field(post(customer, paper("0000-01-01", "2026-01-01", "", line("5x9", "ACCOUNT"))))).isEqualTo("platform.date-out-of-range");
        assertThat(field(post(customer, paper("2026-01-01", "2026-12-31", "", line("9x99", "ACCOUNT"))))).isEqualTo("contract.coverage-unknown");
        assertThat(field(post(customer, paper("2026-01-01", "2026-12-31", "", line("5x9", "SITE"))))).isEqualTo("contract.line-names-something-else");
        assertThat(post(customer, paper("2026-01-01", "2026-12-31", "x".repeat(201), line("5x9", "ACCOUNT"))).status()).isEqualTo(400);
        post(customer, Map.of()).expect(400);
        manager().post("/api/v1/contracts", Map.of("accountNumber", "none", "inForce", true, "paper",
                paper("2026-01-01", "2026-12-31", "", line("5x9", "ACCOUNT")))).expect(404);
    }

    @Test
    void listsByEndAccountAndStatusPageByPageWithinTheScope() {
        ContractFixture customer = customer();
        for (int month = 1; month <= 5; month++) {
            manager().post("/api/v1/contracts", Map.of("accountNumber", customer.accountNumber(), "inForce", true, "paper",
                    paper("2026-01-01", "2027-0" + month + "-28", "M" + month, line("5x9", "ACCOUNT")))).expect(201);
        }
        String filter = "/api/v1/contracts?account=" + customer.accountNumber();
        JsonNode first = manager().get(filter + "&limit=2").expect(200).json();
        assertThat(titles(first)).containsExactly("M1", "M2");
        JsonNode second = manager().get(filter + "&limit=2&cursor=" + first.path("nextCursor").asString()).expect(200).json();
        assertThat(titles(second)).containsExactly("M3", "M4");
        assertThat(titles(manager().get(filter + "&endingBefore=2027-03-01").expect(200).json())).containsExactly("M1", "M2");
        assertThat(titles(manager().get(filter + "&status=DRAFT").expect(200).json())).isEmpty();
        assertThat(titles(manager().get(filter + "&coverage=5x9&endingFrom=2027-05-01").expect(200).json())).containsExactly("M5");
        manager().get(filter + "&cursor=nonsense").expect(400);
        house.client("agent.ningbo").get(filter).expect(404);
        String number = first.path("items").get(0).path("number").asString();
        house.client("agent.ningbo").get("/api/v1/contracts/" + number).expect(404);
        assertThat(manager().get("/api/v1/search?q=" + number).expect(200).text()).contains(number);
    }

    @Test
    void coverageCodesAreDataThatIsChangedByVersion() {
        JsonNode all = house.client("agent.hangzhou").get("/api/v1/coverage-codes").expect(200).json().path("items");
        assertThat(all.valueStream().map(code -> code.path("code").asString())).contains("5x9", "7x24x4", "7x24x8");
        Map<String, Object> promise = promise("CN-5x8", 30, 240);
        JsonNode gold = manager().post("/api/v1/coverage-codes", Map.of("code", "gold", "promise", promise)).expect(201).json();
        assertThat(manager().post("/api/v1/coverage-codes", Map.of("code", "gold", "promise", promise)).expect(409).code())
                .isEqualTo("contract.coverage-taken");
        JsonNode changed = manager().put("/api/v1/coverage-codes/gold", Map.of("promise", promise("ALWAYS", 20, 200), "reason", "谈判"),
                version(gold)).expect(200).json();
        assertThat(changed.path("calendarCode").asString()).isEqualTo("ALWAYS");
        manager().put("/api/v1/coverage-codes/gold", Map.of("promise", promise, "reason", ""), version(gold)).expect(412);
        assertThat(field(manager().put("/api/v1/coverage-codes/gold", Map.of("promise", promise("NONE", 1, 2), "reason", ""),
                version(changed)))).isEqualTo("contract.calendar-unknown");
        assertThat(field(manager().put("/api/v1/coverage-codes/gold", Map.of("promise", promise("ALWAYS", 300, 200), "reason", ""),
                version(changed)))).isEqualTo("contract.targets-out-of-order");
        house.client("agent.hangzhou").put("/api/v1/coverage-codes/gold", Map.of("promise", promise, "reason", ""), 1).expect(403);
    }

    @Test
    void specialTargetsHoldForImportantMachinesAndSevereFaults() {
        Map<String, Object> promise = new HashMap<>(promise("ALWAYS", 30, 240));
        promise.put("specialTargets", List.of(Map.of("milestone", "ON_SITE", "importance", "CRITICAL", "minutes", 120)));
        JsonNode coverage = manager().post("/api/v1/coverage-codes", Map.of("code", "special", "promise", promise)).expect(201).json();
        assertThat(coverage.path("specialTargets").get(0).path("minutes").asInt()).isEqualTo(120);
        promise.put("specialTargets", List.of(Map.of("milestone", "ON_SITE", "priority", "P1", "minutes", 120)));
        assertThat(field(manager().put("/api/v1/coverage-codes/special", Map.of("promise", promise, "reason", ""), version(coverage))))
                .isEqualTo("contract.special-target-usual");

        ContractFixture customer = customer();
        Map<String, Object> line = new HashMap<>(line("special", "ACCOUNT"));
        line.put("specialTargets", List.of(Map.of("milestone", "ON_SITE", "impact", "STOPPED", "minutes", 60)));
        line.put("includedHours", 20);
        JsonNode contract = register(customer, true, line);
        assertThat(contract.path("lines").get(0).path("quota").path("hours").asInt()).isEqualTo(20);
        assertThat(contract.path("lines").get(0).path("quotaUse").path("minutes").asInt()).isZero();
        Map<String, Object> question = new HashMap<>(Map.of("serial", customer.serial(), "priority", "P1"));
        assertThat(onSite(question)).as("an ordinary machine").isEqualTo(240 * 60);
        question.put("impact", "STOPPED");
        assertThat(onSite(question)).as("the line's own target").isEqualTo(60 * 60);
    }

    private int onSite(Map<String, Object> question) {
        return manager().post("/api/v1/clock-forecasts", question).expect(200).json().path("milestones").valueStream()
                .filter(one -> one.path("kind").asString().equals("ON_SITE")).findFirst().orElseThrow().path("targetSeconds").asInt();
    }

    private static Map<String, Object> promise(String calendar, int response, int onSite) {
        return Map.of("nameZh", "金牌", "nameEn", "Gold", "calendarCode", calendar, "active", true, "targets", List.of(
                Map.of("priority", "P1", "milestone", "RESPONSE", "minutes", response),
                Map.of("priority", "P1", "milestone", "ON_SITE", "minutes", onSite)));
    }

    private ContractFixture customer() {
        return ContractFixture.make(house, customers, assets, Optional.empty(), Optional.empty());
    }

    private TestClient manager() {
        return house.client("service_manager.hangzhou");
    }

    private JsonNode register(ContractFixture customer, boolean inForce, Map<String, Object> line) {
        return manager().post("/api/v1/contracts", Map.of("accountNumber", customer.accountNumber(), "inForce", inForce, "paper",
                paper("2026-01-01", "2026-12-31", "", line))).expect(201).json();
    }

    private TestClient.Answer post(ContractFixture customer, Map<String, Object> paper) {
        return manager().post("/api/v1/contracts", Map.of("accountNumber", customer.accountNumber(), "inForce", true, "paper", paper));
    }

    private static Map<String, Object> paper(String from, String to, String title, Map<String, Object> line) {
        return new HashMap<>(Map.of("title", title, "startsOn", from, "endsOn", to, "specialTerms", "", "currency", "CNY", "lines", List.of(line)));
    }

    private static Map<String, Object> line(String coverage, String covers) {
        return Map.of("coverageCode", coverage, "covers", covers);
    }

    private static String field(TestClient.Answer answer) {
        return answer.expect(400).json().path("errors").get(0).path("code").asString();
    }

    private static List<String> actions(JsonNode contract) {
        return contract.path("actions").valueStream().map(JsonNode::asString).toList();
    }

    private static List<String> titles(JsonNode page) {
        return page.path("items").valueStream().map(row -> row.path("title").asString()).toList();
    }

    private static long version(JsonNode resource) {
        return resource.path("version").asLong();
    }
}
