package org.firstfix.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.asset.AssetApi;
import org.firstfix.cases.CaseScene.Customer;
import org.firstfix.cases.usecase.AnnounceOverdueMessages;
import org.firstfix.contract.EntitlementApi;
import org.firstfix.contract.Milestone;
import org.firstfix.customer.CustomerApi;
import org.firstfix.sla.ClockSummary;
import org.firstfix.sla.SlaApi;
import org.firstfix.testing.ServerTest;
import org.firstfix.testing.TestClient;
import org.firstfix.testing.TestHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Cases over HTTP, with contracts, clocks and diagnoses as they really are. */
@ServerTest
class CaseLoopTest {
    private final TestHouse house;
    private final CaseScene scene;
    private final CaseApi cases;
    private final SlaApi sla;
    private final AnnounceOverdueMessages announceOverdue;

    @Autowired
    CaseLoopTest(TestHouse house, CustomerApi customers, AssetApi assets, EntitlementApi contracts, CaseApi cases, SlaApi sla,
            AnnounceOverdueMessages announceOverdue) {
        this.house = house;
        this.scene = new CaseScene(house, customers, assets, contracts);
        this.cases = cases;
        this.sla = sla;
        this.announceOverdue = announceOverdue;
    }

    @Test
    void anOpenedCaseHasItsClockRunningSinceTheReport() {
        Customer customer = scene.covered();
        Map<String, Object> body = customer.report();
        Instant reportedAt = Instant.parse(CaseScene.minutesAgo(90));
        body.put("reportedAt", reportedAt.toString());
        JsonNode opened = scene.agent().post("/api/v1/cases", body).expect(201).json();
        assertThat(opened.path("number").asString()).matches("C-20\\d\\d-\\d{6}");
        assertThat(opened.path("priority").asString()).isEqualTo("P3");
        assertThat(opened.path("coverageCode").asString()).isEqualTo("7x24x4");
        assertThat(opened.path("quoteFirst").asBoolean()).isFalse();
        assertThat(Instant.parse(opened.path("reportedAt").asString())).isEqualTo(reportedAt);
        assertThat(Instant.parse(opened.path("enteredAt").asString())).isAfter(reportedAt.plusSeconds(60));
        assertThat(opened.path("clock").path("milestones").size()).isEqualTo(5);
        assertThat(opened.path("actions").toString()).contains("respond", "release", "resolve-remotely").doesNotContain("reopen");
    }

    @Test
    void theClockStandsStillWithoutEntitlementAndAQuoteComesFirst() {
        String number = scene.open(scene.uncovered());
        JsonNode view = scene.show(number).json();
        assertThat(view.path("quoteFirst").asBoolean()).isTrue();
        assertThat(view.path("clock").isNull()).isTrue();
        assertThat(scene.step(number, "release", Map.of()).expect(409).code()).isEqualTo("cases.quote-first");
        scene.step(number, "release", Map.of("quoteAgreed", "Q-1, 王伟")).expect(200);
    }

    @Test
    void thePreviewSaysWhatTheCaseWillBe() {
        Customer customer = scene.customer("hangzhou", "CRITICAL", Optional.of("7x24x4"));
        String number = scene.open(customer);
        JsonNode preview = scene.agent().get("/api/v1/case-previews?asset=" + customer.asset().serial() + "&impact=DEGRADED&urgency=MEDIUM")
                .expect(200).json();
        assertThat(preview.path("priority").asString()).isEqualTo("P2");
        assertThat(preview.path("raisedByImportance").asBoolean()).isTrue();
        assertThat(preview.path("cover").path("basis").asString()).isEqualTo("CONTRACT");
        assertThat(preview.path("deadlines").size()).as("a part counts from when it is missing").isEqualTo(4);
        assertThat(preview.path("duplicates").get(0).path("line").path("number").asString()).isEqualTo(number);
        assertThat(preview.path("duplicates").get(0).path("sameMachine").asBoolean()).isTrue();
    }

