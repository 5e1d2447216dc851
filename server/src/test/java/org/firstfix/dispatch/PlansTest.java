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
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.firstfix.dispatch.domain.Appointments;
import org.firstfix.dispatch.domain.DayProposal;
import org.firstfix.dispatch.domain.EngineDay;
import org.firstfix.dispatch.domain.Engineers;
import org.firstfix.dispatch.domain.Period;
import org.firstfix.dispatch.domain.PlanArea;
import org.firstfix.dispatch.domain.PlanVersion;
import org.firstfix.dispatch.domain.Plans;
import org.firstfix.dispatch.domain.ProposedChange;
import org.firstfix.dispatch.query.DayMaterials;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.scope.DataScope;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.routing.plan.Objective;
import org.firstfix.testing.ServerTest;
import org.firstfix.testing.TestClient;
import org.firstfix.testing.TestHouse;
import org.firstfix.workorder.VisitScene;
import org.firstfix.workorder.WorkOrderApi;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** Plans from the request to the undo, over HTTP and with the real background job. */
@ServerTest
@Import(VisitScene.class)
class PlansTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final AtomicInteger DAYS = new AtomicInteger(3);

    private final TestHouse house;
    private final VisitScene scene;
    private final DayMaterials materials;
    private final Plans plans;
    private final Appointments appointments;
    private final Engineers engineers;
    private final WorkOrderApi workOrders;

    @Autowired
    PlansTest(TestHouse house, VisitScene scene, DayMaterials materials, Plans plans, Appointments appointments, Engineers engineers, WorkOrderApi workOrders) {
        this.house = house;
        this.scene = scene;
        this.materials = materials;
        this.plans = plans;
        this.appointments = appointments;
        this.engineers = engineers;
        this.workOrders = workOrders;
    }

    private LocalDate aDayWithShifts() {
        LocalDate day = Clock.system(ZONE).instant().atZone(ZONE).toLocalDate().plusDays(DAYS.getAndIncrement());
        for (String code : List.of(scene.engineerCode(), scene.otherCode())) {
            house.client("service_manager.hangzhou").post("/api/v1/engineers/" + code + "/shifts", Map.of("from", day.toString(), "until", day.toString(),
                    "weekdays", Set.of(day.getDayOfWeek().name()), "startsAt", "08:00", "endsAt", "18:00", "kind", "NORMAL")).expect(200);
        }
        return day;
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(LocalTime.of(hour, 0)).atZone(ZONE).toInstant();
    }

    private JsonNode proposal(JsonNode asked) throws InterruptedException {
        for (int i = 0; i < 200; i++) {
            JsonNode version = scene.dispatcher().get("/api/v1/plan-versions/" + asked.path("id").asString()).expect(200).json();
            if (!version.path("status").asString().equals("COMPUTING")) {
                return version;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("no proposal within 20 seconds");
    }

    private JsonNode plan(LocalDate day) throws InterruptedException {
        return proposal(scene.dispatcher().post("/api/v1/plans", Map.of("date", day.toString())).expect(202).json());
    }

    private TestClient.Answer publish(JsonNode version, List<Integer> positions) {
        return scene.dispatcher().post("/api/v1/plan-versions/" + version.path("id").asString() + "/publish", Map.of("positions", positions, "reason", "排程"));
    }

    private JsonNode publishAll(JsonNode version) {
        return scene.dispatcher().post("/api/v1/plan-versions/" + version.path("id").asString() + "/publish", Map.of("reason", "排程")).expect(200).json();
    }

    private TestClient.Answer undo(JsonNode version) {
        return scene.dispatcher().post("/api/v1/plan-versions/" + version.path("id").asString() + "/undo", Map.of("reason", "撤回"));
    }

    private JsonNode changeOf(JsonNode version, String order) {
        return changesOf(version).filter(change -> change.path("workOrderNumber").asString().equals(order)).findFirst().orElseThrow();
    }

    private Stream<JsonNode> changesOf(JsonNode version) {
        return version.path("changes").valueStream();
    }

    private JsonNode board(LocalDate day) {
        return scene.dispatcher().get("/api/v1/board?date=" + day).expect(200).json();
    }

    /** Who is booked for an order that day; nobody if it is open work. */
    private Optional<String> engineerOf(LocalDate day, String order) {
        return board(day).path("rows").valueStream().filter(row -> row.path("bars").valueStream()
                .anyMatch(bar -> bar.path("workOrderNumber").asString().equals(order))).map(row -> row.path("code").asString()).findFirst();
    }

    private List<String> jobs(LocalDate day) {
        return board(day).path("jobs").valueStream().map(job -> job.path("number").asString()).toList();
    }

    @Test
    void aProposalChangesNothingUntilItIsTakenOverAndOneUndoBringsBackTheDayBefore() throws Exception {
        LocalDate day = aDayWithShifts();
        String one = scene.workOrder();
        String two = scene.workOrder();

        JsonNode proposed = plan(day);

        assertThat(proposed.path("status").asString()).isEqualTo("PROPOSED");
        assertThat(jobs(day)).contains(one, two);
        JsonNode first = changeOf(proposed, one);
        assertThat(first.path("kind").asString()).isEqualTo("BOOK");
        assertThat(first.path("reasons").path(0).path("textZh").asString()).isNotBlank();
        assertThat(proposed.path("after").path("money").asLong()).isLessThan(proposed.path("before").path("money").asLong());
        assertThat(proposed.path("iterations").asLong()).isPositive();

        JsonNode published = publish(proposed, List.of(first.path("position").asInt())).expect(200).json();
        assertThat(published.path("number").asInt()).isEqualTo(1);
        assertThat(changeOf(published, one).path("state").asString()).isEqualTo("APPLIED");
        assertThat(changeOf(published, two).path("state").asString()).isEqualTo("LEFT");
        assertThat(engineerOf(day, one)).contains(first.path("wanted").path("engineerCode").asString());
        assertThat(jobs(day)).contains(two).doesNotContain(one);
        assertThat(publish(proposed, List.of(1)).expect(409).code()).isEqualTo("dispatch.plan-not-open");

        undo(published).expect(200);
        assertThat(jobs(day)).contains(one, two);
        JsonNode plan = scene.dispatcher().get("/api/v1/plans?date=" + day).expect(200).json();
        assertThat(plan.path("published").asInt()).isEqualTo(2);
        assertThat(plan.path("versions").path(0).path("cause").asString()).isEqualTo("UNDO");
        assertThat(undo(published).expect(409).code()).isEqualTo("dispatch.not-in-force");
    }

    @Test
    void whoIsIllIsReplacedAndNothingIsGivenBackToHimBeforeHeIsWell() throws Exception {
        LocalDate day = aDayWithShifts();
        nothingElseIsOpen(day);
        String ill = scene.engineerCode();
        String order = scene.workOrder();
        String visit = scene.book(order, ill, at(day, 10), false).expect(201).json().path("appointment").path("number").asString();

        long began = System.nanoTime();
        JsonNode reported = scene.dispatcher().post("/api/v1/engineers/" + ill + "/ill", Map.of("date", day.toString())).expect(202).json();
        assertThat(reported.path("toBeMoved").valueStream().map(JsonNode::asString)).containsExactly(visit);
        JsonNode proposed = proposal(reported.path("plan"));

        assertThat(System.nanoTime() - began).isLessThan(10_000_000_000L);
        assertThat(proposed.path("cause").asString()).isEqualTo("ILLNESS");
        JsonNode change = changeOf(proposed, order);
        assertThat(change.path("kind").asString()).isEqualTo("MOVE");
        assertThat(change.path("wanted").path("engineerCode").asString()).isEqualTo(scene.otherCode());
        // The customer keeps the time that was promised, since somebody can keep it.
        assertThat(Instant.parse(change.path("wanted").path("startsAt").asString())).isEqualTo(at(day, 10));
        JsonNode published = publish(proposed, List.of(change.path("position").asInt())).expect(200).json();
        assertThat(engineerOf(day, order)).contains(scene.otherCode());

        TestClient.Answer refused = undo(published).expect(409);
        assertThat(refused.code()).isEqualTo("dispatch.nothing-goes-back");
        assertThat(engineerOf(day, order)).contains(scene.otherCode());
        recover(ill, day);
        undo(published).expect(200);
        assertThat(engineerOf(day, order)).contains(ill);
    }

    /** What other tests left open does not compete for the time of this day. */
    private void nothingElseIsOpen(LocalDate day) {
        jobs(day).forEach(order -> scene.dispatcher().post("/api/v1/work-orders/" + order + "/cancel", Map.of("reason", "测试结束")).expect(200));
    }

    private void recover(String code, LocalDate day) {
        scene.dispatcher().get("/api/v1/engineers/" + code).expect(200).json().path("absences").valueStream()
                .filter(absence -> !Instant.parse(absence.path("startsAt").asString()).isAfter(at(day, 23)) && Instant.parse(absence.path("endsAt").asString()).isAfter(at(day, 0)))
                .forEach(absence -> scene.dispatcher().delete("/api/v1/engineers/" + code + "/absences/" + absence.path("id").asString()).expect(200));
    }

    @Test
    void theUndoLeavesWhatCannotGoBackAndSaysWhy() throws Exception {
        LocalDate day = aDayWithShifts();
        nothingElseIsOpen(day);
        String ill = scene.engineerCode();
        String order = scene.workOrder();
        scene.workOrder();
        scene.book(order, ill, at(day, 10), false).expect(201);
        JsonNode proposed = proposal(scene.dispatcher().post("/api/v1/engineers/" + ill + "/ill", Map.of("date", day.toString())).expect(202).json().path("plan"));
        String open = changesOf(proposed).filter(change -> change.path("kind").asString().equals("BOOK")).findFirst().orElseThrow().path("workOrderNumber").asString();
        JsonNode published = publish(proposed, List.of(changeOf(proposed, order).path("position").asInt(), changeOf(proposed, open).path("position").asInt())).expect(200).json();

        JsonNode undone = undo(published).expect(200).json();

        assertThat(undone.path("cause").asString()).isEqualTo("UNDO");
        assertThat(changeOf(undone, order).path("state").asString()).isEqualTo("LEFT");
        assertThat(changeOf(undone, order).path("reasons").path(0).path("rule").asString()).isEqualTo("absent");
        assertThat(changeOf(undone, order).path("reasons").path(0).path("textEn").asString()).contains("ill");
        assertThat(changeOf(undone, open).path("state").asString()).isEqualTo("APPLIED");
        assertThat(engineerOf(day, order)).contains(scene.otherCode());
        assertThat(jobs(day)).contains(open);
    }

    @Test
    void aProposalThatWasOvertakenIsRefusedAsAWhole() throws Exception {
        LocalDate day = aDayWithShifts();
        String one = scene.workOrder();
        String two = scene.workOrder();
        JsonNode proposed = plan(day);
        scene.book(one, scene.engineerCode(), VisitScene.aFreeHour().plusSeconds(400L * 86_400), false).expect(201);

        TestClient.Answer refused = scene.dispatcher().post("/api/v1/plan-versions/" + proposed.path("id").asString() + "/publish", Map.of("reason", "排程")).expect(409);

        assertThat(refused.code()).isEqualTo("dispatch.plan-out-of-date");
        assertThat(refused.text()).contains(one);
        assertThat(jobs(day)).contains(two);
        JsonNode published = publish(proposed, changesOf(proposed).filter(change -> !change.path("workOrderNumber").asString().equals(one))
                .map(change -> change.path("position").asInt()).toList()).expect(200).json();
        assertThat(changeOf(published, one).path("state").asString()).isEqualTo("LEFT");
        assertThat(jobs(day)).doesNotContain(two);
    }

    @Test
    void tenDispatchersPublishOneProposalAndOneOfThemDoes() throws Exception {
        LocalDate day = aDayWithShifts();
        scene.workOrder();
        JsonNode proposed = plan(day);
        List<Callable<TestClient.Answer>> tries = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            tries.add(() -> scene.dispatcher().post("/api/v1/plan-versions/" + proposed.path("id").asString() + "/publish", Map.of("reason", "排程")));
        }
        try (var threads = Executors.newFixedThreadPool(10)) {
            List<Integer> answers = new ArrayList<>();
            for (Future<TestClient.Answer> answer : threads.invokeAll(tries)) {
                answers.add(answer.get().status());
            }
            assertThat(answers).containsOnlyOnce(200).containsOnly(200, 409);
        }
        undo(proposed).expect(200);
    }

    @Test
    void visitsMayChangePlacesInOnePublication() {
        LocalDate day = aDayWithShifts();
        String one = scene.workOrder();
        String two = scene.workOrder();
        ProposedChange.Slot first = booked(one, scene.engineerCode(), day);
        ProposedChange.Slot second = booked(two, scene.otherCode(), day);
        // No order of single moves does it: whoever moves first finds the other one in his place.
        UUID id = proposed(day, List.of(change(1, one, first, second), change(2, two, second, first)));
        JsonNode version = scene.dispatcher().get("/api/v1/plan-versions/" + id).expect(200).json();
        String number = visitOf(day, one).orElseThrow();
        assertThat(scene.dispatcher().postVersioned("/api/v1/appointments/" + number + "/move", Map.of("engineerCode", scene.otherCode(), "startsAt", at(day, 9).toString(),
                "reason", "改派"), VisitScene.version(scene.dispatcher().get("/api/v1/appointments/" + number))).status()).isEqualTo(409);

        JsonNode published = publishAll(version);

        assertThat(engineerOf(day, one)).contains(scene.otherCode());
        assertThat(engineerOf(day, two)).contains(scene.engineerCode());
        undo(published).expect(200);
        assertThat(engineerOf(day, one)).contains(scene.engineerCode());
        assertThat(engineerOf(day, two)).contains(scene.otherCode());
    }

    private ProposedChange.Slot booked(String order, String code, LocalDate day) {
        JsonNode visit = scene.book(order, code, at(day, 9), false).expect(201).json().path("appointment");
        PersonId engineer = house.asTheHouse(() -> engineers.get(code).id());
        return new ProposedChange.Slot(engineer, List.of(), new Period(Instant.parse(visit.path("startsAt").asString()), Instant.parse(visit.path("endsAt").asString())));
    }

    private ProposedChange change(int position, String order, ProposedChange.Slot from, ProposedChange.Slot to) {
        var summary = house.asTheHouse(() -> workOrders.findByNumber(order).orElseThrow());
        String number = house.asTheHouse(() -> appointments.viewCurrentOf(summary.id()).orElseThrow().facts().number());
        return new ProposedChange(position, ProposedChange.State.PROPOSED, summary.id(), Optional.of(number), Optional.of(from), Optional.of(to), List.of());
    }

    /** As a server would have written it. */
    private UUID proposed(LocalDate day, List<ProposedChange> changes) {
        UUID id = UUID.randomUUID();
        return house.asTheHouse(() -> {
            PlanArea area = new PlanArea(new OrgPath("house.east.hangzhou"), Optional.empty(), day, ZONE);
            Plans.Held plan = plans.hold(area);
            Instant now = VisitScene.now();
            plans.add(PlanVersion.requested(id, plan.id(), area, PlanVersion.Cause.PLAN, "", plan.published(), 1, "test", now)
                    .computed(new DayProposal(Objective.NOTHING, Objective.NOTHING, 1, changes), 0, now));
            return id;
        });
    }

    @Test
    void whatIsPinnedStaysAndItsPriceIsTheDifferenceOfTwoPlans() throws Exception {
        LocalDate day = aDayWithShifts();
        String order = scene.workOrder();
        String number = scene.book(order, scene.engineerCode(), at(day, 12), false).expect(201).json().path("appointment").path("number").asString();
        String pin = "/api/v1/appointments/" + number + "/pin";
        long version = VisitScene.version(scene.dispatcher().get("/api/v1/appointments/" + number).expect(200));
        assertThat(scene.dispatcher().get(pin + "-price").expect(409).code()).isEqualTo("dispatch.not-pinned");
        scene.dispatcher().put(pin, Map.of("engineer", true, "time", true, "reason", ""), version).expect(400);
        scene.dispatcher().put(pin, Map.of("engineer", true, "time", true, "reason", "客户指定"), version + 7).expect(412);
        scene.dispatcher().put(pin, Map.of("engineer", true, "time", true, "reason", "客户指定"), version).expect(200);

        JsonNode price = scene.dispatcher().get(pin + "-price").expect(200).json();

        long seed = Long.parseLong(price.path("seed").asString());
        var material = house.asTheHouse(() -> materials.withDeadlines(materials.of(DataScope.all(),
                new PlanArea(new OrgPath("house.east.hangzhou"), Optional.empty(), day, ZONE))));
        var pinned = DayProposal.of(EngineDay.of(material), seed, price.path("iterations").asLong()).after();
        var free = DayProposal.of(EngineDay.of(material.withoutPinOf(number)), seed, price.path("iterations").asLong()).after();
        assertThat(price.path("price").path("money").asLong()).isEqualTo(pinned.money() - free.money());
        assertThat(price.path("price").path("preference").asLong()).isEqualTo(pinned.preference() - free.preference());
        assertThat(changesOf(plan(day)).filter(change -> change.path("appointment").asString().equals(number))).isEmpty();
        house.client("engineer.hangzhou").put(pin, Map.of("engineer", false, "time", false), version + 1).expect(403);
    }

    @Test
    void theSameSeedAndBudgetGiveTheSameProposal() {
        LocalDate day = aDayWithShifts();
        for (int i = 0; i < 4; i++) {
            scene.workOrder();
        }
        EngineDay known = house.asTheHouse(() -> EngineDay.of(materials.withDeadlines(materials.of(DataScope.all(),
                new PlanArea(new OrgPath("house.east.hangzhou"), Optional.empty(), day, ZONE)))));

        DayProposal first = DayProposal.of(known, 7, 500);

        assertThat(DayProposal.of(known, 7, 500)).isEqualTo(first);
        assertThat(first.changes()).isNotEmpty();
    }

    /**
     * Events in any order, two dispatchers, an agent and the planner at once: open work has an appointment or is in the list,
     * never both and never neither. {@code -Dfirstfix.plans.seed=N -Dfirstfix.plans.rounds=N} for more of it.
     */
    @Test
    void noVisitIsEverLost() throws Exception {
        LocalDate day = aDayWithShifts();
        List<String> orders = Stream.generate(scene::workOrder).limit(6).toList();
        long seed = Long.getLong("firstfix.plans.seed", System.nanoTime());
        Random dice = new Random(seed);
        AtomicInteger done = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (int round = 0; round < Integer.getInteger("firstfix.plans.rounds", 14); round++) {
                List<Callable<Object>> all = List.of(event(day, orders, dice.nextInt(12), dice.nextInt()), event(day, orders, dice.nextInt(12), dice.nextInt()),
                        agreed(day, orders.get(dice.nextInt(orders.size())), dice.nextInt(5)), planner(day, dice.nextInt(3)));
                for (Future<Object> one : threads.invokeAll(all)) {
                    one.get();
                    done.incrementAndGet();
                }
                everyOrderIsInOnePlace(day, orders, "round " + round + ", seed " + seed);
            }
        }
        System.out.printf("No visit is ever lost: seed %d, %d events%n", seed, done.get());
    }

    /** Plans and takes over what it finds, whatever the others do meanwhile. */
    private Callable<Object> planner(LocalDate day, int what) {
        return () -> {
            if (what == 0) {
                return 0;
            }
            JsonNode proposed = plan(day);
            return proposed.path("changes").isEmpty() ? 0
                    : scene.dispatcher().post("/api/v1/plan-versions/" + proposed.path("id").asString() + "/publish", Map.of("reason", "排程"));
        };
    }

    /** A time is held and booked, or held and forgotten, or held and given back. */
    private Callable<Object> agreed(LocalDate day, String order, int what) {
        return () -> {
            TestClient.Answer held = scene.agent().post("/api/v1/work-orders/" + order + "/slot-holds", Map.of("startsAt", at(day, 8 + 2 * what).toString(),
                    "endsAt", at(day, 10 + 2 * what).toString()));
            assertThat(held.status()).isIn(201, 409);
            String hold = "/api/v1/slot-holds/" + held.json().path("id").asString();
            return held.status() == 409 || what == 0 ? 0 : what == 1 ? scene.agent().delete(hold) : scene.agent().post(hold + "/book", Map.of());
        };
    }

    private Callable<Object> event(LocalDate day, List<String> orders, int kind, int chance) {
        String order = orders.get(Math.floorMod(chance, orders.size()));
        String code = chance % 2 == 0 ? scene.engineerCode() : scene.otherCode();
        TestClient dispatcher = scene.dispatcher();
        return switch (kind) {
            case 0, 1, 2 -> () -> scene.book(order, code, at(day, 8 + Math.floorMod(chance, 9)), false);
            case 3 -> () -> {
                Optional<String> number = visitOf(day, order);
                return number.isEmpty() ? 0 : dispatcher.post("/api/v1/appointments/" + number.get() + "/cancel", Map.of("reason", "取消"));
            };
            case 4 -> () -> {
                Optional<String> number = visitOf(day, order);
                return number.isEmpty() ? 0 : dispatcher.postVersioned("/api/v1/appointments/" + number.get() + "/move", Map.of("engineerCode", code,
                        "startsAt", at(day, 8 + Math.floorMod(chance / 7, 9)).toString(), "reason", "改派"),
                        VisitScene.version(dispatcher.get("/api/v1/appointments/" + number.get())));
            };
            case 5 -> () -> dispatcher.post("/api/v1/engineers/" + code + "/ill", Map.of("date", day.toString()));
            case 6, 7 -> planner(day, 1);
            case 8, 9 -> () -> {
                JsonNode newest = dispatcher.get("/api/v1/plans?date=" + day).json().path("versions").path(0);
                return newest.isMissingNode() ? 0 : undo(newest);
            };
            case 10 -> () -> {
                dispatcher.get("/api/v1/engineers/" + code).expect(200).json().path("absences").valueStream()
                        .forEach(absence -> dispatcher.delete("/api/v1/engineers/" + code + "/absences/" + absence.path("id").asString()));
                return 0;
            };
            default -> () -> dispatcher.post("/api/v1/plans", Map.of("date", day.toString()));
        };
    }

    private Optional<String> visitOf(LocalDate day, String order) {
        return board(day).path("rows").valueStream().flatMap(row -> row.path("bars").valueStream())
                .filter(bar -> bar.path("workOrderNumber").asString().equals(order)).map(bar -> bar.path("number").asString()).findFirst();
    }

    private void everyOrderIsInOnePlace(LocalDate day, List<String> orders, String when) {
        JsonNode board = board(day);
        List<String> places = Stream.concat(board.path("rows").valueStream().flatMap(row -> row.path("bars").valueStream())
                        .map(bar -> bar.path("workOrderNumber").asString()), board.path("jobs").valueStream().map(job -> job.path("number").asString()))
                .filter(orders::contains).toList();
        assertThat(places).as(when).containsExactlyInAnyOrderElementsOf(orders);
    }
}
