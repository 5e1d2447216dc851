package org.firstfix.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.firstfix.asset.AssetApi;
import org.firstfix.cases.CaseApi;
import org.firstfix.cases.CaseId;
import org.firstfix.contract.ContractFixture;
import org.firstfix.contract.EntitlementApi;
import org.firstfix.contract.Fault;
import org.firstfix.contract.Milestone;
import org.firstfix.contract.PauseReason;
import org.firstfix.contract.PauseRight;
import org.firstfix.contract.PauseRights;
import org.firstfix.contract.Priority;
import org.firstfix.customer.CustomerApi;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.paging.PageRequest;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.platform.time.HouseClock;
import org.firstfix.sla.query.AtRiskList;
import org.firstfix.sla.usecase.WatchMilestones;
import org.firstfix.testing.ServerTest;
import org.firstfix.testing.TestClient;
import org.firstfix.testing.TestHouse;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The clock of a case on a real database, with the seeded calendars and the official days of 2026. */
@ServerTest
class ClocksTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final OrgPath HANGZHOU = new OrgPath("house.east.hangzhou");
    private static final OrgPath NINGBO = new OrgPath("house.east.ningbo");
    private static final Map<Milestone, Duration> TARGETS = Map.of(Milestone.RESPONSE, Duration.ofHours(2),
            Milestone.ON_SITE, Duration.ofHours(9), Milestone.RESTORE, Duration.ofHours(27));
    private static final PauseRights RIGHTS = new PauseRights(List.of(new PauseRight(PauseReason.WAITING_FOR_CUSTOMER, false, 6_000)));
    private static final SlaApi.Terms OFFICE = new SlaApi.Terms("5x9", Optional.empty(), "CN-5x9", ZONE, Fault.of(Priority.P2), TARGETS, RIGHTS);
    /** Nothing here may be due before the real clock of the server: its own job looks at clocks as well. */
    private static final int YEAR = 2098;

    @Autowired
    TestHouse house;
    @Autowired
    SlaApi sla;
    @Autowired
    WatchMilestones watch;
    @Autowired
    AtRiskList atRisk;
    @Autowired
    CaseApi cases;
    @Autowired
    CustomerApi customers;
    @Autowired
    AssetApi assets;
    @Autowired
    EntitlementApi entitlements;
    private @Nullable ContractFixture customer;
    @Autowired
    DSLContext database;

    @Test
    void theSpringFestivalAndItsMakeUpDaysCount() {
        // 2026: off from Sunday 02-15 to Monday 02-23; worked on Saturday 02-14 and Saturday 02-28.
        Map<Milestone, Instant> due = house.asTheHouse(() -> sla.forecast(OFFICE, at("2026-02-13T17:00")));
        assertThat(due.get(Milestone.RESPONSE)).isEqualTo(at("2026-02-14T10:00"));
        assertThat(due.get(Milestone.ON_SITE)).isEqualTo(at("2026-02-14T17:00"));
        assertThat(due.get(Milestone.RESTORE)).isEqualTo(at("2026-02-25T17:00"));
        Map<Milestone, Instant> always = house.asTheHouse(() -> sla.forecast(
                new SlaApi.Terms("7x24x4", Optional.empty(), "ALWAYS", ZONE, Fault.of(Priority.P2), Map.of(Milestone.ON_SITE, Duration.ofHours(4)), RIGHTS),
                at("2026-02-17T23:00")));
        assertThat(always.get(Milestone.ON_SITE)).isEqualTo(at("2026-02-18T03:00"));
    }

    @Test
    void theLunchBreakIsNotCounted() {
        SlaApi.Terms lunch = new SlaApi.Terms("x", Optional.empty(), "CN-5x8", ZONE, Fault.of(Priority.P2), Map.of(Milestone.RESPONSE, Duration.ofHours(2)), RIGHTS);
        assertThat(house.asTheHouse(() -> sla.forecast(lunch, at("2026-06-15T11:00"))).get(Milestone.RESPONSE)).isEqualTo(at("2026-06-15T14:00"));
    }

    @Test
    void theSitesOwnZoneCounts() {
        SlaApi.Terms urumqi = new SlaApi.Terms("x", Optional.empty(), "CN-5x9", ZoneId.of("Asia/Urumqi"), Fault.of(Priority.P2), TARGETS, RIGHTS);
        // 09:00 in Shanghai is 07:00 in Urumqi, two hours before opening.
        assertThat(house.asTheHouse(() -> sla.forecast(urumqi, at("2026-06-15T09:00"))).get(Milestone.RESPONSE)).isEqualTo(at("2026-06-15T13:00"));
    }

    @Test
    void startsReachesPausesResumesStopsAndRestarts() {
        CaseReference subject = start(OFFICE, "06-16T10:00", HANGZHOU);
        reach(subject, Milestone.RESPONSE, "06-16T11:00");
        act("06-16T12:00", () -> sla.pause(subject.id(), "WAITING_FOR_CUSTOMER", "等客户确认停机窗口", local("06-16T12:00")));
        ClockSummary paused = clock(subject, "06-16T13:00");
        assertThat(paused.band()).isEqualTo("PAUSED");
        assertThat(paused.pauseReason()).contains("WAITING_FOR_CUSTOMER");
        assertThat(milestone(paused, Milestone.ON_SITE).dueAt()).isEmpty();
        assertThat(milestone(paused, Milestone.ON_SITE).remainingSeconds()).contains(7 * 3600L);
        act("06-16T16:00", () -> sla.resume(subject.id(), local("06-16T16:00")));
        ClockSummary resumed = clock(subject, "06-16T16:00");
        assertThat(milestone(resumed, Milestone.ON_SITE).dueAt()).isPresent();
        assertThat(milestone(resumed, Milestone.ON_SITE).usedPercent()).isEqualTo(milestone(paused, Milestone.ON_SITE).usedPercent());
        reach(subject, Milestone.ON_SITE, "06-17T09:30");
        reach(subject, Milestone.RESTORE, "06-17T11:00");
        act("06-17T12:00", () -> sla.stop(subject.id(), local("06-17T12:00")));
        assertThat(clock(subject, "06-18T12:00").band()).isEqualTo("DONE");
        act("06-20T09:00", () -> sla.restart(subject.id(), "又黑屏了", local("06-20T09:00")));
        ClockSummary again = clock(subject, "06-20T09:00");
        assertThat(again.status()).isEqualTo("RUNNING");
        assertThat(milestone(again, Milestone.RESTORE).status()).isEqualTo("RUNNING");
        assertThat(kinds(subject)).containsExactly("STARTED", "REACHED", "PAUSED", "RESUMED", "REACHED", "REACHED", "STOPPED", "RESTARTED");
    }

    @Test
    void changesOfTermsLeaveWhatWasReached() {
        CaseReference subject = start(OFFICE, "06-16T09:00", HANGZHOU);
        reach(subject, Milestone.RESPONSE, "06-16T09:30");
        SlaApi.Terms urgent = new SlaApi.Terms("7x24x4", Optional.empty(), "ALWAYS", ZONE, Fault.of(Priority.P1),
                Map.of(Milestone.RESPONSE, Duration.ofMinutes(15), Milestone.ON_SITE, Duration.ofHours(4), Milestone.RESTORE, Duration.ofHours(8)), RIGHTS);
        act("06-16T10:00", () -> sla.changeTerms(subject.id(), urgent, "整机停机", local("06-16T10:00")));
        ClockSummary clock = clock(subject, "06-16T10:00");
        assertThat(milestone(clock, Milestone.RESPONSE).status()).isEqualTo("MET");
        assertThat(milestone(clock, Milestone.ON_SITE).dueAt()).contains(local("06-16T13:00"));
        assertThat(clock.coverageCode()).isEqualTo("7x24x4");
        JsonNode file = reader().get("/api/v1/clocks/" + subject.id()).expect(200).json();
        JsonNode entry = file.path("entries").valueStream().filter(e -> e.path("kind").asString().equals("TERMS_CHANGED")).findFirst().orElseThrow();
        assertThat(entry.path("reason").asString()).isEqualTo("整机停机");
        assertThat(entry.path("details").path("coverageBefore").asString()).isEqualTo("5x9");
    }

    @Test
    void aLateTrueTimeCorrectsWithALineSayingSo() {
        CaseReference subject = openCase("07-01T09:00");
        HouseClock.at(local("07-01T13:00:01"), () -> watch.look());
        assertThat(milestone(clock(subject, "07-01T13:30"), Milestone.ON_SITE).missed()).isTrue();
        act("07-01T15:00", () -> sla.reach(subject.id(), Milestone.ON_SITE, local("07-01T12:40")));
        assertThat(milestone(clock(subject, "07-01T15:00"), Milestone.ON_SITE).status()).isEqualTo("MET");
        assertThat(kinds(subject)).contains("MISSED", "CORRECTED");
    }

    @Test
    void aClockStartsOnlyOnceAndWhatHasNoneCannotBeMoved() {
        CaseReference subject = start(OFFICE, "08-01T10:00", HANGZHOU);
        assertThatThrownBy(() -> house.asTheHouse(() -> sla.start(subject, OFFICE, local("08-01T10:00"), HANGZHOU)))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code()).isEqualTo("sla.clock-started"));
        UUID unknown = UUID.randomUUID();
        house.asTheHouse(() -> {
            sla.reach(unknown, Milestone.RESPONSE, local("08-01T10:00"));
            return sla.clockOf(unknown);
        });
        assertThatThrownBy(() -> house.asTheHouse(() -> sla.forecast(
                new SlaApi.Terms("x", Optional.empty(), "NONE", ZONE, Fault.of(Priority.P2), TARGETS, RIGHTS), local("08-01T10:00")))).isInstanceOf(Problem.class);
    }

    @Test
    void theLedgerCannotBeRewritten() {
        CaseReference subject = start(OFFICE, "08-02T10:00", HANGZHOU);
        for (String change : List.of("update sla.clock_entry set reason = 'x'", "delete from sla.clock_entry",
                "update sla.calendar_version set reason = 'x'", "delete from sla.official_day")) {
            assertThatThrownBy(() -> house.asTheHouse(() -> database.execute(change))).rootCause().hasMessageContaining("permission denied");
        }
        assertThat(kinds(subject)).containsExactly("STARTED");
    }

    @Test
    void twoRunnersAnnounceEveryMissExactlyOnce() throws Exception {
        List<CaseReference> cases = IntStream.range(0, 40)
                .mapToObj(i -> openCase("09-01T09:00")).toList();
        runTogether(4, () -> HouseClock.at(local("09-01T12:00:01"), () -> watch.look()));
        runTogether(4, () -> HouseClock.at(local("09-01T13:00:01"), () -> watch.look()));
        for (CaseReference subject : cases) {
            assertThat(announced(subject, "MilestoneAtRisk")).as(subject.number()).isEqualTo(1);
            assertThat(announced(subject, "MilestoneMissed")).isEqualTo(1);
            assertThat(kinds(subject)).containsExactly("STARTED", "REACHED", "AT_RISK", "MISSED");
        }
    }

    @Test
    void theListAtRiskIsInOrderAndPagedAndScoped() {
        CaseReference later = start(always(Duration.ofHours(3)), "10-01T09:00", NINGBO);
        CaseReference sooner = start(always(Duration.ofHours(2)), "10-01T09:00", NINGBO);
        CaseReference paused = start(always(Duration.ofHours(1)), "10-01T09:00", NINGBO);
        act("10-01T09:10", () -> sla.pause(paused.id(), "WAITING_FOR_CUSTOMER", "", local("10-01T09:10")));
        start(always(Duration.ofHours(1)), "10-01T09:00", HANGZHOU);
        String farAhead = "/api/v1/at-risk?within=P366D";
        assertThat(numbers(house.client("agent.ningbo").get(farAhead).expect(200).json())).as("due in 2098").isEmpty();
        // The same question asked in 2098.
        var rows = house.as("agent.ningbo", () -> HouseClock.at(local("10-01T10:30"), () -> atRisk.show(
                Actors.current().scope(), new AtRiskApi.Filter(Duration.ofHours(2),
                        Optional.empty(), Optional.empty()), PageRequest.first(1))));
        assertThat(rows.items()).extracting("caseNumber").containsExactly(sooner.number());
        assertThat(rows.items().getFirst().band()).isEqualTo("HOT");
        assertThat(rows.items().getFirst().remainingSeconds()).isEqualTo(1800);
        var next = house.as("agent.ningbo", () -> HouseClock.at(local("10-01T10:30"), () -> atRisk.show(
                Actors.current().scope(), new AtRiskApi.Filter(Duration.ofHours(2),
                        Optional.empty(), Optional.empty()),
                new PageRequest(1, Optional.ofNullable(rows.nextCursor())))));
        assertThat(next.items()).extracting("caseNumber").containsExactly(later.number());
        assertThat(next.nextCursor()).isNull();
        assertThat(house.client("agent.ningbo").get("/api/v1/at-risk?within=PT9000H").expect(400).code()).isEqualTo("dispatch.within-out-of-range");
        house.client("agent.ningbo").get("/api/v1/at-risk?within=soon").expect(400);
    }

    @Test
    void tellsWhyItIsDueWhenItIsDue() {
        UUID id = UUID.randomUUID();
        CaseReference subject = new CaseReference(id, "C-" + id);
        HouseClock.at(at("2026-02-13T17:00"), () -> house.asTheHouse(() -> sla.start(subject, OFFICE, at("2026-02-13T17:00"), HANGZHOU)));
        JsonNode why = reader().get("/api/v1/clocks/" + id + "/milestones/RESTORE/explanation").expect(200).json();
        assertThat(why.path("dueAt").asString()).isEqualTo(at("2026-02-25T17:00").toString());
        List<JsonNode> segments = StreamSupport.stream(why.path("segments").spliterator(), false).toList();
        assertThat(segments.stream().mapToLong(s -> s.path("countedSeconds").asLong()).sum()).isEqualTo(27 * 3600);
        assertThat(segments.stream().map(s -> s.path("rule").asString())).contains("official-holiday", "make-up-day", "weekly-hours");
        assertThat(segments.stream().map(s -> s.path("reasonEn").asString())).contains("Spring Festival");
        JsonNode file = reader().get("/api/v1/clocks/" + id).expect(200).json();
        assertThat(file.path("entries").get(0).path("kind").asString()).isEqualTo("STARTED");
        assertThat(file.path("unconfirmedYears").size()).isZero();
        house.client("agent.ningbo").get("/api/v1/clocks/" + id).expect(404);
        house.client("agent.hangzhou").get("/api/v1/clocks/" + UUID.randomUUID()).expect(404);
        house.client("agent.hangzhou").get("/api/v1/clocks/not-a-uuid").expect(400);
    }

    @Test
    void theCustomerSeesTheSameClockAndTheSameReasonsBehindALinkAndNoNames() {
        CaseReference subject = start(OFFICE, "06-16T10:00", HANGZHOU);
        act("06-16T11:00", () -> sla.pause(subject.id(), "WAITING_FOR_CUSTOMER", "客户要求改期", local("06-16T11:00")));
        String path = house.client("agent.hangzhou").post("/api/v1/clocks/" + subject.id() + "/customer-links", Map.of()).expect(201).json()
                .path("path").asString();
        String secret = path.replaceFirst("^/clock/", "");
        assertThat(secret).hasSizeGreaterThanOrEqualTo(43);
        JsonNode seen = house.anonymous().get("/api/v1/customer-clocks/" + secret).expect(200).json();
        JsonNode known = reader().get("/api/v1/clocks/" + subject.id()).expect(200).json();
        assertThat(seen.path("caseNumber")).isEqualTo(known.path("caseNumber"));
        assertThat(seen.path("pauses").get(0).path("reason").asString()).isEqualTo("WAITING_FOR_CUSTOMER");
        assertThat(seen.path("pauses").get(0).path("pausedBy").asString()).isEmpty();
        assertThat(seen.path("entries").size()).isZero();
        JsonNode why = house.anonymous().get("/api/v1/customer-clocks/" + secret + "/milestones/ON_SITE/explanation").expect(200).json();
        assertThat(why.path("segments")).isEqualTo(reader().get("/api/v1/clocks/" + subject.id() + "/milestones/ON_SITE/explanation").json().path("segments"));
        house.anonymous().get("/api/v1/customer-clocks/" + secret.substring(1)).expect(404);
        house.client("agent.ningbo").post("/api/v1/clocks/" + subject.id() + "/customer-links", Map.of()).expect(404);
        assertThat(database.fetchCount(org.jooq.impl.DSL.table("sla.customer_link"))).as("behind the wall without a scope").isZero();
    }

    private SlaApi.Terms always(Duration onSite) {
        return new SlaApi.Terms("7x24x4", Optional.empty(), "ALWAYS", ZONE, Fault.of(Priority.P2), Map.of(Milestone.ON_SITE, onSite), RIGHTS);
    }

    private CaseReference start(SlaApi.Terms terms, String local, OrgPath place) {
        UUID id = UUID.randomUUID();
        CaseReference subject = new CaseReference(id, "C-" + id);
        act(local, () -> sla.start(subject, terms, local(local), place));
        return subject;
    }

    /** A real case, for whoever hears of it asks the module of cases: stopped, so P1, on site within four hours round the clock. */
    private CaseReference openCase(String local) {
        if (customer == null) {
            customer = ContractFixture.make(house, customers, assets, Optional.empty(), Optional.empty());
            house.as("service_manager.hangzhou", () -> entitlements.registerContract(customer.contract("7x24x4", "ACCOUNT",
                    LocalDate.of(YEAR, 1, 1), LocalDate.of(YEAR, 12, 31))));
        }
        return HouseClock.at(local(local), () -> house.as("agent.hangzhou", () -> {
            CaseId id = cases.receive(new CaseApi.NewCase("PHONE", "黑屏", "", Optional.empty(), customer.account(), customer.site(),
                    Optional.empty(), Optional.of(customer.asset()), "STOPPED", "HIGH", local(local), Optional.empty()));
            act(local, () -> sla.reach(id.value(), Milestone.RESPONSE, local(local)));
            return new CaseReference(id.value(), house.asTheHouse(() -> cases.get(id)).number());
        }));
    }

    private void reach(CaseReference subject, Milestone milestone, String local) {
        act(local, () -> sla.reach(subject.id(), milestone, local(local)));
    }

    private void act(String local, Runnable action) {
        HouseClock.at(local(local), () -> house.asTheHouse(() -> {
            action.run();
            return true;
        }));
    }

    private ClockSummary clock(CaseReference subject, String local) {
        return HouseClock.at(local(local), () -> house.asTheHouse(() -> sla.clockOf(subject.id()))).orElseThrow();
    }

    private static ClockSummary.MilestoneView milestone(ClockSummary clock, Milestone kind) {
        return clock.milestones().stream().filter(one -> one.kind() == kind).findFirst().orElseThrow();
    }

    private List<String> kinds(CaseReference subject) {
        return house.asTheHouse(() -> database.fetch("""
                select e.kind from sla.clock_entry e join sla.sla_clock c on c.id = e.clock_id
                where c.case_id = ? order by e.recorded_at, e.id""", subject.id()).getValues("kind", String.class));
    }

    private int announced(CaseReference subject, String event) {
        return house.asTheHouse(() -> database.fetchOne("select count(*) from platform.journal where type = ? and subject_id = ?",
                event, subject.id().toString()).get(0, Integer.class));
    }

    private static List<String> numbers(JsonNode page) {
        return page.path("items").valueStream().map(row -> row.path("caseNumber").asString()).toList();
    }

    private TestClient reader() {
        return house.client("agent.hangzhou");
    }

    private static void runTogether(int runners, Callable<Integer> run) throws Exception {
        CyclicBarrier together = new CyclicBarrier(runners);
        try (var pool = Executors.newFixedThreadPool(runners)) {
            List<Future<Integer>> results = pool.invokeAll(IntStream.range(0, runners).<Callable<Integer>>mapToObj(i -> () -> {
                together.await();
                return run.call();
            }).toList());
            for (Future<Integer> result : results) {
                result.get();
            }
        }
    }

    private static Instant local(String monthDayTime) {
        return at(YEAR + "-" + monthDayTime);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }
}