    @Test
    void closedCasesAreNoDuplicates() {
        Customer customer = scene.covered();
        String number = scene.open(customer);
        scene.step(number, "cancel", Map.of("reason", "误报")).expect(200);
        assertThat(scene.agent().get("/api/v1/case-duplicates?asset=" + customer.asset().serial()).expect(200).json().path("items").size()).isZero();
    }

    @Test
    void waitingForTheCustomerPausesTheClockAndReadyResumesIt() {
        String number = scene.open(scene.covered());
        JsonNode waits = scene.step(number, "wait-for-customer", Map.of("reason", "CUSTOMER_NOT_READY", "evidence", "王伟来电，机房停电")).expect(200).json();
        assertThat(waits.path("status").asString()).isEqualTo("WAITING_FOR_CUSTOMER");
        assertThat(waits.path("clock").path("status").asString()).isEqualTo("PAUSED");
        JsonNode ready = scene.step(number, "customer-ready", Map.of()).expect(200).json();
        assertThat(ready.path("status").asString()).isEqualTo("RECEIVED");
        assertThat(ready.path("clock").path("status").asString()).isEqualTo("RUNNING");
        assertThat(scene.step(number, "customer-ready", Map.of()).expect(409).code()).isEqualTo("cases.step-not-allowed");
    }

    @Test
    void resolvingRemotelyNeedsACauseAndReachesResponseAndRestore() {
        String number = scene.open(scene.covered());
        scene.step(number, "resolve-remotely", Map.of("causeCode", "", "resolution", "x")).expect(400);
        assertThat(scene.step(number, "resolve-remotely", Map.of("causeCode", "magic", "resolution", "x")).expect(400).code())
                .isEqualTo("diagnosis.cause-unknown");
        assertThat(scene.show(number).json().path("status").asString()).isEqualTo("RECEIVED");
        JsonNode solved = scene.step(number, "resolve-remotely", Map.of("causeCode", "software.driver", "resolution", "升级固件")).expect(200).json();
        assertThat(solved.path("status").asString()).isEqualTo("RESOLVED_REMOTELY");
        ClockSummary clock = clock(number);
        assertThat(clock.milestones()).filteredOn(m -> m.status().equals("MET")).extracting(ClockSummary.MilestoneView::kind)
                .containsExactly(Milestone.RESPONSE, Milestone.RESTORE);
        assertThat(clock.next().orElseThrow().kind()).as("the customer's word").isEqualTo(Milestone.RESOLVE);
        assertThat(clock.status()).isEqualTo("RUNNING");
        JsonNode truth = scene.agent().get("/api/v1/cases/" + number + "/diagnosis").expect(200).json().path("outcome");
        assertThat(truth.path("causes").get(0).path("code").asString()).isEqualTo("software.driver");
        scene.step(number, "close", Map.of("customerSaid", "满意")).expect(200);
        assertThat(clock(number).status()).isEqualTo("STOPPED");
        JsonNode reopened = scene.step(number, "reopen", Map.of("reason", "又坏了")).expect(200).json();
        assertThat(reopened.path("reopened").asInt()).isEqualTo(1);
        assertThat(reopened.path("clock").path("status").asString()).isEqualTo("RUNNING");
    }

    @Test
    void aCorrectionMovesTheClockAndIsJournalled() {
        String number = scene.open(scene.covered());
        int version = scene.show(number).json().path("version").asInt();
        Instant before = Instant.parse(scene.show(number).json().path("clock").path("milestones").get(1).path("dueAt").asString());
        Map<String, Object> correction = Map.of("impact", "STOPPED", "urgency", "HIGH", "reason", "业务已中断");
        JsonNode corrected = scene.agent().put("/api/v1/cases/" + number + "/facts", correction, version).expect(200).json();
        assertThat(corrected.path("priority").asString()).isEqualTo("P1");
        assertThat(Instant.parse(corrected.path("clock").path("milestones").get(1).path("dueAt").asString())).isBeforeOrEqualTo(before);
        TestClient.Answer stale = scene.agent().put("/api/v1/cases/" + number + "/facts", correction, version).expect(412);
        assertThat(stale.json().path("values").path("current").path("priority").asString()).isEqualTo("P1");
        scene.agent().put("/api/v1/cases/" + number + "/facts", correction).expect(428);
        assertThat(activity(number)).contains("CaseChanged", "CaseReceived");
    }

