package org.firstfix.dispatch.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.firstfix.cases.CaseId;
import org.firstfix.contract.Priority;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.SiteId;
import org.firstfix.dispatch.AppointmentStatus;
import org.firstfix.dispatch.DispatchApi;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.workorder.WorkOrderId;
import org.firstfix.workorder.WorkOrderStatus;
import org.firstfix.workorder.WorkOrderSummary;
import org.junit.jupiter.api.Test;

/** Whose turn it is for a named customer, and who is kept free. Engineers are 1, 2, 3; all work from eight to five unless it is said. */
class StandInsAndReserveTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 15);
    private static final OrgPath PLACE = new OrgPath("house");
    private static final AccountId CUSTOMER = new AccountId(new UUID(0, 50));

    private static Instant at(int hour) {
        return DAY.atTime(hour, 0).toInstant(ZoneOffset.UTC);
    }

    private static PersonId person(int number) {
        return new PersonId(new UUID(0, number));
    }

    private static DayMaterial.Diary diary(int number, boolean works, boolean contractor) {
        Engineer engineer = new Engineer(person(number), "E" + number, "E" + number, Optional.empty(), Optional.empty(), ZoneOffset.UTC, true, PLACE, 0, List.of(),
                contractor ? Optional.of(new Engineer.Contractor("万通", 8_000, 6_000)) : Optional.empty());
        return new DayMaterial.Diary(engineer, works ? List.of(new Shift(new UUID(1, number), new Period(at(8), at(17)), Shift.Kind.NORMAL)) : List.of(), List.of());
    }

    private static DayMaterial.Job job(int number, Priority priority) {
        return new DayMaterial.Job(new WorkOrderSummary(new WorkOrderId(new UUID(2, number)), "WO-" + number, new CaseId(new UUID(3, number)), "C-" + number,
                WorkOrderStatus.RELEASED, "REPAIR", "", priority, CUSTOMER, new SiteId(new UUID(0, 60)), Optional.empty(), Optional.empty(), Optional.empty(), 60, 1, 1,
                "FIRST_VISIT", Optional.empty(), Optional.empty(), at(1), PLACE), Optional.empty(), Optional.empty());
    }

    private static DayMaterial day(List<DayMaterial.Diary> diaries, List<DayMaterial.Visit> visits, PlanningPolicy policy) {
        return new DayMaterial(new PlanArea(PLACE, Optional.empty(), DAY, ZoneOffset.UTC), at(6), policy, 0, diaries, visits, List.of(job(1, Priority.P3)),
                Map.of(CUSTOMER, new DispatchApi.Dedication(CUSTOMER, person(1), List.of(person(3), person(2)))), Supplies.NONE, TravelProfile.of(policy));
    }

    /** Codes of those who count as the customer's own that day. */
    private static Set<String> own(boolean... works) {
        List<DayMaterial.Diary> diaries = new ArrayList<>();
        for (int i = 0; i < works.length; i++) {
            diaries.add(diary(i + 1, works[i], false));
        }
        EngineDay day = EngineDay.of(day(diaries, List.of(), PlanningPolicy.USUAL));
        return day.day().visits().getFirst().preferred().stream().map(lane -> day.lane(lane).person().code()).collect(Collectors.toSet());
    }

    @Test
    void theOwnEngineerComesFirstThenThoseWhoStandInInTheirOrder() {
        assertThat(own(true, true, true)).containsExactly("E1");
        assertThat(own(false, true, true)).as("three is asked before two").containsExactly("E3");
        assertThat(own(false, true, false)).containsExactly("E2");
    }

    @Test
    void whereNoneOfThemWorksNobodyIsPreferred() {
        assertThat(own(false, false, false)).isEmpty();
    }

    private static PlanningPolicy keepingFree(int engineers) {
        PlanningPolicy usual = PlanningPolicy.USUAL;
        return new PlanningPolicy(usual.travelPerHour(), usual.overtimePerHour(), usual.notPreferred(), usual.changedEngineer(), usual.surplusLevel(),
                usual.latePerMinute(), usual.margin(), usual.undone(), usual.brokenPromisePerMinute(), usual.overtimeMinutes(), usual.detour(), usual.kilometresPerHour(),
                Optional.of(new PlanningPolicy.Reserve(engineers, LocalTime.of(9, 0), LocalTime.NOON, 3_000)), usual.legalRestHours(), Optional.empty());
    }

    private static Set<String> keptFree(int engineers, List<DayMaterial.Diary> diaries, int bookedFor) {
        DayMaterial.Visit visit = new DayMaterial.Visit("AP-1", 0, person(bookedFor), List.of(), new Period(at(10), at(11)), AppointmentStatus.BOOKED, Optional.empty(),
                Optional.empty(), Optional.empty(), job(2, Priority.P3));
        PlanningPolicy policy = keepingFree(engineers);
        EngineDay day = EngineDay.of(day(diaries, List.of(visit), policy));
        return EmergencyReserve.of(policy.reserve().orElseThrow(), day.material(), day.lanes(), day.tasks()).lanes().stream()
                .map(lane -> day.lane(lane).person().code()).collect(Collectors.toSet());
    }

    @Test
    void whoHasLeastToDoThenIsKeptFree() {
        List<DayMaterial.Diary> all = List.of(diary(1, true, false), diary(2, true, false), diary(3, true, false));
        assertThat(keptFree(1, all, 1)).containsExactly("E2");
        assertThat(keptFree(2, all, 2)).containsExactlyInAnyOrder("E1", "E3");
    }

    @Test
    void whoDoesNotWorkThenOrIsPaidByTheVisitIsNot() {
        assertThat(keptFree(5, List.of(diary(1, true, false), diary(2, true, true), diary(3, false, false)), 1)).containsExactly("E1");
    }
}
