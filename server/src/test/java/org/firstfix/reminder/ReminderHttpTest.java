package org.firstfix.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.CustomerApi;
import org.firstfix.platform.identity.UserDirectory;
import org.firstfix.testing.ServerTest;
import org.firstfix.testing.TestClient;
import org.firstfix.testing.TestHouse;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Reminders as people meet them: over HTTP, given by the server's own runner. */
@ServerTest
class ReminderHttpTest {
    private static final String AGENT = "agent.hangzhou";
    private static final String DISPATCHER = "dispatcher.hangzhou";

    @Autowired
    TestHouse house;
    @Autowired
    ReminderApi reminders;
    @Autowired
    CustomerApi customers;
    @Autowired
    UserDirectory users;
    @Autowired
    DSLContext database;
    @Autowired
    Clock clock;

    private ReminderScene scene;

    @BeforeEach
    void scene() {
        scene = new ReminderScene(house, reminders, users, database);
    }

    @Test
    void isGivenWithinFiveSecondsByTheServerItself() {
        DutyId duty = urgent(AGENT, Duration.ofDays(2));
        waitFor(() -> !scene.inbox(AGENT, duty).isEmpty());
        assertThat(scene.inbox(AGENT, duty)).containsExactly("reminder-arrival");
        JsonNode row = scene.waiting(AGENT, duty).orElseThrow();
        assertThat(row.path("mine").asBoolean()).isTrue();
        assertThat(row.path("title").asString()).startsWith("Call back");
        assertThat(row.path("actions").valueStream().map(JsonNode::asString)).containsExactly("acknowledge", "snooze", "delegate");
        assertThat(scene.waiting(DISPATCHER, duty)).isEmpty();
        house.client(DISPATCHER).get("/api/v1/reminders/" + duty.value() + "/history").expect(404);
        house.client(DISPATCHER).post("/api/v1/reminders/" + duty.value() + "/acknowledge", Map.of("reason", "")).expect(404);
    }

    @Test
    void isAcknowledgedOnceAndThenNoLongerWaits() {
        DutyId duty = urgent(AGENT, Duration.ofDays(2));
        TestClient agent = house.client(AGENT);
        int before = agent.get("/api/v1/reminders/count").expect(200).json().path("waiting").asInt();
        JsonNode done = agent.post("/api/v1/reminders/" + duty.value() + "/acknowledge", Map.of("reason", "知道了")).expect(200).json();
        assertThat(done.path("acknowledgedAt").isNull()).isFalse();
        agent.post("/api/v1/reminders/" + duty.value() + "/acknowledge", Map.of("reason", "")).expect(200);
        assertThat(scene.waiting(AGENT, duty)).isEmpty();
        assertThat(agent.get("/api/v1/reminders/count").json().path("waiting").asInt()).isEqualTo(before - 1);
        assertThat(agent.get("/api/v1/reminders?show=OPEN&limit=500").json().path("items").toString()).contains(duty.value().toString());
        List<JsonNode> history = agent.get("/api/v1/reminders/" + duty.value() + "/history").expect(200).json().path("items").valueStream().toList();
        assertThat(history.getFirst().path("kind").asString()).isEqualTo("ACKNOWLEDGED");
        assertThat(history.getFirst().path("reason").asString()).isEqualTo("知道了");
        assertThat(history.stream().filter(entry -> entry.path("kind").asString().equals("ACKNOWLEDGED"))).hasSize(1);
    }

    @Test
    void sleepsUntilLaterButNotPastTheEnd() {
        DutyId duty = urgent(AGENT, Duration.ofDays(2));
        TestClient agent = house.client(AGENT);
        String path = "/api/v1/reminders/" + duty.value() + "/snooze";
        assertThat(problemOf(agent.post(path, later(Duration.ofDays(3), "later")).expect(400))).isEqualTo("reminder.snooze-past-due");
        agent.post(path, later(Duration.ofHours(1), "")).expect(400);
        JsonNode row = agent.post(path, later(Duration.ofSeconds(2), "客户开会")).expect(200).json();
        assertThat(row.path("snoozedUntil").isNull()).isFalse();
        waitFor(() -> scene.inbox(AGENT, duty).contains("reminder-before-due"));
        assertThat(scene.ledger(duty)).endsWith("SNOOZED", "REMINDED");
    }

