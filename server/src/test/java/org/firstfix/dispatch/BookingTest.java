package org.firstfix.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.firstfix.dispatch.domain.Appointment;
import org.firstfix.dispatch.domain.Appointments;
import org.firstfix.dispatch.domain.Engineer;
import org.firstfix.dispatch.domain.Engineers;
import org.firstfix.dispatch.domain.OverlapPolicy;
import org.firstfix.dispatch.domain.Period;
import org.firstfix.platform.problem.Problem;
import org.firstfix.testing.ServerTest;
import org.firstfix.testing.TestClient;
import org.firstfix.testing.TestHouse;
import org.firstfix.workorder.VisitScene;
import org.firstfix.workorder.WorkOrderApi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** Booking over HTTP: the rules, the policies, and many dispatchers at once. */
@ServerTest
@Import(VisitScene.class)
class BookingTest {
    private final TestHouse house;
    private final VisitScene scene;
    private final Appointments appointments;
    private final Engineers engineers;
    private final WorkOrderApi workOrders;

    @Autowired
    BookingTest(TestHouse house, VisitScene scene, Appointments appointments, Engineers engineers, WorkOrderApi workOrders) {
        this.house = house;
        this.scene = scene;
        this.appointments = appointments;
        this.engineers = engineers;
        this.workOrders = workOrders;
    }

    @AfterEach
    void theHouseRuleAgain() {
        policy("hangzhou", null);
    }

    @Test
    void fiftyDispatchersBookOneEngineerForOneTimeAndOneOfThemDoes() throws Exception {
        String engineer = scene.engineerCode();
        List<String> orders = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            orders.add(scene.workOrder());
        }
        Instant at = VisitScene.aFreeHour();

