package org.firstfix.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstfix.asset.AssetApi;
import org.firstfix.cases.CaseApi;
import org.firstfix.cases.CaseId;
import org.firstfix.cases.CaseScene;
import org.firstfix.cases.CaseScene.Customer;
import org.firstfix.contract.EntitlementApi;
import org.firstfix.customer.CustomerApi;
import org.firstfix.diagnosis.DiagnosisApi.Outcome;
import org.firstfix.testing.ServerTest;
import org.firstfix.testing.TestClient;
import org.firstfix.testing.TestHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Diagnoses over HTTP: opened with the case, recorded, frozen, scored, counted. */
@ServerTest
class DiagnosisLoopTest {
    private final TestHouse house;
    private final CaseScene scene;
    private final CaseApi cases;
    private final DiagnosisApi diagnoses;

    @Autowired
    DiagnosisLoopTest(TestHouse house, CustomerApi customers, AssetApi assets, EntitlementApi contracts, CaseApi cases, DiagnosisApi diagnoses) {
        this.house = house;
        this.scene = new CaseScene(house, customers, assets, contracts);
        this.cases = cases;
        this.diagnoses = diagnoses;
    }

    @Test
    void aNewCaseWaitsForADiagnosisAndPastCasesSpeak() {
        Customer customer = scene.covered();
        for (int i = 0; i < 6; i++) {
            pastCase(customer, "cooling.fan-noise", i < 5 ? "cooling.fan" : "external.environment");
        }
        String number = open(customer, "cooling.fan-noise");
        JsonNode view = diagnosis(number).json();
        assertThat(view.path("status").asString()).isEqualTo("OPEN");
        assertThat(view.path("source").asString()).isEqualTo("COUNTED");
        assertThat(view.path("likelyCauses").get(0).path("code").asString()).isEqualTo("cooling.fan");
        assertThat(view.path("counted").path("basis").asString()).isEqualTo("FAMILY");
        assertThat(view.path("counted").path("total").asInt()).isEqualTo(6);
        assertThat(view.path("actions").toString()).isEqualTo("[\"record\"]");
        assertThat(support().get("/api/v1/diagnoses?limit=500").expect(200).json().path("items").toString()).contains(number);
        assertThat(house.client("technical_support.ningbo").get("/api/v1/diagnoses?limit=500").json().path("items").toString()).doesNotContain(number);
    }

    @Test
    void technicalSupportSaysItAndItIsFrozenAtDispatch() {
        String number = open(scene.covered(), "power.no-display");
        int version = diagnosis(number).json().path("version").asInt();
        refused(number, version, body(List.of(cause("board.mainboard", 0.5)), List.of("R7-MAINBOARD", "R7-MEMORY", "R7-POWER_SUPPLY")),
                "diagnosis.more-than-two-parts");
        refused(number, version, body(List.of(cause("board.mainboard", 0.7), cause("memory.damaged", 0.4)), List.of()), "diagnosis.probabilities-above-one");
        refused(number, version, body(List.of(cause("magic", 0.7)), List.of()), "diagnosis.cause-unknown");
        refused(number, version, body(List.of(cause("board.mainboard", 0.7)), List.of("ML-MAINBOARD")), "diagnosis.part-does-not-fit");
        refused(number, version, body(List.of(cause("board.mainboard", 0.7)), List.of("NOTHING")), "diagnosis.part-unknown");
        record(number, body(List.of(cause("board.mainboard", 0.6), cause("memory.damaged", 0.3)), List.of("R7-MAINBOARD", "R7-MEMORY")));
        assertThat(support().put(path(number), body(List.of(cause("board.mainboard", 0.7)), List.of()), version).expect(412).json().path("values")
                .path("current").path("carriedParts").size()).isEqualTo(2);
        CaseId id = freeze(number);
        freeze(number);
        JsonNode frozen = diagnosis(number).json();
        assertThat(frozen.path("status").asString()).isEqualTo("FROZEN");
        assertThat(frozen.path("actions").size()).isZero();
        assertThat(support().put(path(number), body(List.of(cause("board.mainboard", 0.7)), List.of()), frozen.path("version").asInt()).expect(409).code())
                .isEqualTo("diagnosis.frozen");
        Outcome outcome = outcome(id, List.of("memory.damaged"), List.of("R7-MEMORY"));
        assertThat(outcome).isEqualTo(new Outcome(Optional.of(false), Optional.of(true), 2, 1, 1));
        JsonNode scored = diagnosis(number).json();
        assertThat(scored.path("status").asString()).isEqualTo("SCORED");
        assertThat(scored.path("outcome").path("causes").get(0).path("code").asString()).isEqualTo("memory.damaged");
        assertThat(support().get("/api/v1/diagnosis-scores").expect(200).json().path("byPerson").toString()).contains("\"topHits\":0");
    }

    @Test
    void aSecondVisitIsPredictedAnewAndEachPredictionIsJudged() {
        String number = open(scene.covered(), "power.no-display");
        record(number, body(List.of(cause("board.mainboard", 0.6)), List.of("R7-MAINBOARD")));
        CaseId id = freeze(number);
        house.asTheHouse(() -> {
            diagnoses.reopen(id, "WRONG_PREDICTION");
            return true;
        });
        assertThat(diagnosis(number).json().path("visit").asInt()).isEqualTo(2);
        record(number, body(List.of(cause("power.supply", 0.9)), List.of("R7-POWER_SUPPLY")));
        freeze(number);
        assertThat(outcome(id, List.of("power.supply"), List.of("R7-POWER_SUPPLY")).topHit()).contains(true);
        JsonNode earlier = diagnosis(number).json().path("earlier");
        assertThat(earlier.get(0).path("topHit").asBoolean()).isFalse();
        assertThat(earlier.get(1).path("topHit").asBoolean()).isTrue();
    }

