package org.firstfix.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.firstfix.dispatch.domain.Phones;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.testing.ServerTest;
import org.firstfix.testing.TestClient;
import org.firstfix.testing.TestHouse;
import org.firstfix.workorder.VisitScene;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** What the board shows besides its day: changes of it, the week, the map, and phones that are silent. */
@ServerTest
@Import(VisitScene.class)
class BoardTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final AtomicInteger WEEKS = new AtomicInteger(40);

    private final TestHouse house;
    private final VisitScene scene;
    private final Phones phones;
    private final DSLContext database;

    @Autowired
    BoardTest(TestHouse house, VisitScene scene, Phones phones, DSLContext database) {
        this.house = house;
        this.scene = scene;
        this.phones = phones;
        this.database = database;
    }

    /** A Wednesday of a week that no other test knows. */
    private static LocalDate aWednesday() {
        return Clock.system(ZONE).instant().atZone(ZONE).toLocalDate().plusWeeks(WEEKS.getAndIncrement()).with(DayOfWeek.WEDNESDAY);
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(LocalTime.of(hour, 0)).atZone(ZONE).toInstant();
    }

    private void shift(String code, LocalDate from, LocalDate until) {
        house.client("service_manager.hangzhou").post("/api/v1/engineers/" + code + "/shifts", Map.of("from", from.toString(), "until", until.toString(),
                "weekdays", Set.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"), "startsAt", "08:00", "endsAt", "18:00", "kind", "NORMAL")).expect(200);
    }

    private JsonNode book(String order, String code, Instant at) {
        return scene.book(order, code, at, false).expect(201).json().path("appointment");
    }

    private JsonNode get(String path) {
        return scene.dispatcher().get("/api/v1/board" + path).expect(200).json();
    }

    private static JsonNode row(JsonNode board, String code) {
        return board.path("rows").valueStream().filter(row -> row.path("code").asString().equals(code)).findFirst().orElseThrow();
    }

    private static Set<String> texts(Stream<JsonNode> rows, String field) {
        return rows.map(row -> row.path(field).asString()).collect(Collectors.toSet());
    }

    private String idOf(String number) {
        return house.asTheHouse(() -> database.fetchSingle("select id from dispatch.appointment where number = ?", number).get(0, UUID.class).toString());
    }

    @Test
    void changesHoldTheRowsOfWhatHasChangedAndNoOthers() {
        LocalDate day = aWednesday();
        String order = scene.workOrder();
        JsonNode visit = book(order, scene.engineerCode(), at(day, 9));
        scene.otherCode();
        String id = idOf(visit.path("number").asString());

        JsonNode news = get("/changes?date=" + day + "&subject=" + id);
        assertThat(texts(news.path("board").path("rows").valueStream(), "code")).containsExactly(scene.engineerCode());
        assertThat(row(news.path("board"), scene.engineerCode())).isEqualTo(row(get("?date=" + day), scene.engineerCode()));
        assertThat(news.path("visits").valueStream().map(JsonNode::asString)).containsExactly(visit.path("number").asString());

        scene.dispatcher().post("/api/v1/appointments/" + visit.path("number").asString() + "/move", Map.of("engineerCode", scene.otherCode(), "startsAt", at(day, 9).toString(),
                "endsAt", at(day, 10).toString(), "reason", "近"), visit.path("version").asLong()).expect(200);
        JsonNode moved = get("/changes?date=" + day + "&subject=" + id).path("board");
        assertThat(texts(moved.path("rows").valueStream(), "code")).containsExactly(scene.otherCode());
        JsonNode both = get("/changes?date=" + day + "&subject=" + id + "&engineer=" + scene.engineerCode()).path("board");
        assertThat(texts(both.path("rows").valueStream(), "code")).containsExactlyInAnyOrder(scene.engineerCode(), scene.otherCode());
        assertThat(row(both, scene.engineerCode()).path("bars")).isEmpty();
    }

    @Test
    void withoutASubjectOnlyOpenWorkAndDangerAreTold() {
        String order = scene.workOrder();
        JsonNode news = get("/changes").path("board");
        assertThat(news.path("rows")).isEmpty();
        assertThat(texts(news.path("jobs").valueStream(), "number")).contains(order).isEqualTo(texts(get("").path("jobs").valueStream(), "number"));
    }

    @Test
    void tooManyChangesAreRefusedWithTheLimit() {
        String many = Stream.generate(UUID::randomUUID).limit(101).map(UUID::toString).collect(Collectors.joining("&subject=", "?subject=", ""));
        TestClient.Answer answer = scene.dispatcher().get("/api/v1/board/changes" + many).expect(400);
        assertThat(answer.code()).isEqualTo("dispatch.too-many-changes");
        assertThat(answer.text()).contains("100").contains("101");
    }

    @Test
    void theWeekSaysHowFullEachDayIs() {
        LocalDate wednesday = aWednesday();
        LocalDate monday = wednesday.minusDays(2);
        String code = scene.engineerCode();
        shift(code, monday, monday.plusDays(4));
        JsonNode visit = book(scene.workOrder(), code, at(wednesday, 9));
        book(scene.workOrder(), code, at(wednesday, 14));
        scene.dispatcher().post("/api/v1/engineers/" + code + "/absences", Map.of("startsAt", at(wednesday.plusDays(1), 8).toString(), "endsAt",
                at(wednesday.plusDays(1), 12).toString(), "reason", "TRAINING")).expect(201);

        JsonNode week = get("/week?date=" + wednesday);
        assertThat(week.path("days").valueStream().map(JsonNode::asString)).hasSize(7).startsWith(monday.toString()).endsWith(monday.plusDays(6).toString());
        JsonNode days = row(week, code).path("days");
        long minutes = Duration.between(Instant.parse(visit.path("startsAt").asString()), Instant.parse(visit.path("endsAt").asString())).toMinutes();
        assertThat(days.get(2).path("visits").asInt()).isEqualTo(2);
        assertThat(days.get(2).path("bookedMinutes").asLong()).isEqualTo(2 * minutes);
        assertThat(days.get(2).path("availableMinutes").asInt()).isEqualTo(600);
        // Weeks after their promise.
        assertThat(days.get(2).path("lateVisits").asInt()).isEqualTo(2);
        assertThat(days.get(3).path("availableMinutes").asInt()).isEqualTo(360);
        assertThat(days.get(3).path("absences").valueStream().map(JsonNode::asString)).containsExactly("TRAINING");
        assertThat(days.get(5).path("availableMinutes").asInt()).isZero();
        assertThat(days.get(0).path("visits").asInt()).isZero();
    }

    @Test
    void theMapHasHomesArrivalsAndTheSitesOfVisitsAndOpenWork() {
        String open = scene.workOrder();
        String order = scene.workOrder();
        String visit = scene.arrived(order);
        JsonNode there = scene.dispatcher().get("/api/v1/appointments/" + visit).expect(200).json();
        LocalDate day = Instant.parse(there.path("startsAt").asString()).atZone(ZONE).toLocalDate();
        JsonNode map = get("/map?date=" + day);
        JsonNode engineer = map.path("engineers").valueStream().filter(one -> one.path("code").asString().equals(scene.engineerCode())).findFirst().orElseThrow();
        assertThat(engineer.path("lastArrival").path("place").path("latitude").asDouble()).isEqualTo(30.2);
        Set<String> located = texts(map.path("work").valueStream(), "number");
        boolean sitesAreKnown = there.path("where").path("latitude").isNumber();
        assertThat(located.contains(visit)).isEqualTo(sitesAreKnown);
        assertThat(located.contains(open)).isEqualTo(sitesAreKnown);
    }

    @Test
    void aPhoneIsHeardOfWhateverItAsksAndOthersAreNot() {
        scene.engineerCode();
        PersonId engineer = house.as("engineer.hangzhou", () -> Actors.current().personId().orElseThrow());
        PersonId dispatcher = house.as("dispatcher.hangzhou", () -> Actors.current().personId().orElseThrow());
        Instant before = VisitScene.now();
        scene.engineer().on("phone-" + UUID.randomUUID()).get("/api/v1/engineers/me").expect(200);
        scene.dispatcher().get("/api/v1/board").expect(200);
        Map<PersonId, Instant> heard = house.asTheHouse(() -> phones.lastHeard(List.of(engineer, dispatcher)));
        assertThat(heard.get(engineer)).isAfterOrEqualTo(before);
        assertThat(heard).doesNotContainKey(dispatcher);
    }

    @Test
    void aPhoneIsWrittenDownAtMostOnceAMinute() {
        PersonId somebody = new PersonId(UUID.randomUUID());
        house.asTheHouse(() -> {
            phones.heard(somebody, "phone-1");
            return true;
        });
        Instant first = house.asTheHouse(() -> phones.lastHeard(List.of(somebody)).get(somebody));
        house.asTheHouse(() -> {
            phones.heard(somebody, "phone-1");
            return true;
        });
        assertThat(house.asTheHouse(() -> phones.lastHeard(List.of(somebody)).get(somebody))).isEqualTo(first);
        // Another device is another row; the newest counts.
        house.asTheHouse(() -> {
            phones.heard(somebody, "phone-2");
            return true;
        });
        assertThat(house.asTheHouse(() -> phones.lastHeard(List.of(somebody)).get(somebody))).isAfterOrEqualTo(first);
    }
}
