package org.firstfix.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.firstfix.testing.ServerTest;
import org.firstfix.testing.TestHouse;
import org.firstfix.workorder.VisitScene;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** A dispatcher decides otherwise than the engine: kept, explained with one word, and summed up. */
@ServerTest
@Import(VisitScene.class)
class OverrulingsTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final AtomicInteger DAYS = new AtomicInteger(80);

    private final TestHouse house;
    private final VisitScene scene;

    @Autowired
    OverrulingsTest(TestHouse house, VisitScene scene) {
        this.house = house;
        this.scene = scene;
    }

    private LocalDate aDayWithShifts() {
        // Not the next day: who is booked in the evening is not rested in the morning.
        LocalDate day = Clock.system(ZONE).instant().atZone(ZONE).toLocalDate().plusDays(DAYS.getAndAdd(2));
        for (String code : List.of(scene.engineerCode(), scene.otherCode())) {
            house.client("service_manager.hangzhou").post("/api/v1/engineers/" + code + "/shifts", Map.of("from", day.toString(), "until", day.toString(),
                    "weekdays", Set.of(day.getDayOfWeek().name()), "startsAt", "08:00", "endsAt", "18:00", "kind", "NORMAL")).expect(200);
        }
        return day;
    }

    private void dedicate(String order, String engineer) {
        house.client("service_manager.hangzhou").put("/api/v1/dedications/" + scene.show(order).path("customer").path("number").asString(),
                Map.of("engineerCode", engineer)).expect(200);
    }

    private JsonNode best(String order, LocalDate day) {
        return scene.dispatcher().get("/api/v1/work-orders/" + order + "/candidates?date=" + day).expect(200).json().path("items").path(0);
    }

    private JsonNode book(String order, String engineer, String startsAt, boolean seen) {
        return scene.dispatcher().post("/api/v1/appointments", Map.of("workOrderNumber", order, "engineerCode", engineer, "startsAt", startsAt,
                "proposalSeen", seen)).expect(201).json();
    }

    @Test
    void whoSendsSomebodyElseIsNotHinderedAndMaySayWhy() {
        LocalDate day = aDayWithShifts();
        String order = scene.workOrder();
        dedicate(order, scene.otherCode());
        JsonNode best = best(order, day);
        assertThat(best.path("engineerCode").asString()).isEqualTo(scene.otherCode());

        JsonNode kept = book(order, scene.engineerCode(), best.path("startsAt").asString(), true).path("overruling");

        assertThat(kept.path("best").path("engineerCode").asString()).isEqualTo(scene.otherCode());
        assertThat(kept.path("chosen").path("engineerCode").asString()).isEqualTo(scene.engineerCode());
        assertThat(kept.path("rule").asString()).isEqualTo("preferred-engineer");
        assertThat(kept.path("morePreference").asLong()).isEqualTo(1_500);
        assertThat(kept.path("lines").valueStream().mapToLong(line -> line.path("more").asLong()).sum()).isEqualTo(1_500);
        assertThat(kept.path("reason").asString()).isEqualTo("NONE_GIVEN");
        assertThat(kept.path("onTime").isNull()).isTrue();

        String reason = "/api/v1/overrulings/" + kept.path("id").asString() + "/reason";
        assertThat(scene.dispatcher().put(reason, Map.of("reason", "OTHER", "note", " ")).expect(400).text()).contains("note");
        JsonNode explained = scene.dispatcher().put(reason, Map.of("reason", "KNOWS_MACHINE")).expect(200).json();
        assertThat(explained.path("reason").asString()).isEqualTo("KNOWS_MACHINE");
        JsonNode listed = scene.dispatcher().get("/api/v1/overrulings?rule=preferred-engineer&reason=KNOWS_MACHINE&engineer=" + scene.engineerCode())
                .expect(200).json().path("items");
        assertThat(listed.valueStream().map(row -> row.path("id").asString())).contains(kept.path("id").asString());
        assertThat(scene.dispatcher().get("/api/v1/overrulings?reason=LEARNING").expect(200).json().path("items").valueStream()
                .map(row -> row.path("id").asString())).doesNotContain(kept.path("id").asString());
        JsonNode sums = scene.dispatcher().get("/api/v1/overrulings/summary").expect(200).json();
        assertThat(sums.path("rules").valueStream().filter(rule -> rule.path("rule").asString().equals("preferred-engineer")).findFirst().orElseThrow()
                .path("averageMore").asLong()).isPositive();
        assertThat(house.client("dispatcher.ningbo").get("/api/v1/overrulings").expect(200).json().path("items").valueStream()
                .map(row -> row.path("id").asString())).as("of another branch").doesNotContain(kept.path("id").asString());
        house.client("engineer.hangzhou").put(reason, Map.of("reason", "LEARNING")).expect(403);
    }

    @Test
    void whoAgreesWithTheEngineOrHasNotSeenItOverrulesNothing() {
        LocalDate day = aDayWithShifts();
        String order = scene.workOrder();
        dedicate(order, scene.otherCode());
        JsonNode best = best(order, day);
        assertThat(book(order, scene.otherCode(), best.path("startsAt").asString(), true).path("overruling").isNull()).isTrue();
        String unseen = scene.workOrder();
        dedicate(unseen, scene.otherCode());
        assertThat(book(unseen, scene.engineerCode(), at(day, 15).toString(), false).path("overruling").isNull()).isTrue();
    }

    @Test
    void aMoveToSomebodyWhoCannotIsKeptWithoutAPriceButWithWhatStoodInTheWay() {
        LocalDate day = aDayWithShifts();
        String order = scene.workOrder();
        JsonNode booked = book(order, scene.engineerCode(), at(day, 10).toString(), false).path("appointment");
        JsonNode moved = scene.dispatcher().postVersioned("/api/v1/appointments/" + booked.path("number").asString() + "/move",
                Map.of("engineerCode", scene.otherCode(), "startsAt", at(day, 20).toString(), "reason", "客户要求", "proposalSeen", true),
                booked.path("version").asLong()).expect(200).json().path("overruling");
        assertThat(moved.path("moved").asBoolean()).isTrue();
        assertThat(moved.path("moreMoney").isNull()).isTrue();
        assertThat(moved.path("rule").asString()).isEqualTo("shift-end");
        assertThat(moved.path("lines").path(0).path("level").asString()).isEqualTo("HARD");
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(LocalTime.of(hour, 0)).atZone(ZONE).toInstant();
    }
}