    @Test
    void aPromiseIsRemindedOfAndGoesWithItsReminder() {
        AccountId account = house.asTheHouse(() -> customers.registerAccount(new CustomerApi.NewAccount("客户 " + UUID.randomUUID(), "", "ORDINARY",
                "zh-CN", "", "hangzhou", Optional.empty())));
        String number = house.asTheHouse(() -> customers.account(account)).number();
        Map<String, Object> promise = new HashMap<>();
        promise.put("what", "回电告知到场时间");
        promise.put("dueAt", clock.instant().plus(Duration.ofDays(2)).toString());
        promise.put("owner", null);
        promise.put("interactionId", null);
        String id = house.client(AGENT).post("/api/v1/customers/" + number + "/promises", promise).expect(201).json().path("id").asString();
        JsonNode row = about(AGENT, id).orElseThrow();
        DutyId duty = new DutyId(UUID.fromString(row.path("id").asString()));
        assertThat(row.path("title").asString()).endsWith("回电告知到场时间");
        assertThat(row.path("link").asString()).isEqualTo("/customers/" + number);

        String path = "/api/v1/reminders/" + duty.value() + "/delegate";
        TestClient agent = house.client(AGENT);
        assertThat(problemOf(agent.post(path, to("agent.ningbo", "休假")).expect(400))).isEqualTo("reminder.delegate-outside");
        assertThat(problemOf(agent.post(path, to(AGENT, "休假")).expect(400))).isEqualTo("reminder.delegate-to-the-same");
        agent.post(path, to(DISPATCHER, "休假")).expect(204);
        assertThat(about(AGENT, id)).isEmpty();
        JsonNode moved = house.client(DISPATCHER).get("/api/v1/promises/" + id).expect(200).json();
        assertThat(moved.path("ownerUserId").asString()).isEqualTo(scene.user(DISPATCHER).value().toString());
        assertThat(scene.ledger(duty)).containsOnlyOnce("DELEGATED").doesNotContain("MOVED");

        house.client(DISPATCHER).post("/api/v1/promises/" + id + "/hand-over", Map.of("owner", scene.user(AGENT).value().toString(), "reason", "回来了"),
                moved.path("version").asLong()).expect(200);
        assertThat(about(AGENT, id)).isPresent();
        JsonNode again = agent.get("/api/v1/promises/" + id).json();
        agent.post("/api/v1/promises/" + id + "/keep", Map.of("note", ""), again.path("version").asLong()).expect(200);
        assertThat(about(AGENT, id)).isEmpty();
        // Between the two the server's own runner may have told the agent.
        assertThat(scene.ledger(duty).stream().filter(kind -> !kind.equals("REMINDED"))).endsWith("MOVED", "WITHDRAWN");
        assertThat(scene.inbox(AGENT, duty)).as("nobody is told what they did themselves").doesNotContain("reminder-before-due", "reminder-escalation");
        assertThat(agent.post("/api/v1/reminders/" + duty.value() + "/acknowledge", Map.of("reason", "")).expect(409).code()).isEqualTo("reminder.over");
    }

    @Test
    void pagesGoOnWhereTheLastOneEnded() {
        for (int i = 1; i <= 5; i++) {
            urgent("sales.hangzhou", Duration.ofDays(10 + i));
        }
        TestClient sales = house.client("sales.hangzhou");
        JsonNode first = sales.get("/api/v1/reminders?limit=3").expect(200).json();
        JsonNode second = sales.get("/api/v1/reminders?limit=3&cursor=" + first.path("nextCursor").asString()).expect(200).json();
        assertThat(first.path("items").size()).isEqualTo(3);
        assertThat(second.path("items").size()).isEqualTo(2);
        assertThat(second.path("nextCursor").isNull()).isTrue();
        assertThat(second.path("items").get(0).path("dueAt").asString()).isGreaterThan(first.path("items").get(2).path("dueAt").asString());
    }

    @Test
    void policiesAreChangedByThoseWhoMayAndRefusedWhereTheyReachNobody() {
        TestClient manager = house.client("service_manager.hangzhou");
        JsonNode all = manager.get("/api/v1/reminder-policies").expect(200).json();
        assertThat(all.path("items").get(0).path("code").asString()).isEqualTo("DEFAULT");
        assertThat(all.path("webhookConfigured").asBoolean()).isFalse();
        house.client(AGENT).get("/api/v1/reminder-policies").expect(403);
        Map<String, Object> policy = policy();
        policy.put("beforeMinutes", 30);
        JsonNode changed = manager.put("/api/v1/reminder-policies/DEFAULT", policy, 0).expect(200).json();
        assertThat(changed.path("beforeMinutes").asInt()).isEqualTo(30);
        assertThat(changed.path("version").asInt()).isEqualTo(1);
        manager.put("/api/v1/reminder-policies/DEFAULT", policy, 0).expect(412);
        manager.put("/api/v1/reminder-policies/NONE", policy, 0).expect(404);
        for (Map.Entry<String, Object> wrong : Map.<String, Object>of("calendarCode", "NONE", "escalationRole", "NONE", "arrivalChannels", List.of(),
                "quietUntil", "21:00", "beforePercent", 50).entrySet()) {
            Map<String, Object> bad = policy();
            bad.put("beforeMinutes", 30);
            bad.put(wrong.getKey(), wrong.getValue());
            assertThat(manager.put("/api/v1/reminder-policies/DEFAULT", bad, 1).expect(400).json().path("errors").get(0).path("field").asString())
                    .isEqualTo(wrong.getKey());
        }
    }