    @Test
    void aRetriedPostGivesOneCase() {
        Customer customer = scene.covered();
        String key = UUID.randomUUID().toString();
        TestClient.Answer first = scene.agent().post("/api/v1/cases", customer.report(), key).expect(201);
        TestClient.Answer second = scene.agent().post("/api/v1/cases", customer.report(), key).expect(201);
        assertThat(second.json().path("number")).isEqualTo(first.json().path("number"));
        assertThat(scene.agent().get("/api/v1/cases?asset=" + customer.asset().serial()).json().path("items").size()).isEqualTo(1);
    }

    @Test
    void anotherBranchSeesNothing() {
        String number = scene.open(scene.covered());
        TestClient ningbo = house.client("agent.ningbo");
        ningbo.get("/api/v1/cases/" + number).expect(404);
        ningbo.post("/api/v1/cases/" + number + "/cancel", Map.of("reason", "x")).expect(404);
        assertThat(ningbo.get("/api/v1/cases?q=" + number).expect(200).json().path("items").size()).isZero();
        ningbo.get("/api/v1/cases/" + number + "/activity").expect(404);
        assertThat(house.client("administrator.house").get("/api/v1/cases/" + number).expect(200).status()).isEqualTo(200);
    }

    @Test
    void aMachineOfAnotherSiteIsRefused() {
        Customer one = scene.covered();
        Customer other = scene.covered();
        Map<String, Object> body = new HashMap<>(one.report());
        body.put("siteNumber", other.siteNumber());
        assertThat(scene.agent().post("/api/v1/cases", body).expect(400).text()).contains("cases.asset-at-other-site");
        body = new HashMap<>(one.report());
        body.put("reportedAt", "2190-01-01T00:00:00Z");
        assertThat(scene.agent().post("/api/v1/cases", body).expect(400).text()).contains("cases.reported-in-future");
        body.put("reportedAt", "0000-01-01T00:00:00Z");
        scene.agent().post("/api/v1/cases", body).expect(400);
    }

    @Test
    void theListFiltersInAnyCombinationAndPages() {
        Customer customer = scene.covered();
        List<String> numbers = List.of(scene.open(customer), scene.open(customer), scene.open(customer));
        scene.step(numbers.get(0), "release", Map.of()).expect(200);
        String base = "/api/v1/cases?account=" + customer.accountNumber();
        assertThat(numbersOf(scene.agent().get(base))).containsExactly(numbers.get(2), numbers.get(1), numbers.get(0));
        assertThat(numbersOf(scene.agent().get(base + "&status=RELEASED&priority=P3&symptom=power.no-display&mine=true&site=" + customer.siteNumber()
                + "&branch=house.east&q=" + numbers.get(0).substring(0, 8)))).containsExactly(numbers.get(0));
        assertThat(numbersOf(scene.agent().get(base + "&status=CLOSED"))).isEmpty();
        assertThat(numbersOf(scene.agent().get(base + "&overdue=true"))).isEmpty();
        assertThat(numbersOf(scene.agent().get(base + "&branch=house.west"))).isEmpty();
        JsonNode first = scene.agent().get(base + "&limit=2&sort=DUE").expect(200).json();
        assertThat(first.path("items").size()).isEqualTo(2);
        JsonNode second = scene.agent().get(base + "&limit=2&sort=DUE&cursor=" + first.path("nextCursor").asString()).expect(200).json();
        assertThat(second.path("items").size()).isEqualTo(1);
        scene.agent().get(base + "&status=NONSENSE").expect(400);
        assertThat(first.path("items").get(0).path("due").path("milestone").asString()).isEqualTo("RESPONSE");
    }

