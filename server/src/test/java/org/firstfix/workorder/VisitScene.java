package org.firstfix.workorder;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.firstfix.asset.AssetApi;
import org.firstfix.cases.CaseScene;
import org.firstfix.contract.EntitlementApi;
import org.firstfix.customer.CustomerApi;
import org.firstfix.dispatch.domain.Engineer;
import org.firstfix.dispatch.domain.Engineers;
import org.firstfix.dispatch.usecase.RegisterEngineer;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.testing.TestClient;
import org.firstfix.testing.TestHouse;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;
import tools.jackson.databind.JsonNode;

/** Released cases, engineers and visits, as tests of the field need them; everything over HTTP. */
@TestComponent
@Lazy
public class VisitScene {
    private static final List<List<Integer>> STROKES = List.of(List.of(20, 100, 120, 60, 220, 140, 320, 60, 420, 120), List.of(430, 60, 470, 130));

    /** Five months ahead, away from the days that tests plan: how far it has come depends on the classes before. */
    private static final AtomicInteger HOURS = new AtomicInteger(1_200);

    private final TestHouse house;
    private final CaseScene cases;
    private final RegisterEngineer registerEngineer;
    private final Engineers engineers;

    VisitScene(TestHouse house, CustomerApi customers, AssetApi assets, EntitlementApi contracts, RegisterEngineer registerEngineer,
            Engineers engineers) {
        this.house = house;
        this.cases = new CaseScene(house, customers, assets, contracts);
        this.registerEngineer = registerEngineer;
        this.engineers = engineers;
    }

    public TestClient agent() {
        return house.client("agent.hangzhou");
    }

    public TestClient dispatcher() {
        return house.client("dispatcher.hangzhou");
    }

    public TestClient support() {
        return house.client("technical_support.hangzhou");
    }

    public CaseScene cases() {
        return cases;
    }

    public TestClient engineer() {
        return house.client("engineer.hangzhou");
    }

    /** The code of the engineer that {@link #engineer()} is. */
    public String engineerCode() {
        return registered("engineer.hangzhou", "E-HZ-1");
    }

    /** A second engineer of the same branch. */
    public String otherCode() {
        return registered("dedicated_engineer.hangzhou", "E-HZ-2");
    }

    /** @return the code, of whoever signs in by that name */
    public String registered(String userName, String code) {
        PersonId person = house.as(userName, () -> Actors.current().personId().orElseThrow());
        house.asTheHouse(() -> {
            if (!engineers.isTaken(code)) {
                registerEngineer.handle(new RegisterEngineer.Command(person, code, Optional.empty(), Optional.empty(),
                        List.of(new Engineer.Skill("SERVER", 3, Optional.empty())), Optional.empty()));
            }
            return code;
        });
        return code;
    }

    /** A released case under contract. @return the number of its first work order */
    public String workOrder() {
        String caseNumber = cases.open(cases.covered());
        cases.step(caseNumber, "release", Map.of()).expect(200);
        return workOrdersOf(caseNumber).getFirst();
    }

    /** The same for a case reported some time ago, in which the customer was not ready for so long. */
    public String workOrderAfterAPause(long reportedMinutesAgo, long from, long until) {
        Map<String, Object> report = cases.covered().report();
        report.put("reportedAt", CaseScene.minutesAgo(reportedMinutesAgo));
        String caseNumber = agent().post("/api/v1/cases", report).expect(201).json().path("number").asString();
        cases.step(caseNumber, "release", Map.of()).expect(200);
        String start = CaseScene.minutesAgo(from);
        cases.step(caseNumber, "wait-for-customer", Map.of("reason", "CUSTOMER_NOT_READY", "evidence", "王伟来电：备份未完成", "at", start)).expect(200);
        cases.step(caseNumber, "customer-ready", Map.of("at", Instant.parse(start).plusSeconds((from - until) * 60).toString())).expect(200);
        return workOrdersOf(caseNumber).getFirst();
    }

    public String caseOf(String workOrder) {
        return show(workOrder).path("serviceCase").path("number").asString();
    }

