package org.firstfix.dispatch.usecase;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.firstfix.customer.CustomerApi;
import org.firstfix.dispatch.domain.Appointment;
import org.firstfix.dispatch.domain.Departure;
import org.firstfix.dispatch.domain.Engineer;
import org.firstfix.dispatch.domain.Engineers;
import org.firstfix.dispatch.domain.Place;
import org.firstfix.dispatch.domain.TravelledLeg;
import org.firstfix.dispatch.domain.TravelledLegs;
import org.firstfix.workorder.WorkOrderApi;
import org.firstfix.workorder.WorkOrderId;
import org.springframework.stereotype.Component;

/** Writes down the way to a visit when somebody has arrived there. */
@Component
class LegBook {
    private static final int AT_ONCE = 500;

    private final TravelledLegs legs;
    private final Engineers engineers;
    private final WorkOrderApi workOrders;
    private final CustomerApi customers;

    LegBook(TravelledLegs legs, Engineers engineers, WorkOrderApi workOrders, CustomerApi customers) {
        this.legs = legs;
        this.engineers = engineers;
        this.workOrders = workOrders;
        this.customers = customers;
    }

    /** Nothing where the departure was not told. */
    void arrived(Appointment appointment) {
        record(appointment, TravelledLegs.Origin.ARRIVAL);
    }

    /** Those that arrived before legs were kept, or told their arrival out of order. @return how many were looked at */
    int catchUp() {
        int seen = 0;
        Optional<UUID> after = Optional.empty();
        List<Appointment> some;
        do {
            some = legs.without(after, AT_ONCE);
            some.forEach(appointment -> record(appointment, TravelledLegs.Origin.BACKFILL));
            after = some.isEmpty() ? after : Optional.of(some.getLast().facts().id().value());
            seen += some.size();
        } while (some.size() == AT_ONCE);
        return seen;
    }

    private void record(Appointment appointment, TravelledLegs.Origin origin) {
        Appointment.Course course = appointment.course();
        course.travellingAt().ifPresent(left -> course.arrivedAt().ifPresent(arrived -> engineers.find(appointment.plan().engineerId())
                .ifPresent(engineer -> legs.add(leg(appointment, engineer, left, arrived), origin))));
    }

    private TravelledLeg leg(Appointment appointment, Engineer engineer, Instant left, Instant arrived) {
        Optional<WorkOrderId> before = legs.leftLast(engineer.id(), morningOf(engineer, left), left);
        return new TravelledLeg(appointment.facts().id().value(), before.isEmpty(), before.isEmpty() ? engineer.home() : before.flatMap(this::siteOf),
                siteOf(appointment.facts().workOrderId()).or(appointment.course()::arrivedWhere), left, arrived, Departure.of(left, engineer.zone()),
                appointment.plan().orgPath());
    }

    /** Who has left no site that day comes from home. */
    private static Instant morningOf(Engineer engineer, Instant at) {
        return engineer.dayOf(at).atStartOfDay(engineer.zone()).toInstant();
    }

    private Optional<Place> siteOf(WorkOrderId order) {
        var site = workOrders.get(order).siteId();
        return Optional.ofNullable(customers.sites(Set.of(site)).get(site))
                .flatMap(found -> found.latitude().flatMap(latitude -> found.longitude().map(longitude -> new Place(latitude, longitude))));
    }
}
