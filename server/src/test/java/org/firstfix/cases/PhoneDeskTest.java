package org.firstfix.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.asset.AssetApi;
import org.firstfix.cases.CaseScene.Customer;
import org.firstfix.contract.EntitlementApi;
import org.firstfix.customer.CustomerApi;
import org.firstfix.customer.CustomerApi.NewContact;
import org.firstfix.testing.ServerTest;
import org.firstfix.testing.TestClient;
import org.firstfix.testing.TestHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The telephone system's messages, the caller log and the screen pop. */
@ServerTest
class PhoneDeskTest {
    private static final String HOOK = "/api/v1/hooks/calls";
    private static final String TOKEN = "a token for tests";

    private final TestHouse house;
    private final CaseScene scene;
    private final CustomerApi customers;

    @Autowired
    PhoneDeskTest(TestHouse house, CustomerApi customers, AssetApi assets, EntitlementApi contracts) {
        this.house = house;
        this.scene = new CaseScene(house, customers, assets, contracts);
        this.customers = customers;
    }

    @Test
    void onlyTheRightTokenIsHeard() {
        Map<String, Object> message = message("ringing", UUID.randomUUID().toString(), "13800000000", "hangzhou");
        TestClient telephone = house.anonymous();
        assertThat(telephone.post(HOOK, message).expect(401).code()).isEqualTo("cases.call-token-refused");
        assertThat(telephone.withBearer("wrong").post(HOOK, message).expect(401).code()).isEqualTo("cases.call-token-refused");
        assertThat(telephone.post(HOOK, Map.of("nonsense", 1)).expect(401).status()).isEqualTo(401);
        telephone.withBearer(TOKEN).post(HOOK, message).expect(200);
        telephone.post(HOOK, Map.of("event", "ringing")).expect(400);
        assertThat(telephone.post(HOOK, message("ringing", "x", "1", "nowhere")).expect(400).text()).contains("cases.line-unknown");
    }

    @Test
    void aRepeatedOrEarlyMessageChangesNothing() {
        String external = UUID.randomUUID().toString();
        String first = tell("ringing", external, "13800000001", "4008001234");
        assertThat(tell("ringing", external, "13800000001", "4008001234")).isEqualTo(first);
        assertThat(tell("answered", external, "13800000001", "4008001234")).isEqualTo(first);
        tell("ended", external, "13800000001", "4008001234");
        tell("ended", external, "13800000001", "4008001234");
        tell("answered", external, "13800000001", "4008001234");
        assertThat(call(first).path("status").asString()).isEqualTo("ENDED");
        String missed = tell("ended", UUID.randomUUID().toString(), "13800000002", "hangzhou");
        assertThat(call(missed).path("status").asString()).isEqualTo("MISSED");
    }

    @Test
    void aKnownCallerIsShownWithEverythingThatMatters() {
        Customer customer = scene.covered();
        String open = scene.open(customer);
        String id = tell("ringing", UUID.randomUUID().toString(), "+86 " + customer.mobile(), "hangzhou");
        JsonNode pop = scene.agent().get("/api/v1/calls/" + id + "/screen-pop").expect(200).json();
        assertThat(pop.path("candidates").size()).isEqualTo(1);
        JsonNode caller = pop.path("candidates").get(0);
        assertThat(caller.path("customer").path("number").asString()).isEqualTo(customer.accountNumber());
        assertThat(caller.path("openCases").get(0).path("number").asString()).isEqualTo(open);
        assertThat(caller.path("sites").get(0).path("machines").get(0).path("covered").asBoolean()).isTrue();
        assertThat(caller.path("lastVisits").get(0).path("reference").asString()).isEqualTo(open);
        scene.agent().post("/api/v1/calls/" + id + "/answer", Map.of()).expect(200);
        scene.agent().post("/api/v1/calls/" + id + "/answer", Map.of()).expect(200);
        assertThat(house.client("dispatcher.hangzhou").post("/api/v1/calls/" + id + "/answer", Map.of()).expect(409).code())
                .isEqualTo("cases.call-answered-by-somebody");
        Map<String, Object> report = new HashMap<>(customer.report());
        report.put("callId", id);
        String number = scene.agent().post("/api/v1/cases", report).expect(201).json().path("number").asString();
        assertThat(call(id).path("caseNumber").asString()).isEqualTo(number);
    }

    @Test
    void twoWhoShareANumberAreAChoiceAndAStrangerIsNobody() {
        Customer one = scene.covered();
        house.asTheHouse(() -> customers.registerContact(new NewContact(one.accountId(), Optional.of(one.siteId()), "李强", "值班", "OPERATOR", "",
                one.mobile(), "", "PHONE", "zh-CN")));
        String shared = tell("ringing", UUID.randomUUID().toString(), one.mobile(), "hangzhou");
        assertThat(scene.agent().get("/api/v1/calls/" + shared + "/screen-pop").json().path("candidates").size()).isEqualTo(2);
        String stranger = tell("ringing", UUID.randomUUID().toString(), "anonymous", "hangzhou");
        assertThat(scene.agent().get("/api/v1/calls/" + stranger + "/screen-pop").expect(200).json().path("candidates").size()).isZero();
    }

    @Test
    void callsOfAnotherBranchAreNotSeen() {
        String id = tell("ringing", UUID.randomUUID().toString(), "13800000009", "ningbo");
        scene.agent().get("/api/v1/calls/" + id + "/screen-pop").expect(404);
        assertThat(scene.agent().get("/api/v1/calls?limit=500").json().path("items").toString()).doesNotContain(id);
        assertThat(house.client("agent.ningbo").get("/api/v1/calls").json().path("items").toString()).contains(id);
    }

    @Test
    void callsAreOnlySimulatedInTheDemo() {
        assertThat(scene.agent().post("/api/v1/calls/simulate", Map.of()).expect(409).code()).isEqualTo("cases.simulation-off");
        house.client("engineer.hangzhou").post("/api/v1/calls/simulate", Map.of()).expect(403);
    }

    private JsonNode call(String id) {
        return scene.agent().get("/api/v1/calls/" + id + "/screen-pop").expect(200).json().path("call");
    }

    private String tell(String event, String externalId, String number, String line) {
        return house.anonymous().withBearer(TOKEN).post(HOOK, message(event, externalId, number, line)).expect(200).json().path("callId").asString();
    }

    private static Map<String, Object> message(String event, String externalId, String number, String line) {
        return Map.of("event", event, "externalId", externalId, "number", number, "line", line);
    }
}