    /** Technical support predicts a mainboard, with two parts to carry. */
    public void predict(String caseNumber) {
        TestClient.Answer before = support().get("/api/v1/cases/" + caseNumber + "/diagnosis").expect(200);
        support().put("/api/v1/cases/" + caseNumber + "/diagnosis", Map.of("unknown", false, "likelyCauses",
                List.of(Map.of("code", "board.mainboard", "probability", 0.6), Map.of("code", "memory.damaged", "probability", 0.3)),
                "parts", List.of("R7-MAINBOARD", "R7-MEMORY"), "remarks", ""), version(before)).expect(200);
    }

    /** The newest visit last. */
    public List<String> workOrdersOf(String caseNumber) {
        List<String> numbers = new ArrayList<>();
        JsonNode items = agent().get("/api/v1/work-orders?caseNumber=" + caseNumber).expect(200).json().path("items");
        items.forEach(item -> numbers.addFirst(item.path("number").asString()));
        return numbers;
    }

    public JsonNode show(String workOrder) {
        return agent().get("/api/v1/work-orders/" + workOrder).expect(200).json();
    }

    public TestClient.Answer book(String workOrder, String engineerCode, Instant startsAt, boolean acceptOverlap) {
        return dispatcher().post("/api/v1/appointments", Map.of("workOrderNumber", workOrder, "engineerCode", engineerCode,
                "startsAt", startsAt.toString(), "acceptOverlap", acceptOverlap));
    }

    /** Books the engineer at an hour of his own far in the future, so that visits of other tests do not matter, and checks in now. */
    public String arrived(String workOrder) {
        String appointment = book(workOrder, engineerCode(), aFreeHour(), false).expect(201).json()
                .path("appointment").path("number").asString();
        engineer().post("/api/v1/appointments/" + appointment + "/accept", Map.of()).expect(200);
        engineer().post("/api/v1/appointments/" + appointment + "/travel", Map.of()).expect(200);
        engineer().post("/api/v1/appointments/" + appointment + "/arrive", Map.of("latitude", 30.2, "longitude", 120.2)).expect(200);
        return appointment;
    }

    public static Instant aFreeHour() {
        return now().plusSeconds(3600L * 3 * HOURS.incrementAndGet());
    }

    public static Instant now() {
        return Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS);
    }

    public void answerChecklist(String workOrder) {
        show(workOrder).path("checklist").forEach(item -> {
            Map<String, Object> answer = item.path("kind").asString().equals("READING") ? Map.of("answer", "OK", "reading", 23.5)
                    : Map.of("answer", "OK");
            engineer().put("/api/v1/work-orders/" + workOrder + "/checklist/" + item.path("position").asInt(), answer).expect(200);
        });
    }

    public TestClient.Answer write(String workOrder, Map<String, Object> changes) {
        Map<String, Object> text = new HashMap<>(Map.of("findings", "加电无显示，诊断卡停在 C1", "actions", "更换主板，自检通过",
                "advice", "建议加湿", "trueCauses", List.of("board.mainboard"), "predictionRight", true, "outcome", "REPAIRED",
                "outcomeNote", ""));
        text.putAll(changes);
        TestClient.Answer before = engineer().get("/api/v1/work-orders/" + workOrder + "/report").expect(200);
        return engineer().put("/api/v1/work-orders/" + workOrder + "/report", text, version(before));
    }

    public JsonNode completion(String workOrder) {
        return engineer().get("/api/v1/work-orders/" + workOrder + "/completion").expect(200).json();
    }

    public TestClient.Answer sign(String workOrder) {
        return sign(workOrder, completion(workOrder).path("documentSha256").asString());
    }

    public TestClient.Answer sign(String workOrder, String documentSha256) {
        return engineer().post("/api/v1/work-orders/" + workOrder + "/sign",
                Map.of("name", "李建国", "strokes", STROKES, "documentSha256", documentSha256));
    }

    public TestClient.Answer complete(String workOrder) {
        return engineer().post("/api/v1/work-orders/" + workOrder + "/complete", Map.of());
    }

    public static long version(TestClient.Answer answer) {
        return Long.parseLong(answer.header("etag").replace("\"", ""));
    }
}
