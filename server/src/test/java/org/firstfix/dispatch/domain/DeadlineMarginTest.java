package org.firstfix.dispatch.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstfix.dispatch.AppointmentStatus;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.workorder.WorkOrderSummary;
import org.junit.jupiter.api.Test;

/** What it counts as to begin shortly before a deadline. One engineer works from eight to five; one call is known. */
class DeadlineMarginTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 15);
    private static final OrgPath PLACE = new OrgPath("house");

    private static PlanningPolicy with(Optional<PlanningPolicy.Margin> margin) {
        PlanningPolicy usual = PlanningPolicy.USUAL;
        return new PlanningPolicy(usual.travelPerHour(), usual.overtimePerHour(), usual.notPreferred(), usual.changedEngineer(), usual.surplusLevel(),
                usual.latePerMinute(), margin, usual.undone(), usual.brokenPromisePerMinute(), usual.overtimeMinutes(), usual.detour(),
                usual.kilometresPerHour(), usual.reserve(), usual.legalRestHours(), usual.publication());
    }

    /** One open call, work order 1 if nobody is booked. */
    private static EngineDay day(Instant now, PlanningPolicy policy, List<DayMaterial.Visit> visits, Optional<Instant> deadline) {
        WorkOrderSummary order = ADay.visit(ADay.period(8, 9), AppointmentStatus.BOOKED, deadline).job().order();
        return EngineDay.of(new DayMaterial(new PlanArea(PLACE, Optional.empty(), DAY, ZoneOffset.UTC), now, policy, 0,
                List.of(ADay.diary(List.of(ADay.shift(8, 17, Shift.Kind.NORMAL)))), visits, List.of(new DayMaterial.Job(order, Optional.empty(), deadline)),
                Map.of(), Supplies.NONE, TravelProfile.of(policy)));
    }

    /** The lines of the only candidate. Where the site is nobody knows, which counts as half an hour of way: work begins at half past eight. */
    private static List<Reason> reasons(PlanningPolicy policy, Optional<Instant> deadline) {
        EngineDay day = day(ADay.at(6, 0), policy, List.of(), deadline);
        return new WhoCanGo(day).best(1).orElseThrow().reasons().stream().filter(reason -> reason.rule().equals("near-deadline")).toList();
    }

    @Test
    void aBeginWithinTheMarginCountsAsAPartOfALateOne() {
        // An hour after the margin has begun, and an hour before the deadline; a late minute of P2 costs 200.
        assertThat(reasons(PlanningPolicy.USUAL, Optional.of(ADay.at(9, 30)))).singleElement().satisfies(reason -> {
            assertThat(reason.amount()).isEqualTo(60 * 100);
            assertThat(reason.values()).containsEntry("minutes", 60L);
        });
    }

    @Test
    void timeEnoughNoDeadlineOrNoMarginCostNothing() {
        assertThat(reasons(PlanningPolicy.USUAL, Optional.of(ADay.at(11, 0)))).isEmpty();
        assertThat(reasons(PlanningPolicy.USUAL, Optional.empty())).isEmpty();
        assertThat(reasons(with(Optional.empty()), Optional.of(ADay.at(9, 0)))).isEmpty();
    }

    @Test
    void aMarginOfMoreThanADayOrDearerThanLatenessIsRefused() {
        assertThatThrownBy(() -> with(Optional.of(new PlanningPolicy.Margin(1_441, 50))).check()).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> with(Optional.of(new PlanningPolicy.Margin(60, 101))).check()).isInstanceOf(Problem.class);
    }

    @Test
    void whoIsAtWorkDoesNotLeaveForADeadline() {
        EngineDay day = day(ADay.at(9, 0), PlanningPolicy.USUAL, List.of(ADay.visit(ADay.period(8, 12), AppointmentStatus.ON_SITE, Optional.empty())), Optional.of(ADay.at(13, 0)));
        assertThat(new WhoCanGo(day).best(2).orElseThrow().startsAt().orElseThrow()).isAfterOrEqualTo(ADay.at(12, 0));
    }
}
