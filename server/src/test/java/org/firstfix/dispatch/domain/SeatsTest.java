package org.firstfix.dispatch.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.firstfix.dispatch.domain.ADay.at;
import static org.firstfix.dispatch.domain.ADay.period;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.firstfix.cases.CaseId;
import org.firstfix.contract.Priority;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.SiteId;
import org.firstfix.dispatch.AppointmentStatus;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.routing.plan.Level;
import org.firstfix.workorder.WorkOrderId;
import org.firstfix.workorder.WorkOrderStatus;
import org.firstfix.workorder.WorkOrderSummary;
import org.junit.jupiter.api.Test;

/** Visits of several engineers as the engine sees them, and what a plan may do with them. Engineers are 1, 2, 3 and work from eight to six. */
class SeatsTest {
    private static final OrgPath PLACE = new OrgPath("house");

    private static PersonId person(int number) {
        return new PersonId(new UUID(0, number));
    }

    private static DayMaterial.Diary diary(int number, Absence... absences) {
        Engineer engineer = new Engineer(person(number), "E" + number, "E" + number, Optional.empty(), Optional.empty(), ZoneOffset.UTC, true, PLACE, 0, List.of(),
                Optional.empty());
        return new DayMaterial.Diary(engineer, List.of(ADay.shift(8, 18, Shift.Kind.NORMAL)), List.of(absences));
    }

    private static DayMaterial.Job job(int crewSize) {
        WorkOrderSummary order = new WorkOrderSummary(new WorkOrderId(UUID.randomUUID()), "W-1", new CaseId(UUID.randomUUID()), "C-1", WorkOrderStatus.RELEASED,
                "REPAIR", "换柜", Priority.P2, new AccountId(UUID.randomUUID()), new SiteId(UUID.randomUUID()), Optional.empty(), Optional.empty(), Optional.empty(), 60,
                crewSize, 1, "FIRST_VISIT", Optional.empty(), Optional.empty(), at(0, 0), PLACE);
        return new DayMaterial.Job(order, Optional.empty(), Optional.empty());
    }

    private static DayMaterial.Visit visit(int crewSize, AppointmentStatus status, int lead, Integer... members) {
        return new DayMaterial.Visit("V-1", 0, person(lead), Stream.of(members).map(SeatsTest::person).toList(), period(10, 11), status,
                status == AppointmentStatus.ON_SITE ? Optional.of(at(10, 0)) : Optional.empty(), Optional.empty(), Optional.empty(), job(crewSize));
    }

    private static EngineDay day(List<DayMaterial.Diary> diaries, List<DayMaterial.Visit> visits, List<DayMaterial.Job> jobs) {
        return EngineDay.of(new DayMaterial(new PlanArea(PLACE, Optional.empty(), LocalDate.of(2026, 6, 15), ZoneOffset.UTC), at(6, 0), PlanningPolicy.USUAL, 0,
                diaries, visits, jobs, Map.of(), Supplies.NONE, TravelProfile.of(PlanningPolicy.USUAL)));
    }

    private static List<ProposedChange> changes(EngineDay day) {
        return DayProposal.of(day, 1, 500).changes();
    }

    private static List<Commitment> commitments(EngineDay day) {
        return day.tasks().stream().map(Task::commitment).toList();
    }

    @Test
    void openWorkForTwoIsTwoLinkedTasksThatAreWorthOneVisit() {
        EngineDay two = day(List.of(diary(1), diary(2)), List.of(), List.of(job(2)));
        EngineDay one = day(List.of(diary(1), diary(2)), List.of(), List.of(job(1)));
        assertThat(two.tasks()).hasSize(2);
        assertThat(two.day().links()).hasSize(1);
        assertThat(one.day().links()).isEmpty();
        assertThat(two.day().visits().stream().mapToLong(visit -> visit.absenceCents()).sum()).isEqualTo(one.day().visits().getFirst().absenceCents());
    }

