package org.firstfix.dispatch.usecase;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.firstfix.dispatch.domain.Appointment;
import org.firstfix.dispatch.domain.Appointments;
import org.firstfix.dispatch.domain.Commitment;
import org.firstfix.dispatch.domain.DayMaterial;
import org.firstfix.dispatch.domain.EngineDay;
import org.firstfix.dispatch.domain.PlanArea;
import org.firstfix.dispatch.domain.Plans;
import org.firstfix.dispatch.domain.Shift;
import org.firstfix.dispatch.domain.Task;
import org.firstfix.dispatch.domain.WhoCanGo;
import org.firstfix.dispatch.domain.WorthPlanning;
import org.firstfix.dispatch.query.Areas;
import org.firstfix.dispatch.query.DayMaterials;
import org.firstfix.platform.scope.DataScope;
import org.firstfix.platform.work.Work;
import org.firstfix.routing.plan.Planner;
import org.firstfix.workorder.WorkOrderApi;
import org.springframework.stereotype.Component;

/** Looks at a day after something happened, and asks for a plan where {@link WorthPlanning} says that it is worth it. */
@Component
class ConsiderOccasion {
    private final Work work;
    private final Areas areas;
    private final DayMaterials materials;
    private final Appointments appointments;
    private final WorkOrderApi workOrders;
    private final Plans plans;
    private final RequestPlan requestPlan;
    private final Clock clock;

    ConsiderOccasion(Work work, Areas areas, DayMaterials materials, Appointments appointments, WorkOrderApi workOrders, Plans plans, RequestPlan requestPlan,
            Clock clock) {
        this.work = work;
        this.areas = areas;
        this.materials = materials;
        this.appointments = appointments;
        this.workOrders = workOrders;
        this.plans = plans;
        this.requestPlan = requestPlan;
        this.clock = clock;
    }

    void consider(Occasion occasion) {
        work.asTheHouse("plan", () -> {
            PlanArea area = areas.ofBranch(occasion.branch(), Optional.of(occasion.day()));
            boolean free = plans.viewOpen(area).map(open -> WorthPlanning.replaces(occasion.cause(), open.cause())).orElse(true);
            if (free && !area.isOver(clock.instant())) {
                noteIfWorth(occasion, materials.withDeadlines(materials.of(DataScope.all(), area)))
                        .ifPresent(note -> requestPlan.handle(new RequestPlan.Command(area, occasion.cause(), note)));
            }
        });
    }

    /** @return what the proposal is about; none if it is not worth one */
    private Optional<String> noteIfWorth(Occasion occasion, DayMaterial material) {
        String subject = occasion.subject();
        return switch (occasion.cause()) {
            case LATE_ARRIVAL -> given(WorthPlanning.afterLateArrival(latestAfter(subject, EngineDay.of(material))), orderOf(subject));
            case CANCELLATION -> {
                Appointment gone = appointments.view(subject);
                String order = orderOf(subject);
                yield given(WorthPlanning.afterCancellation(gone.plan().period(), material.now(), waiting(material, order)), order);
            }
            case OVERTIME -> material.engineers().stream().filter(diary -> diary.engineer().code().equals(subject)).findFirst().flatMap(diary ->
                    given(WorthPlanning.afterLongerShift(longest(diary, material.now()), waiting(material, "")), diary.engineer().name()));
            case PART_ARRIVED -> material.jobs().stream().filter(job -> job.order().number().equals(subject)).findFirst().flatMap(job ->
                    given(WorthPlanning.afterPartArrived(job.startsBy(), material.area().on(material.area().day().plusDays(1)).period().endsAt()), subject));
            case URGENT_CALL -> urgent(material);
            case PLAN, ILLNESS, UNDO -> Optional.empty();
        };
    }

    private static Optional<String> given(boolean worth, String note) {
        return worth ? Optional.of(note) : Optional.empty();
    }

    private String orderOf(String appointment) {
        return workOrders.get(appointments.view(appointment).facts().workOrderId()).number();
    }

    /** How late the visits of that engineer would begin as the day stands, the latest of them. */
    private static Duration latestAfter(String appointment, EngineDay day) {
        OptionalInt lane = day.tasks().stream().filter(task -> task.visit().filter(visit -> visit.number().equals(appointment)).isPresent())
                .flatMapToInt(task -> task.lane().stream()).findFirst();
        if (lane.isEmpty() || !day.hasEngineers()) {
            return Duration.ZERO;
        }
        return Duration.ofSeconds(new Planner(day.day()).ledger(day.current()).entries().stream().filter(entry -> entry.rule().equals("customer-window"))
                .filter(entry -> day.task(entry.visit()).lane().equals(lane)).mapToLong(entry -> entry.amount()).max().orElse(0));
    }

    /** Open work, and visits whose engineer is absent, other than that one. */
    private static long waiting(DayMaterial material, String except) {
        EngineDay day = EngineDay.of(material);
        return day.tasks().stream().filter(task -> task.commitment() == Commitment.FREE || task.commitment() == Commitment.ORPHANED)
                .filter(task -> !task.job().order().number().equals(except)).count();
    }

    private static Duration longest(DayMaterial.Diary diary, Instant now) {
        return diary.shifts().stream().filter(shift -> shift.kind() != Shift.Kind.STANDBY && shift.period().endsAt().isAfter(now))
                .map(shift -> Duration.between(shift.period().startsAt().isAfter(now) ? shift.period().startsAt() : now, shift.period().endsAt()))
                .max(Duration::compareTo).orElse(Duration.ZERO);
    }

    /** The first urgent call that has to begin that day and that nobody can take in time. */
    private static Optional<String> urgent(DayMaterial material) {
        EngineDay day = EngineDay.of(material);
        WhoCanGo who = new WhoCanGo(day);
        return IntStream.rangeClosed(1, day.tasks().size()).filter(id -> day.task(id).commitment() == Commitment.FREE)
                .filter(id -> WorthPlanning.afterUrgentCall(isUrgentToday(day.task(id), material), inTime(who, id)))
                .mapToObj(id -> day.task(id).job().order().number()).findFirst();
    }

    private static boolean isUrgentToday(Task task, DayMaterial material) {
        return task.isUrgent() && task.job().startsBy().filter(by -> by.isBefore(material.area().period().endsAt())).isPresent();
    }

    private static boolean inTime(WhoCanGo who, int task) {
        return who.best(task).filter(WhoCanGo.Choice::possible)
                .filter(choice -> choice.reasons().stream().noneMatch(reason -> reason.rule().equals("late-start"))).isPresent();
    }
}
