package org.firstfix.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.jooq.impl.DSL.selectOne;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.firstfix.asset.AssetApi;
import org.firstfix.cases.CaseApi;
import org.firstfix.cases.CaseId;
import org.firstfix.cases.CaseScene;
import org.firstfix.cases.CaseScene.Customer;
import org.firstfix.contract.EntitlementApi;
import org.firstfix.customer.CustomerApi;
import org.firstfix.diagnosis.domain.FaultTicket;
import org.firstfix.diagnosis.domain.LearntModel.Status;
import org.firstfix.diagnosis.domain.Models;
import org.firstfix.diagnosis.domain.Tickets;
import org.firstfix.diagnosis.usecase.Learner;
import org.firstfix.testing.ServerTest;
import org.firstfix.testing.TestClient;
import org.firstfix.testing.TestHouse;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What the house learns: models that take over only when they win, the nightly report, repeated faults, weak points. */
@ServerTest
class LearningTest {
    private static final Instant THEN = Instant.parse("2026-02-02T02:00:00Z");

    private final TestHouse house;
    private final CaseScene scene;
    private final CaseApi cases;
    private final DiagnosisApi diagnoses;
    private final Learner learner;
    private final Models models;
    private final Tickets tickets;
    private final DSLContext database;
    private int told;

    @Autowired
    LearningTest(TestHouse house, CustomerApi customers, AssetApi assets, EntitlementApi contracts, CaseApi cases, DiagnosisApi diagnoses,
            Learner learner, Models models, Tickets tickets, DSLContext database) {
        this.house = house;
        this.scene = new CaseScene(house, customers, assets, contracts);
        this.cases = cases;
        this.diagnoses = diagnoses;
        this.learner = learner;
        this.models = models;
        this.tickets = tickets;
        this.database = database;
    }

    @Test
    void aNewModelTakesOverAtOnceWhileThereIsNothingToLoseAndLaterOnlyWhenItWins() {
        Customer customer = scene.covered();
        tell(customer, 45);
        assertThat(learn()).isEqualTo("FIRST");
        assertThat(house.asTheHouse(() -> models.inUse().orElseThrow().tickets())).isGreaterThanOrEqualTo(45);
        tell(customer, 25);
        assertThat(learn()).isEqualTo("SHADOW_BEGINS");
        learner.catchUp();
        tell(customer, 5);
        assertThat(learn()).isEqualTo("SHADOW_WAITS");
        JsonNode report = support().get("/api/v1/learning-reports").expect(200).json().path("items").get(0).path("changes");
        assertThat(report.path("findings").asInt()).isEqualTo(5);
        assertThat(report.path("duels").asInt()).isEqualTo(5);
        assertThat(report.path("engine").path("findings").asInt()).isEqualTo(5);
        assertThat(support().get("/api/v1/diagnosis-models").expect(200).json().path("items").get(0).path("status").asString()).isEqualTo(Status.SHADOW.name());
        assertThat(house.client("agent.hangzhou").post("/api/v1/learning-reports", Map.of()).status()).isEqualTo(403);
        JsonNode calibration = support().get("/api/v1/diagnosis-calibration?from=2026-01-01T00:00:00Z&to=2026-12-31T00:00:00Z").expect(200).json();
        assertThat(calibration.path("engine").path("judged").asInt()).isPositive();
    }

    @Test
    void everyServerMakesTheSameModelFromTheSameFindings() {
        Customer customer = scene.covered();
        tell(customer, 30);
        learner.catchUp();
        JsonNode said = support().get("/api/v1/predictions?words=fan%20noise&symptom=cooling.fan-noise").expect(200).json();
        learner.forget();
        learner.catchUp();
        assertThat(support().get("/api/v1/predictions?words=fan%20noise&symptom=cooling.fan-noise").expect(200).json()).isEqualTo(said);
    }