    @Test
    void whatIsOverdueOrAtRiskIsFound() {
        Customer customer = scene.covered();
        Map<String, Object> body = customer.report();
        body.put("reportedAt", CaseScene.minutesAgo(3 * 24 * 60));
        String number = scene.agent().post("/api/v1/cases", body).expect(201).json().path("number").asString();
        String base = "/api/v1/cases?account=" + customer.accountNumber();
        assertThat(numbersOf(scene.agent().get(base + "&overdue=true"))).containsExactly(number);
        assertThat(numbersOf(scene.agent().get(base + "&atRisk=true"))).containsExactly(number);
        scene.step(number, "respond", Map.of()).expect(200);
        assertThat(numbersOf(scene.agent().get(base + "&overdue=true&sort=DUE"))).containsExactly(number);
        JsonNode line = scene.agent().get(base).json().path("items").get(0);
        assertThat(line.path("due").path("milestone").asString()).isEqualTo("ON_SITE");
        assertThat(line.path("due").path("band").asString()).isEqualTo("MISSED");
        scene.step(number, "cancel", Map.of("reason", "误报")).expect(200);
        assertThat(numbersOf(scene.agent().get(base + "&overdue=true"))).isEmpty();
    }

    @Test
    void aWatchedCaseTellsWhenTheCustomerHearsNothingAndEndsWithAReport() {
        String number = scene.open(scene.covered());
        TestClient manager = house.client("service_manager.hangzhou");
        scene.step(number, "watch", Map.of("reason", "客户不满", "intervalMinutes", 30)).expect(403);
        manager.post("/api/v1/cases/" + number + "/watch", Map.of("reason", "客户不满", "intervalMinutes", 4)).expect(400);
        manager.post("/api/v1/cases/" + number + "/watch", Map.of("reason", "客户不满", "intervalMinutes", 30)).expect(200);
        manager.post("/api/v1/cases/" + number + "/watch", Map.of("reason", "再来", "intervalMinutes", 30)).expect(409);
        Instant start = Clock.systemUTC().instant();
        assertThat(overdueAfter(start, 29)).isZero();
        assertThat(overdueAfter(start, 31)).isEqualTo(1);
        assertThat(overdueAfter(start, 32)).isZero();
        assertThat(overdueAfter(start, 61)).isEqualTo(1);
        assertThat(manager.get("/api/v1/cases/" + number).json().path("watch").path("overdue").asBoolean()).isTrue();
        manager.post("/api/v1/cases/" + number + "/watch/messages", Map.of("text", "工程师已出发")).expect(200);
        assertThat(manager.get("/api/v1/cases/" + number).json().path("watch").path("overdue").asBoolean()).isFalse();
        scene.step(number, "cancel", Map.of("reason", "x")).expect(409);
        manager.post("/api/v1/cases/" + number + "/watch/end", Map.of("incidentReport", "短")).expect(400);
        manager.get("/api/v1/cases/" + number + "/incident-report").expect(404);
        manager.post("/api/v1/cases/" + number + "/watch/end", Map.of("incidentReport", "经过：上午九点报修，原因：主板故障，措施：备件前置到现场库。")).expect(200);
        JsonNode report = manager.get("/api/v1/cases/" + number + "/incident-report").expect(200).json();
        assertThat(report.path("watch").path("messages").size()).isEqualTo(1);
        assertThat(report.path("missedIntervals").asInt()).isEqualTo(2);
        assertThat(report.path("timeline").get(0).path("kind").asString()).isEqualTo("CriticalWatchStarted");
    }

