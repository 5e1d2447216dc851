package org.firstfix.dispatch.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.dispatch.AppointmentId;
import org.firstfix.dispatch.AppointmentStatus;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.workorder.WorkOrderId;
import org.firstfix.workorder.WorkOrderStatus;
import org.junit.jupiter.api.Test;

/** Each rule where it applies and where it does not. */
class BookingRulesTest {
    private static final Instant EIGHT = Instant.parse("2026-03-05T00:00:00Z");
    private static final Period VISIT = hours(1, 2);

    @Test
    void onlyAnActiveEngineerIsSent() {
        assertThat(BookingRules.theEngineerIsActive(engineer(true))).isEmpty();
        assertThat(BookingRules.theEngineerIsActive(engineer(false))).get().extracting(Finding::hard).isEqualTo(true);
    }

    @Test
    void absenceForbidsAndItsNeighbourDoesNot() {
        assertThat(BookingRules.theEngineerIsNotAbsent(List.of(absence(0, 4)), VISIT)).get().extracting(Finding::hard).isEqualTo(true);
        assertThat(BookingRules.theEngineerIsNotAbsent(List.of(absence(2, 4)), VISIT)).isEmpty();
    }

    @Test
    void aSkillIsNeededHeldAndNotExpired() {
        assertThat(BookingRules.theEngineerHasTheSkill(engineer(true), Optional.empty(), EIGHT)).isEmpty();
        assertThat(BookingRules.theEngineerHasTheSkill(engineer(true), Optional.of("SERVER"), EIGHT)).isEmpty();
        assertThat(BookingRules.theEngineerHasTheSkill(engineer(true), Optional.of("UPS"), EIGHT)).get().extracting(Finding::code)
                .isEqualTo(Finding.Code.SKILL_MISSING);
        assertThat(BookingRules.theEngineerHasTheSkill(engineer(true), Optional.of("STORAGE"), EIGHT)).isEmpty();
        assertThat(BookingRules.theEngineerHasTheSkill(engineer(true), Optional.of("STORAGE"), EIGHT.plus(Duration.ofDays(1)))).get()
                .extracting(Finding::code).isEqualTo(Finding.Code.SKILL_EXPIRED);
    }

    @Test
    void aVisitLiesInsideAShift() {
        assertThat(BookingRules.theVisitLiesInsideAShift(List.of(shift(0, 9)), VISIT)).isEmpty();
        assertThat(BookingRules.theVisitLiesInsideAShift(List.of(shift(0, 1)), VISIT)).isPresent();
        assertThat(BookingRules.theVisitLiesInsideAShift(List.of(), VISIT)).isPresent();
    }

    @Test
    void aVisitBeginsWhenItIsDueAtTheLatest() {
        assertThat(BookingRules.theVisitBeginsBeforeItIsDue(Optional.empty(), EIGHT)).isEmpty();
        assertThat(BookingRules.theVisitBeginsBeforeItIsDue(Optional.of(EIGHT), EIGHT)).isEmpty();
        assertThat(BookingRules.theVisitBeginsBeforeItIsDue(Optional.of(EIGHT), EIGHT.plusSeconds(1))).isPresent();
    }

    @Test
    void aVisitLiesAhead() {
        assertThat(BookingRules.theVisitLiesAhead(VISIT, EIGHT)).isEmpty();
        assertThat(BookingRules.theVisitLiesAhead(VISIT, EIGHT.plus(Duration.ofHours(2)))).isPresent();
    }

    @Test
    void theEngineerIsOfTheBranch() {
        assertThat(BookingRules.theEngineerBelongsToTheBranch(new OrgPath("cn.east"), new OrgPath("cn.east.hz"))).isEmpty();
        assertThat(BookingRules.theEngineerBelongsToTheBranch(new OrgPath("cn.east.nb"), new OrgPath("cn.east.hz"))).isPresent();
    }

    @Test
    void nothingIsWaitedFor() {
        assertThat(BookingRules.nothingIsWaitedFor(WorkOrderStatus.RELEASED)).isEmpty();
        assertThat(BookingRules.nothingIsWaitedFor(WorkOrderStatus.WAITING_FOR_PART)).isPresent();
        assertThat(BookingRules.nothingIsWaitedFor(WorkOrderStatus.WAITING_FOR_CUSTOMER)).isPresent();
    }

    @Test
    void anAppointmentGoesItsWayAndNoOther() {
        Appointment appointment = appointment();
        appointment.accept(EIGHT);
        appointment.travel(EIGHT.plusSeconds(60));
        assertThatThrownBy(() -> appointment.arrive(EIGHT, Optional.empty())).isInstanceOf(Problem.class);
        appointment.arrive(EIGHT.plusSeconds(120), Optional.empty());
        assertThatThrownBy(() -> appointment.cancel("x")).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.code()).isEqualTo("dispatch.already-on-site"));
        assertThatThrownBy(() -> appointment.move(appointment.plan())).isInstanceOf(Problem.class);
        appointment.done(EIGHT.plusSeconds(600));
        assertThat(appointment.isCurrent()).isFalse();
        assertThatThrownBy(() -> appointment.withdraw("x")).isInstanceOf(Problem.class);
    }

    @Test
    void whoHasNoNetworkMaySkipStepsAndAMoveAsksAnew() {
        Appointment skipped = appointment();
        skipped.arrive(EIGHT, Optional.of(new Place(30, 120)));
        assertThat(skipped.status()).isEqualTo(AppointmentStatus.ON_SITE);
        Appointment moved = appointment();
        moved.accept(EIGHT);
        moved.move(moved.plan());
        assertThat(moved.status()).isEqualTo(AppointmentStatus.BOOKED);
        assertThat(moved.course().acceptedAt()).isEmpty();
    }

    private static Appointment appointment() {
        return Appointment.booked(new Appointment.Facts(new AppointmentId(new UUID(0, 1)), "V-001001", new WorkOrderId(new UUID(0, 2)), "x", EIGHT),
                new Appointment.Plan(new PersonId(new UUID(0, 3)), List.of(), VISIT, OverlapPolicy.FORBIDDEN, new OrgPath("cn")));
    }

    private static Engineer engineer(boolean active) {
        return new Engineer(new PersonId(new UUID(0, 3)), "E1", "王伟", Optional.empty(), Optional.empty(), ZoneId.of("Asia/Shanghai"), active,
                new OrgPath("cn"), 0, List.of(new Engineer.Skill("SERVER", 3, Optional.empty()),
                        new Engineer.Skill("STORAGE", 2, Optional.of(LocalDate.of(2026, 3, 5)))), Optional.empty());
    }

    private static Period hours(int from, int to) {
        return new Period(EIGHT.plus(Duration.ofHours(from)), EIGHT.plus(Duration.ofHours(to)));
    }

    private static Shift shift(int from, int to) {
        return new Shift(UUID.randomUUID(), hours(from, to), Shift.Kind.NORMAL);
    }

    private static Absence absence(int from, int to) {
        return new Absence(UUID.randomUUID(), hours(from, to), Absence.Reason.LEAVE, "");
    }
}
