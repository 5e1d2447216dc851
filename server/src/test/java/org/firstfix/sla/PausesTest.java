package org.firstfix.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.firstfix.asset.AssetApi;
import org.firstfix.cases.CaseApi;
import org.firstfix.cases.CaseId;
import org.firstfix.cases.CaseScene;
import org.firstfix.cases.CaseScene.Customer;
import org.firstfix.contract.EntitlementApi;
import org.firstfix.contract.Milestone;
import org.firstfix.customer.CustomerApi;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.time.HouseClock;
import org.firstfix.sla.usecase.WatchMilestones;
import org.firstfix.testing.ServerTest;
import org.firstfix.testing.TestClient;
import org.firstfix.testing.TestHouse;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Pause as a right of the contract, from the paper to the clock of a case, on a real database. */
@ServerTest
class PausesTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    /** One hour for a customer who is not ready, with evidence; eight for one who is not there. */
    private static final List<Map<String, Object>> RIGHTS = List.of(
            Map.of("reason", "CUSTOMER_NOT_READY", "evidenceRequired", true, "longestMinutes", 60),
            Map.of("reason", "NOT_ON_SITE", "evidenceRequired", false, "longestMinutes", 480));

    private final TestHouse house;
    private final CaseScene scene;
    private final CaseApi cases;
    private final SlaApi sla;
    private final WatchMilestones watch;
    private final DSLContext database;

    @Autowired
    PausesTest(TestHouse house, CustomerApi customers, AssetApi assets, EntitlementApi contracts, CaseApi cases, SlaApi sla,
            WatchMilestones watch, DSLContext database) {
        this.house = house;
        this.scene = new CaseScene(house, customers, assets, contracts);
        this.cases = cases;
        this.sla = sla;
        this.watch = watch;
        this.database = database;
    }

    @Test
    void theContractSaysWhatHoldsAndWhoSaidSo() {
        Customer customer = scene.uncovered();
        JsonNode silent = register(customer, null);
        assertThat(silent.path("ownPauseRights").isNull()).isTrue();
        assertThat(silent.path("pauseRights").get(0).path("source").asString()).isEqualTo("HOUSE");
        assertThat(silent.path("pauseRights").get(0).path("coverageCode").asString()).isEqualTo("7x24x4");
        assertThat(silent.path("pauseRights").get(0).path("rights").size()).isEqualTo(5);
        String path = "/api/v1/contracts/" + silent.path("number").asString();
        JsonNode amended = manager().put(path, Map.of("reason", "", "paper", paper(RIGHTS)), silent.path("version").asLong()).expect(200).json();
        assertThat(amended.path("pauseRights").get(0).path("source").asString()).isEqualTo("CONTRACT");
        assertThat(amended.path("ownPauseRights").get(0).path("longestMinutes").asInt()).isEqualTo(60);
        JsonNode claim = manager().get("/api/v1/entitlements?asset=" + customer.asset().serial()).expect(200).json();
        assertThat(claim.path("pauseRights").valueStream().map(right -> right.path("reason").asString()))
                .containsExactly("CUSTOMER_NOT_READY", "NOT_ON_SITE");
        JsonNode wrong = manager().put(path, Map.of("reason", "", "paper", paper(List.of(
                Map.of("reason", "NOT_ON_SITE", "evidenceRequired", false, "longestMinutes", 0)))), amended.path("version").asLong()).expect(400).json();
        assertThat(wrong.path("errors").get(0).path("field").asString()).isEqualTo("paper.pauseRights.NOT_ON_SITE");
    }

    @Test
    void aCoverageCodeSaysItForContractsThatDoNot() {
        Map<String, Object> promise = new HashMap<>(Map.of("nameZh", "银牌", "nameEn", "Silver", "calendarCode", "ALWAYS", "active", true, "targets",
                List.of(Map.of("priority", "P3", "milestone", "ON_SITE", "minutes", 600))));
        assertThat(manager().post("/api/v1/coverage-codes", Map.of("code", "silver", "promise", promise)).expect(201).json()
                .path("ownPauseRights").isNull()).isTrue();
        promise.put("pauseRights", RIGHTS);
        JsonNode own = manager().put("/api/v1/coverage-codes/silver", Map.of("promise", promise, "reason", ""), 0).expect(200).json();
        assertThat(own.path("ownPauseRights").size()).isEqualTo(2);
        Customer customer = scene.customer("hangzhou", "NORMAL", Optional.of("silver"));
        String number = scene.open(customer);
        assertThat(scene.step(number, "wait-for-customer", Map.of("reason", "CUSTOMER_REFUSED", "evidence", "x")).expect(409).code())
                .isEqualTo("sla.pause-not-permitted");
        scene.step(number, "wait-for-customer", Map.of("reason", "NOT_ON_SITE")).expect(200);
    }

    @Test
    void aPauseWithoutRightOrEvidenceIsRefusedAndChangesNothing() {
        String number = caseWithRights();
        TestClient.Answer refused = scene.step(number, "wait-for-customer", Map.of("reason", "CUSTOMER_REFUSED", "evidence", "王伟来电")).expect(409);
        assertThat(refused.code()).isEqualTo("sla.pause-not-permitted");
        assertThat(refused.text()).contains(number, "7x24x4", "sent the engineer away", "clock going on");
        JsonNode without = scene.step(number, "wait-for-customer", Map.of("reason", "CUSTOMER_NOT_READY", "evidence", " ")).expect(400).json();
        assertThat(without.path("errors").get(0).path("field").asString()).isEqualTo("evidence");
        assertThat(scene.show(number).json().path("status").asString()).isEqualTo("RECEIVED");
        assertThat(kinds(number)).containsExactly("STARTED");
    }

    @Test
    void whoMustWaitAnywayWaitsWithTheClockGoingOn() {
        String number = caseWithRights();
        JsonNode waits = scene.step(number, "wait-for-customer", Map.of("reason", "CUSTOMER_REFUSED", "clockGoesOn", true)).expect(200).json();
        assertThat(waits.path("status").asString()).isEqualTo("WAITING_FOR_CUSTOMER");
        assertThat(waits.path("clock").path("status").asString()).isEqualTo("RUNNING");
        JsonNode told = scene.agent().get("/api/v1/cases/" + number + "/activity").expect(200).json().path("items").valueStream()
                .filter(item -> item.path("kind").asString().equals("CaseWaitingForCustomer")).findFirst().orElseThrow();
        assertThat(told.path("values").path("clockPaused").asBoolean(true)).isFalse();
        scene.step(number, "customer-ready", Map.of()).expect(200);
        assertThat(kinds(number)).containsExactly("STARTED");
    }

    @Test
    void aVisitThatFoundNobodyReadyWaitsEvenWithoutRight() {
        String number = caseWithRights();
        CaseId id = idOf(number);
        Instant now = Instant.now();
        house.asTheHouse(() -> {
            cases.waitForCustomer(id, "CUSTOMER_REFUSED", "W-1: 保安不放行", now);
            return true;
        });
        JsonNode view = scene.show(number).json();
        assertThat(view.path("status").asString()).isEqualTo("WAITING_FOR_CUSTOMER");
        assertThat(view.path("clock").path("status").asString()).isEqualTo("RUNNING");
    }

    @Test
    void aPauseEndsByItselfAndALateWordOfTheCustomerShortensIt() {
        String number = caseWithRights();
        String since = CaseScene.minutesAgo(120);
        JsonNode waits = scene.step(number, "wait-for-customer",
                Map.of("reason", "CUSTOMER_NOT_READY", "evidence", "王伟来电，机房停电", "at", since)).expect(200).json();
        assertThat(waits.path("status").asString()).isEqualTo("WAITING_FOR_CUSTOMER");
        assertThat(waits.path("clock").path("status").asString()).isEqualTo("RUNNING");
        Instant over = Instant.parse(since).plusSeconds(3600);
        assertThat(Instant.parse(waits.path("clock").path("pauseRanOutAt").asString())).isEqualTo(over);
        assertThat(kinds(number)).containsExactly("STARTED", "PAUSED", "PAUSE_RAN_OUT");
        assertThat(manager().get("/api/v1/inbox").expect(200).text()).contains(number, "customer not ready");

        scene.step(number, "customer-ready", Map.of("at", Instant.parse(since).plusSeconds(1800).toString())).expect(200);
        assertThat(kinds(number)).containsExactly("STARTED", "PAUSED", "PAUSE_RAN_OUT", "CORRECTED");
        JsonNode file = clockFile(number);
        assertThat(file.path("pausedSeconds").asLong()).isEqualTo(1800);
        JsonNode pause = file.path("pauses").get(0);
        assertThat(pause.path("reason").asString()).isEqualTo("CUSTOMER_NOT_READY");
        assertThat(pause.path("evidence").asString()).isEqualTo("王伟来电，机房停电");
        assertThat(pause.path("pausedBy").asString()).contains("hangzhou");
        assertThat(pause.path("ranOut").asBoolean()).isFalse();
        assertThat(file.path("pauseRights").size()).isEqualTo(2);
    }

    @Test
    void aWaitThatBecomesKnownLateIsWrittenDownBesideTheOneKnown() {
        String number = caseWithRights();
        String known = CaseScene.minutesAgo(20);
        scene.step(number, "wait-for-customer", Map.of("reason", "NOT_ON_SITE", "at", known)).expect(200);
        CaseId id = idOf(number);
        Instant earlier = Instant.parse(known).minusSeconds(1200);
        house.asTheHouse(() -> {
            cases.waitForCustomer(id, "CUSTOMER_NOT_READY", "W-1: 手机离线", earlier);
            return true;
        });
        assertThat(kinds(number)).containsExactly("STARTED", "PAUSED", "CORRECTED");
        JsonNode pauses = clockFile(number).path("pauses");
        assertThat(pauses.size()).isEqualTo(2);
        assertThat(pauses.get(0).path("workingSeconds").asLong()).isEqualTo(1200);
        assertThat(scene.show(number).json().path("clock").path("status").asString()).isEqualTo("PAUSED");
    }

    @Test
    void severalServersEndAPauseExactlyOnceAtItsInstant() throws Exception {
        List<String> numbers = IntStream.range(0, 12).mapToObj(i -> openIn2098(scene.uncovered(), "2098-03-03T09:00")).toList();
        Instant since = at("2098-03-03T10:00");
        numbers.forEach(number -> HouseClock.at(since, () -> house.asTheHouse(() ->
                sla.pause(idOf(number).value(), "CUSTOMER_NOT_READY", "停电", since))));
        runTogether(4, "2098-03-03T10:59:59");
        assertThat(numbers).allSatisfy(number -> assertThat(announced(number)).isZero());
        // The server slept for some minutes: the line says the true instant all the same.
        runTogether(4, "2098-03-03T11:05:00");
        runTogether(4, "2098-03-03T11:05:03");
        assertThat(numbers).allSatisfy(number -> {
            assertThat(announced(number)).isEqualTo(1);
            assertThat(kinds(number)).containsOnlyOnce("PAUSE_RAN_OUT");
            ClockSummary clock = HouseClock.at(at("2098-03-03T11:06:00"), () -> house.asTheHouse(() -> sla.clockOf(idOf(number).value()))).orElseThrow();
            assertThat(clock.pauseRanOutAt()).contains(at("2098-03-03T11:00"));
            assertThat(clock.milestones().stream().filter(one -> one.kind() == Milestone.ON_SITE).findFirst().orElseThrow().dueAt())
                    .as("eight hours from nine, and one of pause").contains(at("2098-03-03T18:00"));
        });
    }

    @Test
    void theClockKeepsTheRightsItWasStartedWith() {
        Customer customer = scene.uncovered();
        JsonNode contract = register(customer, RIGHTS);
        String number = scene.open(customer);
        manager().put("/api/v1/contracts/" + contract.path("number").asString(), Map.of("reason", "", "paper", paper(List.of())),
                contract.path("version").asLong()).expect(200);
        scene.step(number, "wait-for-customer", Map.of("reason", "NOT_ON_SITE")).expect(200);
        String next = scene.open(customer);
        scene.step(next, "wait-for-customer", Map.of("reason", "NOT_ON_SITE")).expect(409);
        assertThatThrownBy(() -> house.asTheHouse(() -> sla.pause(idOf(next).value(), "NOT_ON_SITE", "x", Instant.now()))).isInstanceOf(Problem.class);
    }

    private String caseWithRights() {
        Customer customer = scene.uncovered();
        register(customer, RIGHTS);
        Map<String, Object> report = customer.report();
        report.put("reportedAt", CaseScene.minutesAgo(180));
        return scene.agent().post("/api/v1/cases", report).expect(201).json().path("number").asString();
    }

    private String openIn2098(Customer customer, String local) {
        register(customer, RIGHTS);
        return HouseClock.at(at(local), () -> house.as("agent.hangzhou", () -> {
            CaseId id = cases.receive(new CaseApi.NewCase("PHONE", "黑屏", "", Optional.empty(), customer.accountId(), customer.siteId(),
                    Optional.empty(), Optional.of(customer.asset().id()), "DEGRADED", "MEDIUM", at(local), Optional.empty()));
            return house.asTheHouse(() -> {
                sla.reach(id.value(), Milestone.RESPONSE, at(local));
                return cases.get(id).number();
            });
        }));
    }

    private JsonNode register(Customer customer, @Nullable List<Map<String, Object>> rights) {
        return manager().post("/api/v1/contracts", Map.of("accountNumber", customer.accountNumber(), "inForce", true, "paper", paper(rights)))
                .expect(201).json();
    }

    private static Map<String, Object> paper(@Nullable List<Map<String, Object>> rights) {
        Map<String, Object> paper = new HashMap<>(Map.of("title", "", "startsOn", LocalDate.of(2020, 1, 1).toString(), "endsOn",
                LocalDate.of(2098, 12, 31).toString(), "specialTerms", "", "currency", "CNY",
                "lines", List.of(Map.of("coverageCode", "7x24x4", "covers", "ACCOUNT"))));
        paper.put("pauseRights", rights);
        return paper;
    }

    private TestClient manager() {
        return house.client("service_manager.hangzhou");
    }

    private CaseId idOf(String number) {
        return house.asTheHouse(() -> cases.findByNumber(number).orElseThrow().id());
    }

    private JsonNode clockFile(String number) {
        return scene.agent().get("/api/v1/clocks/" + idOf(number).value()).expect(200).json();
    }

    private List<String> kinds(String number) {
        return house.asTheHouse(() -> database.fetch("""
                select e.kind from sla.clock_entry e join sla.sla_clock c on c.id = e.clock_id
                where c.case_number = ? order by e.recorded_at, e.id""", number).getValues("kind", String.class));
    }

    private int announced(String number) {
        return house.asTheHouse(() -> database.fetchOne("select count(*) from platform.journal where type = 'PauseRanOut' and subject_id = ?",
                idOf(number).value().toString()).get(0, Integer.class));
    }

    private void runTogether(int runners, String local) throws Exception {
        CyclicBarrier together = new CyclicBarrier(runners);
        try (var pool = Executors.newFixedThreadPool(runners)) {
            List<Future<Integer>> results = pool.invokeAll(IntStream.range(0, runners).<Callable<Integer>>mapToObj(i -> () -> {
                together.await();
                return HouseClock.at(at(local), () -> watch.look());
            }).toList());
            for (Future<Integer> result : results) {
                result.get();
            }
        }
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }
}
