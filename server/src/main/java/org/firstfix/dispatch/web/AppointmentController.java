package org.firstfix.dispatch.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.firstfix.dispatch.domain.Finding;
import org.firstfix.dispatch.domain.Place;
import org.firstfix.dispatch.query.BookingCheck;
import org.firstfix.dispatch.query.Candidates;
import org.firstfix.dispatch.query.DayList;
import org.firstfix.dispatch.query.OverrulingList;
import org.firstfix.dispatch.query.VisitsOf;
import org.firstfix.dispatch.usecase.AcceptAppointment;
import org.firstfix.dispatch.usecase.ArriveAtSite;
import org.firstfix.dispatch.usecase.BookAppointment;
import org.firstfix.dispatch.usecase.CancelAppointment;
import org.firstfix.dispatch.usecase.MoveAppointment;
import org.firstfix.dispatch.usecase.StartTravelling;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.paging.PageRequest;
import org.firstfix.platform.web.Performs;
import org.firstfix.platform.web.Reads;
import org.firstfix.platform.web.Versioned;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who goes when: booking, moving, and what happens on the way. */
@RestController
@RequestMapping("/api/v1")
class AppointmentController {
    private final Candidates candidates;
    private final BookingCheck bookingCheck;
    private final DayList days;
    private final VisitsOf visitsOf;
    private final OverrulingList overrulings;
    private final BookAppointment bookAppointment;
    private final MoveAppointment moveAppointment;
    private final CancelAppointment cancelAppointment;
    private final AcceptAppointment acceptAppointment;
    private final StartTravelling startTravelling;
    private final ArriveAtSite arriveAtSite;

    AppointmentController(Candidates candidates, BookingCheck bookingCheck, DayList days, VisitsOf visitsOf,
            OverrulingList overrulings, BookAppointment bookAppointment, MoveAppointment moveAppointment, CancelAppointment cancelAppointment,
            AcceptAppointment acceptAppointment, StartTravelling startTravelling, ArriveAtSite arriveAtSite) {
        this.candidates = candidates;
        this.bookingCheck = bookingCheck;
        this.days = days;
        this.visitsOf = visitsOf;
        this.overrulings = overrulings;
        this.bookAppointment = bookAppointment;
        this.moveAppointment = moveAppointment;
        this.cancelAppointment = cancelAppointment;
        this.acceptAppointment = acceptAppointment;
        this.startTravelling = startTravelling;
        this.arriveAtSite = arriveAtSite;
    }

    /**
     * @param crew codes of who comes along; null for nobody
     * @param proposalSeen whether the engine's candidates were on the screen: another choice is then kept to learn from; null for no
     */
    record NewAppointment(@NotBlank @Size(max = 40) String workOrderNumber, @NotBlank @Size(max = 40) String engineerCode,
            @Nullable @Size(max = 9) List<@NotBlank @Size(max = 40) String> crew,
            @NotNull Instant startsAt, @Nullable Instant endsAt, @Nullable Boolean acceptOverlap, @Nullable Boolean proposalSeen) {}

    /** @param crew codes of who comes along; null: who comes along already */
    record Move(@NotBlank @Size(max = 40) String engineerCode, @Nullable @Size(max = 9) List<@NotBlank @Size(max = 40) String> crew, @NotNull Instant startsAt, @Nullable Instant endsAt,
            @Nullable Boolean acceptOverlap, @NotBlank @Size(max = 1000) String reason, @Nullable Boolean proposalSeen) {}

    record Reason(@NotBlank @Size(max = 1000) String reason) {}

    /** @param at when it happened, as the device says; null for now */
    record Happened(@Nullable Instant at) {}

    record Arrival(@Nullable Instant at, @Nullable @DecimalMin("-90") @DecimalMax("90") Double latitude,
            @Nullable @DecimalMin("-180") @DecimalMax("180") Double longitude) {}

    /** @param overruling what was kept to learn from, if the engine would have chosen otherwise; to say why, if one likes */
    record Booked(DayList.Visit appointment, List<Finding> findings, Optional<OverrulingList.Row> overruling) {}

    record Visits(List<DayList.Visit> items) {}

    /** @param date null: the first day of the next seven on which somebody can go */
    @GetMapping("/work-orders/{number}/candidates")
    @Reads("dispatch.read")
    Candidates.Answer candidates(@PathVariable String number,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate date,
            @RequestParam(required = false) @Nullable Integer limit) {
        return candidates.forWorkOrder(Actors.current().scope(), number, Optional.ofNullable(date), PageRequest.of(limit, null).limit());
    }

