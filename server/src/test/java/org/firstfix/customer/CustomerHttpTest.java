package org.firstfix.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.firstfix.testing.ServerTest;
import org.firstfix.testing.TestClient;
import org.firstfix.testing.TestHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Customers over HTTP on a real database. */
@ServerTest
class CustomerHttpTest {
    @Autowired
    TestHouse house;

    @Test
    void aCustomerIsRegisteredFoundAndCorrected() {
        TestClient agent = house.client("agent.hangzhou");
        JsonNode created = agent.post("/api/v1/customers", account("浙江农信", Map.of("tier", "VIP"))).expect(201).json();
        String number = created.path("number").asString();
        assertThat(strings(created.path("actions"))).contains("change", "make-promise");
        for (String text : List.of("浙江", "农信", "zjnx", number, number.substring(4))) {
            assertThat(numbers(agent.get("/api/v1/customers?text=" + encode(text)))).as(text).contains(number);
        }
        assertThat(numbers(agent.get("/api/v1/customers?tier=VIP&orgUnit=east"))).contains(number);
        assertThat(numbers(agent.get("/api/v1/customers?tier=SMALL"))).doesNotContain(number);
        assertThat(numbers(agent.get("/api/v1/customers?orgUnit=ningbo"))).doesNotContain(number);
        TestClient.Answer changed = agent.put("/api/v1/customers/" + number,
                account("浙江农信联社", Map.of("tier", "VIP", "overdue", true, "reason", "更名")), 0).expect(200);
        assertThat(changed.header("ETag")).isEqualTo("\"1\"");
        assertThat(changed.json().path("overdue").asBoolean()).isTrue();
        assertThat(agent.get("/api/v1/search?q=" + encode("联社")).json().path("items").get(0).path("number").asString()).isEqualTo(number);
        JsonNode entry = agent.get("/api/v1/customers/" + number + "/history").expect(200).json().path("items").get(0);
        assertThat(entry.path("event").asString()).isEqualTo("AccountChanged");
        assertThat(entry.path("reason").asString()).isEqualTo("更名");
        assertThat(entry.path("changes").findValuesAsString("field")).containsExactly("name", "overdue");
    }

    @Test
    void theSecondOfTwoEditorsGetsBothValues() {
        TestClient agent = house.client("agent.hangzhou");
        String number = register(agent, "两人同改", Map.of());
        agent.put("/api/v1/customers/" + number, account("先改的名", Map.of()), 0).expect(200);
        TestClient.Answer late = agent.put("/api/v1/customers/" + number, account("后改的名", Map.of()), 0).expect(412);
        assertThat(late.json().path("values").path("current").path("name").asString()).isEqualTo("先改的名");
        assertThat(late.json().path("values").path("currentVersion").asInt()).isEqualTo(1);
        agent.put("/api/v1/customers/" + number, account("没有版本", Map.of())).expect(428);
        assertThat(agent.get("/api/v1/customers/" + number).json().path("name").asString()).isEqualTo("先改的名");
    }

    @Test
    void anotherBranchSeesNoCustomerNoSiteNoContactNoPromise() {
        TestClient agent = house.client("agent.hangzhou");
        TestClient stranger = house.client("agent.ningbo");
        String number = register(agent, "只属杭州", Map.of());
        String site = agent.post("/api/v1/customers/" + number + "/sites", site("总部")).expect(201).json().path("number").asString();
        String contact = agent.post("/api/v1/customers/" + number + "/contacts", contact("陈静", Map.of("siteNumber", site, "phone", "0571-87654321")))
                .expect(201).json().path("id").asString();
        String promise = agent.post("/api/v1/customers/" + number + "/promises", promise()).expect(201).json().path("id").asString();
        for (String path : List.of("customers/" + number, "customers/" + number + "/group", "customers/" + number + "/interactions",
                "customers/" + number + "/history", "sites/" + site, "sites/" + site + "/history", "contacts/" + contact, "promises/" + promise)) {
            agent.get("/api/v1/" + path).expect(200);
            stranger.get("/api/v1/" + path).expect(404);
        }
        for (String list : List.of("customers?text=" + encode("只属杭州"), "sites?account=" + number, "contacts?account=" + number,
                "contacts?phone=057187654321", "promises?account=" + number)) {
            assertThat(agent.get("/api/v1/" + list).expect(200).json().path("items")).as(list).hasSize(1);
            assertThat(stranger.get("/api/v1/" + list).expect(200).json().path("items")).as(list).isEmpty();
        }
        stranger.put("/api/v1/customers/" + number, account("偷改", Map.of("orgUnitCode", "ningbo")), 0).expect(404);
        stranger.put("/api/v1/contacts/" + contact, contact("偷改", Map.of()), 0).expect(404);
        stranger.post("/api/v1/customers/" + number + "/promises", promise()).expect(404);
        agent.put("/api/v1/customers/" + number, account("送出去", Map.of("orgUnitCode", "ningbo")), 0).expect(400);
    }

