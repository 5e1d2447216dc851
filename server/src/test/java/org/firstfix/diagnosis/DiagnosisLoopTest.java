package org.firstfix.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.firstfix.asset.AssetApi;
import org.firstfix.cases.CaseApi;
import org.firstfix.cases.CaseId;
import org.firstfix.cases.CaseScene;
import org.firstfix.cases.CaseScene.Customer;
import org.firstfix.contract.EntitlementApi;
import org.firstfix.customer.CustomerApi;
import org.firstfix.diagnosis.DiagnosisApi.Outcome;
import org.firstfix.diagnosis.domain.FaultTicket;
import org.firstfix.diagnosis.domain.Tickets;
import org.firstfix.diagnosis.usecase.Learner;
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
    private final Learner learner;
    private final Tickets tickets;

    @Autowired
    DiagnosisLoopTest(TestHouse house, CustomerApi customers, AssetApi assets, EntitlementApi contracts, CaseApi cases, DiagnosisApi diagnoses,
            Learner learner, Tickets tickets) {
        this.house = house;
        this.scene = new CaseScene(house, customers, assets, contracts);
        this.cases = cases;
        this.diagnoses = diagnoses;
        this.learner = learner;
        this.tickets = tickets;
    }

    @Test
    void aNewCaseWaitsForADiagnosisAndPastCasesSpeak() {
        Customer customer = scene.covered();
        for (int i = 0; i < 6; i++) {
            pastCase(customer, "cooling.fan-noise", i < 5 ? "cooling.fan" : "external.environment");
        }
        learner.catchUp();
        String number = open(customer, "cooling.fan-noise");
        JsonNode view = diagnosis(number).json();
        assertThat(view.path("status").asString()).isEqualTo("OPEN");
        assertThat(view.path("source").asString()).isEqualTo("PREDICTED");
        assertThat(view.path("predicted").path("causes").get(0).path("code").asString()).isEqualTo("cooling.fan");
        assertThat(view.path("predicted").path("causes").get(0).path("reasons").toString()).contains("PAST_CASE");
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
        assertThat(support().get("/api/v1/diagnosis-scores").expect(200).json().path("byPerson").toString()).contains("\"firstRight\":{\"hits\":0");
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
        learner.catchUp();
        double before = probability(number, "memory.damaged");
        scene.agent().put("/api/v1/cases/" + number + "/facts", Map.of("symptomCode", "memory.error", "reason", "客户更正"), version).expect(200);
        assertThat(probability(number, "memory.damaged")).isGreaterThan(before);
    }

    @Test
    void cancelledCasesWaitForNobody() {
        String number = open(scene.covered(), "power.no-display");
        scene.step(number, "cancel", Map.of("reason", "误报")).expect(200);
        assertThat(support().get("/api/v1/diagnoses?limit=500").json().path("items").toString()).doesNotContain(number);
    }

    @Test
    void aPredictionIsKeptAndCanBeComputedAgainWhateverWasLearntSince() {
        Customer customer = scene.covered();
        String number = open(customer, "power.no-display");
        learner.catchUp();
        CaseId id = freeze(number);
        JsonNode kept = support().get(path(number) + "/visits/1/prediction").expect(200).json();
        assertThat(kept.path("reported").asString()).contains("开机无显示");
        double sum = kept.path("unknownProbability").asDouble();
        for (JsonNode cause : kept.path("causes")) {
            sum += cause.path("probability").asDouble();
        }
        assertThat(sum).isCloseTo(1, within(1e-9));
        for (int i = 0; i < 5; i++) {
            pastCase(customer, "power.no-display", "connection.slot");
        }
        outcome(id, List.of("memory.damaged"), List.of("R7-MEMORY"));
        learner.catchUp();
        assertThat(support().get(path(number) + "/visits/1/prediction").expect(200).json()).isEqualTo(kept);
        assertThat(support().get(path(number) + "/visits/2/prediction").expect(404).code()).isEqualTo("diagnosis.no-record");
        JsonNode earlier = diagnosis(number).json().path("earlier").get(0);
        assertThat(earlier.path("engineCause").path("code").asString()).isEqualTo(kept.path("causes").get(0).path("code").asString());
    }

    /** The traps of this trade: what the engineer found, what was done, and a symptom corrected afterwards must not be what is learnt from. */
    @Test
    void nothingWrittenAfterTheReportIsLearntAsPartOfIt() {
        String number = open(scene.covered(), "power.no-display");
        CaseId id = freeze(number);
        int version = scene.show(number).json().path("version").asInt();
        scene.agent().put("/api/v1/cases/" + number + "/facts", Map.of("symptomCode", "memory.error", "subject", "原来是内存坏了", "reason", "工程师告知"), version).expect(200);
        scene.step(number, "notes", Map.of("text", "更换内存条后正常", "audience", "INTERNAL")).expect(200);
        outcome(id, List.of("memory.damaged"), List.of("R7-MEMORY"));
        house.asTheHouse(() -> {
            cases.workDone(id, Clock.systemUTC().instant(), "更换内存条后正常");
            return true;
        });
        List<FaultTicket> learnt = house.asTheHouse(() -> tickets.upTo(Long.MAX_VALUE));
        FaultTicket ticket = learnt.stream().filter(one -> one.caseNumber().equals(number)).findFirst().orElseThrow();
        assertThat(ticket.question().reported()).contains("开机无显示").doesNotContain("内存");
        assertThat(ticket.question().facts().get("symptom")).isEqualTo("power.no-display");
        assertThat(ticket.causes()).containsExactly("memory.damaged");
        assertThat(ticket.partKinds()).contains(List.of("MEMORY"));
    }

    @Test
    void aWrongPredictionIsNotPredictedAgainForTheSecondVisit() {
        String number = open(scene.covered(), "power.no-display");
        record(number, body(List.of(cause("board.mainboard", 0.6)), List.of("R7-MAINBOARD")));
        CaseId id = freeze(number);
        house.asTheHouse(() -> {
            diagnoses.reopen(id, "WRONG_PREDICTION");
            return true;
        });
        learner.catchUp();
        JsonNode again = diagnosis(number).json().path("predicted");
        assertThat(again.path("causes").size()).isPositive();
        assertThat(again.path("causes").toString()).doesNotContain("board.mainboard");
        assertThat(again.path("choices").get(0).path("kinds").toString()).doesNotContain("MAINBOARD");
    }

    @Test
    void anAnsweredCheckMovesThePrediction() {
        String number = open(scene.covered(), "power.no-display");
        learner.catchUp();
        JsonNode check = diagnosis(number).json().path("predicted").path("checks").get(0);
        JsonNode before = diagnosis(number).json().path("predicted").path("causes");
        support().put("/api/v1/cases/" + number + "/checks/" + check.path("code").asString(), Map.of("answer", "YES"), 0).expect(200);
        JsonNode after = diagnosis(number).json().path("predicted");
        assertThat(after.path("causes")).isNotEqualTo(before);
        assertThat(after.path("answered").get(0).path("code").asString()).isEqualTo(check.path("code").asString());
        assertThat(after.path("checks").toString()).doesNotContain(check.path("code").asString() + "\"");
    }

    @Test
    void thePredictionAppearsWhileTheAgentTypes() {
        Customer customer = scene.covered();
        learner.catchUp();
        JsonNode typed = scene.agent().get("/api/v1/predictions?words=" + encoded("DIMM1 报错，内存灯亮") + "&serial=" + customer.asset().serial()).expect(200).json();
        assertThat(typed.path("causes").get(0).path("code").asString()).isEqualTo("memory.damaged");
        assertThat(typed.path("choices").get(0).path("parts").toString()).contains("R7-MEMORY");
        assertThat(typed.path("choices").get(0).path("promise").asDouble()).isBetween(0.2, 1.0);
        JsonNode english = scene.agent().get("/api/v1/predictions?words=" + encoded("DIMM1 error, memory LED lit")).expect(200).json();
        assertThat(english.path("causes").get(0).path("code").asString()).isEqualTo("memory.damaged");
        assertThat(english.path("choices").get(0).path("kinds").toString()).contains("MEMORY");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private double probability(String number, String cause) {
        for (JsonNode likely : diagnosis(number).json().path("predicted").path("causes")) {
            if (likely.path("code").asString().equals(cause)) {
                return likely.path("probability").asDouble();
            }
        }
        return 0;
    }

    private void pastCase(Customer customer, String symptom, String cause) {
        Instant then = Instant.parse("2024-05-06T02:00:00Z");
        house.asTheHouse(() -> {
            CaseId past = cases.recordPastCase(new CaseApi.PastCase("旧案", "", Optional.of(symptom), customer.accountId(), customer.siteId(),
                    Optional.of(customer.asset().id()), Optional.empty(), then, then.plusSeconds(3600), "修好"));
            diagnoses.learnPastCase(past, List.of(cause), then);
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
        return house.asTheHouse(() -> diagnoses.recordOutcome(id, new Finding(causes, Optional.of(parts), List.of(), Set.of(), 1, Clock.systemUTC().instant())));
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