        List<TestClient.Answer> answers = atOnce(orders.stream().<Callable<TestClient.Answer>>map(order ->
                () -> scene.book(order, engineer, at, false)).toList());

        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
        String winner = answers.stream().filter(answer -> answer.status() == 201).findFirst().orElseThrow().json()
                .path("appointment").path("number").asString();
        assertThat(answers.stream().filter(answer -> answer.status() == 409)).hasSize(49)
                .allSatisfy(answer -> {
                    assertThat(answer.code()).isEqualTo("dispatch.overlap-forbidden");
                    assertThat(answer.text()).contains(winner);
                });
        Engineer booked = house.asTheHouse(() -> engineers.get(engineer));
        assertThat(house.asTheHouse(() -> appointments.overlapping(booked.id(), new Period(at, at.plusSeconds(60)), Optional.empty()))).hasSize(1);
    }

    @Test
    void fiftyDispatchersBookOneWorkOrderAndOneOfThemDoes() throws Exception {
        String order = scene.workOrder();
        List<String> codes = List.of(scene.engineerCode(), scene.otherCode());
        List<Callable<TestClient.Answer>> tries = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            String code = codes.get(i % 2);
            Instant at = VisitScene.aFreeHour();
            tries.add(() -> scene.book(order, code, at, false));
        }
        List<TestClient.Answer> answers = atOnce(tries);
        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() == 409)).hasSize(49)
                .allSatisfy(answer -> assertThat(answer.code()).isEqualTo("dispatch.already-booked"));
    }

    @Test
    void theDatabaseItselfRefusesADoubleBookingAndSaysWhich() {
        Instant at = VisitScene.aFreeHour();
        String first = scene.book(scene.workOrder(), scene.engineerCode(), at, false).expect(201).json()
                .path("appointment").path("number").asString();
        String order = scene.workOrder();

        assertThatThrownBy(() -> house.asTheHouse(() -> {
            Engineer engineer = engineers.get(scene.engineerCode());
            Appointments.Key key = appointments.nextKey();
            appointments.add(Appointment.booked(new Appointment.Facts(key.id(), key.number(),
                    workOrders.findByNumber(order).orElseThrow().id(), "test", at), new Appointment.Plan(engineer.id(), List.of(),
                    new Period(at.plusSeconds(60), at.plusSeconds(120)), OverlapPolicy.FORBIDDEN, engineer.orgPath())));
            return true;
        })).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo("dispatch.overlap-forbidden");
            assertThat(problem.values()).containsEntry("number", first);
        });
    }

    @Test
    void whereOverlapIsWarnedTheDispatcherMustMeanIt() {
        policy("hangzhou", "WARNED");
        Instant at = VisitScene.aFreeHour();
        scene.book(scene.workOrder(), scene.engineerCode(), at, false).expect(201);
        String second = scene.workOrder();

        assertThat(scene.book(second, scene.engineerCode(), at.plusSeconds(600), false).expect(409).code())
                .isEqualTo("dispatch.overlap-not-accepted");
        JsonNode booked = scene.book(second, scene.engineerCode(), at.plusSeconds(600), true).expect(201).json();
        assertThat(booked.path("findings").toString()).contains("OVERLAPS");
    }

    @Test
    void whereOverlapIsAllowedItIsMentioned() {
        policy("hangzhou", "ALLOWED");
        Instant at = VisitScene.aFreeHour();
        scene.book(scene.workOrder(), scene.engineerCode(), at, false).expect(201);

        JsonNode booked = scene.book(scene.workOrder(), scene.engineerCode(), at, false).expect(201).json();

        assertThat(booked.path("findings").toString()).contains("OVERLAPS");
    }

    @Test
    void thePolicyIsInheritedDownTheTree() {
        TestClient manager = house.client("administrator.house");
        manager.put("/api/v1/overlap-policies/east", Map.of("policy", "WARNED")).expect(200);
        JsonNode rows = manager.get("/api/v1/overlap-policies").expect(200).json().path("items");
        JsonNode branch = rows.valueStream().filter(row -> row.path("unitCode").asString().equals("hangzhou")).findFirst().orElseThrow();
        assertThat(branch.path("inForce").asString()).isEqualTo("WARNED");
        assertThat(branch.path("own").isNull()).isTrue();
        Map<String, Object> none = new HashMap<>();
        none.put("policy", null);
        manager.put("/api/v1/overlap-policies/east", none).expect(200);
        house.client("service_manager.ningbo").put("/api/v1/overlap-policies/hangzhou", Map.of("policy", "ALLOWED")).expect(404);
        scene.dispatcher().put("/api/v1/overlap-policies/hangzhou", Map.of("policy", "ALLOWED")).expect(403);
    }

    @Test
    void absenceForbidsAndAMissingShiftWarns() {
        String code = scene.otherCode();
        Instant at = VisitScene.aFreeHour();
        String order = scene.workOrder();
        scene.dispatcher().post("/api/v1/engineers/" + code + "/absences", Map.of("startsAt", at.minusSeconds(3600).toString(),
                "endsAt", at.plusSeconds(7200).toString(), "reason", "LEAVE")).expect(201);

        assertThat(scene.book(order, code, at, false).expect(409).code()).isEqualTo("dispatch.engineer-absent");
        JsonNode booked = scene.book(order, code, at.plusSeconds(7200), false).expect(201).json();
        assertThat(booked.path("findings").toString()).contains("OUTSIDE_SHIFT");
    }

    @Test
    void movingNeedsTheVersionAndAReasonAndCancellingFreesTheOrder() {
        String order = scene.workOrder();
        String number = scene.book(order, scene.engineerCode(), VisitScene.aFreeHour(), false).expect(201).json()
                .path("appointment").path("number").asString();
        scene.engineer().post("/api/v1/appointments/" + number + "/accept", Map.of()).expect(200);
        Instant later = VisitScene.aFreeHour();
        byte[] move = ("{\"engineerCode\":\"" + scene.otherCode() + "\",\"startsAt\":\"" + later + "\",\"reason\":\"客户改期\"}").getBytes();
        scene.dispatcher().send("POST", "/api/v1/appointments/" + number + "/move", "application/json", move).expect(428);

        long version = VisitScene.version(scene.dispatcher().get("/api/v1/appointments/" + number).expect(200));
        JsonNode moved = scene.dispatcher().postVersioned("/api/v1/appointments/" + number + "/move", Map.of("engineerCode", scene.otherCode(),
                "startsAt", later.toString(), "reason", "客户改期"), version).expect(200).json().path("appointment");
        assertThat(moved.path("status").asString()).isEqualTo("BOOKED");
        assertThat(moved.path("engineerCode").asString()).isEqualTo(scene.otherCode());

        scene.dispatcher().post("/api/v1/appointments/" + number + "/cancel", Map.of("reason", "客户取消")).expect(200);
        assertThat(scene.show(order).path("engineerName").isNull()).isTrue();
        scene.book(order, scene.engineerCode(), VisitScene.aFreeHour(), false).expect(201);
    }

    @Test
    void eventsMayBeRecordedLaterButNotBeforeTheyHappen() {
        String order = scene.workOrder();
        String number = scene.book(order, scene.engineerCode(), VisitScene.aFreeHour(), false).expect(201).json()
                .path("appointment").path("number").asString();
        String arrive = "/api/v1/appointments/" + number + "/arrive";

        assertThat(scene.engineer().post(arrive, Map.of("at", VisitScene.now().plusSeconds(3600).toString())).expect(400).code())
                .isEqualTo("platform.event-time-refused");
        assertThat(scene.engineer().post(arrive, Map.of("at", VisitScene.now().minusSeconds(80 * 3600).toString())).expect(400).code())
                .isEqualTo("platform.event-time-refused");
        String at = VisitScene.now().minusSeconds(60).toString();
        scene.engineer().post(arrive, Map.of("at", at)).expect(200);
        assertThat(Instant.parse(scene.show(order).path("startedAt").asString())).isEqualTo(Instant.parse(at));
        JsonNode onSite = scene.show(order).path("clock").path("milestones").valueStream()
                .filter(milestone -> milestone.path("kind").asString().equals("ON_SITE")).findFirst().orElseThrow();
        assertThat(Instant.parse(onSite.path("reachedAt").asString())).isEqualTo(Instant.parse(at));
    }

    @Test
    void candidatesAreRankedWithReasons() {
        String code = scene.engineerCode();
        String other = scene.otherCode();
        Instant today = VisitScene.now();
        scene.dispatcher().post("/api/v1/engineers/" + code + "/shifts", Map.of("from", today.atZone(ZoneId.of("Asia/Shanghai"))
                .toLocalDate().plusDays(1).toString(), "until", today.atZone(ZoneId.of("Asia/Shanghai")).toLocalDate().plusDays(5).toString(),
                "weekdays", List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"),
                "startsAt", "08:30", "endsAt", "17:30", "kind", "NORMAL")).expect(200);

        JsonNode items = scene.dispatcher().get("/api/v1/work-orders/" + scene.workOrder() + "/candidates").expect(200).json().path("items");

        assertThat(items.get(0).path("engineerCode").asString()).isEqualTo(code);
        assertThat(items.get(0).path("startsAt").isNull()).isFalse();
        JsonNode without = items.valueStream().filter(item -> item.path("engineerCode").asString().equals(other)).findFirst().orElseThrow();
        assertThat(without.path("verdict").asString()).isEqualTo("IMPOSSIBLE");
        assertThat(without.path("obstacles").path(0).path("textEn").asString()).isNotBlank();
    }

    @Test
    void theDayShowsTheVisitToEngineerAndBranch() {
        String order = scene.workOrder();
        Instant at = VisitScene.aFreeHour();
        scene.book(order, scene.engineerCode(), at, false).expect(201);
        String date = at.atZone(ZoneId.of("Asia/Shanghai")).toLocalDate().toString();

        assertThat(scene.engineer().get("/api/v1/engineers/me/day?date=" + date).expect(200).text()).contains(order);
        assertThat(scene.dispatcher().get("/api/v1/days?branch=hangzhou&date=" + date).expect(200).text()).contains(order);
        assertThat(house.client("dispatcher.ningbo").get("/api/v1/days?branch=hangzhou&date=" + date).expect(200).text()).doesNotContain(order);
    }

    @Test
    void whoIsLentByAnotherBranchNeedsARoleThatReachesTheVisit() {
        TestClient administrator = house.client("administrator.house");
        administrator.post("/api/v1/users", Map.of("userName", "dispatcher.east", "password", "only the first of them", "name", "区域调度", "phone", "", "email", "",
                "language", "en", "orgUnitCode", "east", "roles", List.of(Map.of("role", "DISPATCHER", "orgUnitCode", "east")))).expect(201);
        house.anonymous().signIn("dispatcher.east", "only the first of them")
                .put("/api/v1/session/password", Map.of("oldPassword", "only the first of them", "newPassword", TestHouse.PASSWORD)).expect(204);
        String lent = scene.registered("engineer.ningbo", "E-NB-1");
        String order = scene.workOrder();
        Instant at = VisitScene.aFreeHour();
        Map<String, Object> booking = Map.of("workOrderNumber", order, "engineerCode", lent, "startsAt", at.toString(), "acceptOverlap", false);
        TestClient dispatcher = house.client("dispatcher.east");

        TestClient.Answer refused = dispatcher.post("/api/v1/appointments", booking).expect(409);
        assertThat(refused.code()).isEqualTo("dispatch.engineer-out-of-reach");
        assertThat(refused.text()).contains("has no role in this branch");

        JsonNode user = administrator.get("/api/v1/users?text=engineer.ningbo").expect(200).json().path("items").get(0);
        Map<String, Object> change = new HashMap<>(Map.of("name", user.path("name").asString(), "phone", "", "email", "", "language", "en", "active", true));
        change.put("roles", List.of(Map.of("role", "ENGINEER", "orgUnitCode", "ningbo"), Map.of("role", "ENGINEER", "orgUnitCode", "hangzhou")));
        administrator.put("/api/v1/users/" + user.path("userId").asString(), change, user.path("version").asInt()).expect(200);
        JsonNode booked = dispatcher.post("/api/v1/appointments", booking).expect(201).json();
        assertThat(booked.path("findings").toString()).contains("OTHER_BRANCH").doesNotContain("OUT_OF_REACH");
        String date = at.atZone(ZoneId.of("Asia/Shanghai")).toLocalDate().toString();
        assertThat(house.client("engineer.ningbo").get("/api/v1/engineers/me/day?date=" + date).expect(200).text()).contains(order);
    }

    private void policy(String unit, @Nullable String policy) {
        Map<String, Object> body = new HashMap<>();
        body.put("policy", policy);
        house.client("service_manager.hangzhou").put("/api/v1/overlap-policies/" + unit, body).expect(200);
    }

    private static List<TestClient.Answer> atOnce(List<Callable<TestClient.Answer>> tries) throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        List<TestClient.Answer> answers = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(tries.size())) {
            List<Future<TestClient.Answer>> running = new ArrayList<>();
            for (Callable<TestClient.Answer> attempt : tries) {
                running.add(threads.submit(() -> {
                    go.await();
                    return attempt.call();
                }));
            }
            go.countDown();
            for (Future<TestClient.Answer> future : running) {
                answers.add(future.get());
            }
        }
        return answers;
    }
}
