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
import java.util.UUID;
import org.firstfix.dispatch.domain.Finding;
import org.firstfix.dispatch.domain.Period;
import org.firstfix.dispatch.query.DayList;
import org.firstfix.dispatch.query.Slots;
import org.firstfix.dispatch.usecase.BookAppointment;
import org.firstfix.dispatch.usecase.BookSlot;
import org.firstfix.dispatch.usecase.HoldSlot;
import org.firstfix.dispatch.usecase.ReleaseSlot;
import org.firstfix.dispatch.usecase.WishWindows;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.web.Performs;
import org.firstfix.platform.web.Reads;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A time is agreed with the customer: offered, kept while he thinks, booked. */
@RestController
@RequestMapping("/api/v1")
class SlotController {
    private final Slots slots;
    private final HoldSlot holdSlot;
    private final ReleaseSlot releaseSlot;
    private final BookSlot bookSlot;
    private final WishWindows wishWindows;
    private final DayList days;

    SlotController(Slots slots, HoldSlot holdSlot, ReleaseSlot releaseSlot, BookSlot bookSlot, WishWindows wishWindows, DayList days) {
        this.slots = slots;
        this.holdSlot = holdSlot;
        this.releaseSlot = releaseSlot;
        this.bookSlot = bookSlot;
        this.wishWindows = wishWindows;
        this.days = days;
    }

    /** A window as it was offered. */
    record Wanted(@NotNull Instant startsAt, @NotNull Instant endsAt) {}

    record Window(@NotNull Instant startsAt, @NotNull Instant endsAt) {}

    /** @param windows in which work should begin; none for any time. @param reason in the customer's words */
    record Wishes(@NotNull @Size(max = WishWindows.MOST) List<@NotNull @Valid Window> windows, @Nullable @Size(max = 500) String reason) {}

    record Agreed(DayList.Visit appointment, List<Finding> findings) {}

    /** @param from the first day; null for today there. @param days 1 to 14; null for 5 */
    @GetMapping("/work-orders/{number}/slots")
    @Reads("dispatch.read")
    Slots.Answer slots(@PathVariable String number, @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable Integer days) {
        return slots.forWorkOrder(Actors.current().scope(), number, Optional.ofNullable(from), Objects.requireNonNullElse(days, Slots.USUAL_DAYS));
    }

    /** For five minutes; what was held before for this work order is given back. */
    @PostMapping("/work-orders/{number}/slot-holds")
    @Performs(HoldSlot.class)
    @ResponseStatus(HttpStatus.CREATED)
    Slots.Hold hold(@PathVariable String number, @Valid @RequestBody Wanted window) {
        if (!window.endsAt().isAfter(window.startsAt())) {
            throw Problem.invalidField("endsAt", "dispatch.end-before-start", Map.of());
        }
        return slots.hold(holdSlot.handle(new HoldSlot.Command(number, new Period(window.startsAt(), window.endsAt()))));
    }

    @DeleteMapping("/slot-holds/{id}")
    @Performs(ReleaseSlot.class)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void release(@PathVariable UUID id) {
        releaseSlot.handle(new ReleaseSlot.Command(id));
    }

    @PostMapping("/slot-holds/{id}/book")
    @Performs(BookSlot.class)
    @ResponseStatus(HttpStatus.CREATED)
    Agreed book(@PathVariable UUID id) {
        BookAppointment.Booked booked = bookSlot.handle(new BookSlot.Command(id));
        return new Agreed(days.visit(booked.number()), booked.findings());
    }

    /** Instead of what was wished before. */
    @PutMapping("/work-orders/{number}/wished-windows")
    @Performs(WishWindows.class)
    Slots.Wishes wish(@PathVariable String number, @Valid @RequestBody Wishes wishes) {
        wishWindows.handle(new WishWindows.Command(number, wishes.windows().stream()
                .map(window -> new WishWindows.Window(window.startsAt(), window.endsAt())).toList(), Objects.requireNonNullElse(wishes.reason(), "")));
        return slots.wishes(number);
    }
}
