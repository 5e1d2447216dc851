package org.firstfix.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.firstfix.dispatch.domain.EngineDay;
import org.firstfix.dispatch.domain.Period;
import org.firstfix.dispatch.domain.PlanArea;
import org.firstfix.dispatch.domain.Slot;
import org.firstfix.dispatch.domain.WhoCanGo;
import org.firstfix.dispatch.query.DayMaterials;
import org.firstfix.platform.scope.DataScope;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.routing.plan.Planner;
import org.firstfix.routing.plan.Visit;
import org.firstfix.schema.dispatch.Tables;
import org.firstfix.testing.ServerTest;
import org.firstfix.testing.TestClient;
import org.firstfix.testing.TestHouse;
import org.firstfix.workorder.VisitScene;
import org.firstfix.workorder.WorkOrderApi;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** A time is agreed with the customer: offered, kept, booked; over HTTP and on the real database. */
@ServerTest
@Import(VisitScene.class)
class SlotsTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final AtomicInteger DAYS = new AtomicInteger(40);
    private static final OrgPath BRANCH = new OrgPath("house.east.hangzhou");

    private final TestHouse house;
    private final VisitScene scene;
    private final DayMaterials materials;
    private final WorkOrderApi workOrders;
    private final DSLContext database;

    @Autowired
    SlotsTest(TestHouse house, VisitScene scene, DayMaterials materials, WorkOrderApi workOrders, DSLContext database) {
        this.house = house;
        this.scene = scene;
        this.materials = materials;
        this.workOrders = workOrders;
        this.database = database;
    }

    /** A day on which only those work, from eight to six. */
    private LocalDate aDayWith(String... codes) {
        LocalDate day = Clock.system(ZONE).instant().atZone(ZONE).toLocalDate().plusDays(DAYS.getAndAdd(3));
        for (String code : codes) {
            house.client("service_manager.hangzhou").post("/api/v1/engineers/" + code + "/shifts", Map.of("from", day.toString(), "until", day.toString(),
                    "weekdays", Set.of(day.getDayOfWeek().name()), "startsAt", "08:00", "endsAt", "18:00", "kind", "NORMAL")).expect(200);
        }
        return day;
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(LocalTime.of(hour, 0)).atZone(ZONE).toInstant();
    }

    private JsonNode slots(String order, LocalDate day) {
        return scene.agent().get("/api/v1/work-orders/" + order + "/slots?days=1&from=" + day).expect(200).json();
    }

    private static JsonNode slotAt(JsonNode slots, LocalDate day, int hour) {
        return slots.path("items").valueStream().filter(item -> Instant.parse(item.path("startsAt").asString()).equals(at(day, hour))).findFirst().orElseThrow();
    }

    private TestClient.Answer hold(String order, JsonNode slot) {
        return scene.agent().post("/api/v1/work-orders/" + order + "/slot-holds", Map.of("startsAt", slot.path("startsAt").asString(), "endsAt",
                slot.path("endsAt").asString()));
    }

    private EngineDay engineDay(LocalDate day) {
        return house.asTheHouse(() -> EngineDay.of(materials.withDeadlines(materials.of(DataScope.all(), new PlanArea(BRANCH, Optional.empty(), day, ZONE)))));
    }

    @Test
    void everyWindowIsGradedLikeACandidateAndTheEnginesOwnSlotsSayTheSame() {
        LocalDate day = aDayWith(scene.engineerCode(), scene.otherCode());
        String booked = scene.workOrder();
        scene.book(booked, scene.engineerCode(), at(day, 10), false).expect(201);
        String order = scene.workOrder();
        EngineDay known = engineDay(day);
        var id = house.asTheHouse(() -> workOrders.findByNumber(order).orElseThrow().id());
        List<Period> windows = List.of(new Period(at(day, 8), at(day, 10)), new Period(at(day, 10), at(day, 12)), new Period(at(day, 22), at(day, 23)));

        List<Slot> graded = Slot.of(known, id, windows);

        int task = known.idOf(id).orElseThrow();
        List<Planner.Slot> engine = new Planner(known.day()).slots(known.current(), task, windows.stream().map(window -> new Visit.Window(
                (int) (window.startsAt().getEpochSecond() - at(day, 0).getEpochSecond()), (int) (window.endsAt().getEpochSecond() - at(day, 0).getEpochSecond()) - 1)).toList());
        assertThat(engine).hasSize(2);
        for (Planner.Slot slot : engine) {
            Slot mine = graded.stream().filter(one -> one.window().startsAt().equals(known.at(slot.window().from()))).findFirst().orElseThrow();
            WhoCanGo.Choice choice = mine.best().orElseThrow();
            assertThat(choice.added()).isEqualTo(slot.best().added());
            assertThat(choice.engineer()).isEqualTo(known.lane(slot.best().engineer()).person());
            assertThat(choice.startsAt()).contains(known.at(slot.best().start()));
        }
        assertThat(graded.get(2).possible()).isFalse();
        assertThat(graded.get(2).best().orElseThrow().obstacles()).isNotEmpty();
    }

    @Test
    void whatNobodyCanKeepSaysWhyAndWhatWouldHelp() {
        LocalDate day = aDayWith(scene.engineerCode());
        JsonNode answer = slots(scene.workOrder(), day);

        JsonNode night = answer.path("items").valueStream().filter(item -> !item.path("possible").asBoolean()).findFirst().orElseThrow();
        JsonNode obstacle = night.path("best").path("obstacles").path(0);
        assertThat(obstacle.path("rule").asString()).isIn("shift-end", "customer-window");
        assertThat(obstacle.path("textZh").asString()).isNotBlank();
        assertThat(obstacle.path("relaxationEn").asString()).isNotBlank();
        assertThat(night.path("recommended").isNull()).isTrue();
        assertThat(answer.path("items").valueStream().filter(item -> !item.path("recommended").isNull())).hasSize(3);
        assertThat(slotAt(answer, day, 10).path("possible").asBoolean()).isTrue();
    }

    @Test
    void whatIsHeldIsTakenForEverybodyElseAndBookedWithOneStep() {
        LocalDate day = aDayWith(scene.engineerCode());
        String order = scene.workOrder();
        JsonNode held = hold(order, slotAt(slots(order, day), day, 10)).expect(201).json();

        assertThat(held.path("engineerCode").asString()).isEqualTo(scene.engineerCode());
        assertThat(held.path("mine").asBoolean()).isTrue();
        assertThat(slots(order, day).path("hold").path("id").asString()).isEqualTo(held.path("id").asString());
        String other = scene.workOrder();
        TestClient.Answer refused = scene.book(other, scene.engineerCode(), Instant.parse(held.path("startsAt").asString()), true);
        assertThat(refused.expect(409).code()).isEqualTo("dispatch.engineer-held");
        JsonNode left = slotAt(slots(other, day), day, 10);
        if (left.path("possible").asBoolean()) {
            assertThat(Instant.parse(left.path("best").path("startsAt").asString())).isAfterOrEqualTo(Instant.parse(held.path("endsAt").asString()));
        }
        assertThat(engineDay(day).tasks().stream().filter(task -> task.job().order().number().equals(order))).hasSize(1)
                .allSatisfy(task -> assertThat(task.lane()).isPresent());

        JsonNode agreed = scene.agent().post("/api/v1/slot-holds/" + held.path("id").asString() + "/book", Map.of()).expect(201).json();

        assertThat(agreed.path("appointment").path("startsAt").asString()).isEqualTo(held.path("startsAt").asString());
        assertThat(scene.agent().post("/api/v1/slot-holds/" + held.path("id").asString() + "/book", Map.of()).expect(409).code()).isEqualTo("dispatch.hold-is-over");
        assertThat(hold(order, slotAt(slots(other, day), day, 14)).expect(409).code()).isEqualTo("dispatch.already-booked");
    }

    @Test
    void whatIsGivenBackOrExpiredIsFreeAgain() throws Exception {
        LocalDate day = aDayWith(scene.engineerCode());
        String one = scene.workOrder();
        String two = scene.workOrder();
        JsonNode held = hold(one, slotAt(slots(one, day), day, 10)).expect(201).json();
        Instant start = Instant.parse(held.path("startsAt").asString());
        scene.agent().delete("/api/v1/slot-holds/" + held.path("id").asString()).expect(204);
        JsonNode second = hold(two, slotAt(slots(two, day), day, 10)).expect(201).json();
        assertThat(Instant.parse(second.path("startsAt").asString())).isEqualTo(start);
        // Its five minutes are over.
        house.asTheHouse(() -> database.update(Tables.SLOT_HOLD).set(Tables.SLOT_HOLD.HELD_AT, start.minusSeconds(90L * 86_400))
                .set(Tables.SLOT_HOLD.EXPIRES_AT, Clock.systemUTC().instant().minusSeconds(1)).where(Tables.SLOT_HOLD.ID.eq(UUID.fromString(second.path("id").asString()))).execute());

        assertThat(scene.agent().post("/api/v1/slot-holds/" + second.path("id").asString() + "/book", Map.of()).expect(409).code()).isEqualTo("dispatch.hold-is-over");
        assertThat(slots(two, day).path("hold").isNull()).isTrue();
        JsonNode third = hold(one, slotAt(slots(one, day), day, 10)).expect(201).json();
        assertThat(Instant.parse(third.path("startsAt").asString())).isEqualTo(start);
        for (int i = 0; i < 100 && !stateOf(second).equals("EXPIRED"); i++) {
            Thread.sleep(200);
        }
        assertThat(stateOf(second)).isEqualTo("EXPIRED");
    }

    private String stateOf(JsonNode hold) {
        return house.asTheHouse(() -> database.select(Tables.SLOT_HOLD.STATE).from(Tables.SLOT_HOLD)
                .where(Tables.SLOT_HOLD.ID.eq(UUID.fromString(hold.path("id").asString()))).fetchSingle(Tables.SLOT_HOLD.STATE));
    }

    /** There is room for one visit in the window; ten agents want it for ten customers. */
    @Test
    void tenAgentsHoldTheSameCapacityAndNoTimeIsKeptTwice() throws Exception {
        LocalDate day = aDayWith(scene.engineerCode());
        List<String> orders = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            orders.add(scene.workOrder());
        }
        JsonNode slot = slotAt(slots(orders.getFirst(), day), day, 10);
        List<Callable<TestClient.Answer>> tries = orders.stream().<Callable<TestClient.Answer>>map(order -> () -> hold(order, slot)).toList();
        List<Period> kept = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(10)) {
            for (Future<TestClient.Answer> answer : threads.invokeAll(tries)) {
                assertThat(answer.get().status()).isIn(201, 409);
                if (answer.get().status() == 201) {
                    JsonNode held = answer.get().json();
                    kept.add(new Period(Instant.parse(held.path("startsAt").asString()), Instant.parse(held.path("endsAt").asString())));
                } else {
                    assertThat(answer.get().code()).isEqualTo("dispatch.slot-taken");
                }
            }
        }
        assertThat(kept).isNotEmpty();
        for (int i = 0; i < kept.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(kept.get(i).overlaps(kept.get(j))).isFalse();
            }
        }
    }

    @Test
    void theEngineKeepsToWhatTheCustomerWished() {
        LocalDate day = aDayWith(scene.engineerCode());
        String order = scene.workOrder();
        String path = "/api/v1/work-orders/" + order + "/wished-windows";
        Map<String, Object> afternoon = Map.of("startsAt", at(day, 14).toString(), "endsAt", at(day, 16).toString());

        scene.agent().put(path, Map.of("windows", List.of(afternoon), "reason", "上午停机不便")).expect(200);

        JsonNode candidate = scene.dispatcher().get("/api/v1/work-orders/" + order + "/candidates?date=" + day).expect(200).json().path("items").path(0);
        assertThat(Instant.parse(candidate.path("startsAt").asString())).isBetween(at(day, 14), at(day, 16));
        JsonNode first = slots(order, day).path("items").valueStream().filter(item -> item.path("recommended").asInt(0) == 1).findFirst().orElseThrow();
        assertThat(Instant.parse(first.path("startsAt").asString())).isEqualTo(at(day, 14));
        assertThat(first.path("wished").asBoolean()).isTrue();
        LocalDate another = aDayWith(scene.engineerCode());
        JsonNode elsewhere = scene.dispatcher().get("/api/v1/work-orders/" + order + "/candidates?date=" + another).expect(200).json().path("items").path(0);
        assertThat(elsewhere.path("verdict").asString()).isEqualTo("IMPOSSIBLE");
        assertThat(elsewhere.path("obstacles").path(0).path("rule").asString()).isEqualTo("customer-window");

        Map<String, Object> overlapping = Map.of("startsAt", at(day, 15).toString(), "endsAt", at(day, 17).toString());
        assertThat(scene.agent().put(path, Map.of("windows", List.of(afternoon, overlapping))).expect(400).text()).contains("wishes-overlap");
        assertThat(scene.agent().put(path, Map.of("windows", List.of(Map.of("startsAt", at(day, 16).toString(), "endsAt", at(day, 14).toString())))).expect(400).text())
                .contains("wish-not-possible");
        assertThat(scene.agent().put(path, Map.of("windows", List.of())).expect(200).json().path("windows").isEmpty()).isTrue();
        assertThat(slots(order, day).path("wished").isEmpty()).isTrue();
    }

    @Test
    void whoMayNotAgreeAnAppointmentIsToldSoAndBadQuestionsAreRefused() {
        LocalDate day = aDayWith(scene.engineerCode());
        String order = scene.workOrder();
        assertThat(scene.engineer().get("/api/v1/work-orders/" + order + "/slots").expect(200).json().path("mayAgree").asBoolean()).isFalse();
        scene.engineer().post("/api/v1/work-orders/" + order + "/slot-holds", Map.of("startsAt", at(day, 10).toString(), "endsAt", at(day, 12).toString())).expect(403);
        scene.agent().get("/api/v1/work-orders/" + order + "/slots?days=15").expect(400);
        assertThat(scene.agent().post("/api/v1/work-orders/" + order + "/slot-holds", Map.of("startsAt", at(day, 10).plusSeconds(60).toString(),
                "endsAt", at(day, 12).toString())).expect(400).text()).contains("no-such-window");
        scene.agent().get("/api/v1/work-orders/WO-0/slots").expect(404);
    }
}
