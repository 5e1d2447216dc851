package org.firstfix.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.platform.time.HouseClock;
import org.firstfix.testing.ServerTest;
import org.firstfix.testing.TestClient;
import org.firstfix.testing.TestHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What the house promises beside contracts, measured from one moment of a case to another. */
@ServerTest
class StandardsTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final OrgPath HANGZHOU = new OrgPath("house.east.hangzhou");

    private final TestHouse house;
    private final StandardApi standards;

    @Autowired
    StandardsTest(TestHouse house, StandardApi standards) {
        this.house = house;
        this.standards = standards;
    }

    @Test
    void aStandardRunsInTheHoursOfItsCalendarAndIsKeptOrMissedToTheSecond() {
        UUID kept = reported("ORDINARY", "03-02T17:50");
        UUID missed = reported("ORDINARY", "03-02T17:50");
        happened(kept, ServiceMoment.CASE_ANSWERED, "03-03T09:20");
        happened(missed, ServiceMoment.CASE_ANSWERED, "03-03T09:20:01");
        assertThat(clock(kept, "ANSWER").path("dueAt").asString()).isEqualTo(at("03-03T09:20").toString());
        assertThat(clock(kept, "ANSWER").path("verdict").asString()).isEqualTo("KEPT");
        assertThat(clock(missed, "ANSWER").path("verdict").asString()).isEqualTo("MISSED");
        assertThat(clock(missed, "ANSWER").path("lateSeconds").asInt()).isEqualTo(1);
    }

    @Test
    void aStandardOfATierHoldsForItAlone() {
        UUID vip = reported("VIP", "03-03T20:00");
        UUID ordinary = reported("ORDINARY", "03-03T20:00");
        assertThat(clock(vip, "ANSWER_VIP").path("dueAt").asString()).isEqualTo(at("03-03T20:15").toString());
        assertThat(clock(ordinary, "ANSWER_VIP").isMissingNode()).isTrue();
    }

    @Test
    void oneDepartmentHandsOverToTheNext() {
        UUID it = reported("ORDINARY", "03-04T09:00");
        assertThat(clock(it, "DISPATCH").isMissingNode()).as("not released yet").isTrue();
        happened(it, ServiceMoment.CASE_RELEASED, "03-04T10:00");
        happened(it, ServiceMoment.VISIT_BOOKED, "03-04T11:30");
        assertThat(clock(it, "DESK_TO_FIELD").path("verdict").asString()).isEqualTo("KEPT");
        assertThat(clock(it, "DISPATCH").path("verdict").asString()).isEqualTo("MISSED");
        assertThat(clock(it, "DISPATCH").path("lateSeconds").asInt()).isEqualTo(30 * 60);
    }

    @Test
    void anEarlierTrueTimeCorrectsAndALaterOneDoesNot() {
        UUID it = reported("ORDINARY", "03-05T09:00");
        happened(it, ServiceMoment.CASE_ANSWERED, "03-05T10:00");
        happened(it, ServiceMoment.CASE_ANSWERED, "03-05T11:00");
        assertThat(clock(it, "ANSWER").path("endedAt").asString()).isEqualTo(at("03-05T10:00").toString());
        happened(it, ServiceMoment.CASE_ANSWERED, "03-05T09:10");
        assertThat(clock(it, "ANSWER").path("verdict").asString()).isEqualTo("KEPT");
        happened(it, ServiceMoment.VISIT_BOOKED, "03-05T12:00");
        happened(it, ServiceMoment.VISIT_BOOKED, "03-05T11:00");
        assertThat(clock(it, "FIELD").path("startedAt").asString()).isEqualTo(at("03-05T11:00").toString());
    }

    @Test
    void whatIsCancelledIsJudgedNoMore() {
        UUID it = reported("ORDINARY", "03-06T09:00");
        house.asTheHouse(() -> {
            standards.cancelled(it);
            return it;
        });
        assertThat(clock(it, "ANSWER").isMissingNode()).isTrue();
    }

    @Test
    void standardsAreDataAndTheirFiguresAddUp() {
        TestClient manager = house.client("service_manager.hangzhou");
        Map<String, Object> promise = promise("CASE_REPORTED", "WORK_DONE", 600);
        JsonNode defined = manager.post("/api/v1/standards", Map.of("code", "DONE_TODAY", "promise", promise)).expect(201).json();
        assertThat(manager.post("/api/v1/standards", Map.of("code", "DONE_TODAY", "promise", promise)).expect(409).code()).isEqualTo("sla.standard-taken");
        assertThat(manager.post("/api/v1/standards", Map.of("code", "BACK", "promise", promise("WORK_DONE", "CASE_REPORTED", 1))).expect(400)
                .json().path("errors").get(0).path("code").asString()).isEqualTo("sla.standard-ends-before-begin");
        manager.post("/api/v1/standards", Map.of("code", "no", "promise", promise)).expect(400);
        house.client("agent.hangzhou").post("/api/v1/standards", Map.of("code", "MINE", "promise", promise)).expect(403);

        happened(reported("ORDINARY", "07-01T09:00"), ServiceMoment.WORK_DONE, "07-01T18:00");
        happened(reported("ORDINARY", "07-01T09:00"), ServiceMoment.WORK_DONE, "07-02T18:00");
        JsonNode line = line("DONE_TODAY", "07-01T00:00", "07-05T00:00");
        assertThat(line.path("kept").asInt()).isEqualTo(1);
        assertThat(line.path("missed").asInt()).isEqualTo(1);
        assertThat(line.path("keptPercent").asDouble()).isEqualTo(50.0);

        JsonNode changed = manager.put("/api/v1/standards/DONE_TODAY", Map.of("promise", promise("CASE_REPORTED", "WORK_DONE", 300), "reason", "更快"),
                defined.path("version").asInt()).expect(200).json();
        assertThat(changed.path("version").asInt()).isEqualTo(1);
        manager.put("/api/v1/standards/DONE_TODAY", Map.of("promise", promise, "reason", ""), 0).expect(412);
        assertThat(line("DONE_TODAY", "07-01T00:00", "07-05T00:00").path("kept").asInt()).as("what has begun keeps its time").isEqualTo(1);
        assertThat(house.client("agent.ningbo").get(path("DONE_TODAY", "07-01T00:00", "07-05T00:00")).expect(200).json().path("items").size())
                .as("another branch's").isZero();
    }

    private static Map<String, Object> promise(String begins, String ends, int minutes) {
        return new HashMap<>(Map.of("nameZh", "当日修复", "nameEn", "Done today", "audience", "CUSTOMER", "beginsWith", begins, "endsWith", ends,
                "minutes", minutes, "calendarCode", "ALWAYS", "responsibleRole", "ENGINEER", "active", true));
    }

    private UUID reported(String tier, String local) {
        UUID id = UUID.randomUUID();
        HouseClock.at(at(local), () -> house.asTheHouse(() -> {
            standards.reported(new CaseReference(id, "C-" + id), tier, ZONE, HANGZHOU, at(local));
            return id;
        }));
        return id;
    }

    private void happened(UUID id, ServiceMoment moment, String local) {
        HouseClock.at(at(local), () -> house.asTheHouse(() -> {
            standards.happened(id, moment, at(local));
            return id;
        }));
    }

    private JsonNode clock(UUID id, String standard) {
        JsonNode items = house.client("agent.hangzhou").get(path(standard, "03-01T00:00", "04-01T00:00") + "&limit=500").expect(200).json().path("items");
        return items.valueStream().filter(row -> row.path("caseId").asString().equals(id.toString())).findFirst()
                .orElseGet(() -> items.path("none"));
    }

    private JsonNode line(String code, String from, String to) {
        return house.client("agent.hangzhou").get("/api/v1/standards?from=" + at(from) + "&to=" + at(to)).expect(200).json().path("lines").valueStream()
                .filter(line -> line.path("standard").path("code").asString().equals(code)).findFirst().orElseThrow();
    }

    private static String path(String standard, String from, String to) {
        return "/api/v1/standard-clocks?standard=" + standard + "&from=" + at(from) + "&to=" + at(to);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse("2026-" + local).atZone(ZONE).toInstant();
    }
}
