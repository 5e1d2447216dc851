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
import org.firstfix.testing.ServerTest;
import org.firstfix.testing.TestHouse;
import org.firstfix.workorder.VisitScene;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** Something happens, and the server asks for a plan by itself where that is worth it; over HTTP, with the real jobs. On tomorrow's day. */
@ServerTest
@Import(VisitScene.class)
class OccasionsTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final TestHouse house;
    private final VisitScene scene;
    private final LocalDate day = Clock.system(ZONE).instant().atZone(ZONE).toLocalDate().plusDays(1);

    @Autowired
    OccasionsTest(TestHouse house, VisitScene scene) {
        this.house = house;
        this.scene = scene;
    }

    private Instant at(int hour) {
        return day.atTime(LocalTime.of(hour, 0)).atZone(ZONE).toInstant();
    }

    private void shift(String code, int from, int until, String kind) {
        house.client("service_manager.hangzhou").post("/api/v1/engineers/" + code + "/shifts", Map.of("from", day.toString(), "until", day.toString(),
                "weekdays", List.of(day.getDayOfWeek().name()), "startsAt", "%02d:00".formatted(from), "endsAt", "%02d:00".formatted(until), "kind", kind)).expect(200);
    }

    /** The versions of that cause that there have been, also those that were not worth it. */
    private long plansFor(String cause) {
        JsonNode plan = scene.dispatcher().get("/api/v1/plans?date=" + day).expect(200).json();
        long decided = plan.path("versions").valueStream().filter(version -> version.path("cause").asString().equals(cause)).count();
        return decided + (plan.path("open").path("cause").asString("").equals(cause) ? 1 : 0);
    }

    private Optional<JsonNode> openPlan() {
        JsonNode open = scene.dispatcher().get("/api/v1/plans?date=" + day).expect(200).json().path("open");
        return open.isNull() || open.path("status").asString().equals("COMPUTING") ? Optional.empty() : Optional.of(open);
    }

    private JsonNode awaitPlan(String cause) throws InterruptedException {
        for (int i = 0; i < 300; i++) {
            Optional<JsonNode> open = openPlan().filter(plan -> plan.path("cause").asString().equals(cause));
            if (open.isPresent()) {
                return open.get();
            }
            Thread.sleep(200);
        }
        throw new AssertionError("no plan for " + cause + ": " + scene.dispatcher().get("/api/v1/plans?date=" + day).text());
    }

    /** One day, one story: each event with a proposal, and each without. */
    @Test
    void whatHappensIsWeighedAndSometimesLeadsToAProposal() throws Exception {
        shift(scene.engineerCode(), 9, 10, "NORMAL");
        String order = scene.workOrder();
        String visit = scene.book(order, scene.engineerCode(), at(9), false).expect(201).json().path("appointment").path("number").asString();
        // Nobody else waits for somebody: the freed time is worth nothing.
        scene.dispatcher().post("/api/v1/appointments/" + visit + "/cancel", Map.of("reason", "客户取消")).expect(200);
        Thread.sleep(8_000);
        assertThat(plansFor("CANCELLATION")).isZero();

        // Overtime is agreed to, and the order waits for somebody.
        shift(scene.otherCode(), 8, 18, "OVERTIME");
        JsonNode longer = awaitPlan("OVERTIME");
        assertThat(longer.path("changes").valueStream().map(change -> change.path("workOrderNumber").asString())).contains(order);
        assertThat(longer.path("note").asString()).isNotBlank();
        scene.dispatcher().post("/api/v1/plan-versions/" + longer.path("id").asString() + "/discard", Map.of()).expect(200);

        // A visit is taken back while another order waits: the other one may have its time.
        String second = scene.book(order, scene.otherCode(), at(10), false).expect(201).json().path("appointment").path("number").asString();
        String waiting = scene.workOrder();
        scene.dispatcher().post("/api/v1/appointments/" + second + "/cancel", Map.of("reason", "客户取消")).expect(200);
        JsonNode freed = awaitPlan("CANCELLATION");
        assertThat(freed.path("changes").valueStream().map(change -> change.path("workOrderNumber").asString())).contains(waiting);

        // What a person asked for stays on the table.
        JsonNode asked = scene.dispatcher().post("/api/v1/plans", Map.of("date", day.toString())).expect(202).json();
        for (int i = 0; i < 300 && openPlan().isEmpty(); i++) {
            Thread.sleep(200);
        }
        String third = scene.book(order, scene.otherCode(), at(15), false).expect(201).json().path("appointment").path("number").asString();
        scene.dispatcher().post("/api/v1/appointments/" + third + "/cancel", Map.of("reason", "客户取消")).expect(200);
        Thread.sleep(8_000);
        assertThat(openPlan().orElseThrow().path("id").asString()).isEqualTo(asked.path("id").asString());
    }
}
