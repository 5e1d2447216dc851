package org.firstfix.dispatch.usecase;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstfix.diagnosis.DiagnosisApi;
import org.firstfix.dispatch.AppointmentBooked;
import org.firstfix.dispatch.domain.Appointment;
import org.firstfix.dispatch.domain.Appointments;
import org.firstfix.dispatch.domain.Engineer;
import org.firstfix.dispatch.domain.Engineers;
import org.firstfix.dispatch.domain.Finding;
import org.firstfix.dispatch.domain.Period;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.search.SearchIndex;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.firstfix.sla.ServiceMoment;
import org.firstfix.sla.StandardApi;
import org.firstfix.workorder.WorkOrderApi;
import org.firstfix.workorder.WorkOrderStatus;
import org.firstfix.workorder.WorkOrderSummary;
import org.springframework.stereotype.Component;

/** A dispatcher sends an engineer: at that time, with what was predicted frozen from now on. */
@Component
@Permission("dispatch.book")
public final class BookAppointment {
    private final Work work;
    private final Engineers engineers;
    private final Appointments appointments;
    private final Diary diary;
    private final WorkOrderApi workOrders;
    private final DiagnosisApi diagnosis;
    private final StandardApi standards;
    private final SearchIndex search;
    private final Announcements announcements;
    private final Clock clock;

    BookAppointment(Work work, Engineers engineers, Appointments appointments, Diary diary, WorkOrderApi workOrders,
            DiagnosisApi diagnosis, StandardApi standards, SearchIndex search, Announcements announcements, Clock clock) {
        this.work = work;
        this.engineers = engineers;
        this.appointments = appointments;
        this.diary = diary;
        this.workOrders = workOrders;
        this.diagnosis = diagnosis;
        this.standards = standards;
        this.search = search;
        this.announcements = announcements;
        this.clock = clock;
    }

    /**
     * @param endsAt none: as long as the work order expects
     * @param acceptOverlap the dispatcher has seen that the engineer is booked then already
     */
    public record Command(String workOrderNumber, String engineerCode, Instant startsAt, Optional<Instant> endsAt,
            boolean acceptOverlap) {}

    /** @param findings what spoke against it and did not forbid it */
    public record Booked(String number, List<Finding> findings) {}

    public Booked handle(Command command) {
        return work.perform(this, () -> {
            // First the engineer: everybody who books him waits here, so that the look into the diary stays true.
            Engineer engineer = engineers.load(command.engineerCode());
            WorkOrderSummary workOrder = workOrders.findByNumber(command.workOrderNumber())
                    .orElseThrow(() -> Problem.notFound("work-order", command.workOrderNumber()));
            requireBookable(workOrder);
            Period wanted = period(command.startsAt(), command.endsAt(), workOrder);
            Diary.Look look = diary.look(engineer, workOrder, wanted, Optional.empty());
            diary.require(look, engineer, command.acceptOverlap());
            Instant now = clock.instant();
            Appointments.Key key = appointments.nextKey();
            Appointment appointment = Appointment.booked(
                    new Appointment.Facts(key.id(), key.number(), workOrder.id(), Actors.current().name(), now),
                    new Appointment.Plan(engineer.id(), wanted, look.policy(), engineer.orgPath()));
            appointments.add(appointment);
            workOrders.assign(workOrder.id(), Optional.of(engineer.id()));
            diagnosis.freeze(workOrder.caseId(), now);
            standards.happened(workOrder.caseId().value(), ServiceMoment.VISIT_BOOKED, now);
            search.put(new SearchIndex.Entry("appointment", key.id(), key.number(), workOrder.subject(), engineer.name(),
                    engineer.orgPath(), new SearchIndex.Tokens().startingWith(key.number()).endingWith(key.number())));
            announcements.announce(new AppointmentBooked(key.id(), key.number(), workOrder.id(), workOrder.caseId(), engineer.id(),
                    wanted.startsAt(), wanted.endsAt(), engineer.orgPath(), now));
            return new Booked(key.number(), look.findings());
        });
    }

    private void requireBookable(WorkOrderSummary workOrder) {
        if (!workOrder.isOpen() || workOrder.status() == WorkOrderStatus.IN_WORK) {
            throw Problem.conflict("dispatch.not-bookable", Map.of("number", workOrder.number(), "status", workOrder.status().name()));
        }
        appointments.viewCurrentOf(workOrder.id()).ifPresent(current -> {
            throw Problem.conflict("dispatch.already-booked", Map.of("number", current.facts().number()));
        });
    }

    static Period period(Instant startsAt, Optional<Instant> endsAt, WorkOrderSummary workOrder) {
        Instant end = endsAt.orElseGet(() -> startsAt.plus(Duration.ofMinutes(workOrder.expectedMinutes())));
        if (!end.isAfter(startsAt) || Duration.between(startsAt, end).compareTo(Appointment.LONGEST) > 0) {
            throw Problem.invalidField("endsAt", "dispatch.end-not-possible", Map.of("hours", Appointment.LONGEST.toHours()));
        }
        return new Period(startsAt, end);
    }
}