    @Test
    void aGroupHasNoCycleEvenIfTwoPeopleRearrangeItAtOnce() throws Exception {
        TestClient agent = house.client("agent.hangzhou");
        String head = register(agent, "集团总公司", Map.of());
        String daughter = register(agent, "集团子公司", Map.of("parentNumber", head));
        TestClient.Answer refused = agent.put("/api/v1/customers/" + head, account("集团总公司", Map.of("parentNumber", daughter)), 0).expect(400);
        assertThat(refused.json().path("errors").get(0).path("code").asString()).isEqualTo("customer.group-cycle");
        agent.put("/api/v1/customers/" + head, account("集团总公司", Map.of("parentNumber", head)), 0).expect(400);
        JsonNode group = agent.get("/api/v1/customers/" + daughter + "/group").json().path("items");
        assertThat(group.findValuesAsString("number")).containsExactly(head, daughter);

        String one = register(agent, "甲", Map.of());
        String two = register(agent, "乙", Map.of());
        TestClient other = house.client("dispatcher.hangzhou");
        try (var threads = Executors.newFixedThreadPool(2)) {
            Callable<Integer> oneBelowTwo = () -> agent.put("/api/v1/customers/" + one, account("甲", Map.of("parentNumber", two)), 0).status();
            Callable<Integer> twoBelowOne = () -> other.put("/api/v1/customers/" + two, account("乙", Map.of("parentNumber", one)), 0).status();
            List<Integer> statuses = List.of(threads.submit(oneBelowTwo), threads.submit(twoBelowOne)).stream().map(future -> {
                try {
                    return future.get();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }).sorted().toList();
            assertThat(statuses).containsExactly(200, 400);
        }
    }

    @Test
    void theDebtorIsWhoPaysInTheEnd() {
        TestClient sales = house.client("sales.hangzhou");
        String payer = register(sales, "付款法人", Map.of());
        String famous = register(sales, "知名母公司", Map.of("debtorNumber", payer));
        assertThat(sales.get("/api/v1/customers/" + famous).json().path("debtorName").asString()).isEqualTo("付款法人");
        sales.post("/api/v1/customers", account("第三家", Map.of("debtorNumber", famous))).expect(400);
    }

    @Test
    void contactsStandInTheCustomersOrganisation() {
        TestClient agent = house.client("agent.hangzhou");
        String number = register(agent, "组织结构", Map.of());
        String head = agent.post("/api/v1/customers/" + number + "/contacts", contact("总监", Map.of("position", "CIO"))).expect(201).json()
                .path("id").asString();
        JsonNode clerk = agent.post("/api/v1/customers/" + number + "/contacts", contact("操作员", Map.of("reportsTo", head))).expect(201).json();
        assertThat(clerk.path("reportsToName").asString()).isEqualTo("总监");
        agent.put("/api/v1/contacts/" + head, contact("总监", Map.of("reportsTo", clerk.path("id").asString())), 0).expect(400);
        String elsewhere = register(agent, "别的客户", Map.of());
        agent.post("/api/v1/customers/" + elsewhere + "/contacts", contact("外人", Map.of("reportsTo", head))).expect(400);
        agent.put("/api/v1/contacts/" + clerk.path("id").asString(), contact("操作员", Map.of("active", false)), 0).expect(200);
        assertThat(agent.get("/api/v1/contacts?active=true&account=" + number).json().path("items").findValuesAsString("name")).containsExactly("总监");
    }

    @Test
    void promisesAreKeptBrokenOrWithdrawnOnce() {
        TestClient agent = house.client("agent.hangzhou");
        String number = register(agent, "承诺", Map.of());
        JsonNode kept = agent.post("/api/v1/customers/" + number + "/promises", promise()).expect(201).json();
        assertThat(strings(kept.path("actions"))).containsExactly("keep", "break", "withdraw", "hand-over");
        String path = "/api/v1/promises/" + kept.path("id").asString();
        settle(agent, path + "/keep", "", 0).expect(200);
        assertThat(settle(agent, path + "/keep", "", 0).expect(412).json().path("values").path("current").path("status").asString()).isEqualTo("KEPT");
        settle(agent, path + "/break", "x", 1).expect(409);
        String second = "/api/v1/promises/" + agent.post("/api/v1/customers/" + number + "/promises", promise()).json().path("id").asString();
        settle(agent, second + "/break", "", 0).expect(400);
        settle(agent, second + "/break", "备件未到", 0).expect(200);
        agent.post("/api/v1/customers/" + number + "/promises", Map.of("what", "过去", "dueAt", "2001-01-01T00:00:00Z")).expect(400);
        assertThat(agent.get("/api/v1/promises?account=" + number + "&status=OPEN").json().path("items")).isEmpty();
        assertThat(agent.get("/api/v1/promises?mine=true&account=" + number).json().path("items")).hasSize(2);
    }

    @Test
    void interactionsAreKeptNewestFirstAndNotFromTheFuture() {
        TestClient engineer = house.client("engineer.hangzhou");
        String number = register(house.client("agent.hangzhou"), "互动", Map.of());
        for (int i = 0; i < 3; i++) {
            engineer.post("/api/v1/customers/" + number + "/interactions", Map.of("channel", "VISIT", "direction", "OUTBOUND",
                    "occurredAt", "2026-01-0" + (i + 1) + "T00:00:00Z", "subject", "第 " + i + " 次")).expect(201);
        }
        JsonNode first = engineer.get("/api/v1/customers/" + number + "/interactions?limit=2").expect(200).json();
        assertThat(first.path("items").findValuesAsString("subject")).containsExactly("第 2 次", "第 1 次");
        JsonNode rest = engineer.get("/api/v1/customers/" + number + "/interactions?limit=2&cursor=" + first.path("nextCursor").asString()).json();
        assertThat(rest.path("items").findValuesAsString("subject")).containsExactly("第 0 次");
        assertThat(rest.path("nextCursor").isNull()).isTrue();
        engineer.post("/api/v1/customers/" + number + "/interactions", Map.of("channel", "VISIT", "direction", "OUTBOUND",
                "occurredAt", "2190-01-01T00:00:00Z", "subject", "未来")).expect(400);
    }

    @Test
    void wrongInputNamesItsFields() {
        TestClient agent = house.client("agent.hangzhou");
        JsonNode problem = agent.post("/api/v1/customers", account("", Map.of("language", "fr", "shortName", "x".repeat(61)))).expect(400).json();
        assertThat(problem.path("errors").findValuesAsString("field")).containsExactlyInAnyOrder("name", "language", "shortName");
        String number = register(agent, "输入", Map.of());
        agent.post("/api/v1/customers/" + number + "/sites", site("x", Map.of("zone", "Mars/Olympus"))).expect(400);
        agent.post("/api/v1/customers/" + number + "/sites", site("x", Map.of("latitude", 91))).expect(400);
        agent.post("/api/v1/customers/" + number + "/sites", site("x", Map.of("latitude", 30))).expect(400);
        agent.post("/api/v1/customers/" + number + "/contacts", contact("x", Map.of("email", "no mail"))).expect(400);
        agent.post("/api/v1/customers", account("x", Map.of("tier", "GOD"))).expect(400);
        house.client("engineer.hangzhou").post("/api/v1/customers", account("x", Map.of())).expect(403);
    }

    @Test
    void theListGoesThroughAllInTheOrderOfPinyin() {
        TestClient agent = house.client("agent.hangzhou");
        for (String name : List.of("排序周", "排序安", "排序Beta", "排序王", "排序alpha")) {
            register(agent, name, Map.of());
        }
        List<String> names = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = agent.get("/api/v1/customers?limit=2&text=" + encode("排序") + "&cursor=" + cursor).expect(200).json();
            names.addAll(page.path("items").findValuesAsString("name"));
            cursor = page.path("nextCursor").asString("");
        } while (!cursor.isEmpty());
        assertThat(names).containsExactly("排序alpha", "排序安", "排序Beta", "排序王", "排序周");
    }

