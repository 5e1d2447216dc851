package org.firstfix.notification.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.firstfix.notification.query.InboxList;
import org.firstfix.notification.usecase.MarkInboxMessageRead;
import org.firstfix.notification.usecase.MarkInboxRead;
import org.firstfix.platform.paging.Page;
import org.firstfix.platform.paging.PageRequest;
import org.firstfix.platform.web.Performs;
import org.firstfix.platform.web.Reads;
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

/** One's own inbox. */
@RestController
@RequestMapping("/api/v1/inbox")
class InboxController {
    private final InboxList inbox;
    private final MarkInboxMessageRead markMessageRead;
    private final MarkInboxRead markRead;

    InboxController(InboxList inbox, MarkInboxMessageRead markMessageRead, MarkInboxRead markRead) {
        this.inbox = inbox;
        this.markMessageRead = markMessageRead;
        this.markRead = markRead;
    }

    /** @param arrivedBy what came later stays unread: the time of the newest message that was shown */
    record MarkRead(@NotNull Instant arrivedBy) {}

    record Marked(int count) {}

    @GetMapping
    @Reads(Reads.SIGNED_IN)
    Page<InboxList.InboxItem> page(@RequestParam(defaultValue = "false") boolean unread,
            @RequestParam(required = false) @Nullable Integer limit, @RequestParam(required = false) @Nullable String cursor) {
        return inbox.page(unread, PageRequest.of(limit, cursor));
    }

    @GetMapping("/unread-count")
    @Reads(Reads.SIGNED_IN)
    InboxList.UnreadCount unread() {
        return inbox.unread();
    }

    @PostMapping("/{id}/read")
    @Performs(MarkInboxMessageRead.class)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(@PathVariable UUID id) {
        markMessageRead.handle(new MarkInboxMessageRead.Command(id));
    }

    @PostMapping("/read")
    @Performs(MarkInboxRead.class)
    Marked readAll(@Valid @RequestBody MarkRead input) {
        return new Marked(markRead.handle(new MarkInboxRead.Command(input.arrivedBy())));
    }
}
