package org.firstfix.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.firstfix.asset.AssetApi;
import org.firstfix.cases.CaseScene.Customer;
import org.firstfix.contract.EntitlementApi;
import org.firstfix.customer.CustomerApi;
import org.firstfix.testing.ServerTest;
import org.firstfix.testing.TestClient;
import org.firstfix.testing.TestHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What a case asks of its owner by a time: the steps of a quote, and milestones at risk. */
@ServerTest
class CaseDutiesTest {
    private static final Map<String, Object> OFFER = Map.of("amount", 1280.5, "currency", "CNY", "text", "主板及上门费");

    private final TestHouse house;
    private final CaseScene scene;

    @Autowired
    CaseDutiesTest(TestHouse house, CustomerApi customers, AssetApi assets, EntitlementApi contracts) {
        this.house = house;
        this.scene = new CaseScene(house, customers, assets, contracts);
    }

    @Test
    void aQuoteGoesFromTheRequestToTheRelease() {
        String number = scene.open(scene.uncovered());
        assertThat(quote(number).path("status").asString()).isEqualTo("REQUESTED");
        assertThat(quote(number).path("number").asString()).matches("Q-20\\d\\d-\\d{6}");
        assertThat(duties("agent.hangzhou", number)).singleElement().asString().contains("write quote");

        scene.step(number, "quote/send", OFFER).expect(200);
        assertThat(quote(number).path("amount").asDouble()).isEqualTo(1280.5);
        assertThat(duties("agent.hangzhou", number)).singleElement().asString().contains("ask for an answer");

        scene.step(number, "quote/answer", Map.of("agreed", false, "customerSaid", "太贵")).expect(200);
        assertThat(quote(number).path("status").asString()).isEqualTo("DECLINED");
        assertThat(duties("agent.hangzhou", number)).isEmpty();
        assertThat(scene.step(number, "quote/answer", Map.of("agreed", true, "customerSaid", "好")).expect(409).code()).isEqualTo("cases.quote-step-not-allowed");
        assertThat(scene.step(number, "release", Map.of()).expect(409).code()).isEqualTo("cases.quote-first");

        scene.step(number, "quote/send", Map.of("amount", 980, "currency", "CNY", "text", "九折")).expect(200);
        scene.step(number, "quote/answer", Map.of("agreed", true, "customerSaid", "王伟电话同意")).expect(200);
        assertThat(duties("agent.hangzhou", number)).as("told at once").singleElement().asString().contains("release");
        scene.step(number, "release", Map.of()).expect(200);
        assertThat(duties("agent.hangzhou", number)).isEmpty();
        assertThat(scene.agent().get("/api/v1/cases/" + number + "/activity").expect(200).text())
                .contains("QuoteRequested", "QuoteSent", "QuoteDeclined", "QuoteAgreed");
    }

    @Test
    void whatTheCustomerAgreedToElsewhereIsWrittenDown() {
        String number = scene.open(scene.uncovered());
        scene.step(number, "release", Map.of("quoteAgreed", "报价传真，王伟签字")).expect(200);
        assertThat(quote(number).path("status").asString()).isEqualTo("AGREED");
        assertThat(quote(number).path("customerSaid").asString()).isEqualTo("报价传真，王伟签字");
        assertThat(duties("agent.hangzhou", number)).isEmpty();
    }

    @Test
    void aQuoteIsWithdrawnWithItsCaseAndNobodyIsRemindedAnyMore() {
        String number = scene.open(scene.uncovered());
        scene.step(number, "cancel", Map.of("reason", "误报")).expect(200);
        assertThat(quote(number).path("status").asString()).isEqualTo("WITHDRAWN");
        assertThat(duties("agent.hangzhou", number)).isEmpty();
        assertThat(scene.step(number, "quote/send", OFFER).expect(409).code()).isEqualTo("cases.quote-step-not-allowed");
    }

    @Test
    void aCoveredCaseAsksForNone() {
        String number = scene.open(scene.covered());
        assertThat(scene.show(number).json().path("quote").isNull()).isTrue();
        assertThat(scene.step(number, "quote/send", OFFER).expect(409).code()).isEqualTo("cases.quote-not-asked-for");
        scene.step(number, "quote/send", Map.of("amount", -1, "currency", "CNY", "text", "x")).expect(400);
        scene.step(number, "quote/send", Map.of("amount", 1, "currency", "yuan", "text", "x")).expect(400);
        scene.step(number, "quote/answer", Map.of("customerSaid", "x")).expect(400);
    }

    @Test
    void anotherMachineThatIsCoveredWithdrawsTheQuote() {
        Customer customer = scene.uncovered();
        String number = scene.open(customer);
        house.client("service_manager.hangzhou").post("/api/v1/contracts", Map.of("accountNumber", customer.accountNumber(), "inForce", true,
                "paper", Map.of("title", "", "startsOn", "2020-01-01", "endsOn", "2035-12-31", "specialTerms", "", "currency", "CNY",
                        "lines", List.of(Map.of("coverageCode", "7x24x4", "covers", "ACCOUNT"))))).expect(201);
        TestClient.Answer before = scene.show(number);
        scene.agent().put("/api/v1/cases/" + number + "/facts", Map.of("impact", "STOPPED", "reason", "合同已补录"),
                before.json().path("version").asInt()).expect(200);
        assertThat(quote(number).path("status").asString()).isEqualTo("WITHDRAWN");
        assertThat(scene.show(number).json().path("clock").isNull()).isFalse();
    }

    @Test
    void aMilestoneAtRiskIsADutyOfTheOwnerUntilItIsReached() {
        Map<String, Object> report = scene.covered().report();
        report.put("reportedAt", CaseScene.minutesAgo(50));
        String number = scene.agent().post("/api/v1/cases", report).expect(201).json().path("number").asString();
        assertThat(duties("agent.hangzhou", number)).as("50 of 60 minutes are gone").singleElement().asString().contains("response");

        house.client("dispatcher.hangzhou").post("/api/v1/cases/" + number + "/take", Map.of()).expect(200);
        assertThat(duties("agent.hangzhou", number)).isEmpty();
        assertThat(duties("dispatcher.hangzhou", number)).hasSize(1);

        scene.step(number, "respond", Map.of()).expect(200);
        assertThat(duties("dispatcher.hangzhou", number)).isEmpty();
    }

    @Test
    void aMilestoneWithTimeLeftIsNobodysDutyYet() {
        assertThat(duties("agent.hangzhou", scene.open(scene.covered()))).isEmpty();
    }

    private JsonNode quote(String number) {
        return scene.show(number).json().path("quote");
    }

    private List<String> duties(String who, String caseNumber) {
        return house.client(who).get("/api/v1/reminders?show=OPEN&limit=500").expect(200).json().path("items").valueStream()
                .filter(row -> row.path("number").asString().equals(caseNumber)).map(row -> row.path("title").asString()).toList();
    }
}