    @Test
    void notesAndFilesBelongToTheCase() {
        String number = scene.open(scene.covered());
        scene.step(number, "notes", Map.of("text", "客户很急", "audience", "INTERNAL")).expect(200);
        scene.step(number, "notes", Map.of("text", " ", "audience", "INTERNAL")).expect(400);
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3};
        String file = scene.agent().upload("/api/v1/files", "前面板.png", png).expect(201).json().path("id").asString();
        JsonNode attached = scene.step(number, "attachments", Map.of("fileId", file)).expect(200).json();
        assertThat(attached.path("items").get(0).path("fileName").asString()).isEqualTo("前面板.png");
        scene.step(number, "attachments", Map.of("fileId", UUID.randomUUID().toString())).expect(404);
        assertThat(activity(number)).contains("NOTE", "CaseFileAttached");
    }

    @Test
    void aDedicatedEngineerOpensOnTheCustomersBehalf() {
        Map<String, Object> body = scene.covered().report();
        body.put("channel", "ENGINEER");
        TestClient engineer = house.client("dedicated_engineer.hangzhou");
        JsonNode opened = engineer.post("/api/v1/cases", body).expect(201).json();
        assertThat(opened.path("dedicatedEngineer").asString()).isNotEmpty();
        house.client("engineer.hangzhou").post("/api/v1/cases", body).expect(403);
    }

    @Test
    void theModulesAboveMoveACase() {
        String number = scene.open(scene.covered());
        scene.step(number, "release", Map.of()).expect(200);
        CaseId id = house.asTheHouse(() -> cases.findByNumber(number).orElseThrow().id());
        Instant now = Clock.systemUTC().instant();
        house.asTheHouse(() -> {
            cases.waitForCustomer(id, "NOT_ON_SITE", "门锁着", now);
            cases.waitForCustomer(id, "NOT_ON_SITE", "门锁着", now);
            cases.customerReady(id, now);
            cases.secondVisitNeeded(id, "WRONG_PREDICTION", now);
            cases.handToVendor(id, "RMA 1", now);
            cases.workDone(id, now, "更换主板");
            return true;
        });
        JsonNode view = scene.show(number).json();
        assertThat(view.path("status").asString()).isEqualTo("WORK_DONE");
        assertThat(view.path("secondVisitReason").asString()).isEqualTo("WRONG_PREDICTION");
        scene.step(number, "close", Map.of()).expect(200);
        assertThat(clock(number).status()).isEqualTo("STOPPED");
    }

    @Test
    void pastCasesHaveNoClockAndCanBeFound() {
        Customer customer = scene.covered();
        Instant then = Instant.parse("2021-05-06T02:00:00Z");
        String number = house.as("service_manager.hangzhou", () -> cases.get(cases.recordPastCase(new CaseApi.PastCase("开机无显示", "", Optional.of("power.no-display"),
                customer.accountId(), customer.siteId(), Optional.of(customer.asset().id()), Optional.empty(), then, then.plus(Duration.ofHours(5)),
                "更换主板"))).number());
        assertThat(number).startsWith("C-2021-");
        JsonNode view = scene.show(number).json();
        assertThat(view.path("status").asString()).isEqualTo("CLOSED");
        assertThat(view.path("clock").isNull()).isTrue();
        assertThat(scene.agent().get("/api/v1/search?kind=case&q=" + number).expect(200).json().path("items").size()).isEqualTo(1);
    }

    private int overdueAfter(Instant start, int minutes) {
        return house.asTheHouse(() -> announceOverdue.handle(new AnnounceOverdueMessages.Command(start.plus(Duration.ofMinutes(minutes)))));
    }

    private ClockSummary clock(String number) {
        return house.asTheHouse(() -> sla.clockOf(cases.findByNumber(number).orElseThrow().id().value()).orElseThrow());
    }

    private String activity(String number) {
        return scene.agent().get("/api/v1/cases/" + number + "/activity").expect(200).json().path("items").toString();
    }

    private static List<String> numbersOf(TestClient.Answer answer) {
        return answer.expect(200).json().path("items").valueStream().map(line -> line.path("number").asString()).toList();
    }
}