    @Test
    void aLaterTruthReplacesTheEarlierOneInTheCounts() {
        Customer customer = scene.covered();
        String number = open(customer, "network.link-down");
        CaseId id = id(number);
        outcome(id, List.of("board.network"), List.of());
        outcome(id, List.of("connection.cable"), List.of());
        JsonNode counted = scene.agent().get("/api/v1/counted-causes?symptom=network.link-down&family=R7x0").expect(200).json();
        assertThat(counted.path("total").asInt()).isEqualTo(1);
        assertThat(counted.path("causes").get(0).path("code").asString()).isEqualTo("connection.cable");
    }

    @Test
    void theDedicatedEngineersOwnDiagnosisIsReviewed() {
        TestClient engineer = house.client("dedicated_engineer.hangzhou");
        Map<String, Object> report = new HashMap<>(scene.covered().report());
        report.put("channel", "ENGINEER");
        String number = engineer.post("/api/v1/cases", report).expect(201).json().path("number").asString();
        int version = diagnosis(number).json().path("version").asInt();
        JsonNode said = engineer.put(path(number), body(List.of(cause("memory.damaged", 0.8)), List.of("R7-MEMORY")), version).expect(200).json();
        assertThat(said.path("review").asString()).isEqualTo("PENDING");
        assertThat(support().get("/api/v1/diagnoses?waitingFor=REVIEW").json().path("items").toString()).contains(number);
        engineer.post(path(number) + "/agree", Map.of("version", said.path("version").asInt())).expect(403);
        JsonNode agreed = support().post(path(number) + "/agree", Map.of("version", said.path("version").asInt())).expect(200).json();
        assertThat(agreed.path("review").asString()).isEqualTo("AGREED");
        String others = open(scene.covered(), "power.no-display");
        engineer.put(path(others), body(List.of(cause("memory.damaged", 0.8)), List.of()), 0).expect(403);
    }

    @Test
    void dontKnowIsAnAnswerAndNotJudged() {
        String number = open(scene.covered(), "power.no-display");
        record(number, Map.of("unknown", true, "likelyCauses", List.of(), "parts", List.of("R7-MEMORY"), "remarks", "先看现场"));
        CaseId id = freeze(number);
        assertThat(outcome(id, List.of("memory.damaged"), List.of("R7-MEMORY")).topHit()).isEmpty();
    }

    @Test
    void aCorrectedSymptomLetsOtherPastCasesSpeak() {
        Customer customer = scene.covered();
        pastCase(customer, "memory.error", "memory.damaged");
        String number = open(customer, "system.blue-screen");
        int version = scene.show(number).json().path("version").asInt();
        scene.agent().put("/api/v1/cases/" + number + "/facts", Map.of("symptomCode", "memory.error", "reason", "客户更正"), version).expect(200);
        assertThat(diagnosis(number).json().path("likelyCauses").get(0).path("code").asString()).isEqualTo("memory.damaged");
    }

    @Test
    void cancelledCasesWaitForNobody() {
        String number = open(scene.covered(), "power.no-display");
        scene.step(number, "cancel", Map.of("reason", "误报")).expect(200);
        assertThat(support().get("/api/v1/diagnoses?limit=500").json().path("items").toString()).doesNotContain(number);
    }

    private void pastCase(Customer customer, String symptom, String cause) {
        Instant then = Instant.parse("2024-05-06T02:00:00Z");
        house.asTheHouse(() -> {
            CaseId past = cases.recordPastCase(new CaseApi.PastCase("旧案", "", Optional.of(symptom), customer.accountId(), customer.siteId(),
                    Optional.of(customer.asset().id()), Optional.empty(), then, then.plusSeconds(3600), "修好"));
            diagnoses.countPastCase(past, List.of(cause), then);
            return true;
        });
    }

    private String open(Customer customer, String symptom) {
        Map<String, Object> report = new HashMap<>(customer.report());
        report.put("symptomCode", symptom);
        return scene.agent().post("/api/v1/cases", report).expect(201).json().path("number").asString();
    }

    private TestClient support() {
        return house.client("technical_support.hangzhou");
    }

    private TestClient.Answer diagnosis(String number) {
        return support().get(path(number)).expect(200);
    }

    private void record(String number, Map<String, Object> body) {
        support().put(path(number), body, diagnosis(number).json().path("version").asInt()).expect(200);
    }

    private void refused(String number, int version, Map<String, Object> body, String code) {
        assertThat(support().put(path(number), body, version).expect(400).text()).contains(code);
    }

    private CaseId id(String number) {
        return house.asTheHouse(() -> cases.findByNumber(number).orElseThrow().id());
    }

    private CaseId freeze(String number) {
        CaseId id = id(number);
        house.asTheHouse(() -> {
            diagnoses.freeze(id, Clock.systemUTC().instant());
            return true;
        });
        return id;
    }

    private Outcome outcome(CaseId id, List<String> causes, List<String> parts) {
        return house.asTheHouse(() -> diagnoses.recordOutcome(id, causes, parts, Clock.systemUTC().instant()));
    }

    private static String path(String number) {
        return "/api/v1/cases/" + number + "/diagnosis";
    }

    private static Map<String, Object> cause(String code, double probability) {
        return Map.of("code", code, "probability", probability);
    }

    private static Map<String, Object> body(List<Map<String, Object>> causes, List<String> parts) {
        return Map.of("unknown", false, "likelyCauses", causes, "parts", parts, "remarks", "");
    }
}
