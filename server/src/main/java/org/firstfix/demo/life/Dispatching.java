package org.firstfix.demo.life;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.firstfix.cases.CaseId;
import org.firstfix.customer.AccountId;
import org.firstfix.demo.scenery.Dice;
import org.firstfix.demo.scenery.District;
import org.firstfix.demo.scenery.Roads;
import org.firstfix.dispatch.AppointmentSummary;
import org.firstfix.dispatch.domain.Overruling;
import org.firstfix.dispatch.domain.OverrulingReason;
import org.firstfix.dispatch.domain.Place;
import org.firstfix.dispatch.usecase.AcceptAppointment;
import org.firstfix.dispatch.usecase.ArriveAtSite;
import org.firstfix.dispatch.usecase.BookAppointment;
import org.firstfix.dispatch.usecase.CancelAppointment;
import org.firstfix.dispatch.usecase.ExplainOverruling;
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
    /** Each is graded by the engine; the first start must not become longer for it. */
    private static final int MOST_JUDGED = 24;
    /** So that they lie on several days. */
    private static final int ONE_IN = 3;
    /** One of so many gives no reason. */
    private static final int SILENT = 4;
    private static final Set<String> ABOUT_PARTS = Set.of("first-visit-completion", "depot-pick-up");
    /** What they do on their way they do with it. */
    private static final String PHONE = "demo-phone";

    private final Stage stage;
    private final WorkOrderApi workOrders;
    private final DispatchTools tools;
    private final Crew crew;
    private final ReportPartArrived partArrived;
    private final ReportCustomerReady customerReady;
    private final Map<Person, TreeMap<Instant, District.Place>> stops = new HashMap<>();
    private Instant learnsFrom = Instant.MAX;
    private int asked;
    private int judged;
    private int explained;

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
    String book(Person dispatcher, WorkOrderSummary visit, Roster.Slot slot, Optional<Person> colleague) {
        boolean proposalSeen = !stage.now().isBefore(learnsFrom) && asked++ % ONE_IN == 0 && judged++ < MOST_JUDGED;
        BookAppointment.Booked booked = stage.by(dispatcher, tools.book(), () -> tools.book().handle(new BookAppointment.Command(visit.number(),
                crew.codeOf(slot.engineer()), colleague.map(crew::codeOf).stream().toList(), slot.span().from(), Optional.of(slot.span().to()), false, proposalSeen)));
        booked.overruling().ifPresent(overruling -> explain(dispatcher, overruling));
        return booked.number();
    }

    /** From then on dispatchers look at what the engine proposes, as long as shifts are on record. */
    void learnFrom(Instant moment) {
        learnsFrom = moment;
    }

    /** Most say why, some do not. */
    private void explain(Person dispatcher, Overruling overruling) {
        if (explained++ % SILENT == 0) {
            return;
        }
        OverrulingReason reason = reasonFor(overruling.judged());
        stage.by(dispatcher, tools.explain(), () -> tools.explain().handle(new ExplainOverruling.Command(overruling.id(), reason,
                reason == OverrulingReason.OTHER ? "客户机房门禁只登记了他" : "")));
    }

    /** What a dispatcher would say to such a choice. */
    private static OverrulingReason reasonFor(Overruling.Judged choice) {
        boolean anotherTimeOnly = choice.chosen().engineer().equals(choice.best().engineer());
        if (anotherTimeOnly || choice.rule().equals("customer-window")) {
            return OverrulingReason.CUSTOMER_WISH;
        }
        if (choice.lines().stream().anyMatch(line -> ABOUT_PARTS.contains(line.rule()) && line.more() < 0)) {
            return OverrulingReason.PART_IN_VAN;
        }
        return switch (choice.rule()) {
            case "first-visit-completion", "depot-pick-up", "scarce-skill" -> OverrulingReason.KNOWS_MACHINE;
            case "late-start", "near-deadline", "travel-time" -> OverrulingReason.OWN_ENGINEER;
            case "other-visits", "calm-plan", "overtime" -> OverrulingReason.CALM_DAY;
            default -> OverrulingReason.OTHER;
        };
    }

    /** Where an engineer comes from when he leaves for a visit: the stop before on that day, or home. */
    private District.Place comesFrom(Person engineer, Instant from) {
        var before = stops(engineer).lowerEntry(from);
        boolean sameDay = before != null && before.getKey().atZone(House.ZONE).toLocalDate().equals(from.atZone(House.ZONE).toLocalDate());
        return sameDay ? before.getValue() : crew.homeOf(engineer);
    }

    private TreeMap<Instant, District.Place> stops(Person engineer) {
        return stops.computeIfAbsent(engineer, somebody -> new TreeMap<>());
    }

    void willBeAt(Person engineer, Instant from, District.Place where) {
        stops(engineer).put(from, where);
    }

    void willNotBeAt(Person engineer, Instant from) {
        stops(engineer).remove(from);
    }

    /** How long the way to a visit takes that begins then. */
    Duration wayTo(Person engineer, Instant from, District.Place where, Dice dice) {
        double minutes = Roads.minutes(comesFrom(engineer, from).kilometresTo(where), from.minus(Duration.ofMinutes(30)).atZone(House.ZONE), dice);
        return Duration.ofSeconds(Math.round(minutes * 60));
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
                .filter(person -> person.id().equals(appointment.engineerId()) || appointment.crew().contains(person.id()))
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
        tools.phones().heard(engineer.id(), PHONE);
    }

    void arrive(Person engineer, String appointment, District.Place where) {
        stage.by(engineer, tools.arrive(), () -> tools.arrive().handle(new ArriveAtSite.Command(appointment, Optional.empty(),
                Optional.of(new Place(where.latitude(), where.longitude())))));
        tools.phones().heard(engineer.id(), PHONE);
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
