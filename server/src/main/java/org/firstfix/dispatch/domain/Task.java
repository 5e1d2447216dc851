package org.firstfix.dispatch.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.firstfix.contract.Priority;
import org.firstfix.diagnosis.PartsForecast;
import org.firstfix.dispatch.AppointmentStatus;
import org.firstfix.routing.plan.Completion;
import org.firstfix.routing.plan.Visit;
import org.firstfix.workorder.WorkOrderStatus;

/**
 * Work of a day for one engineer as the engine sees it: a visit, or a seat of it where it needs several.
 *
 * @param seat which of the engineers it is for
 * @param visit the appointment it has; none for work that nobody is booked for
 * @param lane of the engineer it is booked for; none where somebody has to be found
 * @param start when it begins at the earliest, in seconds since the day began; {@code service} in seconds, so that its end lies on the grid
 */
public record Task(Seat seat, DayMaterial.Job job, Optional<DayMaterial.Visit> visit, Commitment commitment, OptionalInt lane, int start, int service) {
    /** Nobody is on the way sooner than that. */
    static final Duration NOTICE = Duration.ofMinutes(15);
    /** When work left undone begins the next day, at best. */
    private static final LocalTime NEXT_MORNING = LocalTime.of(9, 0);

    static Task of(Seat seat, DayMaterial.Visit visit, Commitment commitment, OptionalInt lane, DayMaterial material) {
        Period day = material.area().period();
        if (commitment == Commitment.UNDER_WAY) {
            int begins = Seconds.of(visit.arrivedAt().orElse(visit.period().startsAt()), day);
            int ends = Seconds.onGrid(Seconds.later(Seconds.later(visit.period().endsAt(), material.now()),
                    // Who came late stays as long as the work takes.
                    visit.arrivedAt().map(at -> at.plus(visit.period().length())).orElse(visit.period().endsAt())), day);
            return new Task(seat, visit.job(), Optional.of(visit), commitment, lane, begins, Math.max(0, ends - begins));
        }
        boolean late = visit.period().startsAt().isBefore(material.now());
        int begins = late ? Seconds.onGrid(material.now(), day) : Seconds.of(visit.period().startsAt(), day);
        int service = Seconds.onGrid(begins + (int) visit.period().length().toSeconds()) - begins;
        return new Task(seat, visit.job(), Optional.of(visit), commitment, lane, begins, service);
    }

    static Task of(Seat seat, DayMaterial.Job job, DayMaterial material) {
        Period day = material.area().period();
        int soonest = Seconds.onGrid(Seconds.later(day.startsAt(), material.now().plus(NOTICE)), day);
        return new Task(seat, job, Optional.empty(), Commitment.FREE, OptionalInt.empty(),
                material.now().plus(NOTICE).isBefore(day.startsAt()) ? 0 : soonest, Seconds.onGrid(job.order().expectedMinutes() * 60));
    }

    static Task held(Seat seat, DayMaterial.Hold hold, int lane, DayMaterial material) {
        Period day = material.area().period();
        int begins = Seconds.onGrid(Seconds.later(hold.period().startsAt(), material.now()), day);
        return new Task(seat, hold.job(), Optional.empty(), Commitment.HELD, OptionalInt.of(lane), begins, Seconds.onGrid((int) hold.period().length().toSeconds()));
    }

    /** The same, beginning then and not later, with whoever can. */
    Task beginningAt(int seconds) {
        return new Task(seat, job, visit, Commitment.PROMISED, OptionalInt.empty(), seconds, Seconds.onGrid(seconds + (int) length().toSeconds()) - seconds);
    }

    /** What waits for the customer is not planned before he is ready, what waits for a part not before it is here. */
    static boolean isPlannable(DayMaterial.Job job) {
        return job.order().status() == WorkOrderStatus.RELEASED;
    }

    /** What a standby is called for, a reserve is kept for, and others may be moved for. */
    public static boolean isUrgent(Priority priority) {
        return priority == Priority.P1 || priority == Priority.P2;
    }

    public boolean isUrgent() {
        return isUrgent(job.order().priority());
    }

    Duration length() {
        return visit.map(booked -> booked.period().length()).orElseGet(() -> Duration.ofMinutes(job.order().expectedMinutes()));
    }

