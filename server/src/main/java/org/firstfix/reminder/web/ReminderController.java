package org.firstfix.reminder.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.firstfix.platform.identity.UserId;
import org.firstfix.platform.paging.Page;
import org.firstfix.platform.paging.PageRequest;
import org.firstfix.platform.web.Performs;
import org.firstfix.platform.web.Reads;
import org.firstfix.reminder.DutyId;
import org.firstfix.reminder.query.MyReminders;
import org.firstfix.reminder.usecase.AcknowledgeReminder;
import org.firstfix.reminder.usecase.DelegateReminder;
import org.firstfix.reminder.usecase.SnoozeReminder;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What waits for the caller. */
@RestController
@RequestMapping("/api/v1/reminders")
class ReminderController {
    private static final String USE = "reminder.use";

    private final MyReminders reminders;
    private final AcknowledgeReminder acknowledge;
    private final SnoozeReminder snooze;
    private final DelegateReminder delegate;

    ReminderController(MyReminders reminders, AcknowledgeReminder acknowledge, SnoozeReminder snooze, DelegateReminder delegate) {
        this.reminders = reminders;
        this.acknowledge = acknowledge;
        this.snooze = snooze;
        this.delegate = delegate;
    }

    record Acknowledgement(@Nullable @Size(max = 500) String reason) {}

    record Later(@NotNull Instant until, @NotBlank @Size(max = 500) String reason) {}

    record Delegation(@NotNull UserId to, @NotBlank @Size(max = 500) String reason) {}

    record ReminderHistory(List<MyReminders.EntryRow> items) {}

    /** The soonest due first. */
    @GetMapping
    @Reads(USE)
    Page<MyReminders.ReminderRow> page(@RequestParam(defaultValue = "WAITING") MyReminders.Show show,
            @RequestParam(required = false) @Nullable Integer limit, @RequestParam(required = false) @Nullable String cursor) {
        return reminders.page(show, PageRequest.of(limit, cursor));
    }

    @GetMapping("/count")
    @Reads(USE)
    MyReminders.Count count() {
        return reminders.count();
    }

    @GetMapping("/{id}")
    @Reads(USE)
    MyReminders.ReminderRow one(@PathVariable DutyId id) {
        return reminders.one(id);
    }

    @GetMapping("/{id}/history")
    @Reads(USE)
    ReminderHistory history(@PathVariable DutyId id) {
        return new ReminderHistory(reminders.history(id));
    }

    @PostMapping("/{id}/acknowledge")
    @Performs(AcknowledgeReminder.class)
    MyReminders.ReminderRow acknowledge(@PathVariable DutyId id, @Valid @RequestBody Acknowledgement input) {
        acknowledge.handle(new AcknowledgeReminder.Command(id, input.reason() == null ? "" : input.reason()));
        return reminders.one(id);
    }

    @PostMapping("/{id}/snooze")
    @Performs(SnoozeReminder.class)
    MyReminders.ReminderRow snooze(@PathVariable DutyId id, @Valid @RequestBody Later input) {
        snooze.handle(new SnoozeReminder.Command(id, input.until(), input.reason()));
        return reminders.one(id);
    }

    /** Afterwards it no longer concerns the caller. */
    @PostMapping("/{id}/delegate")
    @Performs(DelegateReminder.class)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delegate(@PathVariable DutyId id, @Valid @RequestBody Delegation input) {
        delegate.handle(new DelegateReminder.Command(id, input.to(), input.reason()));
    }
}
