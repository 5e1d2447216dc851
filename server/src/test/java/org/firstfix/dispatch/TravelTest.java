package org.firstfix.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.val;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.firstfix.dispatch.domain.Departure;
import org.firstfix.dispatch.domain.HourBand;
import org.firstfix.dispatch.domain.Place;
import org.firstfix.dispatch.domain.TravelSources;
import org.firstfix.dispatch.domain.TravelTimes;
import org.firstfix.dispatch.domain.TravelledLeg;
import org.firstfix.dispatch.domain.TravelledLegs;
import org.firstfix.dispatch.usecase.TravelNight;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.testing.ServerTest;
import org.firstfix.testing.TestClient;
import org.firstfix.testing.TestHouse;
import org.firstfix.workorder.VisitScene;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** Legs are written, learnt from, and what was learnt is used, undone and told. The learning happens in Ningbo: elsewhere plans are tested. */
@ServerTest
@Import(VisitScene.class)
class TravelTest {
    private static final OrgPath NINGBO = new OrgPath("house.east.ningbo");
    private static final Place HERE = new Place(29.86, 121.55);
    private static final Departure MORNING = new Departure(DayOfWeek.TUESDAY, LocalTime.of(8, 0));

    @Autowired
    TestHouse house;

    @Autowired
    VisitScene scene;

    @Autowired
    TravelledLegs legs;

    @Autowired
    TravelNight night;

    @Autowired
    TravelSources sources;

    @Autowired
    DSLContext database;

    private TestClient manager() {
        return house.client("service_manager.ningbo");
    }

    private static Place kilometresAway(double kilometres) {
        return new Place(HERE.latitude() + kilometres / 6371.0088 * 180 / Math.PI, HERE.longitude());
    }

    /** Minutes that ways in this Ningbo take: twice as long as the house believes at eight in the morning, a little longer later. */
    private static double truth(double kilometres, HourBand band) {
        return 6 + kilometres * (band == HourBand.MORNING_PEAK ? 4.4 : 2.9);
    }

    private void travelled(String order, int count, Instant until, long seed) {
        Random random = new Random(seed);
        house.asTheHouse(() -> {
            for (int i = 0; i < count; i++) {
                Instant arrived = until.minus(Duration.ofHours(3L * i));
                boolean morning = random.nextBoolean();
                double kilometres = 1 + random.nextDouble(25);
                Departure departure = new Departure(DayOfWeek.TUESDAY, LocalTime.of(morning ? 8 : 12, 30));
                double minutes = truth(kilometres, departure.band()) * (0.9 + random.nextDouble(0.2));
                leg(order, kilometresAway(kilometres), arrived, minutes, departure);
            }
            return true;
        });
    }

    private void leg(String order, Place to, Instant arrived, double minutes, Departure departure) {
        UUID id = UUID.randomUUID();
        Instant left = arrived.minusSeconds(Math.round(minutes * 60));
        database.execute("insert into dispatch.appointment (id, number, work_order_id, engineer_id, starts_at, ends_at, status, overlap, travelling_at,"
                + " arrived_at, done_at, booked_by, booked_at, org_path) values ({0}, {1}, (select id from workorder.work_order where number = {2}),"
                + " (select id from dispatch.engineer where code = {3}), {5}::timestamptz, {5}::timestamptz + interval '1 hour', 'DONE', 'ALLOWED',"
                + " {4}::timestamptz, {5}::timestamptz, {5}::timestamptz + interval '1 hour', 'test', {4}::timestamptz, {6}::ltree)",
                val(id), val("T-" + id), val(order), val(scene.otherCode()),
                val(left.toString()), val(arrived.toString()), val(NINGBO.value()));
        legs.add(new TravelledLeg(id, false, Optional.of(HERE), Optional.of(to), left, arrived, departure, NINGBO), TravelledLegs.Origin.ARRIVAL);
    }

    private int told(double kilometres, Departure at) {
        TravelTimes times = house.asTheHouse(() -> sources.of(NINGBO));
        return times.way(Optional.of(HERE), Optional.of(kilometresAway(kilometres)), at).seconds();
    }

    private static Map<String, Object> choice(int number, boolean held, String reason) {
        return Map.of("number", number, "held", held, "reason", reason);
    }

    private JsonNode choose(int number, boolean held) {
        long version = VisitScene.version(manager().get("/api/v1/travel").expect(200));
        return manager().put("/api/v1/travel/ningbo", choice(number, held, "试一试"), version).expect(200).json();
    }

