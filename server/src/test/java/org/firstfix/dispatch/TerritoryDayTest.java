package org.firstfix.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.firstfix.contract.Milestone;
import org.firstfix.dispatch.domain.Commitment;
import org.firstfix.dispatch.domain.EngineDay;
import org.firstfix.dispatch.domain.Lane;
import org.firstfix.dispatch.domain.PlanArea;
import org.firstfix.dispatch.domain.PlanningPolicy;
import org.firstfix.dispatch.domain.Task;
import org.firstfix.dispatch.query.DayMaterials;
import org.firstfix.platform.scope.DataScope;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.routing.plan.Visit;
import org.firstfix.sla.SlaApi;
import org.firstfix.testing.ServerTest;
import org.firstfix.testing.TestHouse;
import org.firstfix.workorder.VisitScene;
import org.firstfix.workorder.WorkOrderApi;
import org.firstfix.workorder.WorkOrderSummary;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** What the engine is told of a day: each mapping from shifts, absences, skills, appointments, open work and clocks. */
@ServerTest
@Import(VisitScene.class)
class TerritoryDayTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final AtomicInteger DAYS = new AtomicInteger(3);

    private final TestHouse house;
    private final VisitScene scene;
    private final DayMaterials materials;
    private final WorkOrderApi workOrders;
    private final SlaApi sla;

    @Autowired
    TerritoryDayTest(TestHouse house, VisitScene scene, DayMaterials materials, WorkOrderApi workOrders, SlaApi sla) {
        this.house = house;
        this.scene = scene;
        this.materials = materials;
        this.workOrders = workOrders;
        this.sla = sla;
    }

    /** Every test has a day of its own. */
    private static LocalDate aDay() {
        return Clock.system(ZONE).instant().atZone(ZONE).toLocalDate().plusDays(DAYS.getAndIncrement());
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(LocalTime.of(hour, 0)).atZone(ZONE).toInstant();
    }

    private EngineDay day(LocalDate day) {
        return house.asTheHouse(() -> EngineDay.of(materials.withDeadlines(materials.of(DataScope.all(),
                new PlanArea(new OrgPath("house.east.hangzhou"), Optional.empty(), day, ZONE)))));
    }

    private void shift(String code, LocalDate day, int from, int to, String kind) {
        house.client("service_manager.hangzhou").post("/api/v1/engineers/" + code + "/shifts", Map.of("from", day.toString(), "until", day.toString(),
                "weekdays", Set.of(day.getDayOfWeek().name()), "startsAt", "%02d:00".formatted(from), "endsAt", "%02d:00".formatted(to),
                "kind", kind)).expect(200);
    }

    private void absent(String code, Instant from, Instant to) {
        scene.dispatcher().post("/api/v1/engineers/" + code + "/absences", Map.of("startsAt", from.toString(), "endsAt", to.toString(),
                "reason", "LEAVE")).expect(201);
    }

    private String book(String order, String code, Instant at) {
        return scene.book(order, code, at, false).expect(201).json().path("appointment").path("number").asString();
    }

    private List<Lane> lanesOf(EngineDay day, String code) {
        return day.lanes().stream().filter(lane -> lane.person().code().equals(code)).toList();
    }

    private WorkOrderSummary order(String number) {
        return house.asTheHouse(() -> workOrders.findByNumber(number).orElseThrow());
    }

    private Task task(EngineDay day, String order) {
        return day.task(day.idOf(order(order).id()).orElseThrow());
    }

    private Visit visit(EngineDay day, String order) {
        return day.day().visits().get(day.idOf(order(order).id()).orElseThrow() - 1);
    }

    /** Who stood by until then is not free in the shift that begins then. */
    @Test
    void aVisitAtTheChangeOfShiftsBelongsToTheOneThatBegins() {
        String code = scene.engineerCode();
        LocalDate on = aDay();
        shift(code, on, 4, 8, "STANDBY");
        shift(code, on, 8, 17, "NORMAL");
        String order = scene.workOrder();
        book(order, code, at(on, 8));
        EngineDay day = day(on);
        Lane lane = day.lanes().get(task(day, order).lane().orElseThrow() - 1);
        assertThat(lane.stretch().standby()).isFalse();
        assertThat(lanesOf(day, code)).hasSize(2);
    }

    @Test
    void aShiftWithoutItsAbsencesIsWorkingTimeAndOnlyItsEndHasOvertime() {
        String code = scene.engineerCode();
        LocalDate on = aDay();
        shift(code, on, 8, 17, "NORMAL");
        absent(code, at(on, 11), at(on, 13));

        List<Lane> lanes = lanesOf(day(on), code);

        assertThat(lanes).extracting(Lane::begins).containsExactly(8 * 3600, 13 * 3600);
        assertThat(lanes).extracting(Lane::ends).containsExactly(11 * 3600, 17 * 3600);
        assertThat(lanes).extracting(lane -> lane.stretch().overtime().toMinutes())
                .containsExactly(0L, (long) PlanningPolicy.USUAL.overtimeMinutes());
    }

    @Test
    void whoHasNoShiftOrIsAwayAllDayIsNotPlanned() {
        LocalDate on = aDay();
        shift(scene.engineerCode(), on, 8, 17, "NORMAL");
        absent(scene.engineerCode(), at(on, 0), at(on, 24 - 1));

        EngineDay day = day(on);

        assertThat(day.lanes()).isEmpty();
        assertThat(day.material().engineers()).extracting(diary -> diary.engineer().code()).contains(scene.engineerCode(), scene.otherCode());
    }

    @Test
    void aSkillCountsWithItsLevelUntilItExpires() {
        String code = scene.otherCode();
        LocalDate on = aDay();
        LocalDate later = on.plusDays(60);
        shift(code, on, 8, 17, "NORMAL");
        shift(code, later, 8, 17, "NORMAL");
        var manager = house.client("service_manager.hangzhou");
        manager.put("/api/v1/engineers/" + code, Map.of("active", true, "homeLatitude", 30.3, "homeLongitude", 120.1, "skills",
                List.of(Map.of("code", "SERVER", "level", 3), Map.of("code", "UPS", "level", 2, "expiresOn", on.toString()))),
                VisitScene.version(manager.get("/api/v1/engineers/" + code).expect(200))).expect(200);

        EngineDay day = day(on);
        int id = day.lanes().indexOf(lanesOf(day, code).getFirst()) + 1;
        assertThat(day.day().engineers().get(id - 1).skills()).containsExactlyInAnyOrderEntriesOf(Map.of("SERVER", 3, "UPS", 2));
        assertThat(lanesOf(day, code).getFirst().from()).get().extracting(place -> place.latitude()).isEqualTo(30.3);
        EngineDay tooLate = day(later);
        assertThat(tooLate.day().engineers().get(tooLate.lanes().indexOf(lanesOf(tooLate, code).getFirst())).skills()).isEqualTo(Map.of("SERVER", 3));
    }

    @Test
    void whatIsBookedIsPromisedAndWhatIsAcceptedStays() {
        String code = scene.engineerCode();
        LocalDate on = aDay();
        shift(code, on, 8, 17, "NORMAL");
        String booked = scene.workOrder();
        String accepted = scene.workOrder();
        book(booked, code, at(on, 9));
        String number = book(accepted, code, at(on, 14));
        scene.engineer().post("/api/v1/appointments/" + number + "/accept", Map.of()).expect(200);

        EngineDay day = day(on);

        assertThat(task(day, booked).commitment()).isEqualTo(Commitment.PROMISED);
        assertThat(visit(day, booked).pinned()).isEmpty();
        assertThat(visit(day, booked).current()).isPresent();
        assertThat(visit(day, booked).windows()).containsExactly(new Visit.Window(9 * 3600, 9 * 3600));
        assertThat(task(day, accepted).commitment()).isEqualTo(Commitment.FIXED);
        assertThat(visit(day, accepted).pinned()).isEqualTo(visit(day, accepted).current());
        int lane = task(day, booked).lane().orElseThrow();
        assertThat(day.current().routes().get(lane - 1).stops()).extracting(stop -> stop.visit())
                .containsExactly(day.idOf(order(booked).id()).orElseThrow(), day.idOf(order(accepted).id()).orElseThrow());
    }

    @Test
    void whoseEngineerIsAbsentNeedsSomebodyThenOrLater() {
        String code = scene.engineerCode();
        LocalDate on = aDay();
        shift(code, on, 8, 17, "NORMAL");
        String order = scene.workOrder();
        book(order, code, at(on, 10));
        absent(code, at(on, 9), at(on, 18));

        EngineDay day = day(on);

        assertThat(task(day, order).commitment()).isEqualTo(Commitment.ORPHANED);
        assertThat(day.current().unassigned()).contains(day.idOf(order(order).id()).orElseThrow());
        assertThat(visit(day, order).windows()).singleElement().satisfies(window -> {
            assertThat(window.from()).isEqualTo(10 * 3600);
            assertThat(window.to()).isGreaterThan(24 * 3600);
        });
        assertThat(visit(day, order).due()).isEqualTo(10 * 3600);
        assertThat(visit(day, order).lateCentsPerMinute()).isGreaterThanOrEqualTo(PlanningPolicy.USUAL.brokenPromisePerMinute());
    }

    @Test
    void openWorkHasItsSkillItsLengthAndTheDeadlineOfItsClock() {
        LocalDate on = aDay();
        shift(scene.engineerCode(), on, 8, 17, "NORMAL");
        String number = scene.workOrder();
        WorkOrderSummary order = order(number);

        EngineDay day = day(on);
        Visit visit = visit(day, number);

        assertThat(task(day, number).commitment()).isEqualTo(Commitment.FREE);
        assertThat(visit.windows()).isEmpty();
        assertThat(visit.service()).isEqualTo(order.expectedMinutes() * 60);
        assertThat(visit.skills()).isEqualTo(order.requiredSkill().map(skill -> Map.of(skill, 1)).orElse(Map.of()));
        Instant due = house.asTheHouse(() -> sla.clockOf(order.caseId().value())).orElseThrow().milestones().stream()
                .filter(milestone -> milestone.kind() == Milestone.ON_SITE).findFirst().orElseThrow().dueAt().orElseThrow();
        assertThat(task(day, number).job().startsBy()).get().satisfies(startsBy -> assertThat(startsBy).isBeforeOrEqualTo(due));
        // Due before that day begins: late by all the time between, and still cheaper made than left for another day.
        assertThat(visit.due()).isNegative();
        assertThat(visit.lateCentsPerMinute()).isEqualTo(PlanningPolicy.USUAL.latePerMinute().get(order.priority()));
        assertThat(visit.absenceCents()).isGreaterThan((24 * 60 - visit.due() / 60) * visit.lateCentsPerMinute());
    }

    @Test
    void whatWaitsForTheCustomerIsNotPlanned() {
        LocalDate on = aDay();
        shift(scene.engineerCode(), on, 8, 17, "NORMAL");
        String waiting = scene.workOrder();
        scene.cases().step(scene.caseOf(waiting), "wait-for-customer", Map.of("reason", "CUSTOMER_NOT_READY", "evidence", "王伟来电：备份未完成")).expect(200);

        EngineDay day = day(on);

        assertThat(day.idOf(order(waiting).id())).isEmpty();
        JsonNode board = scene.dispatcher().get("/api/v1/board?date=" + on).expect(200).json();
        assertThat(board.path("jobs").valueStream().filter(job -> job.path("number").asString().equals(waiting)).findFirst().orElseThrow()
                .path("list").asString()).isEqualTo("TO_CONFIRM");
    }

    @Test
    void theCustomersOwnEngineerIsPreferredAndElseHisStandIn() {
        LocalDate on = aDay();
        LocalDate without = aDay();
        String owner = scene.engineerCode();
        String standIn = scene.otherCode();
        shift(owner, on, 8, 17, "NORMAL");
        shift(standIn, on, 8, 17, "NORMAL");
        shift(standIn, without, 8, 17, "NORMAL");
        String order = scene.workOrder();
        String customer = scene.show(order).path("customer").path("number").asString();
        house.client("service_manager.hangzhou").put("/api/v1/dedications/" + customer, Map.of("engineerCode", owner, "standInCodes", List.of(standIn))).expect(200);

        EngineDay day = day(on);
        EngineDay other = day(without);

        assertThat(visit(day, order).preferred()).singleElement().satisfies(lane -> assertThat(day.lane(lane).person().code()).isEqualTo(owner));
        assertThat(visit(other, order).preferred()).singleElement().satisfies(lane -> assertThat(other.lane(lane).person().code()).isEqualTo(standIn));
    }

    @Test
    void candidatesComeWithPriceAndReasonsInBothLanguages() {
        LocalDate on = aDay();
        String able = scene.engineerCode();
        String away = scene.otherCode();
        shift(able, on, 8, 17, "NORMAL");
        shift(away, on, 8, 17, "NORMAL");
        absent(away, at(on, 7), at(on, 18));
        String order = scene.workOrder();

        JsonNode items = scene.dispatcher().get("/api/v1/work-orders/" + order + "/candidates?date=" + on).expect(200).json().path("items");

        JsonNode first = items.path(0);
        assertThat(first.path("engineerCode").asString()).isEqualTo(able);
        assertThat(first.path("verdict").asString()).isIn("SUITABLE", "LATE");
        assertThat(first.path("moreThanBest").path("money").asLong()).isZero();
        assertThat(first.path("reasons").valueStream()).isNotEmpty().allSatisfy(line -> {
            assertThat(line.path("textEn").asString()).isNotBlank().doesNotStartWith("dispatch.");
            assertThat(line.path("textZh").asString()).isNotBlank().isNotEqualTo(line.path("textEn").asString());
        });
        JsonNode last = items.valueStream().filter(item -> item.path("engineerCode").asString().equals(away)).findFirst().orElseThrow();
        assertThat(last.path("verdict").asString()).isEqualTo("IMPOSSIBLE");
        assertThat(last.path("obstacles").path(0).path("rule").asString()).isEqualTo("absent");
    }

    @Test
    void whoWouldComeHomeTooLateIsNamedWithWhatWouldHaveToBeAllowed() {
        LocalDate on = aDay();
        shift(scene.engineerCode(), on, 8, 9, "OVERTIME");
        String order = scene.workOrder();

        JsonNode item = scene.dispatcher().get("/api/v1/work-orders/" + order + "/candidates?date=" + on).expect(200).json().path("items").path(0);

        assertThat(item.path("verdict").asString()).isEqualTo("IMPOSSIBLE");
        JsonNode obstacle = item.path("obstacles").path(0);
        assertThat(obstacle.path("rule").asString()).isEqualTo("shift-end");
        assertThat(obstacle.path("relaxationEn").asString()).contains(Math.ceilDiv(obstacle.path("amount").asLong(), 60) + " minutes");
    }

    @Test
    void theReasonsOfAllVisitsSumToTheCostOfTheDay() {
        String code = scene.engineerCode();
        LocalDate on = aDay();
        shift(code, on, 8, 17, "NORMAL");
        String one = book(scene.workOrder(), code, at(on, 9));
        String two = book(scene.workOrder(), code, at(on, 14));
        scene.workOrder();

        JsonNode first = scene.dispatcher().get("/api/v1/appointments/" + one + "/why").expect(200).json();
        JsonNode second = scene.dispatcher().get("/api/v1/appointments/" + two + "/why").expect(200).json();

        for (String level : List.of("hard", "money", "preference")) {
            long lines = first.path("here").valueStream().filter(line -> line.path("level").asString().toLowerCase().equals(level))
                    .mapToLong(line -> line.path("amount").asLong()).sum();
            assertThat(first.path("visitTotal").path(level).asLong()).isEqualTo(lines);
            assertThat(first.path("planTotal").path(level).asLong()).isEqualTo(first.path("visitTotal").path(level).asLong()
                    + second.path("visitTotal").path(level).asLong() + first.path("undoneTotal").path(level).asLong());
        }
        assertThat(first.path("undoneTotal").path("money").asLong()).isPositive();
        assertThat(first.path("others").valueStream().map(item -> item.path("engineerCode").asString())).contains(code);
    }

    @Test
    void theBoardShowsEachVisitOnceAndOpenWorkBesideIt() {
        String code = scene.engineerCode();
        LocalDate on = aDay();
        shift(code, on, 8, 17, "NORMAL");
        String booked = scene.workOrder();
        String open = scene.workOrder();
        String number = book(booked, code, at(on, 10));

        JsonNode board = scene.dispatcher().get("/api/v1/board?date=" + on).expect(200).json();

        assertThat(board.path("rows").valueStream().filter(row -> row.path("code").asString().equals(code)).flatMap(row -> row.path("bars").valueStream())
                .map(bar -> bar.path("number").asString())).containsExactly(number);
        List<String> jobs = board.path("jobs").valueStream().map(job -> job.path("number").asString()).toList();
        assertThat(jobs).contains(open).doesNotContain(booked);
        JsonNode suggestions = scene.dispatcher().get("/api/v1/board/suggestions?date=" + on).expect(200).json().path("items");
        JsonNode best = suggestions.valueStream().filter(item -> item.path("workOrderNumber").asString().equals(open)).findFirst().orElseThrow()
                .path("best").path(0);
        JsonNode asked = scene.dispatcher().get("/api/v1/work-orders/" + open + "/candidates?date=" + on).expect(200).json().path("items").path(0);
        // One grading: the board and the list of candidates say the same to the last unit.
        assertThat(best).isEqualTo(asked);
        house.client("dispatcher.ningbo").get("/api/v1/board?territory=NOWHERE").expect(404);
    }

    @Test
    void whoWorkedLateTheEveningBeforeIsPlannedAfterTheLegalRestAndBackBeforeTheNextDay() {
        String code = scene.engineerCode();
        LocalDate on = aDay();
        DAYS.getAndAdd(2);
        shift(code, on, 14, 23, "NORMAL");
        shift(code, on.plusDays(1), 7, 16, "NORMAL");
        shift(code, on.plusDays(2), 6, 14, "NORMAL");

        EngineDay day = day(on.plusDays(1));
        int lane = day.lanes().indexOf(lanesOf(day, code).getFirst());
        assertThat(day.day().engineers().get(lane).terms().limits().restedAt()).isEqualTo(10 * 3600);
        assertThat(day.day().engineers().get(lane).terms().limits().restFrom()).isEqualTo(19 * 3600);
    }
}