    @GetMapping("/work-orders/{number}/booking-check")
    @Reads("dispatch.read")
    BookingCheck.Answer check(@PathVariable String number, @RequestParam String engineer,
            @RequestParam(required = false) @Nullable List<String> crew, @RequestParam Instant startsAt,
            @RequestParam(required = false) @Nullable Instant endsAt) {
        return bookingCheck.check(Actors.current().scope(), number, engineer, Objects.requireNonNullElse(crew, List.of()), startsAt,
                Optional.ofNullable(endsAt));
    }

    /** Of one work order, or of all work orders of a case. */
    @GetMapping("/appointments")
    @Reads("dispatch.read")
    Visits visits(@RequestParam(required = false) @Nullable String workOrder,
            @RequestParam(required = false) @Nullable String caseNumber) {
        return new Visits(visitsOf.list(Optional.ofNullable(workOrder), Optional.ofNullable(caseNumber)));
    }

    @GetMapping("/appointments/{number}")
    @Reads("dispatch.read")
    ResponseEntity<DayList.Visit> show(@PathVariable String number) {
        DayList.Visit visit = days.visit(number);
        return Versioned.ok(visit, visit.version());
    }

    @PostMapping("/appointments")
    @Performs(BookAppointment.class)
    @ResponseStatus(HttpStatus.CREATED)
    Booked book(@Valid @RequestBody NewAppointment wanted) {
        BookAppointment.Booked booked = bookAppointment.handle(new BookAppointment.Command(wanted.workOrderNumber(),
                wanted.engineerCode(), Objects.requireNonNullElse(wanted.crew(), List.of()), wanted.startsAt(), Optional.ofNullable(wanted.endsAt()), Boolean.TRUE.equals(wanted.acceptOverlap()),
                Boolean.TRUE.equals(wanted.proposalSeen())));
        return new Booked(days.visit(booked.number()), booked.findings(), booked.overruling().map(kept -> overrulings.one(kept.id())));
    }

    @PostMapping("/appointments/{number}/move")
    @Performs(MoveAppointment.class)
    Booked move(@PathVariable String number, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody Move wanted) {
        BookAppointment.Booked moved = moveAppointment.handle(new MoveAppointment.Command(number, wanted.engineerCode(), Optional.ofNullable(wanted.crew()),
                wanted.startsAt(), Optional.ofNullable(wanted.endsAt()), Boolean.TRUE.equals(wanted.acceptOverlap()), wanted.reason(),
                Versioned.expected(ifMatch), Boolean.TRUE.equals(wanted.proposalSeen())));
        return new Booked(days.visit(number), moved.findings(), moved.overruling().map(kept -> overrulings.one(kept.id())));
    }

    @PostMapping("/appointments/{number}/cancel")
    @Performs(CancelAppointment.class)
    DayList.Visit cancel(@PathVariable String number, @Valid @RequestBody Reason reason) {
        cancelAppointment.handle(new CancelAppointment.Command(number, reason.reason()));
        return days.visit(number);
    }

    @PostMapping("/appointments/{number}/accept")
    @Performs(AcceptAppointment.class)
    DayList.Visit accept(@PathVariable String number, @Valid @RequestBody Happened happened) {
        acceptAppointment.handle(new AcceptAppointment.Command(number, Optional.ofNullable(happened.at())));
        return days.visit(number);
    }

    @PostMapping("/appointments/{number}/travel")
    @Performs(StartTravelling.class)
    DayList.Visit travel(@PathVariable String number, @Valid @RequestBody Happened happened) {
        startTravelling.handle(new StartTravelling.Command(number, Optional.ofNullable(happened.at())));
        return days.visit(number);
    }

    @PostMapping("/appointments/{number}/arrive")
    @Performs(ArriveAtSite.class)
    DayList.Visit arrive(@PathVariable String number, @Valid @RequestBody Arrival arrival) {
        Optional<Place> where = arrival.latitude() == null || arrival.longitude() == null ? Optional.empty()
                : Optional.of(new Place(arrival.latitude(), arrival.longitude()));
        arriveAtSite.handle(new ArriveAtSite.Command(number, Optional.ofNullable(arrival.at()), where));
        return days.visit(number);
    }
}