    @Test
    void aKindOfDutyGetsAPolicyOfItsOwnUnderACodeThatNoOtherHas() {
        TestClient manager = house.client("service_manager.hangzhou");
        String code = "APPROVAL_" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        Map<String, Object> policy = policy();
        policy.put("nameEn", "Approval");
        policy.put("beforeMinutes", 45);
        Map<String, Object> wanted = Map.of("code", code, "policy", policy);
        house.client(AGENT).post("/api/v1/reminder-policies", wanted).expect(403);
        String once = UUID.randomUUID().toString();
        TestClient.Answer defined = manager.post("/api/v1/reminder-policies", wanted, once).expect(201);
        assertThat(defined.header("Location")).isEqualTo("/api/v1/reminder-policies/" + code);
        assertThat(defined.header("ETag")).isEqualTo("\"0\"");
        assertThat(manager.get("/api/v1/reminder-policies/" + code).expect(200).json()).isEqualTo(defined.json());
        assertThat(defined.json().path("beforeMinutes").asInt()).isEqualTo(45);
        assertThat(manager.post("/api/v1/reminder-policies", wanted, once).expect(201).header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(manager.post("/api/v1/reminder-policies", wanted).expect(409).code()).isEqualTo("reminder.policy-taken");
        assertThat(scene.count("select count(*) from platform.journal where type = 'ReminderPolicyChanged' and subject_id = ?", code)).isEqualTo(1);
        // It is a policy like the others: what is entrusted under its code follows it, and it can be changed.
        policy.put("beforeMinutes", 30);
        assertThat(manager.put("/api/v1/reminder-policies/" + code, policy, 0).expect(200).json().path("version").asInt()).isEqualTo(1);
    }

    @Test
    void aPolicyWithABadCodeOrAMomentThatReachesNobodyIsNotDefined() {
        TestClient manager = house.client("service_manager.hangzhou");
        for (String code : List.of("", "approval", "1ST", "A B", "A".repeat(41))) {
            assertThat(manager.post("/api/v1/reminder-policies", Map.of("code", code, "policy", policy())).expect(400).json().path("errors").get(0)
                    .path("field").asString()).as(code).isEqualTo("code");
        }
        Map<String, Object> silent = policy();
        silent.put("escalationChannels", List.of());
        assertThat(manager.post("/api/v1/reminder-policies", Map.of("code", "SILENT", "policy", silent)).expect(400).json().path("errors").get(0)
                .path("field").asString()).isEqualTo("escalationChannels");
        manager.get("/api/v1/reminder-policies/SILENT").expect(404);
    }

    static Map<String, Object> policy() {
        Map<String, Object> policy = new HashMap<>();
        policy.put("nameZh", "默认");
        policy.put("nameEn", "House default");
        policy.put("calendarCode", "CN-5x9");
        policy.put("remindOnArrival", true);
        policy.put("beforeMinutes", null);
        policy.put("beforePercent", null);
        policy.put("escalateAfterMinutes", 0);
        policy.put("escalateEveryMinutes", 120);
        policy.put("escalationRole", "SERVICE_MANAGER");
        policy.put("arrivalChannels", List.of("INBOX"));
        policy.put("beforeChannels", List.of("INBOX", "MAIL"));
        policy.put("escalationChannels", List.of("INBOX", "MAIL", "WEBHOOK"));
        policy.put("quietFrom", "21:00");
        policy.put("quietUntil", "08:00");
        policy.put("reason", "");
        return policy;
    }

    /** Urgent, so that the hour of the test does not matter. */
    private DutyId urgent(String who, Duration due) {
        return scene.entrust(ReminderScene.newKey(), who, clock.instant().plus(due), Optional.empty(), true);
    }

    private Optional<JsonNode> about(String who, String promise) {
        String duty = house.asTheHouse(() -> database.fetchSingle("select id from reminder.duty where subject_id = ?", promise).get(0, String.class));
        return scene.waiting(who, new DutyId(UUID.fromString(duty)));
    }

    private Map<String, Object> to(String who, String reason) {
        return Map.of("to", scene.user(who).value().toString(), "reason", reason);
    }

    private Map<String, Object> later(Duration from, String reason) {
        return Map.of("until", clock.instant().plus(from).toString(), "reason", reason);
    }

    private static String problemOf(TestClient.Answer answer) {
        return answer.json().path("errors").get(0).path("code").asString();
    }

    private static void waitFor(BooleanSupplier condition) {
        Instant end = Instant.now().plusSeconds(5);
        while (!condition.getAsBoolean() && Instant.now().isBefore(end)) {
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        assertThat(condition.getAsBoolean()).as("within five seconds").isTrue();
    }
}
