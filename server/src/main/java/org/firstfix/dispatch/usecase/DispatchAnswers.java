package org.firstfix.dispatch.usecase;

import java.util.List;
import java.util.Optional;
import org.firstfix.customer.AccountId;
import org.firstfix.dispatch.AppointmentSummary;
import org.firstfix.dispatch.DispatchApi;
import org.firstfix.dispatch.domain.Appointment;
import org.firstfix.dispatch.domain.Appointments;
import org.firstfix.dispatch.domain.Engineers;
import org.firstfix.workorder.WorkOrderId;
import org.springframework.stereotype.Component;

/** What other modules ask of this one. */
@Component
class DispatchAnswers implements DispatchApi {
    private final Appointments appointments;
    private final Engineers engineers;

    DispatchAnswers(Appointments appointments, Engineers engineers) {
        this.appointments = appointments;
        this.engineers = engineers;
    }

    @Override
    public Optional<AppointmentSummary> currentOf(WorkOrderId id) {
        return appointments.viewCurrentOf(id).map(DispatchAnswers::summary);
    }

    @Override
    public List<AppointmentSummary> ofWorkOrder(WorkOrderId id) {
        return appointments.allOf(id).stream().map(DispatchAnswers::summary).toList();
    }

    @Override
    public Optional<Dedication> dedicationOf(AccountId id) {
        return engineers.dedicationOf(id);
    }

    private static AppointmentSummary summary(Appointment appointment) {
        Appointment.Plan plan = appointment.plan();
        return new AppointmentSummary(appointment.facts().id(), appointment.facts().number(), appointment.facts().workOrderId(),
                plan.engineerId(), appointment.status(), plan.period().startsAt(), plan.period().endsAt(),
                appointment.course().arrivedAt());
    }
}
