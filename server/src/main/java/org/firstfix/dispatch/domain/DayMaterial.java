package org.firstfix.dispatch.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstfix.customer.AccountId;
import org.firstfix.dispatch.AppointmentStatus;
import org.firstfix.dispatch.DispatchApi;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.workorder.WorkOrderSummary;

/**
 * All that is known of a day of a {@link PlanArea}, read at one moment.
 *
 * @param engineers of the area, by code
 * @param visits booked for them, also those that are over, by time; none that are cancelled
 * @param travel between places of the branch
 * @param jobs open work of the branch that nobody is booked for, what is due first comes first
 * @param supplies vans, depot, break, and what repairs will probably take
 */
public record DayMaterial(PlanArea area, Instant now, PlanningPolicy policy, int policyVersion, List<Diary> engineers, List<Visit> visits, List<Job> jobs,
        Map<AccountId, DispatchApi.Dedication> dedications, Supplies supplies, TravelTimes travel) {
    public DayMaterial {
        engineers = List.copyOf(engineers);
        visits = List.copyOf(visits);
        jobs = List.copyOf(jobs);
        dedications = Map.copyOf(dedications);
    }

    /** What somebody has that began in the hours before a day, or begins in those after it: shifts, and visits before it. */
    public record Around(List<Shift> shifts, List<Period> visits) {
        /** As far as any rest reaches. */
        public static final Duration NEAR = LegalRest.LONGEST;
        public static final Around NOTHING = new Around(List.of(), List.of());

        public Around {
            shifts = List.copyOf(shifts);
            visits = List.copyOf(visits);
        }
    }

    /** @param holds times that are kept for customers, by time */
    public record Diary(Engineer engineer, List<Shift> shifts, List<Absence> absences, List<Hold> holds, Around around) {
        public Diary {
            shifts = List.copyOf(shifts);
            absences = List.copyOf(absences);
            holds = List.copyOf(holds);
        }

        public Diary(Engineer engineer, List<Shift> shifts, List<Absence> absences) {
            this(engineer, shifts, absences, List.of(), Around.NOTHING);
        }

        public Optional<Absence> absenceDuring(Period period) {
            return absences.stream().filter(absence -> absence.period().overlaps(period)).findFirst();
        }

        /** The shift, or the standby, that somebody is on. */
        public Optional<Shift> shiftAt(Instant moment) {
            return shifts.stream().filter(shift -> shift.period().contains(moment)).findFirst();
        }

        /** What can be given to somebody within that time: shifts without standby, without absences. */
        public int availableMinutes(Period within) {
            long minutes = 0;
            for (Shift shift : shifts) {
                if (shift.kind() != Shift.Kind.STANDBY && shift.period().overlaps(within)) {
                    Period working = shift.period().within(within);
                    minutes += working.length().toMinutes();
                    minutes -= absences.stream().filter(absence -> absence.period().overlaps(working))
                            .mapToLong(absence -> absence.period().within(working).length().toMinutes()).sum();
                }
            }
            return (int) Math.max(0, minutes);
        }
    }

    /** A time that is kept while somebody talks with the customer; its work is nobody else's meanwhile. */
    public record Hold(Period period, Job job) {}

    /**
     * @param startsBy when work has to begin so that the contract is kept; none if it promises nothing any more
     * @param wished when the customer would like it to begin, the earliest first; none for any time
     */
    public record Job(WorkOrderSummary order, Optional<Place> site, Optional<Instant> startsBy, List<Period> wished) {
        public Job {
            wished = List.copyOf(wished);
        }

        public Job(WorkOrderSummary order, Optional<Place> site, Optional<Instant> startsBy) {
            this(order, site, startsBy, List.of());
        }

        public Job wishing(List<Period> windows) {
            return new Job(order, site, startsBy, windows);
        }
    }

    /**
     * @param engineer who leads
     * @param crew who else comes along; the order says nothing
     */
    public record Visit(String number, int version, PersonId engineer, List<PersonId> crew, Period period, AppointmentStatus status, Optional<Instant> arrivedAt, Optional<Instant> doneAt,
            Optional<Pin> pin, Job job) {
        public Visit {
            crew = Appointment.sorted(crew);
        }

        /** The lead first. */
        public List<PersonId> people() {
            return Appointment.leadFirst(engineer, crew);
        }

        public Visit with(Job other) {
            return new Visit(number, version, engineer, crew, period, status, arrivedAt, doneAt, pin, other);
        }

        public boolean isOver() {
            return status == AppointmentStatus.DONE || status == AppointmentStatus.CANCELLED;
        }

        /** Somebody is on the way or there, or should be by now. */
        public boolean isUnderWayOrDue(Instant now) {
            return !isOver() && (status == AppointmentStatus.TRAVELLING || status == AppointmentStatus.ON_SITE || !period.startsAt().isAfter(now));
        }

        /** Nobody is there yet, and as it is booked the visit begins after its promise. */
        public boolean comesTooLate() {
            return !isOver() && arrivedAt.isEmpty() && job.order().dueAt().filter(due -> DayMaterial.comesTooLate(period, due)).isPresent();
        }
    }

    /** Whoever comes then comes after what was promised. */
    public static boolean comesTooLate(Period visit, Instant due) {
        return visit.startsAt().isAfter(due);
    }

    /** The same as seen at another moment. */
    public DayMaterial asOf(Instant moment) {
        return new DayMaterial(area, moment, policy, policyVersion, engineers, visits, jobs, dedications, supplies, travel);
    }

    /** The same weighed by another policy. */
    public DayMaterial weighedBy(PlanningPolicy other) {
        return new DayMaterial(area, now, other, policyVersion, engineers, visits, jobs, dedications, supplies, travel);
    }

    /** The same as if nobody had pinned that visit. */
    public DayMaterial withoutPinOf(String number) {
        return new DayMaterial(area, now, policy, policyVersion, engineers, visits.stream().map(visit -> !visit.number().equals(number) ? visit
                : new Visit(number, visit.version(), visit.engineer(), visit.crew(), visit.period(), visit.status(), visit.arrivedAt(), visit.doneAt(),
                        Optional.empty(), visit.job())).toList(), jobs, dedications, supplies, travel);
    }

    /**
     * What one engineer has, without open work. Nobody is kept free: that is a question between engineers.
     *
     * @param theirs visits of that engineer
     */
    public DayMaterial of(Diary diary, List<Visit> theirs) {
        return new DayMaterial(area, now, policy.withoutReserve(), policyVersion, List.of(diary), theirs, List.of(), dedications, supplies, travel);
    }

    /** The same with no open work: what nobody is booked for takes nobody's time. */
    public DayMaterial withoutJobs() {
        return new DayMaterial(area, now, policy, policyVersion, engineers, visits, List.of(), dedications, supplies, travel);
    }

    public DayMaterial withJob(Job other) {
        List<Job> more = new ArrayList<>(jobs);
        more.removeIf(job -> job.order().id().equals(other.order().id()));
        more.add(other);
        return new DayMaterial(area, now, policy, policyVersion, engineers, visits, more, dedications, supplies, travel);
    }
}
