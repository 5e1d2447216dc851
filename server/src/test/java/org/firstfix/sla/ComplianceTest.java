package org.firstfix.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import org.firstfix.asset.AssetApi;
import org.firstfix.cases.CaseApi;
import org.firstfix.cases.CaseId;
import org.firstfix.contract.ContractFixture;
import org.firstfix.contract.EntitlementApi;
import org.firstfix.contract.Fault;
import org.firstfix.contract.Milestone;
import org.firstfix.contract.Priority;
import org.firstfix.contract.Targets;
import org.firstfix.contract.domain.PauseRightsRule;
import org.firstfix.customer.CustomerApi;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.paging.PageRequest;
import org.firstfix.platform.time.HouseClock;
import org.firstfix.sla.query.Compliance;
import org.firstfix.sla.query.Compliance.Verdict;
import org.firstfix.sla.query.PolicyTrial;
import org.firstfix.sla.usecase.WatchMilestones;
import org.firstfix.testing.ServerTest;
import org.firstfix.testing.TestHouse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The report on kept promises says the same as the clocks it is about. */
@ServerTest
class ComplianceTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Compliance.Which ALL = new Compliance.Which(Optional.empty(), Optional.empty(), Optional.empty());
    private static final long SEED = Long.getLong("compliance.seed", 20261128L);
    private static final int CASES = Integer.getInteger("compliance.cases", 200);

    @Autowired
    TestHouse house;
    @Autowired
    SlaApi sla;
    @Autowired
    Compliance compliance;
    @Autowired
    PolicyTrial trial;
    @Autowired
    WatchMilestones watch;
    @Autowired
    CaseApi cases;
    @Autowired
    CustomerApi customers;
    @Autowired
    AssetApi assets;
    @Autowired
    EntitlementApi entitlements;

    @Test
    void countsKeptMissedAndWaitingByContractLevel() {
        ContractFixture customer = customer("7x24x4");
        CaseReference kept = open(customer, "2091-03-05T09:00");
        reach(kept, "2091-03-05T12:59");
        CaseReference late = open(customer, "2091-03-05T09:00");
        reach(late, "2091-03-05T13:01");
        open(customer, "2091-03-05T09:00");
        CaseReference nothingMore = open(customer, "2091-03-05T09:00");
        act("2091-03-05T10:00", () -> sla.stop(nothingMore.id(), at("2091-03-05T10:00")));

        Compliance.Line line = onSite(lines("agent.hangzhou", "2091-03-05T12:00", "2091-03-05"));
        assertThat(line).isEqualTo(new Compliance.Line("7x24x4", Milestone.ON_SITE, 1, 1, 1, line.keptPercent()));
        assertThat(line.keptPercent()).hasValueSatisfying(percent -> assertThat(percent).isEqualByComparingTo("50"));
        assertThat(lines("agent.ningbo", "2091-03-05T12:00", "2091-03-05")).as("another branch's").isEmpty();
        assertThat(lines("agent.hangzhou", "2091-03-05T12:00", "2091-03-04")).as("nothing was due the day before").isEmpty();

        Compliance.Which onSite = new Compliance.Which(Optional.of("7x24x4"), Optional.of(Milestone.ON_SITE), Optional.empty());
        List<Compliance.Row> missed = rows("agent.hangzhou", "2091-03-06T12:00", "2091-03-05",
                new Compliance.Which(Optional.of("7x24x4"), Optional.of(Milestone.ON_SITE), Optional.of(Verdict.MISSED)));
        assertThat(missed).extracting(Compliance.Row::caseNumber).containsExactly(late.number());
        assertThat(missed.getFirst().lateSeconds()).isEqualTo(60);
        assertThat(rows("agent.hangzhou", "2091-03-06T12:00", "2091-03-05", onSite)).extracting(Compliance.Row::caseNumber)
                .doesNotContain(nothingMore.number()).hasSize(3);
    }

    /** The second of the live deadline and of the report are one, after pauses, changes of terms, late news and reopenings. */
    @Test
    void theReportAgreesWithEveryClockToTheSecond() {
        System.out.println("compliance seed " + SEED + ", " + CASES + " cases");
        Random random = new Random(SEED);
        List<ContractFixture> customers = List.of(customer("7x24x4"), customer("5x9"));
        Map<String, UUID> ids = new HashMap<>();
        for (int i = 0; i < CASES; i++) {
            CaseReference subject = livedThrough(customers.get(random.nextInt(2)), random);
            ids.put(subject.number(), subject.id());
        }
        String later = "2092-08-01T00:00";
        HouseClock.at(at(later), () -> {
            while (watch.look() > 0) {
                // Five hundred at a time.
            }
        });
        List<Compliance.Row> reported = new ArrayList<>();
        for (String month : List.of("2092-05", "2092-06", "2092-07")) {
            reported.addAll(rows("agent.hangzhou", later, month, ALL));
        }
        assertThat(reported).hasSizeGreaterThan(CASES);
        Map<String, Long> counted = new HashMap<>();
        for (Compliance.Row row : reported) {
            ClockSummary clock = HouseClock.at(at(later), () -> house.asTheHouse(() -> sla.clockOf(ids.get(row.caseNumber())))).orElseThrow();
            ClockSummary.MilestoneView live = clock.milestones().stream().filter(one -> one.kind() == row.milestone()).findFirst().orElseThrow();
            assertThat(live.dueAt()).as(row.caseNumber() + " " + row.milestone()).contains(row.dueAt());
            assertThat(live.reachedAt()).isEqualTo(row.reachedAt());
            assertThat(row.verdict()).isEqualTo(live.missed() ? Verdict.MISSED : live.reachedAt().isPresent() ? Verdict.KEPT : Verdict.WAITING);
            live.reachedAt().ifPresent(reached -> assertThat(reached.isAfter(row.dueAt())).as(row.toString()).isEqualTo(row.verdict() == Verdict.MISSED));
            counted.merge(row.coverageCode() + row.milestone() + row.verdict(), 1L, Long::sum);
        }
        for (String month : List.of("2092-05", "2092-06", "2092-07")) {
            for (Compliance.Line line : lines("agent.hangzhou", later, month)) {
                counted.merge(line.coverageCode() + line.milestone() + Verdict.KEPT, -line.kept(), Long::sum);
                counted.merge(line.coverageCode() + line.milestone() + Verdict.MISSED, -line.missed(), Long::sum);
                counted.merge(line.coverageCode() + line.milestone() + Verdict.WAITING, -line.waiting(), Long::sum);
            }
        }
        assertThat(counted.values()).as("figures minus rows").containsOnly(0L);
    }

    @Test
    void anotherPromiseIsTriedOnPastCases() {
        ContractFixture customer = customer("7x24x8");
        CaseReference late = open(customer, "2091-04-05T09:00");
        act("2091-04-05T15:00", () -> sla.reach(late.id(), Milestone.ON_SITE, at("2091-04-05T15:00")));
        Function<Integer, PolicyTrial.View> onSiteWithin = hours -> house.as("agent.hangzhou", () -> HouseClock.at(at("2091-04-06T09:00"),
                () -> trial.show(Actors.current().scope(), new PolicyTrial.Wish("7x24x8", "ALWAYS",
                        new Targets(Map.of(Priority.P1, Map.of(Milestone.ON_SITE, Duration.ofHours(hours))), List.of(), List.of()), 1))));

        PolicyTrial.View four = onSiteWithin.apply(4);
        assertThat(four.cases()).extracting(PolicyTrial.CaseTried::caseNumber).containsExactly(late.number());
        assertThat(four.cases().getFirst().milestones()).filteredOn(one -> one.milestone() == Milestone.ON_SITE).first()
                .satisfies(one -> {
                    assertThat(one.dueBefore()).contains(at("2091-04-05T17:00"));
                    assertThat(one.missedBefore()).isFalse();
                    assertThat(one.dueAfter()).contains(at("2091-04-05T13:00"));
                    assertThat(one.missedAfter()).isTrue();
                });
        assertThat(four.missedAfter()).isEqualTo(1);
        assertThat(onSiteWithin.apply(6).missedAfter()).as("reached at the very moment").isZero();
        assertThat(four.cases().getFirst().milestones()).filteredOn(one -> one.milestone() == Milestone.RESTORE)
                .extracting(PolicyTrial.MilestoneTried::dueAfter).containsExactly(Optional.empty());
        assertThat(house.as("agent.ningbo", () -> trial.show(Actors.current().scope(),
                new PolicyTrial.Wish("7x24x8", "ALWAYS", Targets.NONE, 10))).cases()).as("another branch's").isEmpty();
    }

    @Test
    void aSpanThatIsNoneIsRefused() {
        var client = house.client("agent.hangzhou");
        assertThat(client.get("/api/v1/compliance?from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z").expect(400).code()).isEqualTo("sla.span-out-of-range");
        assertThat(client.get("/api/v1/compliance?from=2020-01-01T00:00:00Z&to=2026-01-01T00:00:00Z").expect(400).code()).isEqualTo("sla.span-out-of-range");
        client.get("/api/v1/milestones?from=yesterday").expect(400);
        assertThat(client.get("/api/v1/milestones?branch=..").expect(400).code()).isEqualTo("sla.place-unknown");
        JsonNode report = client.get("/api/v1/compliance").expect(200).json();
        assertThat(Duration.between(Instant.parse(report.path("from").asString()), Instant.parse(report.path("to").asString()))).isEqualTo(Duration.ofDays(30));
    }

    private CaseReference livedThrough(ContractFixture customer, Random random) {
        Instant begun = at("2092-05-04T00:00").plusSeconds(random.nextInt(50 * 86_400));
        CaseReference subject = open(customer, begun);
        Instant now = begun;
        for (int step = random.nextInt(6); step >= 0; step--) {
            now = now.plusSeconds(60 + random.nextInt(2 * 86_400));
            Instant at = now;
            Instant said = random.nextInt(4) == 0 ? at.minusSeconds(random.nextInt(3600)) : at;
            HouseClock.at(at, () -> house.asTheHouse(() -> switch (random.nextInt(10)) {
                case 0 -> sla.pause(subject.id(), "WAITING_FOR_CUSTOMER", "电话", said);
                case 1 -> sla.resume(subject.id(), said);
                case 2 -> sla.changeTerms(subject.id(), terms(random), "升级", said);
                case 3 -> sla.reach(subject.id(), Milestone.RESPONSE, said);
                case 4 -> sla.reach(subject.id(), Milestone.ON_SITE, said);
                case 5 -> sla.restored(subject.id(), said);
                case 6 -> sla.begin(subject.id(), Milestone.PART_DELIVERY, said);
                case 7 -> sla.reach(subject.id(), Milestone.PART_DELIVERY, said);
                case 8 -> sla.resolved(subject.id(), said);
                default -> sla.restart(subject.id(), "又坏了", said);
            }));
        }
        return subject;
    }

    private static SlaApi.Terms terms(Random random) {
        Map<Milestone, Duration> targets = Map.of(Milestone.RESPONSE, Duration.ofMinutes(30 + random.nextInt(90)), Milestone.ON_SITE,
                Duration.ofHours(4 + random.nextInt(20)), Milestone.RESTORE, Duration.ofHours(24 + random.nextInt(48)),
                Milestone.PART_DELIVERY, Duration.ofHours(1 + random.nextInt(48)), Milestone.RESOLVE, Duration.ofHours(72 + random.nextInt(48)));
        return random.nextBoolean() ? new SlaApi.Terms("R5x9", Optional.empty(), "CN-5x9", ZONE, Fault.of(Priority.P2), targets, PauseRightsRule.HOUSE)
                : new SlaApi.Terms("R7x24", Optional.empty(), "ALWAYS", ZONE, Fault.of(Priority.P2), targets, PauseRightsRule.HOUSE);
    }

    /** A customer of Hangzhou whose account is covered for a hundred years. */
    private ContractFixture customer(String coverage) {
        ContractFixture customer = ContractFixture.make(house, customers, assets, Optional.empty(), Optional.empty());
        house.as("service_manager.hangzhou", () -> entitlements.registerContract(customer.contract(coverage, "ACCOUNT",
                LocalDate.of(2090, 1, 1), LocalDate.of(2099, 12, 31))));
        return customer;
    }

    private CaseReference open(ContractFixture customer, String local) {
        return open(customer, at(local));
    }

    private CaseReference open(ContractFixture customer, Instant reportedAt) {
        return HouseClock.at(reportedAt, () -> house.as("agent.hangzhou", () -> {
            CaseId id = cases.receive(new CaseApi.NewCase("PHONE", "黑屏", "", Optional.empty(), customer.account(), customer.site(),
                    Optional.empty(), Optional.of(customer.asset()), "STOPPED", "HIGH", reportedAt, Optional.empty()));
            return new CaseReference(id.value(), house.asTheHouse(() -> cases.get(id)).number());
        }));
    }

    private static Compliance.Line onSite(List<Compliance.Line> lines) {
        return lines.stream().filter(line -> line.milestone() == Milestone.ON_SITE).findFirst().orElseThrow();
    }

    private void reach(CaseReference subject, String local) {
        act(local, () -> sla.reach(subject.id(), Milestone.ON_SITE, at(local)));
    }

    private void act(String local, Runnable action) {
        HouseClock.at(at(local), () -> house.asTheHouse(() -> {
            action.run();
            return true;
        }));
    }

    /** @param days a day or a month */
    private List<Compliance.Line> lines(String who, String now, String days) {
        return house.as(who, () -> HouseClock.at(at(now), () -> compliance.lines(Actors.current().scope(), span(days))));
    }

    private List<Compliance.Row> rows(String who, String now, String days, Compliance.Which which) {
        List<Compliance.Row> all = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            PageRequest page = new PageRequest(50, cursor);
            var found = house.as(who, () -> HouseClock.at(at(now), () -> compliance.milestones(Actors.current().scope(), span(days), which, page)));
            all.addAll(found.items());
            cursor = Optional.ofNullable(found.nextCursor());
        } while (cursor.isPresent());
        return all;
    }

    private static Compliance.Span span(String days) {
        LocalDateTime from = LocalDateTime.parse(days.length() == 7 ? days + "-01T00:00" : days + "T00:00");
        LocalDateTime to = days.length() == 7 ? from.plusMonths(1) : from.plusDays(1);
        return new Compliance.Span(from.atZone(ZONE).toInstant(), to.atZone(ZONE).toInstant(), Optional.empty());
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }
}
