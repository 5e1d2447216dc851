package org.firstfix.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firstfix.testing.ServerTest;
import org.firstfix.testing.TestClient;
import org.firstfix.testing.TestHouse;
import org.firstfix.workorder.VisitScene;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** What plans weigh: decided per branch, tried on days that are over, and switched on. Over HTTP and with the real background jobs. */
@ServerTest
@Import(VisitScene.class)
class PlanningPolicyTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final TestHouse house;
    private final VisitScene scene;
    private final DSLContext database;

    @Autowired
    PlanningPolicyTest(TestHouse house, VisitScene scene, DSLContext database) {
        this.house = house;
        this.scene = scene;
        this.database = database;
    }

    private static Map<String, Object> policy(Map<String, Object> changes) {
        Map<String, Object> policy = new HashMap<>(Map.of("travelPerHour", 4000, "overtimePerHour", 6000, "notPreferred", 1500, "changedEngineer", 1000,
                "surplusLevel", 50, "latePerMinute", Map.of("P1", 500, "P2", 200, "P3", 60, "P4", 20),
                "undone", Map.of("P1", 100000, "P2", 40000, "P3", 12000, "P4", 6000), "brokenPromisePerMinute", 100, "overtimeMinutes", 60, "detour", 1.3));
        policy.put("kilometresPerHour", 32);
        policy.put("legalRestHours", 11);
        policy.put("margin", Map.of("minutes", 120, "percent", 50));
        policy.putAll(changes);
        return policy;
    }

    private TestClient manager(String branch) {
        return house.client("service_manager." + branch);
    }

    private static String path(String branch) {
        return "/api/v1/planning-policies/" + branch;
    }

    private long version(String branch) {
        return manager(branch).get(path(branch)).expect(200).json().path("version").asLong();
    }

    private JsonNode decide(String branch, Map<String, Object> policy, String untried) {
        return manager(branch).put(path(branch), Map.of("policy", policy, "reason", "试行", "untried", untried), version(branch)).expect(200).json();
    }

    private void giveBack(String branch) {
        Map<String, Object> nothing = new HashMap<>(Map.of("reason", "撤回"));
        nothing.put("policy", null);
        manager(branch).put(path(branch), nothing, version(branch)).expect(200);
    }

    private JsonNode tried(String branch, Map<String, Object> policy, LocalDate first, LocalDate last) throws InterruptedException {
        return ended(branch, begun(branch, policy, first, last));
    }

    private String begun(String branch, Map<String, Object> policy, LocalDate first, LocalDate last) {
        return manager(branch).post(path(branch) + "/trials", Map.of("policy", policy, "firstDay", first.toString(), "lastDay", last.toString(), "note", "试算"))
                .expect(202).json().path("id").asString();
    }

    private JsonNode ended(String branch, String id) throws InterruptedException {
        for (int i = 0; i < 600; i++) {
            JsonNode trial = manager(branch).get("/api/v1/policy-trials/" + id).expect(200).json();
            if (!trial.path("status").asString().equals("COMPUTING")) {
                return trial;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("no result of the trial within a minute");
    }

    private static LocalDate today() {
        return Clock.system(ZONE).instant().atZone(ZONE).toLocalDate();
    }

    @Test
    void aBranchMayWeighDifferentlyAndWhoDecidedWhatAndWhyIsKept() {
        TestClient manager = manager("ningbo");
        JsonNode before = manager.get(path("ningbo")).expect(200).json();
        assertThat(before.path("own").asBoolean()).isFalse();
        assertThat(before.path("policy").path("travelPerHour").asLong()).isEqualTo(4000);

        JsonNode after = decide("ningbo", policy(Map.of("travelPerHour", 9000)), "路况变化，立即启用");

        assertThat(after.path("own").asBoolean()).isTrue();
        assertThat(after.path("policy").path("travelPerHour").asLong()).isEqualTo(9000);
        JsonNode decision = after.path("history").path(0);
        assertThat(decision.path("reason").asString()).isEqualTo("试行");
        assertThat(decision.path("untried").asString()).isEqualTo("路况变化，立即启用");
        assertThat(decision.path("changes").valueStream().toList()).singleElement().satisfies(change -> {
            assertThat(change.path("figure").asString()).isEqualTo("travelPerHour");
            assertThat(change.path("before").asDouble()).isEqualTo(4000);
            assertThat(change.path("after").asDouble()).isEqualTo(9000);
        });
        assertThat(manager("hangzhou").get(path("hangzhou")).expect(200).json().path("policy").path("travelPerHour").asLong())
                .as("the other branch is not touched").isEqualTo(4000);
        giveBack("ningbo");
        assertThat(manager.get(path("ningbo")).expect(200).json().path("policy").path("travelPerHour").asLong()).isEqualTo(4000);
        assertThat(version("ningbo")).isGreaterThan(after.path("version").asLong());
    }

    @Test
    void whoDecidesOnAnOldScreenIsToldSoAndBadFiguresAreNamed() {
        long version = version("ningbo");
        decide("ningbo", policy(Map.of("notPreferred", 1600)), "先行启用");
        TestClient manager = manager("ningbo");
        assertThat(manager.put(path("ningbo"), Map.of("policy", policy(Map.of()), "reason", "试行", "untried", "急"), version).expect(412).code())
                .isEqualTo("platform.changed-meanwhile");
        TestClient.Answer refused = manager.put(path("ningbo"), Map.of("policy", policy(Map.of("detour", 0.5)), "reason", "试行", "untried", "急"), version("ningbo")).expect(400);
        assertThat(refused.text()).contains("detour").contains("0.5");
        assertThat(manager.put(path("ningbo"), Map.of("policy", policy(Map.of("reserve", Map.of("engineers", 1, "from", "14:00", "until", "09:00", "centsPerHour", 100))),
                "reason", "试行", "untried", "急"), version("ningbo")).expect(400).text()).contains("reserve.until");
        assertThat(scene.dispatcher().put(path("hangzhou"), Map.of("policy", policy(Map.of()), "reason", "试行", "untried", "急"), 0).status()).isEqualTo(403);
        assertThat(manager("ningbo").get(path("hangzhou")).status()).isEqualTo(404);
        giveBack("ningbo");
    }

    @Test
    void onAPastDayOnlyTheWeightsMakeADifference() throws Exception {
        LocalDate day = today().minusDays(2);
        String owner = scene.otherCode();
        for (String code : List.of(scene.engineerCode(), owner)) {
            manager("hangzhou").post("/api/v1/engineers/" + code + "/shifts", Map.of("from", day.toString(), "until", day.toString(),
                    "weekdays", Set.of(day.getDayOfWeek().name()), "startsAt", "08:00", "endsAt", "18:00", "kind", "NORMAL")).expect(200);
        }
        String booked = scene.workOrder();
        String open = scene.workOrder();
        String later = scene.workOrder();
        scene.book(booked, scene.engineerCode(), day.atTime(LocalTime.of(10, 0)).atZone(ZONE).toInstant(), false).expect(201);
        scene.book(later, scene.engineerCode(), day.atTime(LocalTime.of(14, 0)).atZone(ZONE).toInstant(), false).expect(201);
        manager("hangzhou").put("/api/v1/dedications/" + scene.show(open).path("customer").path("number").asString(),
                Map.of("engineerCode", owner)).expect(200);
        // The product was not there two days ago: what was known then is laid back.
        String before = day.minusDays(1).atTime(12, 0).atZone(ZONE).toInstant().toString();
        house.asTheHouse(() -> {
            database.execute("update workorder.work_order set released_at = ?::timestamptz, due_at = null where number in (?, ?)", before, booked, open);
            return database.execute("update dispatch.appointment set booked_at = ?::timestamptz where work_order_id in (select id from workorder.work_order where number = ?)",
                    before, booked);
        });

        JsonNode same = tried("hangzhou", policy(Map.of()), day, day);
        JsonNode other = tried("hangzhou", policy(Map.of("notPreferred", 0, "surplusLevel", 40)), day, day.plusDays(1));

        JsonNode first = same.path("days").path(0);
        assertThat(same.path("status").asString()).isEqualTo("READY");
        assertThat(first.path("visits").asInt()).isEqualTo(2);
        assertThat(first.path("cameUp").asInt()).as("released after six in the morning").isEqualTo(1);
        assertThat(first.path("onTrial")).isEqualTo(first.path("inForce"));
        assertThat(first.path("inForce").path("undone").asInt()).isZero();
        assertThat(first.path("inForce").path("ownEngineer").asInt()).isEqualTo(1);
        assertThat(first.path("inForce").path("travelMinutes").asLong()).isPositive();
        assertThat(same.path("changes").isEmpty()).isTrue();
        assertThat(other.path("days").size()).isEqualTo(2);
        assertThat(other.path("days").path(0).path("inForce")).isEqualTo(first.path("inForce"));
        assertThat(other.path("changes").size()).isEqualTo(2);
        JsonNode listed = manager("hangzhou").get("/api/v1/policy-trials?unit=hangzhou").expect(200).json().path("items");
        assertThat(listed.valueStream().map(row -> row.path("id").asString())).contains(same.path("id").asString(), other.path("id").asString());
        assertThat(manager("ningbo").get("/api/v1/policy-trials/" + same.path("id").asString()).status()).isEqualTo(404);
    }

    /** The database breaks the connection of the job in the middle of its work, as when it is started anew. */
    @Test
    void aTrialThatStumblesGoesOnSoonAndOneThatNeverGetsThroughIsGivenUp() throws Exception {
        JsonNode went = ended("ningbo", begunWithItsConnectionBroken(1));
        assertThat(went.path("status").asString()).isEqualTo("READY");
        assertThat(went.path("days").size()).isEqualTo(2);

        JsonNode givenUp = ended("ningbo", begunWithItsConnectionBroken(4));
        assertThat(givenUp.path("status").asString()).isEqualTo("FAILED");
        assertThat(givenUp.path("computedAt").isNull()).isFalse();
    }

    private String begunWithItsConnectionBroken(int times) {
        return house.asTheHouse(() -> {
            String id;
            do {
                id = begun("ningbo", policy(Map.of("changedEngineer", 2400)), today().minusDays(2), today().minusDays(1));
            } while (database.fetch("select 1 from dispatch.policy_trial where id = ?::uuid and status = 'COMPUTING' for update", id).isEmpty());
            for (int broken = 0; broken < times; ) {
                database.execute("select pg_sleep(0.05)");
                broken += database.fetch("select pg_terminate_backend(pid) from pg_stat_activity where pg_backend_pid() = any(pg_blocking_pids(pid))").size();
            }
            return id;
        });
    }

    @Test
    void whatWasTriedIsSwitchedOnWithoutASecondReasonAndNothingElse() throws Exception {
        LocalDate day = today().minusDays(1);
        Map<String, Object> wanted = policy(Map.of("changedEngineer", 2200));
        TestClient manager = manager("ningbo");
        assertThat(manager.put(path("ningbo"), Map.of("policy", wanted, "reason", "更平稳"), version("ningbo")).expect(400).text()).contains("untried");

        assertThat(tried("ningbo", wanted, day, day).path("status").asString()).isEqualTo("READY");

        assertThat(manager.put(path("ningbo"), Map.of("policy", policy(Map.of("changedEngineer", 2300)), "reason", "更平稳"), version("ningbo")).status())
                .as("other weights than those tried").isEqualTo(400);
        JsonNode on = manager.put(path("ningbo"), Map.of("policy", wanted, "reason", "更平稳"), version("ningbo")).expect(200).json();
        assertThat(on.path("history").path(0).path("untried").asString()).isEmpty();
        assertThat(manager.put(path("ningbo"), Map.of("policy", wanted, "reason", "更平稳"), version("ningbo")).status())
                .as("the trial compared with what is not in force any more").isEqualTo(400);
        giveBack("ningbo");
        assertThat(manager.post(path("ningbo") + "/trials", Map.of("policy", wanted, "firstDay", today().minusDays(11).toString(), "lastDay", day.toString()))
                .expect(400).text()).contains("firstDay");
        assertThat(manager.post(path("ningbo") + "/trials", Map.of("policy", wanted, "firstDay", day.toString(), "lastDay", today().toString())).status())
                .isEqualTo(400);
    }

    @Test
    void aProposalThatDisturbsLittleTakesEffectByPolicyAndCanBeTakenBack() throws Exception {
        LocalDate day = today().plusDays(61);
        manager("hangzhou").post("/api/v1/engineers/" + scene.engineerCode() + "/shifts", Map.of("from", day.toString(), "until", day.toString(),
                "weekdays", Set.of(day.getDayOfWeek().name()), "startsAt", "08:00", "endsAt", "18:00", "kind", "NORMAL")).expect(200);
        String order = scene.workOrder();
        decide("hangzhou", policy(Map.of("publication", Map.of("mostDisturbed", 0, "leastGain", 100))), "试行自动发布");
        try {
            String id = scene.dispatcher().post("/api/v1/plans", Map.of("date", day.toString())).expect(202).json().path("id").asString();
            JsonNode version = scene.dispatcher().get("/api/v1/plan-versions/" + id).expect(200).json();
            for (int i = 0; i < 200 && !version.path("status").asString().equals("PUBLISHED"); i++) {
                Thread.sleep(100);
                version = scene.dispatcher().get("/api/v1/plan-versions/" + id).expect(200).json();
            }
            assertThat(version.path("status").asString()).isEqualTo("PUBLISHED");
            assertThat(version.path("decidedBy").asString()).isEqualTo("policy");
            assertThat(version.path("changes").valueStream().map(change -> change.path("workOrderNumber").asString())).contains(order);
            var written = house.asTheHouse(() -> database.fetch("select reason from platform.journal where type = 'PlanPublished' and payload ->> 'versionId' = ?", id));
            assertThat(String.valueOf(written.getFirst().get(0))).contains("按排程策略自动发布").contains("Published by policy");
            scene.dispatcher().post("/api/v1/plan-versions/" + id + "/undo", Map.of("reason", "撤回")).expect(200);
        } finally {
            giveBack("hangzhou");
        }
    }
}
