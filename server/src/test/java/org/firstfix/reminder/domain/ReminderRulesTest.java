package org.firstfix.reminder.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.firstfix.platform.identity.UserId;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.reminder.Channel;
import org.firstfix.reminder.DutyId;
import org.firstfix.reminder.Moment;
import org.firstfix.reminder.ReminderApi;
import org.firstfix.reminder.domain.Plan.Planned;
import org.firstfix.sla.WorkingTimes.WorkingTime;
import org.firstfix.worktime.DayHours;
import org.firstfix.worktime.DayInterval;
import org.firstfix.worktime.Pauses;
import org.firstfix.worktime.WorkCalendar;
import org.firstfix.worktime.WorkTime;
import org.junit.jupiter.api.Test;

/** When somebody is reminded, who hears it next, and what people may do. Office hours 09:00 to 18:00 on weekdays. */
class ReminderRulesTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final OrgPath PLACE = new OrgPath("house.east.hangzhou");
    private static final UserId WANG = new UserId(new UUID(1, 1));
    private static final UserId LI = new UserId(new UUID(1, 2));
    /** Wednesday 2026-11-25, 10:00. */
    private static final Instant MORNING = at("2026-11-25T10:00");

    private static final WorkingTime OFFICE = new WorkingTime() {
        private final WorkTime time = WorkTime.on(WorkCalendar.named("office").zone(ZONE)
                .hours(DayOfWeek.MONDAY, day()).hours(DayOfWeek.TUESDAY, day()).hours(DayOfWeek.WEDNESDAY, day())
                .hours(DayOfWeek.THURSDAY, day()).hours(DayOfWeek.FRIDAY, day()).build());

        @Override
        public Instant after(Instant from, Duration workingTime) {
            Instant reached = time.deadline(from, workingTime, Pauses.none()).instant().orElseThrow();
            return time.nextOpen(reached).orElse(reached);
        }

        @Override
        public Duration between(Instant from, Instant until) {
            return time.elapsed(from, until, Pauses.none());
        }
    };

    @Test
    void arrivalIsToldToWhoDoesNotKnowYet() {
        assertThat(plan(minutes(60)).first(MORNING, at("2026-11-25T15:00"), true)).contains(new Planned(Moment.ARRIVAL, MORNING));
    }

    @Test
    void arrivalIsNotToldToWhoTookItOnThemselves() {
        assertThat(plan(minutes(60)).first(MORNING, at("2026-11-25T15:00"), false))
                .contains(new Planned(Moment.BEFORE_DUE, at("2026-11-25T14:00")));
    }

    @Test
    void theFirstReminderCountsWorkingTimeOnly() {
        // Due on Thursday at 10:00; two working hours before is Wednesday at 17:00.
        assertThat(plan(minutes(120)).afterArrival(MORNING, MORNING, at("2026-11-26T10:00")))
                .contains(new Planned(Moment.BEFORE_DUE, at("2026-11-25T17:00")));
        // One hour before is the opening, not the closing of the evening before.
        assertThat(plan(minutes(60)).afterArrival(MORNING, MORNING, at("2026-11-26T10:00")))
                .contains(new Planned(Moment.BEFORE_DUE, at("2026-11-26T09:00")));
    }

    @Test
    void aShareOfTheTimeThatIsLeftIsCountedInWorkingTime() {
        // From Wednesday 10:00 to Thursday 11:00 are ten working hours, two and a half of them a quarter.
        assertThat(plan(Optional.of(new Policy.Before.PercentLeft(25))).afterArrival(MORNING, MORNING, at("2026-11-26T11:00")))
                .contains(new Planned(Moment.BEFORE_DUE, at("2026-11-25T17:30")));
    }

    @Test
    void whoHasJustBeenToldIsNotToldAgainWhenTimeIsShort() {
        assertThat(plan(minutes(60)).afterArrival(MORNING, MORNING, at("2026-11-25T10:30")))
                .contains(new Planned(Moment.ESCALATION, at("2026-11-25T10:30")));
    }

    @Test
    void whereTheCalendarIsClosedTheTimeOnTheWallCounts() {
        assertThat(plan(minutes(60)).afterArrival(at("2026-11-28T10:00"), at("2026-11-28T10:00"), at("2026-11-28T14:00")))
                .contains(new Planned(Moment.BEFORE_DUE, at("2026-11-28T13:00")));
    }

    @Test
    void whatIsEntrustedLateGoesUpAfterTheTimeOfOneLevel() {
        assertThat(plan(minutes(60)).firstEscalation(MORNING, at("2026-11-25T09:30"))).contains(new Planned(Moment.ESCALATION, at("2026-11-25T12:00")));
    }

    @Test
    void theNextLevelIsCountedFromTheMomentOrFromWhenItWasHeard() {
        Plan plan = plan(minutes(60));
        assertThat(plan.nextEscalation(MORNING, MORNING.plusSeconds(2), MORNING).at()).as("found in time").isEqualTo(at("2026-11-25T12:00"));
        assertThat(plan.nextEscalation(MORNING, MORNING, at("2026-11-25T11:00")).at()).as("held back until eleven").isEqualTo(at("2026-11-25T13:00"));
        assertThat(plan.nextEscalation(MORNING, at("2026-11-25T15:00"), MORNING).at()).as("found late").isEqualTo(at("2026-11-25T17:00"));
    }

    @Test
    void quietHoursHoldBackUntilTheirEnd() {
        QuietHours night = new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0));
        assertThat(night.heldBack(at("2026-11-25T23:00"), ZONE)).isEqualTo(at("2026-11-26T08:00"));
        assertThat(night.heldBack(at("2026-11-26T03:00"), ZONE)).isEqualTo(at("2026-11-26T08:00"));
        assertThat(night.heldBack(at("2026-11-25T21:00"), ZONE)).isEqualTo(at("2026-11-26T08:00"));
        QuietHours noon = new QuietHours(LocalTime.of(12, 0), LocalTime.of(13, 0));
        assertThat(noon.heldBack(at("2026-11-25T12:30"), ZONE)).isEqualTo(at("2026-11-25T13:00"));
    }

    @Test
    void outsideQuietHoursNothingIsHeldBack() {
        QuietHours night = new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0));
        assertThat(night.heldBack(at("2026-11-25T08:00"), ZONE)).isEqualTo(at("2026-11-25T08:00"));
        assertThat(night.heldBack(at("2026-11-25T20:59"), ZONE)).isEqualTo(at("2026-11-25T20:59"));
        assertThatThrownBy(() -> new QuietHours(LocalTime.NOON, LocalTime.NOON)).isInstanceOf(Problem.class);
    }

    @Test
    void climbsToTheFirstUnitAboveThatHasSomebody() {
        Set<OrgPath> manned = Set.of(PLACE, new OrgPath("house"));
        assertThat(Climb.next(PLACE, Optional.empty(), manned::contains)).contains(PLACE);
        assertThat(Climb.next(PLACE, Optional.of(PLACE), manned::contains)).as("nobody in the region").contains(new OrgPath("house"));
    }

    @Test
    void staysAtTheTopAndFindsNobodyWhereThereIsNobody() {
        OrgPath top = new OrgPath("house");
        assertThat(Climb.next(PLACE, Optional.of(top), Set.of(top)::contains)).contains(top);
        assertThat(Climb.next(PLACE, Optional.empty(), path -> false)).isEmpty();
    }

    @Test
    void acknowledgingEndsTheClimbButNotTheReminderBeforeTheEnd() {
        Plan plan = plan(minutes(60));
        Duty duty = duty(plan);
        duty.reminded(plan, MORNING, List.of(new Duty.Told(WANG, MORNING)));
        assertThat(duty.acknowledge("王芳", "", plan, MORNING)).isTrue();
        assertThat(duty.standing().next()).contains(new Planned(Moment.BEFORE_DUE, at("2026-11-25T14:00")));
        duty.reminded(plan, at("2026-11-25T14:00"), List.of());
        assertThat(duty.standing().acknowledged()).as("asked again").isEmpty();
        assertThat(duty.standing().next()).contains(new Planned(Moment.ESCALATION, at("2026-11-25T15:00")));
        duty.acknowledge("王芳", "", plan, at("2026-11-25T14:10"));
        assertThat(duty.standing().next()).isEmpty();
        assertThat(duty.acknowledge("王芳", "", plan, at("2026-11-25T14:11"))).as("a second time").isFalse();
    }

    @Test
    void snoozingEndsAtTheLatestWhenItIsDue() {
        Duty duty = duty(plan(minutes(60)));
        duty.snooze(at("2026-11-25T14:30"), "客户在开会", MORNING);
        assertThat(duty.standing().next()).contains(new Planned(Moment.BEFORE_DUE, at("2026-11-25T14:30")));
        assertThatThrownBy(() -> duty.snooze(at("2026-11-25T15:01"), "later", MORNING)).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.fields().getFirst().code()).isEqualTo("reminder.snooze-past-due"));
        assertThatThrownBy(() -> duty.snooze(MORNING, "now", MORNING)).isInstanceOf(Problem.class);
    }

    @Test
    void whoGetsItIsTheNewPersonWithAllMomentsBeforeThem() {
        Plan plan = plan(minutes(60));
        Duty duty = duty(plan);
        assertThatThrownBy(() -> duty.delegate(WANG, "same", plan, MORNING)).isInstanceOf(Problem.class);
        duty.delegate(LI, "休假", plan, at("2026-11-25T11:00"));
        assertThat(duty.standing().responsible()).isEqualTo(LI);
        assertThat(duty.standing().next()).contains(new Planned(Moment.ARRIVAL, at("2026-11-25T11:00")));
        assertThat(duty.actions(WANG, false, MORNING)).isEmpty();
        assertThat(duty.actions(LI, false, MORNING)).containsExactly("acknowledge", "snooze", "delegate");
        assertThat(duty.actions(WANG, true, MORNING)).as("told of it").containsExactly("acknowledge", "delegate");
    }

    @Test
    void whatIsOverIsNotChangedAnyMore() {
        Plan plan = plan(minutes(60));
        Duty duty = duty(plan);
        assertThat(duty.withdraw("done", MORNING)).isTrue();
        assertThat(duty.withdraw("done", MORNING)).isFalse();
        assertThat(duty.standing().next()).isEmpty();
        assertThatThrownBy(() -> duty.acknowledge("x", "", plan, MORNING)).isInstanceOf(Problem.class);
        assertThat(duty.actions(WANG, false, MORNING)).isEmpty();
        assertThat(duty.move(LI, at("2026-11-25T16:00"), "", plan, true, MORNING)).isFalse();
    }

    @Test
    void movingToTheSameTimeAndPersonChangesNothing() {
        Plan plan = plan(minutes(60));
        Duty duty = duty(plan);
        assertThat(duty.move(WANG, at("2026-11-25T15:00"), "", plan, true, MORNING)).isFalse();
        assertThat(duty.move(WANG, at("2026-11-25T17:00"), "客户改期", plan, true, MORNING)).isTrue();
        assertThat(duty.standing().next()).contains(new Planned(Moment.BEFORE_DUE, at("2026-11-25T16:00")));
    }

    @Test
    void everyMomentOfAPolicyReachesSomebody() {
        assertThatCode(() -> policy(minutes(60), Set.of(Channel.INBOX)).everyMomentReachesSomebody()).doesNotThrowAnyException();
        assertThatThrownBy(() -> policy(minutes(60), Set.of()).everyMomentReachesSomebody()).isInstanceOf(Problem.class);
        assertThatCode(() -> policy(Optional.empty(), Set.of()).everyMomentReachesSomebody()).as("no first reminder").doesNotThrowAnyException();
    }

    @Test
    void theWebhookIsTriedAgainAndGivenUp() {
        assertThat(WebhookRetries.nextAttempt(1, MORNING)).contains(MORNING.plusSeconds(2));
        assertThat(WebhookRetries.nextAttempt(9, MORNING)).isEmpty();
        assertThat(WebhookRetries.mayPass(503)).isTrue();
        assertThat(WebhookRetries.mayPass(401)).isFalse();
    }

    private static Duty duty(Plan plan) {
        return Duty.entrusted(new DutyId(new UUID(2, 1)), new ReminderApi.Key("promise", "1", "keep"), PLACE,
                new Duty.Facts("A-1", "/customers/A-1", "回电", "Call back", "DEFAULT", "CN-5x9", ZONE, false, "李雷"), WANG,
                at("2026-11-25T15:00"), plan, true, MORNING);
    }

    private static Plan plan(Optional<Policy.Before> before) {
        return new Plan(policy(before, Set.of(Channel.INBOX)), OFFICE);
    }

    private static Policy policy(Optional<Policy.Before> before, Set<Channel> beforeChannels) {
        return new Policy("DEFAULT", "默认", "Default", "CN-5x9", true, before, Optional.of(Duration.ZERO), Duration.ofHours(2), "SERVICE_MANAGER",
                Map.of(Moment.ARRIVAL, Set.of(Channel.INBOX), Moment.BEFORE_DUE, beforeChannels, Moment.ESCALATION, Set.of(Channel.INBOX)),
                Optional.empty(), 0);
    }

    private static Optional<Policy.Before> minutes(int minutes) {
        return Optional.of(new Policy.Before.Minutes(minutes));
    }

    private static DayHours day() {
        return new DayHours(List.of(DayInterval.parse("09:00-18:00")));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }
}
