package org.firstfix.demo.life;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.firstfix.cases.CaseId;
import org.firstfix.customer.AccountId;
import org.firstfix.demo.scenery.District;
import org.firstfix.dispatch.AppointmentSummary;
import org.firstfix.dispatch.domain.Place;
import org.firstfix.dispatch.usecase.AcceptAppointment;
import org.firstfix.dispatch.usecase.ArriveAtSite;
import org.firstfix.dispatch.usecase.BookAppointment;
import org.firstfix.dispatch.usecase.CancelAppointment;
import org.firstfix.dispatch.usecase.StartTravelling;
import org.firstfix.platform.scope.DataScope;
import org.firstfix.workorder.WorkOrderApi;
import org.firstfix.workorder.WorkOrderSummary;
import org.firstfix.workorder.usecase.ReportCustomerReady;
import org.firstfix.workorder.usecase.ReportPartArrived;
import org.springframework.stereotype.Component;

/** What dispatchers do with visits, and the engineers' way to the site. */
@Component
class Dispatching {
    private final Stage stage;
    private final WorkOrderApi workOrders;
    private final DispatchTools tools;
    private final Crew crew;
    private final ReportPartArrived partArrived;
    private final ReportCustomerReady customerReady;

    Dispatching(Stage stage, WorkOrderApi workOrders, DispatchTools tools, Crew crew, ReportPartArrived partArrived,
            ReportCustomerReady customerReady) {
        this.stage = stage;
        this.workOrders = workOrders;
        this.tools = tools;
        this.crew = crew;
        this.partArrived = partArrived;
        this.customerReady = customerReady;
    }

    /** @return the number of the appointment */
    String book(Person dispatcher, WorkOrderSummary visit, Roster.Slot slot) {
        return stage.by(dispatcher, tools.book(), () -> tools.book().handle(new BookAppointment.Command(visit.number(), crew.codeOf(slot.engineer()),
                slot.span().from(), Optional.of(slot.span().to()), false))).number();
    }

    /** The number of the appointment that counts. */
    Optional<String> currentOf(WorkOrderSummary visit) {
        return tools.dispatch().currentOf(visit.id()).map(AppointmentSummary::number);
    }

    /** When somebody is booked for a case. */
    Optional<Instant> bookedFor(CaseId id) {
        return workOrders.ofCase(id).stream().filter(WorkOrderSummary::isOpen).findFirst()
                .flatMap(visit -> tools.dispatch().currentOf(visit.id())).map(AppointmentSummary::startsAt);
    }

    /** Everybody who is booked for open work, into the dispatchers' minds. */
    void remember(Roster roster) {
        List<WorkOrderSummary> open = workOrders.open(DataScope.all(), 500);
        open.forEach(visit -> tools.dispatch().currentOf(visit.id()).ifPresent(appointment -> roster.engineers().stream()
                .filter(person -> person.id().equals(appointment.engineerId()))
                .forEach(person -> roster.book(person, new Roster.Span(appointment.startsAt(), appointment.endsAt())))));
    }

    boolean isDedicated(AccountId account) {
        return tools.dispatch().dedicationOf(account).isPresent();
    }

    void accept(Person engineer, String appointment) {
        stage.by(engineer, tools.accept(), () -> tools.accept().handle(new AcceptAppointment.Command(appointment, Optional.empty())));
    }

    void travel(Person engineer, String appointment) {
        stage.by(engineer, tools.travel(), () -> tools.travel().handle(new StartTravelling.Command(appointment, Optional.empty())));
    }

    void arrive(Person engineer, String appointment, District.Place where) {
        stage.by(engineer, tools.arrive(), () -> tools.arrive().handle(new ArriveAtSite.Command(appointment, Optional.empty(),
                Optional.of(new Place(where.latitude(), where.longitude())))));
    }

    void cancel(Person dispatcher, String appointment, String reason) {
        stage.by(dispatcher, tools.cancel(), () -> tools.cancel().handle(new CancelAppointment.Command(appointment, reason)));
    }

    void partArrived(Person dispatcher, Optional<String> workOrder) {
        workOrder.ifPresent(number -> stage.by(dispatcher, partArrived, () -> partArrived.handle(new ReportPartArrived.Command(number))));
    }

    void customerReady(Person dispatcher, Optional<String> workOrder) {
        workOrder.ifPresent(number -> stage.by(dispatcher, customerReady, () -> customerReady.handle(new ReportCustomerReady.Command(number))));
    }
}
