package org.firstfix.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.firstfix.asset.AssetApi;
import org.firstfix.contract.ContractFixture;
import org.firstfix.contract.EntitlementApi;
import org.firstfix.contract.Fault;
import org.firstfix.contract.Milestone;
import org.firstfix.contract.PauseRights;
import org.firstfix.contract.Priority;
import org.firstfix.customer.CustomerApi;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.platform.time.HouseClock;
import org.firstfix.sla.usecase.FollowCalendars;
import org.firstfix.testing.ServerTest;
import org.firstfix.testing.TestClient;
import org.firstfix.testing.TestHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Calendars, official notices and what follows from changing them. */
@ServerTest
class CalendarsTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Instant MONDAY = Instant.parse("2098-06-16T01:00:00Z");

    @Autowired
    TestHouse house;
    @Autowired
    SlaApi sla;
    @Autowired
    FollowCalendars followCalendars;
    @Autowired
    CustomerApi customers;
    @Autowired
    AssetApi assets;
    @Autowired
    EntitlementApi entitlements;

    @Test
    void showsEveryDayOfAYearWithItsRule() {
        JsonNode year = reader().get("/api/v1/calendars/CN-5x9/years/2026").expect(200).json();
        assertThat(year.path("days").size()).isEqualTo(365);
        assertThat(year.path("confirmed").asBoolean()).isTrue();
        assertThat(day(year, "2026-02-17").path("rule").asString()).isEqualTo("official-holiday");
        assertThat(day(year, "2026-02-17").path("reasonEn").asString()).isEqualTo("Spring Festival");
        JsonNode makeUp = day(year, "2026-02-14");
        assertThat(makeUp.path("rule").asString()).isEqualTo("make-up-day");
        assertThat(makeUp.path("hours").get(0).get(0).asString()).isEqualTo("09:00");
        assertThat(day(year, "2026-06-15").path("rule").asString()).isEqualTo("weekly-hours");
        JsonNode unknown = reader().get("/api/v1/calendars/CN-5x9/years/2031").expect(200).json();
        assertThat(unknown.path("confirmed").asBoolean()).isFalse();
        assertThat(day(unknown, "2031-06-16").path("rule").asString()).isEqualTo("unconfirmed-week");
        reader().get("/api/v1/calendars/CN-5x9/years/1492").expect(400);
        reader().get("/api/v1/calendars/none/years/2026").expect(404);
    }

    @Test
    void aNewVersionMovesOpenClocksWithALineAndLeavesFinishedOnesAlone() {
        manager().post("/api/v1/calendars", Map.of("code", "shop", "nameZh", "门店", "nameEn", "Shop", "hours", hours("09:00", "18:00"),
                "reason", "")).expect(201);
        CaseReference open = start("shop");
        CaseReference finished = start("shop");
        HouseClock.at(MONDAY, () -> house.asTheHouse(() -> {
            sla.stop(finished.id(), MONDAY.plusSeconds(60));
            return true;
        }));
        Map<String, Object> version = Map.of("nameZh", "门店", "nameEn", "Shop", "effectiveFrom", "2098-06-01", "hours",
                hours("09:00", "12:00"), "reason", "夏季缩短营业");
        JsonNode changed = manager().post("/api/v1/calendars/shop/versions", version, 1).expect(200).json();
        assertThat(changed.path("version").asInt()).isEqualTo(2);
        assertThat(changed.path("versions").get(0).path("reason").asString()).isEqualTo("夏季缩短营业");
        manager().post("/api/v1/calendars/shop/versions", version, 1).expect(412);
        whenFollowed(open, file -> file.path("calendarVersion").asInt() == 2);
        ClockSummary clock = HouseClock.at(MONDAY, () -> house.asTheHouse(() -> sla.clockOf(open.id()))).orElseThrow();
        // Four hours are no longer to be had on Monday: three there, one on Tuesday.
        assertThat(clock.milestones().getFirst().dueAt()).contains(Instant.parse("2098-06-17T02:00:00Z"));
        followCalendars.follow();
        JsonNode file = reader().get("/api/v1/clocks/" + open.id()).expect(200).json();
        assertThat(file.path("calendarVersion").asInt()).isEqualTo(2);
        assertThat(file.path("entries").valueStream().map(e -> e.path("kind").asString())).containsExactlyInAnyOrder("STARTED", "CALENDAR_CHANGED");
        JsonNode untouched = reader().get("/api/v1/clocks/" + finished.id()).expect(200).json();
        assertThat(untouched.path("calendarVersion").asInt()).isEqualTo(1);
    }

    @Test
    void saysWhatIsWrongWithHours() {
        assertThat(field(calendar(hours("09:00", "xx")))).isEqualTo("sla.hours-unreadable");
        assertThat(field(calendar(Map.of("zone", "site", "official", false, "specialDays", List.of(), "week",
                Map.of("mon", List.of(List.of("09:00", "12:00"), List.of("11:00", "13:00"))))))).isEqualTo("sla.hours-overlap");
        assertThat(field(calendar(Map.of("zone", "site", "official", false, "specialDays", List.of(), "week", Map.of("mon", List.of())))))
                .isEqualTo("sla.calendar-never-opens");
        assertThat(field(calendar(Map.of("zone", "Mars/Base", "official", false, "specialDays", List.of(), "week",
                Map.of("mon", List.of(List.of("09:00", "12:00"))))))).isEqualTo("sla.zone-unknown");
        assertThat(field(calendar(Map.of("zone", "site", "official", false, "specialDays", List.of(), "week",
                Map.of("xxx", List.of(List.of("09:00", "12:00"))))))).isEqualTo("sla.weekday-unknown");
        house.client("agent.hangzhou").post("/api/v1/calendars", Map.of()).expect(403);
    }

    @Test
    void takesInALaterYearsNoticeAndItsCorrection() {
        CaseReference open = HouseClock.at(Instant.parse("2027-09-30T01:00:00Z"), () -> start("CN-5x9", Instant.parse("2099-09-30T01:00:00Z")));
        Map<String, Object> notice = notice(2099, true);
        JsonNode checked = manager().post("/api/v1/official-notices?onlyCheck=true", notice).expect(200).json();
        assertThat(checked.path("saved").asBoolean()).isFalse();
        assertThat(checked.path("notice").path("daysOff").asInt()).isEqualTo(12);
        JsonNode before = reader().get("/api/v1/clocks/" + open.id()).expect(200).json();
        assertThat(before.path("unconfirmedYears").get(0).asInt()).isEqualTo(2099);
        JsonNode saved = manager().post("/api/v1/official-notices", notice).expect(200).json();
        assertThat(saved.path("replaces").isNull()).isTrue();
        whenFollowed(open, file -> file.path("unconfirmedYears").isEmpty());
        JsonNode again = manager().post("/api/v1/official-notices", notice(2099, false)).expect(200).json();
        assertThat(again.path("replaces").path("daysOff").asInt()).isEqualTo(12);
        JsonNode year = reader().get("/api/v1/calendars/CN-5x9/years/2099").expect(200).json();
        assertThat(day(year, "2099-10-10").path("rule").asString()).isNotEqualTo("make-up-day");
        assertThat(day(year, "2099-10-01").path("rule").asString()).isEqualTo("official-holiday");
    }

    @Test
    void refusesANoticeThatCannotBeRight() {
        Map<String, Object> wrong = notice(2097, true);
        List<Object> days = new ArrayList<>((List<?>) wrong.get("days"));
        days.add(Map.of("name", "国庆节", "date", "2097-10-01", "isOffDay", true));
        days.add(Map.of("name", "国庆节", "date", "2095-10-01", "isOffDay", true));
        days.add(Map.of("name", "国庆节", "date", "2097-10-16", "isOffDay", false));
        wrong.put("days", days);
        JsonNode problem = manager().post("/api/v1/official-notices", wrong).expect(400).json();
        assertThat(problem.path("errors").valueStream().map(e -> e.path("code").asString())).containsExactly("sla.official-day-twice",
                "sla.official-day-of-another-year", "sla.make-up-day-on-a-weekday");
        wrong.put("days", days.subList(0, 2));
        assertThat(field(manager().post("/api/v1/official-notices", wrong))).isEqualTo("sla.official-days-too-few");
        house.client("agent.hangzhou").post("/api/v1/official-notices", wrong).expect(403);
    }

    @Test
    void forecastsWhileSomebodyTypes() {
        ContractFixture customer = ContractFixture.make(house, customers, assets, Optional.empty(), Optional.empty());
        house.as("service_manager.hangzhou", () -> entitlements.registerContract(customer.contract("5x9", "SITE")));
        Map<String, Object> wish = Map.of("serial", customer.serial(), "priority", "P1", "startedAt", "2026-02-13T09:30:00Z");
        JsonNode forecast = reader().post("/api/v1/clock-forecasts", wish).expect(200).json();
        assertThat(forecast.path("basis").asString()).isEqualTo("CONTRACT");
        assertThat(forecast.path("milestones").get(0).path("dueAt").asString()).isEqualTo("2026-02-14T01:30:00Z");
        assertThat(forecast.path("unconfirmedYears").size()).isZero();
        Map<String, Object> later = Map.of("siteNumber", customer.siteNumber(), "priority", "P4", "startedAt", "2026-12-31T09:30:00Z");
        assertThat(reader().post("/api/v1/clock-forecasts", later).expect(200).json().path("unconfirmedYears").get(0).asInt()).isEqualTo(2027);
        reader().post("/api/v1/clock-forecasts", Map.of("priority", "P1")).expect(400);
        reader().post("/api/v1/clock-forecasts", Map.of("serial", "x", "priority", "P9")).expect(400);
        house.client("agent.ningbo").post("/api/v1/clock-forecasts", wish).expect(404);
        ContractFixture uncovered = ContractFixture.make(house, customers, assets, Optional.empty(), Optional.empty());
        JsonNode nothing = reader().post("/api/v1/clock-forecasts", Map.of("serial", uncovered.serial(), "priority", "P1")).expect(200).json();
        assertThat(nothing.path("basis").asString()).isEqualTo("NONE");
        assertThat(nothing.path("milestones").size()).isZero();
    }

    private CaseReference start(String calendar) {
        return start(calendar, MONDAY);
    }

    private CaseReference start(String calendar, Instant at) {
        CaseReference subject = new CaseReference(UUID.randomUUID(), "C-x");
        SlaApi.Terms terms = new SlaApi.Terms("x", Optional.empty(), calendar, ZONE, Fault.of(Priority.P1), Map.of(Milestone.ON_SITE, Duration.ofHours(4)), PauseRights.NONE);
        HouseClock.at(at, () -> house.asTheHouse(() -> sla.start(subject, terms, at, new OrgPath("house.east.hangzhou"))));
        return subject;
    }

    /** The server's own job follows as well, and each leaves a clock to the other that holds it. */
    private void whenFollowed(CaseReference reference, Predicate<JsonNode> followed) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
            followCalendars.follow();
            return followed.test(reader().get("/api/v1/clocks/" + reference.id()).expect(200).json());
        });
    }

    private static Map<String, Object> hours(String from, String to) {
        List<List<String>> day = List.of(List.of(from, to));
        return Map.of("zone", "site", "official", false, "specialDays", List.of(), "week",
                Map.of("mon", day, "tue", day, "wed", day, "thu", day, "fri", day));
    }

    private TestClient.Answer calendar(Map<String, Object> hours) {
        return manager().post("/api/v1/calendars", Map.of("code", "wrong", "nameZh", "x", "nameEn", "x", "hours", hours, "reason", ""));
    }

    /** Twelve days off around 1 October, and one make-up day on the second Saturday of October if wanted. */
    private static Map<String, Object> notice(int year, boolean makeUp) {
        List<Object> days = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            days.add(Map.of("name", "国庆节", "date", LocalDate.of(year, 9, 26).plusDays(i).toString(), "isOffDay", true));
        }
        if (makeUp) {
            LocalDate saturday = LocalDate.of(year, 10, 10);
            while (saturday.getDayOfWeek().getValue() != 6) {
                saturday = saturday.plusDays(1);
            }
            days.add(Map.of("name", "国庆节", "date", saturday.toString(), "isOffDay", false));
        }
        return new HashMap<>(Map.of("$schema", "https://example.org/schema.json", "$id", "https://example.org/" + year + ".json", "year", year,
                "papers", List.of("https://www.gov.cn/"), "days", days));
    }

    private static JsonNode day(JsonNode year, String date) {
        return year.path("days").valueStream().filter(day -> day.path("date").asString().equals(date)).findFirst().orElseThrow();
    }

    private static String field(TestClient.Answer answer) {
        return answer.expect(400).json().path("errors").get(0).path("code").asString();
    }

    private TestClient reader() {
        return house.client("agent.hangzhou");
    }

    private TestClient manager() {
        return house.client("service_manager.hangzhou");
    }
}