    /** Whoever sees a finding sees all before it: what is learnt follows the places. */
    @Test
    void findingsTakeTheirPlacesInTheOrderOfTheirCommits() throws Exception {
        String first = open(scene.covered());
        String second = open(scene.covered());
        CountDownLatch hasAPlace = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var slow = threads.submit(() -> house.asTheHouse(() -> {
                Object outcome = diagnoses.recordOutcome(id(first), finding("memory.damaged"));
                hasAPlace.countDown();
                await(mayEnd);
                return outcome;
            }));
            await(hasAPlace);
            var quick = threads.submit(() -> house.asTheHouse(() -> diagnoses.recordOutcome(id(second), finding("power.supply"))));
            while (!quick.isDone() && !somebodyWaitsForAPlace()) {
                LockSupport.parkNanos(10_000_000);
            }
            assertThat(quick.isDone()).isFalse();
            mayEnd.countDown();
            slow.get();
            quick.get();
        } finally {
            mayEnd.countDown();
        }
        assertThat(house.asTheHouse(() -> tickets.upTo(Long.MAX_VALUE))).extracting(FaultTicket::caseNumber).containsSubsequence(first, second);
    }

    private boolean somebodyWaitsForAPlace() {
        return house.asTheHouse(() -> database.fetchExists(selectOne().from("pg_locks").where("locktype = 'advisory' and not granted")));
    }

    private static Finding finding(String cause) {
        return new Finding(List.of(cause), Optional.empty(), List.of(), Set.of(), 1, now());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aLaterTruthReplacesTheEarlierOneInWhatIsLearntAnew() {
        Customer customer = scene.covered();
        String number = open(customer);
        found(number, "board.mainboard", List.of("R7-MAINBOARD"), 1, now());
        long before = house.asTheHouse(tickets::newest);
        found(number, "memory.damaged", List.of("R7-MEMORY"), 1, now());
        long after = house.asTheHouse(tickets::newest);
        assertThat(causes(number, before)).containsExactly("board.mainboard");
        assertThat(causes(number, after)).containsExactly("memory.damaged");
    }

    private List<String> causes(String number, long upTo) {
        return house.asTheHouse(() -> tickets.upTo(upTo).stream().filter(one -> one.caseNumber().equals(number)).findFirst().orElseThrow().causes());
    }

    @Test
    void aFaultThatComesBackTakesTheFirstTimeFixBackUntilSomebodyFindsItWasAnother() {
        Customer customer = scene.covered();
        Instant from = now().minus(Duration.ofMinutes(5));
        String first = open(customer);
        found(first, "memory.damaged", List.of("R7-MEMORY"), 1, now());
        JsonNode before = rate(from);
        assertThat(before.path("held").path("hits").asInt()).isEqualTo(before.path("atFirstVisit").path("hits").asInt());
        String second = open(customer);
        JsonNode line = repeat(second).orElseThrow();
        assertThat(line.path("earlierCaseNumber").asString()).isEqualTo(first);
        assertThat(line.path("kind").asString()).isEqualTo("SAME_MACHINE");
        assertThat(line.path("sameCause").isNull()).isTrue();
        assertThat(rate(from).path("held").path("hits").asInt()).isEqualTo(before.path("held").path("hits").asInt() - 1);
        assertThat(support().get("/api/v1/inbox?limit=50").expect(200).json().path("items").toString()).contains("repeat-fault", first);
        found(second, "power.supply", List.of("R7-POWER_SUPPLY"), 1, now());
        assertThat(repeat(second).orElseThrow().path("sameCause").asBoolean()).isFalse();
        String path = "/api/v1/repeat-faults/" + second + "/verdict";
        support().post(path, Map.of("verdict", "ANOTHER_FAULT", "note", " ", "version", 0)).expect(400);
        support().post(path, Map.of("verdict", "ANOTHER_FAULT", "note", "电源另坏", "version", 0)).expect(204);
        support().post(path, Map.of("verdict", "OUR_REPAIR", "note", "再想想", "version", 0)).expect(412);
        house.client("agent.hangzhou").post(path, Map.of("verdict", "OUR_REPAIR", "note", "x", "version", 1)).expect(403);
        JsonNode after = rate(from);
        assertThat(after.path("held").path("hits").asInt()).isEqualTo(after.path("atFirstVisit").path("hits").asInt());
        assertThat(house.client("technical_support.ningbo").get("/api/v1/repeat-faults?limit=500").expect(200).text()).doesNotContain(second);
    }

    @Test
    void theSameCauseAtTheSameSiteIsNoticedAtAnotherMachineToo() {
        Customer customer = scene.covered();
        String first = open(customer);
        found(first, "external.power", List.of(), 1, now());
        Map<String, Object> report = new HashMap<>(customer.report());
        report.remove("assetSerial");
        report.put("siteNumber", customer.siteNumber());
        String second = scene.agent().post("/api/v1/cases", report).expect(201).json().path("number").asString();
        assertThat(repeat(second)).isEmpty();
        found(second, "external.power", List.of(), 1, now());
        assertThat(repeat(second).orElseThrow().path("kind").asString()).isEqualTo("SAME_CAUSE_AT_SITE");
    }

    @Test
    void weakPointsCountCasesVisitsAndMoney() {
        Customer customer = scene.covered();
        String number = open(customer);
        CaseId id = id(number);
        house.asTheHouse(() -> diagnoses.recordOutcome(id, new Finding(List.of("cooling.blocked"), Optional.of(List.of("R7-MAINBOARD", "R7-MEMORY")), List.of(),
                Set.of(SiteCondition.DUST, SiteCondition.HOT), 2, now())));
        JsonNode byCause = weak("CAUSE&cause=cooling.blocked");
        assertThat(byCause.path("faults").asInt()).isEqualTo(1);
        JsonNode line = byCause.path("items").get(0);
        assertThat(line.path("visits").asInt()).isEqualTo(2);
        // Two visits at 600 and two parts at the usual 800.
        assertThat(line.path("cost").asDouble()).isCloseTo(2800, within(1e-9));
        assertThat(weak("CONDITION&cause=cooling.blocked").path("items").toString()).contains("DUST", "HOT");
        assertThat(weak("PART&cause=cooling.blocked").path("items").size()).isEqualTo(2);
        assertThat(weak("MODEL&cause=cooling.blocked").path("items").get(0).path("key").asString()).isEqualTo("R720");
        assertThat(support().get("/api/v1/weak-points?from=2026-05-01T00:00:00Z&to=2026-01-01T00:00:00Z").expect(400).text()).contains("diagnosis.period-backwards");
    }

    @Test
    void whatCarryingCostsDecidesWhatIsCarried() {
        TestClient manager = house.client("service_manager.hangzhou");
        TestClient.Answer before = manager.get("/api/v1/carrying-policy").expect(200);
        int version = before.json().path("version").asInt();
        Map<String, Object> wanted = new HashMap<>(Map.of("secondVisitCost", 700, "usualPartPrice", 800, "unusedPartCost", 15, "repeatDays", 30,
                "reason", "新差旅标准", "parts", List.of(Map.of("partKind", "MAINBOARD", "price", 4200, "unused", 60, "scarcity", 200, "inStock", false))));
        house.client("technical_support.hangzhou").put("/api/v1/carrying-policy", wanted, version).expect(403);
        JsonNode changed = manager.put("/api/v1/carrying-policy", wanted, version).expect(200).json();
        assertThat(changed.path("version").asInt()).isEqualTo(version + 1);
        manager.put("/api/v1/carrying-policy", wanted, version).expect(412);
        learner.catchUp();
        Customer customer = scene.covered();
        JsonNode choices = support().get("/api/v1/predictions?words=mainboard%20fault&serial=" + customer.asset().serial()).expect(200).json().path("choices");
        assertThat(choices.toString()).doesNotContain("MAINBOARD");
        wanted.put("parts", List.of(Map.of("partKind", "X", "price", 1, "unused", 1, "scarcity", 0, "inStock", true),
                Map.of("partKind", "X", "price", 1, "unused", 1, "scarcity", 0, "inStock", true)));
        assertThat(manager.put("/api/v1/carrying-policy", wanted, version + 1).expect(400).text()).contains("diagnosis.part-kind-twice");
        wanted.put("parts", List.of());
        wanted.put("secondVisitCost", 600);
        manager.put("/api/v1/carrying-policy", wanted, version + 1).expect(200);
    }

    private JsonNode weak(String by) {
        return support().get("/api/v1/weak-points?by=" + by).expect(200).json();
    }

    private JsonNode rate(Instant from) {
        return support().get("/api/v1/diagnosis-scores?from=" + from).expect(200).json().path("firstTimeFix");
    }

    private Optional<JsonNode> repeat(String number) {
        for (JsonNode line : support().get("/api/v1/repeat-faults?limit=500").expect(200).json().path("items")) {
            if (line.path("caseNumber").asString().equals(number)) {
                return Optional.of(line);
            }
        }
        return Optional.empty();
    }

    private String learn() {
        return support().post("/api/v1/learning-reports", Map.of()).expect(200).json().path("decision").asString();
    }

    /** Past cases of two symptoms, each with its usual cause, one day apart. */
    private void tell(Customer customer, int count) {
        house.asTheHouse(() -> {
            for (int i = 0; i < count; i++, told++) {
                boolean fan = told % 2 == 0;
                Instant at = THEN.plus(Duration.ofHours(told));
                CaseId past = cases.recordPastCase(new CaseApi.PastCase(fan ? "风扇异响 " + told : "内存报错 " + told, "", Optional.of(fan ? "cooling.fan-noise" : "memory.error"),
                        customer.accountId(), customer.siteId(), Optional.empty(), Optional.empty(), at.minusSeconds(3600), at, "修好"));
                diagnoses.learnPastCase(past, List.of(fan ? "cooling.fan" : "memory.damaged"), at);
            }
            return true;
        });
    }

    private String open(Customer customer) {
        return scene.agent().post("/api/v1/cases", customer.report()).expect(201).json().path("number").asString();
    }

    private void found(String number, String cause, List<String> parts, int visits, Instant at) {
        CaseId id = id(number);
        house.asTheHouse(() -> diagnoses.recordOutcome(id, new Finding(List.of(cause), Optional.of(parts), List.of(), Set.of(), visits, at)));
    }

    private CaseId id(String number) {
        return house.asTheHouse(() -> cases.findByNumber(number).orElseThrow().id());
    }

    private static Instant now() {
        return Clock.systemUTC().instant();
    }

    private TestClient support() {
        return house.client("technical_support.hangzhou");
    }
}
