package org.firstfix.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.firstfix.dispatch.domain.EngineDay;
import org.firstfix.dispatch.domain.PlanArea;
import org.firstfix.dispatch.query.DayMaterials;
import org.firstfix.platform.scope.DataScope;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.routing.plan.Completion;
import org.firstfix.routing.plan.Terms;
import org.firstfix.routing.plan.Visit;
import org.firstfix.testing.ServerTest;
import org.firstfix.testing.TestClient;
import org.firstfix.testing.TestHouse;
import org.firstfix.workorder.VisitScene;
import org.firstfix.workorder.WorkOrderApi;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** Vans, depots and breaks, and what they do to who is sent. */
@ServerTest
@Import(VisitScene.class)
class VansTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final AtomicInteger DAYS = new AtomicInteger(3);
    private static final Map<String, Object> DEPOT = Map.of("latitude", 30.27, "longitude", 120.15, "opens", "08:00", "closes", "18:00", "minutes", 10);
    private static final Map<String, Object> PAUSE = Map.of("minutes", 45, "earliest", "11:30", "latest", "13:00");

    private final TestHouse house;
    private final VisitScene scene;
    private final DayMaterials materials;
    private final WorkOrderApi workOrders;

    @Autowired
    VansTest(TestHouse house, VisitScene scene, DayMaterials materials, WorkOrderApi workOrders) {
        this.house = house;
        this.scene = scene;
        this.materials = materials;
        this.workOrders = workOrders;
    }

    private TestClient manager() {
        return house.client("service_manager.hangzhou");
    }

    private LocalDate aDayWithShifts() {
        LocalDate day = Clock.system(ZONE).instant().atZone(ZONE).toLocalDate().plusDays(DAYS.getAndIncrement());
        for (String code : List.of(scene.engineerCode(), scene.otherCode())) {
            manager().post("/api/v1/engineers/" + code + "/shifts", Map.of("from", day.toString(), "until", day.toString(),
                    "weekdays", Set.of(day.getDayOfWeek().name()), "startsAt", "08:00", "endsAt", "18:00", "kind", "NORMAL")).expect(200);
        }
        return day;
    }

    private TestClient.Answer load(String code, Map<String, Integer> parts) {
        long version = VisitScene.version(manager().get("/api/v1/engineers/" + code + "/van").expect(200));
        return manager().put("/api/v1/engineers/" + code + "/van", Map.of("parts", parts.entrySet().stream()
                .map(part -> Map.of("number", part.getKey(), "quantity", part.getValue())).toList()), version);
    }

    private JsonNode dayOf(String unit) {
        return manager().get("/api/v1/working-days").expect(200).json().path("items").valueStream()
                .filter(row -> row.path("unitCode").asString().equals(unit)).findFirst().orElseThrow();
    }

    private TestClient.Answer set(Map<String, Object> day) {
        return manager().put("/api/v1/working-days/hangzhou", day, dayOf("hangzhou").path("version").asInt());
    }

    private void inherit() {
        if (!dayOf("hangzhou").path("own").isNull()) {
            set(Map.of("inherited", true, "reason", "恢复")).expect(200);
        }
    }

    private EngineDay day(LocalDate on) {
        return house.asTheHouse(() -> EngineDay.of(materials.withDeadlines(materials.of(DataScope.all(),
                new PlanArea(new OrgPath("house.east.hangzhou"), Optional.empty(), on, ZONE)))));
    }

    private Visit visit(EngineDay day, String order) {
        return day.day().visits().get(day.idOf(house.asTheHouse(() -> workOrders.findByNumber(order).orElseThrow()).id()).orElseThrow() - 1);
    }

    private String predictedWorkOrder() {
        String order = scene.workOrder();
        scene.predict(scene.caseOf(order));
        return order;
    }

    private JsonNode candidate(String order, LocalDate on, String code) {
        return scene.dispatcher().get("/api/v1/work-orders/" + order + "/candidates?date=" + on).expect(200).json().path("items").valueStream()
                .filter(item -> item.path("engineerCode").asString().equals(code)).findFirst().orElseThrow();
    }

    @Test
    void whatIsInTheVanIsSaidWholeAndBySomebodyWhoKnowsTheLatest() {
        String code = scene.otherCode();
        load(code, Map.of("R7-MEMORY", 2, "R7-MAINBOARD", 1)).expect(200);
        JsonNode van = manager().get("/api/v1/engineers/" + code + "/van").expect(200).json();
        assertThat(van.path("parts").valueStream().map(part -> part.path("number").asString() + " " + part.path("quantity").asInt()))
                .containsExactlyInAnyOrder("R7-MEMORY 2", "R7-MAINBOARD 1");
        assertThat(load(code, Map.of("NOTHING", 1)).expect(400).text()).contains("dispatch.part-unknown");
        manager().put("/api/v1/engineers/" + code + "/van", Map.of("parts", List.of(Map.of("number", "R7-MEMORY", "quantity", 1),
                Map.of("number", "R7-MEMORY", "quantity", 1))), van.path("version").asInt()).expect(400);
        manager().put("/api/v1/engineers/" + code + "/van", Map.of("parts", List.of(Map.of("number", "R7-MEMORY", "quantity", 0))), van.path("version").asInt()).expect(400);
        assertThat(manager().put("/api/v1/engineers/" + code + "/van", Map.of("parts", List.of()), van.path("version").asInt() - 1).expect(412).json()
                .path("values").path("current").path("parts").size()).isEqualTo(2);
        house.client("agent.hangzhou").put("/api/v1/engineers/" + code + "/van", Map.of("parts", List.of()), van.path("version").asInt()).expect(403);
        assertThat(manager().get("/api/v1/engineers/" + code + "/van").json()).isEqualTo(van);
        load(code, Map.of()).expect(200);
    }

    @Test
    void aUnitHasTheDayOfTheOneAboveUntilItHasItsOwn() {
        inherit();
        assertThat(dayOf("hangzhou").path("inForce").path("depot").isNull()).isTrue();
        assertThat(set(Map.of("inherited", false, "reason", "开仓", "depot", Map.of("latitude", 30.27, "longitude", 120.15, "opens", "18:00", "closes", "08:00",
                "minutes", 10))).expect(400).text()).contains("dispatch.closes-before-it-opens");
        assertThat(set(Map.of("inherited", false, "reason", "开仓", "pause", Map.of("minutes", 45, "earliest", "13:00", "latest", "11:30"))).expect(400).text())
                .contains("dispatch.break-has-no-time");
        set(Map.of("inherited", false, "reason", " ")).expect(400);
        set(Map.of("inherited", false, "reason", "开仓", "depot", DEPOT, "pause", PAUSE)).expect(200);
        JsonNode own = dayOf("hangzhou");
        assertThat(own.path("inForce").path("depot").path("minutes").asInt()).isEqualTo(10);
        assertThat(own.path("inForce").path("pause").path("earliest").asString()).startsWith("11:30");
        manager().put("/api/v1/working-days/hangzhou", Map.of("inherited", true, "reason", "x"), own.path("version").asInt() - 1).expect(412);
        house.client("agent.hangzhou").put("/api/v1/working-days/hangzhou", Map.of("inherited", true, "reason", "x"), own.path("version").asInt()).expect(403);
        inherit();
        assertThat(dayOf("hangzhou").path("inForce").path("pause").isNull()).isTrue();
    }

    @Test
    void whoHasThePartInTheVanGoesBeforeWhoWouldHaveToComeAgain() {
        inherit();
        LocalDate on = aDayWithShifts();
        String order = predictedWorkOrder();
        load(scene.engineerCode(), Map.of()).expect(200);
        load(scene.otherCode(), Map.of("R7-MAINBOARD", 1, "R7-MEMORY", 1)).expect(200);

        assertThat(visit(day(on), order).completion().sets()).containsExactly(
                Completion.PartSet.of(0.6, Map.of("R7-MAINBOARD", 1)), Completion.PartSet.of(0.3, Map.of("R7-MEMORY", 1)));
        JsonNode without = candidate(order, on, scene.engineerCode());
        JsonNode with = candidate(order, on, scene.otherCode());
        assertThat(with.path("rank").asInt()).isLessThan(without.path("rank").asInt());
        assertThat(with.path("reasons").toString()).doesNotContain("first-visit-completion");
        JsonNode reason = without.path("reasons").valueStream().filter(line -> line.path("rule").asString().equals("first-visit-completion")).findFirst().orElseThrow();
        long secondVisit = visit(day(on), order).completion().secondVisitCents();
        assertThat(secondVisit).isPositive();
        assertThat(reason.path("amount").asLong()).isEqualTo(Math.round(0.9 * secondVisit));
        assertThat(reason.path("textEn").asString()).doesNotContain("dispatch.rule");
        load(scene.otherCode(), Map.of()).expect(200);
    }

    @Test
    void withADepotThePartIsPickedUpWhenThatIsCheaperThanComingAgain() {
        LocalDate on = aDayWithShifts();
        String order = predictedWorkOrder();
        load(scene.engineerCode(), Map.of()).expect(200);
        set(Map.of("inherited", false, "reason", "开仓", "depot", DEPOT)).expect(200);

        JsonNode candidate = candidate(order, on, scene.engineerCode());

        assertThat(candidate.path("reasons").toString()).contains("depot-pick-up").doesNotContain("first-visit-completion");
        inherit();
        assertThat(candidate(order, on, scene.engineerCode()).path("reasons").toString()).contains("first-visit-completion").doesNotContain("depot-pick-up");
    }

    private JsonNode rowOf(String path, String code) {
        return scene.dispatcher().get("/api/v1/board" + path).expect(200).json().findValue("rows").valueStream()
                .filter(row -> row.path("code").asString().equals(code)).findFirst().orElseThrow();
    }

    @Test
    void theBoardSaysWhereTheBreakIsAndWherePartsArePickedUp() {
        LocalDate on = aDayWithShifts();
        String order = predictedWorkOrder();
        load(scene.engineerCode(), Map.of()).expect(200);
        Instant at = on.atTime(12, 0).atZone(ZONE).toInstant();
        String visit = scene.book(order, scene.engineerCode(), at, false).expect(201).json().path("appointment").path("number").asString();
        inherit();
        assertThat(rowOf("?date=" + on, scene.engineerCode()).path("halts")).isEmpty();

        set(Map.of("inherited", false, "reason", "午休", "depot", DEPOT, "pause", PAUSE)).expect(200);
        JsonNode row = rowOf("?date=" + on, scene.engineerCode());
        inherit();

        JsonNode pickUp = row.path("halts").get(0);
        assertThat(pickUp.path("kind").asString()).isEqualTo("PICK_UP");
        assertThat(pickUp.path("before").asString()).isEqualTo(visit);
        assertThat(pickUp.path("depot").path("latitude").asDouble()).isEqualTo(30.27);
        Instant from = Instant.parse(pickUp.path("startsAt").asString());
        assertThat(from).isAfterOrEqualTo(on.atTime(8, 0).atZone(ZONE).toInstant()).isBefore(at);
        assertThat(Instant.parse(pickUp.path("endsAt").asString())).isEqualTo(from.plusSeconds(600));
        JsonNode pause = row.path("halts").get(1);
        assertThat(pause.path("kind").asString()).isEqualTo("BREAK");
        assertThat(pause.path("depot").isNull()).isTrue();
        assertThat(Instant.parse(pause.path("startsAt").asString())).isBetween(on.atTime(11, 30).atZone(ZONE).toInstant(), on.atTime(13, 0).atZone(ZONE).toInstant());
        assertThat(rowOf("?date=" + on, scene.otherCode()).path("halts")).as("nothing to interrupt").isEmpty();
    }

    @Test
    void whoDrivesByTheDepotAndRestsIsToldWithTheChangesAsWell() {
        LocalDate on = aDayWithShifts();
        String order = predictedWorkOrder();
        load(scene.engineerCode(), Map.of("R7-MAINBOARD", 1, "R7-MEMORY", 1)).expect(200);
        scene.book(order, scene.engineerCode(), on.atTime(14, 0).atZone(ZONE).toInstant(), false).expect(201);
        set(Map.of("inherited", false, "reason", "午休", "depot", DEPOT, "pause", PAUSE)).expect(200);
        JsonNode whole = rowOf("?date=" + on, scene.engineerCode());
        JsonNode changes = rowOf("/changes?date=" + on + "&engineer=" + scene.engineerCode(), scene.engineerCode());
        inherit();
        assertThat(whole.path("halts").valueStream().map(halt -> halt.path("kind").asString())).as("the van has the parts").containsExactly("BREAK");
        assertThat(changes).isEqualTo(whole);
    }

    @Test
    void everybodyOnShiftHasTheBreakOfTheHouse() {
        LocalDate on = aDayWithShifts();
        set(Map.of("inherited", false, "reason", "午休", "pause", PAUSE)).expect(200);
        EngineDay day = day(on);
        inherit();
        assertThat(day.day().engineers()).isNotEmpty().allSatisfy(engineer ->
                assertThat(engineer.terms().pause()).isEqualTo(new Terms.Pause(45 * 60, 11 * 3600 + 1800, 13 * 3600)));
        assertThat(day(on).day().engineers()).allSatisfy(engineer -> assertThat(engineer.terms().pause()).isNull());
    }

    @Test
    void thePartThatWasBuiltInHasLeftTheVan() {
        String order = predictedWorkOrder();
        load(scene.engineerCode(), Map.of("R7-MAINBOARD", 2, "R7-MEMORY", 1)).expect(200);
        scene.arrived(order);
        scene.answerChecklist(order);
        scene.write(order, Map.of()).expect(200);
        scene.engineer().post("/api/v1/work-orders/" + order + "/parts", Map.of("kind", "USED", "partNumber", "R7-MAINBOARD", "quantity", 1, "serial", "MB1")).expect(201);
        scene.sign(order).expect(200);
        scene.complete(order).expect(200);
        assertThat(manager().get("/api/v1/engineers/" + scene.engineerCode() + "/van").json().path("parts").valueStream()
                .map(part -> part.path("number").asString() + " " + part.path("quantity").asInt())).containsExactlyInAnyOrder("R7-MAINBOARD 1", "R7-MEMORY 1");
    }
}
