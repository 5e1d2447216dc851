package org.firstfix.dispatch.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.firstfix.dispatch.domain.PlanArea;
import org.firstfix.dispatch.domain.PlanVersion;
import org.firstfix.dispatch.query.Areas;
import org.firstfix.dispatch.query.DayList;
import org.firstfix.dispatch.query.PinPrice;
import org.firstfix.dispatch.query.PlanScreen;
import org.firstfix.dispatch.usecase.DiscardPlan;
import org.firstfix.dispatch.usecase.PinAppointment;
import org.firstfix.dispatch.usecase.PublishPlan;
import org.firstfix.dispatch.usecase.ReportIll;
import org.firstfix.dispatch.usecase.RequestPlan;
import org.firstfix.dispatch.usecase.UndoPlan;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.problem.Problem;
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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Plans of a day: asked for, looked at, taken over, taken back. */
@RestController
@RequestMapping("/api/v1")
class PlanController {
    private final Areas areas;
    private final PlanScreen screen;
    private final RequestPlan requestPlan;
    private final PublishPlan publishPlan;
    private final DiscardPlan discardPlan;
    private final UndoPlan undoPlan;
    private final ReportIll reportIll;
    private final PinAppointment pinAppointment;
    private final PinPrice pinPrice;
    private final DayList days;

    PlanController(Areas areas, PlanScreen screen, RequestPlan requestPlan, PublishPlan publishPlan, DiscardPlan discardPlan, UndoPlan undoPlan,
            ReportIll reportIll, PinAppointment pinAppointment, PinPrice pinPrice, DayList days) {
        this.areas = areas;
        this.screen = screen;
        this.requestPlan = requestPlan;
        this.publishPlan = publishPlan;
        this.discardPlan = discardPlan;
        this.undoPlan = undoPlan;
        this.reportIll = reportIll;
        this.pinAppointment = pinAppointment;
        this.pinPrice = pinPrice;
        this.days = days;
    }

    /** @param territory null: all of the branch where the caller belongs. @param date null: today. @param cause null: PLAN */
    record NewPlan(@Nullable @Size(max = 40) String territory, @Nullable LocalDate date, PlanVersion.@Nullable Cause cause,
            @Nullable @Size(max = 500) String note) {}

    /** @param positions of the changes that are wanted; null for all */
    record Publication(@Nullable @Size(max = 10_000) List<@NotNull Integer> positions, @NotNull @Size(min = 1, max = 500) String reason) {}

    record Reason(@NotNull @Size(min = 1, max = 500) String reason) {}

    /** @param until null: to the end of that day */
    record Illness(@Nullable @Size(max = 40) String territory, @Nullable LocalDate date, @Nullable Instant until, @Nullable @Size(max = 500) String note) {}

    /** @param reason needed where something stays */
    record PinChange(@NotNull Boolean engineer, @NotNull Boolean time, @Nullable @Size(max = 500) String reason) {}

    record Reported(PlanScreen.Version plan, List<String> toBeMoved) {}

    @GetMapping("/plans")
    @Reads("dispatch.read")
    PlanScreen.View plan(@RequestParam(required = false) @Nullable String territory,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate date) {
        return screen.of(area(territory, date));
    }

    @GetMapping("/plan-versions/{id}")
    @Reads("dispatch.read")
    PlanScreen.Version version(@PathVariable UUID id) {
        return screen.version(id);
    }

    /** Computed in the background; the live stream tells when it is there. */
    @PostMapping("/plans")
    @Performs(RequestPlan.class)
    @ResponseStatus(HttpStatus.ACCEPTED)
    PlanScreen.Version request(@Valid @RequestBody NewPlan wanted) {
        PlanVersion.Cause cause = Objects.requireNonNullElse(wanted.cause(), PlanVersion.Cause.PLAN);
        if (cause == PlanVersion.Cause.UNDO) {
            throw Problem.invalidField("cause", "dispatch.undo-a-version", Map.of());
        }
        return screen.version(requestPlan.handle(new RequestPlan.Command(area(wanted.territory(), wanted.date()), cause,
                Objects.requireNonNullElse(wanted.note(), ""))));
    }

    @PostMapping("/plan-versions/{id}/publish")
    @Performs(PublishPlan.class)
    PlanScreen.Version publish(@PathVariable UUID id, @Valid @RequestBody Publication wanted) {
        publishPlan.handle(new PublishPlan.Command(id, Optional.ofNullable(wanted.positions()).map(Set::copyOf), wanted.reason()));
        return screen.version(id);
    }

    @PostMapping("/plan-versions/{id}/discard")
    @Performs(DiscardPlan.class)
    PlanScreen.Version discard(@PathVariable UUID id) {
        discardPlan.handle(new DiscardPlan.Command(id));
        return screen.version(id);
    }

    /** Only the version in force can be taken back. Answers the version that does it; visits that had to stay are LEFT in it, with the reason. */
    @PostMapping("/plan-versions/{id}/undo")
    @Performs(UndoPlan.class)
    PlanScreen.Version undo(@PathVariable UUID id, @Valid @RequestBody Reason reason) {
        return screen.version(undoPlan.handle(new UndoPlan.Command(id, reason.reason())));
    }

    /** Absent from now on; a plan without this engineer is computed at once. */
    @PostMapping("/engineers/{code}/ill")
    @Performs(ReportIll.class)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Reported ill(@PathVariable String code, @Valid @RequestBody Illness illness) {
        ReportIll.Reported reported = reportIll.handle(new ReportIll.Command(code, area(illness.territory(), illness.date()),
                Optional.ofNullable(illness.until()), Objects.requireNonNullElse(illness.note(), "")));
        return new Reported(screen.version(reported.version()), reported.toBeMoved());
    }

    /** Takes the pin back where nothing stays. */
    @PutMapping("/appointments/{number}/pin")
    @Performs(PinAppointment.class)
    ResponseEntity<DayList.Visit> pin(@PathVariable String number, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody PinChange pin) {
        pinAppointment.handle(new PinAppointment.Command(number, pin.engineer(), pin.time(), Objects.requireNonNullElse(pin.reason(), ""),
                Versioned.expected(ifMatch)));
        DayList.Visit visit = days.visit(number);
        return Versioned.ok(visit, visit.version());
    }

    /** The difference of two plans of the day, with the pin and without it. */
    @GetMapping("/appointments/{number}/pin-price")
    @Reads("dispatch.read")
    PinPrice.Answer pinPrice(@PathVariable String number) {
        return pinPrice.of(Actors.current().scope(), number);
    }

    private PlanArea area(@Nullable String territory, @Nullable LocalDate date) {
        return areas.choose(Optional.ofNullable(territory), Optional.ofNullable(date));
    }
}