    @Test
    void openWorkForTwoIsProposedForTwoAtOnceOrNotAtAll() {
        List<ProposedChange> found = changes(day(List.of(diary(1), diary(2)), List.of(), List.of(job(2))));
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().wanted().orElseThrow().people()).containsExactlyInAnyOrder(person(1), person(2));
        assertThat(changes(day(List.of(diary(1)), List.of(), List.of(job(2))))).isEmpty();
    }

    @Test
    void whoIsBookedHasASeatAndAMissingColleagueLeavesOneOpen() {
        EngineDay whole = day(List.of(diary(1), diary(2)), List.of(visit(2, AppointmentStatus.BOOKED, 1, 2)), List.of());
        assertThat(whole.tasks()).allSatisfy(task -> assertThat(task.lane()).isPresent());
        assertThat(changes(whole)).isEmpty();
        EngineDay missing = day(List.of(diary(1), diary(2)), List.of(visit(2, AppointmentStatus.ACCEPTED, 1)), List.of());
        assertThat(missing.tasks()).extracting(task -> task.lane().isPresent()).containsExactly(true, false);
        assertThat(commitments(missing)).containsExactly(Commitment.FIXED, Commitment.PROMISED);
    }

    @Test
    void nobodyJoinsWorkThatGoesOn() {
        EngineDay under = day(List.of(diary(1), diary(2)), List.of(visit(2, AppointmentStatus.ON_SITE, 1)), List.of());
        assertThat(commitments(under)).containsExactly(Commitment.UNDER_WAY);
    }

    @Test
    void anOpenSeatIsFilledAndNothingElseOfTheVisitChanges() {
        List<ProposedChange> found = changes(day(List.of(diary(1), diary(2)), List.of(visit(2, AppointmentStatus.ACCEPTED, 1)), List.of()));
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().wanted().orElseThrow()).isEqualTo(new ProposedChange.Slot(person(1), List.of(person(2)), period(10, 11)));
    }

    @Test
    void anOpenSeatThatNobodyCanTakeStaysOpen() {
        List<DayMaterial.Visit> visits = List.of(visit(2, AppointmentStatus.BOOKED, 1));
        assertThat(changes(day(List.of(diary(1)), visits, List.of()))).isEmpty();
        assertThat(changes(day(List.of(diary(1), diary(2, ADay.absence(9, 12))), visits, List.of()))).isEmpty();
    }

    @Test
    void whoCanComeKeepsTheTimeForAColleagueWhoIsAbsent() {
        List<DayMaterial.Visit> visits = List.of(visit(2, AppointmentStatus.BOOKED, 1, 2));
        EngineDay day = day(List.of(diary(1), diary(2, ADay.absence(8, 18)), diary(3)), visits, List.of());
        assertThat(commitments(day)).containsExactly(Commitment.PROMISED, Commitment.PROMISED);
        assertThat(changes(day).getFirst().wanted().orElseThrow()).isEqualTo(new ProposedChange.Slot(person(1), List.of(person(3)), period(10, 11)));
        assertThat(changes(day(List.of(diary(1), diary(2, ADay.absence(8, 18))), visits, List.of()))).as("nobody else is there").isEmpty();
    }

    @Test
    void whereNobodyCanComeTheTimeIsNobodys() {
        List<DayMaterial.Visit> visits = List.of(visit(2, AppointmentStatus.BOOKED, 1, 2));
        EngineDay day = day(List.of(diary(1, ADay.absence(8, 18)), diary(2, ADay.absence(8, 18)), diary(3)), visits, List.of());
        assertThat(commitments(day)).containsExactly(Commitment.ORPHANED, Commitment.ORPHANED);
        assertThat(changes(day)).extracting(ProposedChange::kind).containsExactly(ProposedChange.Kind.RELEASE);
    }

    @Test
    void aVisitWithSomebodyOfAnotherTerritoryIsFixedForThisPlan() {
        DayMaterial.Visit shared = visit(2, AppointmentStatus.BOOKED, 9, 1);
        EngineDay day = day(List.of(diary(1), diary(2)), List.of(shared), List.of());
        assertThat(commitments(day)).containsExactly(Commitment.FIXED);
        assertThat(changes(day)).isEmpty();
        assertThat(changes(day(List.of(diary(1, ADay.absence(8, 18)), diary(2)), List.of(shared), List.of()))).as("also where he is absent").isEmpty();
    }

    @Test
    void aVisitOfTheTerritoryAloneIsNot() {
        assertThat(commitments(day(List.of(diary(1), diary(9)), List.of(visit(2, AppointmentStatus.BOOKED, 9, 1)), List.of())))
                .containsExactly(Commitment.PROMISED, Commitment.PROMISED);
    }

    @Test
    void candidatesForTwoAreCrewsAndTheMembersAreNotOfferedAgain() {
        List<WhoCanGo.Choice> choices = new ArrayList<>();
        DayMaterial.Job job = job(2);
        EngineDay day = day(List.of(diary(1), diary(2), diary(3)), List.of(), List.of(job));
        choices.addAll(new WhoCanGo(day).rank(job.order().id()));
        assertThat(choices).hasSize(2).allSatisfy(choice -> assertThat(choice.crew()).hasSize(1));
        assertThat(choices).allSatisfy(choice -> assertThat(choice.possible()).isTrue());
        assertThat(choices.stream().map(choice -> choice.crew().getFirst().code()).distinct()).hasSize(1);
    }

    @Test
    void whereNobodyCanJoinNobodyCanGo() {
        DayMaterial.Job job = job(2);
        List<WhoCanGo.Choice> choices = new WhoCanGo(day(List.of(diary(1)), List.of(), List.of(job))).rank(job.order().id());
        assertThat(choices.getFirst().possible()).isFalse();
        assertThat(choices.getFirst().obstacles()).extracting(Reason::rule).containsExactly(Reason.NO_CREW);
    }

    @Test
    void whatTheSeatsOfAVisitCostAddsUpAndHowLateItIsIsSaidOnce() {
        Reason way = new Reason("travel-time", Level.PREFERENCE, 200, Map.of("minutes", 3L, "price", 2.0));
        Reason late = new Reason("late-start", Level.MONEY, 500, Map.of("minutes", 10L, "price", 5.0));
        List<Reason> together = Reasons.together(List.of(late, way, late, way));
        assertThat(together).extracting(Reason::rule).containsExactly("late-start", "travel-time");
        assertThat(together).extracting(Reason::amount).containsExactly(1_000L, 400L);
        assertThat(together).extracting(reason -> reason.values().get("minutes")).containsExactly(10L, 6L);
    }

    @Test
    void theReasonsOfAVisitSumToWhatItCosts() {
        EngineDay day = day(List.of(diary(1), diary(2)), List.of(visit(2, AppointmentStatus.BOOKED, 1, 2)), List.of());
        WhatItCosts costs = WhatItCosts.of(day);
        assertThat(costs.reasonsOf(1).stream().filter(reason -> reason.level() == Level.PREFERENCE).mapToLong(Reason::amount).sum())
                .isEqualTo(costs.of(1).preference()).isPositive();
    }

    @Test
    void whatHappensDuringTheDayIsSearchedForLessThanAPlanAndADayWithCrewsForHalf() {
        EngineDay alone = day(List.of(diary(1), diary(2)), List.of(), List.of(job(1)));
        EngineDay crew = day(List.of(diary(1), diary(2)), List.of(), List.of(job(2)));
        assertThat(DayProposal.budgetFor(alone, PlanVersion.Cause.PLAN)).isEqualTo(20_000);
        assertThat(DayProposal.budgetFor(alone, PlanVersion.Cause.ILLNESS)).isEqualTo(5_000);
        assertThat(DayProposal.budgetFor(crew, PlanVersion.Cause.PLAN)).isEqualTo(10_000);
        assertThat(DayProposal.budgetFor(crew, PlanVersion.Cause.URGENT_CALL)).isEqualTo(2_500);
    }
}