    private static TestClient.Answer settle(TestClient client, String path, String note, int version) {
        return client.post(path, Map.of("note", note), version);
    }

    private static String register(TestClient client, String name, Map<String, ?> more) {
        return client.post("/api/v1/customers", account(name, more)).expect(201).json().path("number").asString();
    }

    static Map<String, Object> account(String name, Map<String, ?> more) {
        return with(Map.of("name", name, "shortName", "", "tier", "ORDINARY", "industry", "", "language", "zh-CN", "overdue", false,
                "remarks", "", "orgUnitCode", "hangzhou"), more);
    }

    static Map<String, Object> site(String name) {
        return site(name, Map.of());
    }

    private static Map<String, Object> site(String name, Map<String, ?> more) {
        return with(Map.of("name", name, "address", "文三路 1 号", "city", "杭州", "district", "西湖", "zone", "Asia/Shanghai", "accessNotes", "",
                "orgUnitCode", "hangzhou"), more);
    }

    static Map<String, Object> contact(String name, Map<String, ?> more) {
        return with(Map.of("name", name, "position", "OPERATOR", "preferredChannel", "PHONE", "language", "zh-CN"), more);
    }

    private static Map<String, Object> promise() {
        return Map.of("what", "明天回电", "dueAt", Instant.parse("2027-01-01T00:00:00Z").plus(1, ChronoUnit.DAYS).toString());
    }

    static Map<String, Object> with(Map<String, ?> some, Map<String, ?> more) {
        Map<String, Object> all = new HashMap<>(some);
        all.putAll(more);
        return all;
    }

    static List<String> numbers(TestClient.Answer answer) {
        return answer.expect(200).json().path("items").findValuesAsString("number");
    }

    static List<String> strings(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