    /** @param stays whether it stays with its engineer whatever hard rule that breaks */
    Visit toEngine(int id, PlaceTable places, Set<Integer> preferred, boolean stays, DayMaterial material) {
        boolean pinned = lane.isPresent() && (stays || commitment == Commitment.HELD || commitment == Commitment.FIXED || commitment == Commitment.UNDER_WAY);
        Due due = due(material);
        return new Visit(id, places.of(job.site()), service, windows(material.area().period()),
                job.order().requiredSkill().map(skill -> Map.of(skill, 1)).orElse(Map.of()),
                Map.of(),
                commitment == Commitment.FREE ? start : 0, due.at(), due.centsPerMinute(), undoneCents(material),
                Set.of(), Set.of(), preferred, pinned ? lane : OptionalInt.empty(), lane).withNear(near(due, material.policy())).withCompletion(completion(material.supplies()));
    }

    /** What the repair will probably take, once for a crew. Who is on the way has taken it along. */
    private Completion completion(Supplies supplies) {
        boolean left = seat.place() > 0 || visit.filter(it -> it.status() == AppointmentStatus.TRAVELLING || it.status() == AppointmentStatus.ON_SITE).isPresent();
        List<PartsForecast.ProbablePart> parts = left ? List.of() : supplies.partsFor(job.order().caseId());
        return parts.isEmpty() ? Completion.NONE : new Completion(
                parts.stream().map(part -> Completion.PartSet.of(part.probability(), Map.of(part.number(), 1))).toList(),
                supplies.forecast().secondVisitCost().movePointRight(2).longValue());
    }

    private List<Visit.Window> windows(Period day) {
        return switch (commitment) {
            case FREE -> wishes(day);
            // Who is at work does not go elsewhere first, however much that would be worth.
            case UNDER_WAY, PROMISED, FIXED, HELD -> List.of(new Visit.Window(start, start));
            case ORPHANED -> List.of(new Visit.Window(start, visit.flatMap(DayMaterial.Visit::pin).filter(Pin::time).isPresent() ? start : Visit.NEVER - 1));
        };
    }

    /** Work begins before a wished window ends; wishes of another day are as far away as they are. */
    private List<Visit.Window> wishes(Period day) {
        return job.wished().stream().map(window -> new Visit.Window(Seconds.of(window.startsAt(), day), Seconds.of(window.endsAt(), day) - 1)).toList();
    }

    private record Due(int at, long centsPerMinute) {}

    /** The deadline of the contract, also one that has passed; a time that was promised to the customer is owed as well. */
    private Due due(DayMaterial material) {
        Priority priority = job.order().priority();
        Optional<Integer> deadline = job.startsBy().map(at -> Seconds.of(at, material.area().period()));
        if (commitment == Commitment.ORPHANED) {
            long rate = material.policy().brokenPromisePerMinute();
            return new Due(start, share(deadline.filter(at -> at <= start).isPresent() ? Math.max(rate, material.policy().latePerMinuteOf(priority)) : rate));
        }
        return commitment == Commitment.UNDER_WAY ? new Due(Visit.NEVER, 0)
                : new Due(deadline.orElse(Visit.NEVER), share(material.policy().latePerMinuteOf(priority)));
    }

    /** A visit is late or left undone once, however many go. */
    private long share(long cents) {
        return Math.ceilDiv(cents, seat.of());
    }

    /** Not just before the deadline of a contract; the time that was promised for somebody who is absent is owed as it is. */
    private Visit.Step near(Due due, PlanningPolicy policy) {
        return commitment == Commitment.ORPHANED || due.at() == Visit.NEVER ? Visit.Step.NONE : policy.margin()
                .map(margin -> new Visit.Step(due.at() - margin.minutes() * 60, due.centsPerMinute() * margin.percent() / 100)).orElse(Visit.Step.NONE);
    }

    private long undoneCents(DayMaterial material) {
        PlanArea area = material.area();
        Instant tomorrow = area.day().plusDays(1).atTime(NEXT_MORNING).atZone(area.zone()).toInstant();
        Duration late = job.startsBy().map(at -> Duration.between(at, tomorrow)).filter(span -> !span.isNegative()).orElse(Duration.ofMinutes(-1));
        long broken = visit.map(booked -> Math.max(0, Duration.between(booked.period().startsAt(), tomorrow).toMinutes())
                * material.policy().brokenPromisePerMinute()).orElse(0L);
        return share(material.policy().undoneCents(job.order().priority(), late) + broken);
    }
}
