package org.firstfix.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.firstfix.dispatch.domain.Appointment;
import org.firstfix.dispatch.domain.Appointments;
import org.firstfix.dispatch.domain.Engineer;
import org.firstfix.dispatch.domain.Engineers;
import org.firstfix.dispatch.domain.OverlapPolicy;
import org.firstfix.dispatch.domain.Period;
import org.firstfix.dispatch.usecase.RegisterEngineer;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.problem.Problem;
import org.firstfix.testing.ServerTest;
import org.firstfix.testing.TestClient;
import org.firstfix.testing.TestHouse;
import org.firstfix.workorder.VisitScene;
import org.firstfix.workorder.WorkOrderApi;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** Work for two: booked, moved, planned and shown as one visit that takes the time of both. */
@ServerTest
@Import(VisitScene.class)
class CrewsTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final AtomicInteger DAYS = new AtomicInteger(3);

    private final TestHouse house;
    private final VisitScene scene;
    private final Appointments appointments;
    private final Engineers engineers;
    private final WorkOrderApi workOrders;
    private final RegisterEngineer registerEngineer;

    @Autowired
    CrewsTest(TestHouse house, VisitScene scene, Appointments appointments, Engineers engineers, WorkOrderApi workOrders, RegisterEngineer registerEngineer) {
        this.house = house;
        this.scene = scene;
        this.appointments = appointments;
        this.engineers = engineers;
        this.workOrders = workOrders;
        this.registerEngineer = registerEngineer;
    }

    private String third() {
        PersonId person = house.as("service_manager.hangzhou", () -> Actors.current().personId().orElseThrow());
        return house.asTheHouse(() -> {
            if (!engineers.isTaken("E-HZ-3")) {
                registerEngineer.handle(new RegisterEngineer.Command(person, "E-HZ-3", Optional.empty(), Optional.empty(),
                        List.of(new Engineer.Skill("SERVER", 2, Optional.empty())), Optional.empty()));
            }
            return "E-HZ-3";
        });
    }

    private TestClient.Answer size(String order, int size) {
        TestClient.Answer before = scene.agent().get("/api/v1/work-orders/" + order).expect(200);
        return scene.dispatcher().put("/api/v1/work-orders/" + order + "/crew-size", Map.of("size", size, "reason", "机柜要两个人抬"), VisitScene.version(before));
    }

    private String workForTwo() {
        String order = scene.workOrder();
        size(order, 2).expect(200);
        return order;
    }

    private TestClient.Answer book(String order, String lead, List<String> crew, Instant at) {
        return scene.dispatcher().post("/api/v1/appointments", Map.of("workOrderNumber", order, "engineerCode", lead, "crew", crew, "startsAt", at.toString()));
    }

    private String booked(String order, String lead, List<String> crew, Instant at) {
        return book(order, lead, crew, at).expect(201).json().path("appointment").path("number").asString();
    }

    private JsonNode visit(String number) {
        return scene.dispatcher().get("/api/v1/appointments/" + number).expect(200).json();
    }

    private TestClient.Answer move(String number, Map<String, Object> what) {
        TestClient.Answer before = scene.dispatcher().get("/api/v1/appointments/" + number).expect(200);
        return scene.dispatcher().post("/api/v1/appointments/" + number + "/move", what, VisitScene.version(before));
    }

    private static List<String> codes(JsonNode crew) {
        return crew.valueStream().map(member -> member.path("code").asString()).toList();
    }

    private boolean isFree(String code, Instant at) {
        return house.asTheHouse(() -> appointments.overlapping(engineers.get(code).id(), new Period(at, at.plusSeconds(60)), Optional.empty()).isEmpty());
    }

    private void shift(LocalDate day, String... codes) {
        for (String code : codes) {
            house.client("service_manager.hangzhou").post("/api/v1/engineers/" + code + "/shifts", Map.of("from", day.toString(), "until", day.toString(),
                    "weekdays", Set.of(day.getDayOfWeek().name()), "startsAt", "08:00", "endsAt", "18:00", "kind", "NORMAL")).expect(200);
        }
    }

    /** Every test has a day of its own, on which the contract is served. */
    private static LocalDate aDay() {
        LocalDate day = Clock.system(ZONE).instant().atZone(ZONE).toLocalDate().plusDays(DAYS.getAndIncrement());
        return day.getDayOfWeek().getValue() > 5 ? aDay() : day;
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(LocalTime.of(hour, 0)).atZone(ZONE).toInstant();
    }

    private List<JsonNode> barsOf(LocalDate day, String order) {
        return scene.dispatcher().get("/api/v1/board?date=" + day).expect(200).json().path("rows").valueStream()
                .flatMap(row -> row.path("bars").valueStream().filter(bar -> bar.path("workOrderNumber").asString().equals(order))).toList();
    }

    private JsonNode plan(LocalDate day) throws InterruptedException {
        String id = scene.dispatcher().post("/api/v1/plans", Map.of("date", day.toString())).expect(202).json().path("id").asString();
        for (int i = 0; i < 200; i++) {
            JsonNode version = scene.dispatcher().get("/api/v1/plan-versions/" + id).expect(200).json();
            if (!version.path("status").asString().equals("COMPUTING")) {
                return version;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("no proposal within 20 seconds");
    }

    private static Optional<JsonNode> changeOf(JsonNode version, String order) {
        return version.path("changes").valueStream().filter(change -> change.path("workOrderNumber").asString().equals(order)).findFirst();
    }

    /** So that plans of later tests do not look at it. */
    private void over(String order) {
        scene.dispatcher().post("/api/v1/work-orders/" + order + "/cancel", Map.of("reason", "测试结束")).expect(200);
    }

    @Test
    void aCrewIsOneVisitAndBothSeeIt() {
        String order = workForTwo();
        Instant at = VisitScene.aFreeHour();
        String number = booked(order, scene.engineerCode(), List.of(scene.otherCode()), at);

        assertThat(visit(number).path("engineerCode").asString()).isEqualTo(scene.engineerCode());
        assertThat(codes(visit(number).path("crew"))).containsExactly(scene.otherCode());
        String day = "?date=" + at.atZone(ZONE).toLocalDate();
        JsonNode mine = house.client("dedicated_engineer.hangzhou").get("/api/v1/engineers/" + scene.otherCode() + "/day" + day).expect(200).json();
        JsonNode seen = mine.path("visits").valueStream().filter(visit -> visit.path("number").asString().equals(number)).findFirst().orElseThrow();
        assertThat(seen.path("engineerName").asString()).isNotBlank();
        assertThat(seen.path("actions")).as("the steps are the lead's").isEmpty();

        assertThat(house.client("dedicated_engineer.hangzhou").post("/api/v1/appointments/" + number + "/accept", Map.of()).expect(403).code())
                .isEqualTo("dispatch.not-your-appointment");
        scene.engineer().post("/api/v1/appointments/" + number + "/accept", Map.of()).expect(200);
    }

    @Test
    void nobodyTakesTwoSeatsAndFourAreTheMost() {
        String order = workForTwo();
        assertThat(book(order, scene.engineerCode(), List.of(scene.engineerCode()), VisitScene.aFreeHour()).expect(400).text())
                .contains("dispatch.crew-names-somebody-twice");
        assertThat(book(order, "A", List.of("B", "C", "D", "E"), VisitScene.aFreeHour()).expect(400).text()).contains("dispatch.crew-too-large");
    }

    @Test
    void leadsAndMembersCollideInEveryCombinationAlsoAtOnce() throws Exception {
        List<String> both = List.of(scene.engineerCode(), scene.otherCode());
        Instant at = VisitScene.aFreeHour();
        List<Callable<TestClient.Answer>> tries = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            String order = workForTwo();
            String lead = both.get(i % 2);
            List<String> crew = i % 3 == 0 ? List.of(third()) : List.of(both.get(1 - i % 2));
            tries.add(() -> book(order, lead, crew, at));
        }
        CountDownLatch start = new CountDownLatch(1);
        List<TestClient.Answer> answers = new ArrayList<>();
        try (var dispatchers = Executors.newFixedThreadPool(tries.size())) {
            List<Future<TestClient.Answer>> running = tries.stream().map(one -> dispatchers.submit(() -> {
                start.await();
                return one.call();
            })).toList();
            start.countDown();
            for (Future<TestClient.Answer> one : running) {
                answers.add(one.get());
            }
        }
        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isIn(201, 409));
        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.status() == 409)).allSatisfy(answer -> assertThat(answer.code()).isEqualTo("dispatch.overlap-forbidden"));
    }

    @Test
    void theDatabaseItselfRefusesASecondSeatOfAMemberAndSaysWhich() {
        Instant at = VisitScene.aFreeHour();
        String first = booked(workForTwo(), scene.engineerCode(), List.of(scene.otherCode()), at);
        String order = scene.workOrder();

        assertThatThrownBy(() -> house.asTheHouse(() -> {
            Engineer member = engineers.get(scene.otherCode());
            Engineer lead = engineers.get(third());
            Appointments.Key key = appointments.nextKey();
            appointments.add(Appointment.booked(new Appointment.Facts(key.id(), key.number(), workOrders.findByNumber(order).orElseThrow().id(), "test", at),
                    new Appointment.Plan(lead.id(), List.of(member.id()), new Period(at.plusSeconds(60), at.plusSeconds(120)), OverlapPolicy.FORBIDDEN,
                            lead.orgPath())));
            return true;
        })).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo("dispatch.overlap-forbidden");
            assertThat(problem.values()).containsEntry("number", first);
        });
    }

    @Test
    void moveMovesEverybodyAndCancelFreesEverybody() {
        Instant at = VisitScene.aFreeHour();
        Instant later = VisitScene.aFreeHour();
        String number = booked(workForTwo(), scene.engineerCode(), List.of(scene.otherCode()), at);

        move(number, Map.of("engineerCode", scene.engineerCode(), "startsAt", later.toString(), "reason", "客户改期")).expect(200);
        assertThat(codes(visit(number).path("crew"))).containsExactly(scene.otherCode());
        for (String code : List.of(scene.engineerCode(), scene.otherCode())) {
            assertThat(isFree(code, at)).isTrue();
            assertThat(isFree(code, later)).isFalse();
        }
        scene.dispatcher().post("/api/v1/appointments/" + number + "/cancel", Map.of("reason", "不需要")).expect(200);
        assertThat(isFree(scene.engineerCode(), later)).isTrue();
        assertThat(isFree(scene.otherCode(), later)).isTrue();
    }

    @Test
    void oneMemberIsReplacedAndTheOtherStays() {
        Instant at = VisitScene.aFreeHour();
        String number = booked(workForTwo(), scene.engineerCode(), List.of(scene.otherCode()), at);

        move(number, Map.of("engineerCode", scene.engineerCode(), "crew", List.of(third()), "startsAt", at.toString(), "reason", "换人")).expect(200);
        assertThat(codes(visit(number).path("crew"))).containsExactly(third());
        assertThat(isFree(scene.otherCode(), at)).isTrue();

        move(number, Map.of("engineerCode", third(), "startsAt", at.toString(), "reason", "由他带队")).expect(200);
        assertThat(visit(number).path("engineerCode").asString()).isEqualTo(third());
        assertThat(visit(number).path("crew")).as("who leads now does not come along as well").isEmpty();
    }

    @Test
    void whatSpeaksAgainstAMemberIsSaidWithHisName() {
        Instant at = VisitScene.aFreeHour();
        scene.dispatcher().post("/api/v1/engineers/" + third() + "/absences", Map.of("startsAt", at.toString(), "endsAt", at.plusSeconds(3600).toString(),
                "reason", "LEAVE")).expect(201);
        TestClient.Answer refused = book(workForTwo(), scene.engineerCode(), List.of(third()), at).expect(409);
        assertThat(refused.code()).isEqualTo("dispatch.engineer-absent");
        assertThat(refused.text()).contains(house.asTheHouse(() -> engineers.get(third()).name()));
    }

    @Test
    void whatIsWrongWithTheVisitIsSaidOnceAndWhatIsWrongWithSomebodyOfHim() {
        Instant past = VisitScene.now().minusSeconds(86_400L * 3);
        JsonNode findings = scene.dispatcher().get("/api/v1/work-orders/" + workForTwo() + "/booking-check?engineer=" + scene.engineerCode() + "&crew="
                + scene.otherCode() + "&startsAt=" + past).expect(200).json().path("findings");
        assertThat(findings.valueStream().filter(finding -> finding.path("code").asString().equals("IN_THE_PAST"))).hasSize(1);
        assertThat(findings.valueStream().filter(finding -> finding.path("code").asString().equals("OUTSIDE_SHIFT"))
                .map(finding -> finding.path("values").path("engineer").asString())).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void theSizeIsSetBeforeWorkBeginsByWhoeverMaintainsWorkOrders() {
        String order = scene.workOrder();
        size(order, 3).expect(200);
        assertThat(scene.show(order).path("crewSize").asInt()).isEqualTo(3);
        assertThat(size(order, 5).expect(400).code()).isNotBlank();
        scene.engineer().put("/api/v1/work-orders/" + order + "/crew-size", Map.of("size", 2, "reason", "r"), 1).expect(403);
        assertThat(scene.dispatcher().put("/api/v1/work-orders/" + order + "/crew-size", Map.of("size", 2, "reason", "r"), 0).status()).isEqualTo(412);
        scene.arrived(order);
        assertThat(size(order, 2).expect(409).code()).isEqualTo("workorder.crew-size-is-settled");
    }

    @Test
    void aPlanProposesBothSeatsAppliesThemAndTakesThemBack() throws Exception {
        LocalDate day = aDay();
        shift(day, scene.engineerCode(), scene.otherCode());
        String order = workForTwo();

        JsonNode proposed = plan(day);
        JsonNode change = changeOf(proposed, order).orElseThrow();
        assertThat(change.path("kind").asString()).isEqualTo("BOOK");
        assertThat(Stream.concat(Stream.of(change.path("wanted").path("engineerCode").asString()), codes(change.path("wanted").path("crew")).stream()))
                .containsExactlyInAnyOrder(scene.engineerCode(), scene.otherCode());

        JsonNode published = scene.dispatcher().post("/api/v1/plan-versions/" + proposed.path("id").asString() + "/publish", Map.of("reason", "排程")).expect(200).json();
        List<JsonNode> bars = barsOf(day, order);
        assertThat(bars).hasSize(2);
        assertThat(bars).allSatisfy(bar -> assertThat(bar.path("crew")).hasSize(2));
        assertThat(bars.get(0).path("startsAt")).isEqualTo(bars.get(1).path("startsAt"));

        scene.dispatcher().post("/api/v1/plan-versions/" + published.path("id").asString() + "/undo", Map.of("reason", "撤回")).expect(200);
        assertThat(barsOf(day, order)).isEmpty();
        over(order);
    }

    @Test
    void whereOnlyOneWorksThePlanBooksNobody() throws Exception {
        LocalDate day = aDay();
        shift(day, scene.engineerCode());
        String order = workForTwo();
        assertThat(changeOf(plan(day), order)).isEmpty();
        over(order);
    }

    @Test
    void aVisitThatIsBookedWithTooFewGetsTheSecondOrStaysAsItIs() throws Exception {
        LocalDate day = aDay();
        shift(day, scene.engineerCode());
        String order = workForTwo();
        String number = booked(order, scene.engineerCode(), List.of(), at(day, 10));
        assertThat(changeOf(plan(day), order)).as("nobody else works: it stays").isEmpty();

        shift(day, scene.otherCode());
        JsonNode change = changeOf(plan(day), order).orElseThrow();
        assertThat(change.path("kind").asString()).isEqualTo("MOVE");
        assertThat(change.path("wanted").path("engineerCode").asString()).as("the lead stays").isEqualTo(scene.engineerCode());
        assertThat(codes(change.path("wanted").path("crew"))).containsExactly(scene.otherCode());
        assertThat(change.path("wanted").path("startsAt").asString()).isEqualTo(visit(number).path("startsAt").asString());
        over(order);
    }

    @Test
    void candidatesAreCrewsAndTheFirstIsBookedAsItIs() {
        LocalDate day = aDay();
        shift(day, scene.engineerCode(), scene.otherCode(), third());
        String order = workForTwo();

        List<JsonNode> items = scene.dispatcher().get("/api/v1/work-orders/" + order + "/candidates?date=" + day).expect(200).json().path("items").valueStream().toList();
        JsonNode best = items.getFirst();
        assertThat(best.path("verdict").asString()).isNotEqualTo("IMPOSSIBLE");
        assertThat(codes(best.path("crew"))).hasSize(1).doesNotContain(best.path("engineerCode").asString());
        assertThat(items.stream().filter(item -> !item.path("verdict").asString().equals("IMPOSSIBLE"))).allSatisfy(item -> assertThat(item.path("crew")).hasSize(1));

        book(order, best.path("engineerCode").asString(), codes(best.path("crew")), Instant.parse(best.path("startsAt").asString())).expect(201);
        assertThat(barsOf(day, order)).hasSize(2);
        over(order);
    }

    @Test
    void whereNobodyCanJoinEveryCandidateSaysSo() {
        LocalDate day = aDay();
        shift(day, scene.engineerCode());
        String order = workForTwo();
        List<JsonNode> items = scene.dispatcher().get("/api/v1/work-orders/" + order + "/candidates?date=" + day).expect(200).json().path("items").valueStream().toList();
        assertThat(items).allSatisfy(item -> assertThat(item.path("verdict").asString()).isEqualTo("IMPOSSIBLE"));
        assertThat(items.getFirst().path("obstacles").toString()).contains("no-crew");
        over(order);
    }

    @Test
    void aWindowIsHeldAndBookedForBoth() {
        LocalDate day = aDay();
        shift(day, scene.engineerCode(), scene.otherCode());
        String order = workForTwo();
        JsonNode offers = scene.dispatcher().get("/api/v1/work-orders/" + order + "/slots?days=1&from=" + day).expect(200).json().path("items");
        JsonNode offer = offers.valueStream().filter(one -> one.path("possible").asBoolean()).findFirst().orElseThrow();
        JsonNode hold = scene.dispatcher().post("/api/v1/work-orders/" + order + "/slot-holds",
                Map.of("startsAt", offer.path("startsAt").asString(), "endsAt", offer.path("endsAt").asString())).expect(201).json();
        assertThat(hold.path("crew")).hasSize(1);
        Instant at = Instant.parse(hold.path("startsAt").asString());

        for (String code : List.of(scene.engineerCode(), scene.otherCode())) {
            assertThat(scene.book(scene.workOrder(), code, at, false).expect(409).code()).isEqualTo("dispatch.engineer-held");
        }
        JsonNode agreed = scene.dispatcher().post("/api/v1/slot-holds/" + hold.path("id").asString() + "/book", Map.of()).expect(201).json();
        assertThat(codes(agreed.path("appointment").path("crew"))).hasSize(1);
        assertThat(IntStream.range(0, 2).mapToObj(List.of(scene.engineerCode(), scene.otherCode())::get).noneMatch(code -> isFree(code, at))).isTrue();
        over(order);
    }
}