    @Test
    void whatWasTravelledIsLearntTakesOverByNightAndAPersonTakesItBack() {
        String order = scene.workOrder();
        int believed = told(10, MORNING);
        travelled(order, 200, VisitScene.now(), 1);

        night.pass();

        JsonNode learnt = manager().get("/api/v1/travel").expect(200).json();
        assertThat(learnt.path("branch").path("code").asString()).isEqualTo("ningbo");
        int number = learnt.path("inForce").path("number").asInt();
        assertThat(number).isPositive();
        assertThat(learnt.path("unseen").asBoolean()).isTrue();
        assertThat(learnt.path("errors").path("now").path("meanMinutes").asDouble())
                .isLessThan(learnt.path("errors").path("house").path("meanMinutes").asDouble() / 3);
        JsonNode version = learnt.path("versions").path(0);
        assertThat(version.path("verdict").asString()).isEqualTo("WINS");
        assertThat(version.path("after").path("meanMinutes").asDouble()).isLessThan(version.path("before").path("meanMinutes").asDouble());
        assertThat(told(10, MORNING) / 60.0).isBetween(truth(10, HourBand.MORNING_PEAK) * 0.9, truth(10, HourBand.MORNING_PEAK) * 1.1);
        assertThat(house.asTheHouse(() -> database.fetch("select payload ->> 'number', reason from platform.journal where type = 'TravelProfileChosen'"
                + " order by position desc limit 1")).getFirst().get(0)).isEqualTo(Integer.toString(number));

        JsonNode back = choose(0, true);
        assertThat(back.path("inForce").path("number").asInt()).isZero();
        assertThat(back.path("inForce").path("held").asBoolean()).isTrue();
        assertThat(told(10, MORNING)).isEqualTo(believed);

        travelled(order, 120, VisitScene.now().plus(Duration.ofHours(400)), 2);
        night.pass();
        JsonNode kept = manager().get("/api/v1/travel").expect(200).json();
        assertThat(kept.path("inForce").path("number").asInt()).as("a person holds it").isZero();
        assertThat(kept.path("versions").path(0).path("number").asInt()).isEqualTo(number + 1);

        choose(number, false);
        assertThat(told(10, MORNING)).isNotEqualTo(believed);
        manager().put("/api/v1/travel/ningbo", choice(0, false, "旧"), 1).expect(412);
        assertThat(manager().put("/api/v1/travel/ningbo", choice(99, false, "没有"), VisitScene.version(manager().get("/api/v1/travel"))).status()).isEqualTo(404);
        choose(0, false);
    }

    @Test
    void aWayThatIsGoneOftenCountsAsItWas() {
        String order = scene.workOrder();
        Place customer = kilometresAway(33);
        house.asTheHouse(() -> {
            for (int day = 1; day <= 5; day++) {
                leg(order, customer, VisitScene.now().minus(Duration.ofDays(day)), 70 + day, MORNING);
            }
            return true;
        });
        night.pass();
        assertThat(told(33, MORNING)).isEqualTo(73 * 60);
        assertThat(manager().get("/api/v1/travel").expect(200).json().path("measured").path("ways").asInt()).isPositive();
        assertThat(house.asTheHouse(() -> sources.of(NINGBO).way(Optional.of(HERE), Optional.of(customer), MORNING).source()))
                .isEqualTo(TravelTimes.Source.MEASURED);
    }

    @Test
    void whoArrivesHasTravelledALegAndWhatWasMissedIsWrittenByNight() {
        String code = scene.engineerCode();
        liveAt(code, new Place(30.25, 120.25));
        try {
            String order = scene.workOrder();
            String visit = scene.book(order, code, VisitScene.aFreeHour(), false).expect(201).json().path("appointment").path("number").asString();
            scene.engineer().post("/api/v1/appointments/" + visit + "/travel", Map.of("at", VisitScene.now().minusSeconds(25 * 60).toString())).expect(200);
            scene.engineer().post("/api/v1/appointments/" + visit + "/arrive", Map.of("latitude", 30.2, "longitude", 120.2)).expect(200);
            JsonNode leg = legOf(visit).orElseThrow();
            assertThat(leg.path("minutes").asDouble()).isBetween(25.0, 26.0);
            assertThat(leg.has("fromLatitude")).as("nobody reads where somebody lives").isFalse();
            assertThat(house.asTheHouse(() -> database.execute("delete from dispatch.travelled_leg where appointment_id ="
                    + " (select id from dispatch.appointment where number = {0})", val(visit)))).isEqualTo(1);
            assertThat(legOf(visit)).isEmpty();
            night.pass();
            assertThat(legOf(visit)).contains(leg);
        } finally {
            liveAt(code, null);
        }
    }

    private Optional<JsonNode> legOf(String visit) {
        return house.client("service_manager.hangzhou").get("/api/v1/travel-legs?branch=hangzhou").expect(200).json().path("items").valueStream()
                .filter(leg -> leg.path("visitNumber").asString().equals(visit)).findFirst();
    }

    private void liveAt(String code, @Nullable Place home) {
        TestClient maintainer = house.client("service_manager.hangzhou");
        TestClient.Answer before = maintainer.get("/api/v1/engineers/" + code).expect(200);
        Map<String, Object> change = new HashMap<>(Map.of("active", true, "skills", List.of(Map.of("code", "SERVER", "level", 3))));
        if (home != null) {
            change.put("homeLatitude", home.latitude());
            change.put("homeLongitude", home.longitude());
        }
        maintainer.put("/api/v1/engineers/" + code, change, VisitScene.version(before)).expect(200);
    }

    @Test
    void onlyWhoDecidesOnPlanningMayLookAndOnlyAtBranchesOfHisOwn() {
        house.client("dispatcher.ningbo").get("/api/v1/travel").expect(403);
        house.client("administrator.ningbo").get("/api/v1/travel").expect(200);
        house.client("engineer.hangzhou").get("/api/v1/travel").expect(403);
        house.client("engineer.hangzhou").get("/api/v1/travel-legs").expect(403);
        manager().get("/api/v1/travel?branch=hangzhou").expect(404);
        manager().post("/api/v1/travel/hangzhou/fits", Map.of()).expect(404);
        long version = VisitScene.version(manager().get("/api/v1/travel").expect(200));
        manager().put("/api/v1/travel/hangzhou", choice(0, true, "别处"), version).expect(404);
        manager().put("/api/v1/travel/ningbo", choice(0, true, " "), version).expect(400);
        assertThat(manager().post("/api/v1/travel/ningbo/fits", Map.of()).expect(200).json().path("outcome").asString()).isNotBlank();
    }
}
