package org.firstfix.customer.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.firstfix.customer.PromiseId;
import org.firstfix.customer.domain.PromiseStatus;
import org.firstfix.customer.query.PromiseList;
import org.firstfix.customer.usecase.HandOverPromise;
import org.firstfix.customer.usecase.SettlePromise;
import org.firstfix.platform.identity.Actor;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.identity.UserId;
import org.firstfix.platform.paging.Page;
import org.firstfix.platform.paging.PageRequest;
import org.firstfix.platform.web.Performs;
import org.firstfix.platform.web.Reads;
import org.firstfix.platform.web.Versioned;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was promised to customers. */
@RestController
@RequestMapping("/api/v1/promises")
class PromiseController {
    private final PromiseList list;
    private final SettlePromise settlePromise;
    private final HandOverPromise handOverPromise;

    PromiseController(PromiseList list, SettlePromise settlePromise, HandOverPromise handOverPromise) {
        this.list = list;
        this.settlePromise = settlePromise;
        this.handOverPromise = handOverPromise;
    }

    record Note(@Nullable @Size(max = 1000) String note) {
        String text() {
            return note == null ? "" : note;
        }
    }

    record NewOwner(@NotNull UserId owner, @Nullable @Size(max = 500) String reason) {}

    /**
     * The soonest due first.
     *
     * @param account number of the account
     * @param mine only those that the caller keeps
     */
    @GetMapping
    @Reads("customer.read")
    Page<PromiseList.PromiseView> promises(@RequestParam(required = false) @Nullable String account,
            @RequestParam(defaultValue = "false") boolean mine, @RequestParam(required = false) @Nullable PromiseStatus status,
            @RequestParam(required = false) @Nullable Boolean overdue, @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Actor actor = Actors.current();
        return list.show(actor.scope(), new PromiseList.Filter(Optional.ofNullable(account), mine ? actor.userId() : Optional.empty(),
                Optional.ofNullable(status), Optional.ofNullable(overdue)), PageRequest.of(limit, cursor));
    }

    @GetMapping("/{id}")
    @Reads("customer.read")
    ResponseEntity<PromiseList.PromiseView> promise(@PathVariable PromiseId id) {
        PromiseList.PromiseView promise = list.one(id);
        return Versioned.ok(promise, promise.version());
    }

    @PostMapping("/{id}/keep")
    @Performs(SettlePromise.class)
    ResponseEntity<PromiseList.PromiseView> keep(@PathVariable PromiseId id,
            @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch, @Valid @RequestBody Note note) {
        return settle(id, ifMatch, PromiseStatus.KEPT, note);
    }

    @PostMapping("/{id}/break")
    @Performs(SettlePromise.class)
    ResponseEntity<PromiseList.PromiseView> breakPromise(@PathVariable PromiseId id,
            @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch, @Valid @RequestBody Note note) {
        return settle(id, ifMatch, PromiseStatus.BROKEN, note);
    }

    @PostMapping("/{id}/withdraw")
    @Performs(SettlePromise.class)
    ResponseEntity<PromiseList.PromiseView> withdraw(@PathVariable PromiseId id,
            @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch, @Valid @RequestBody Note note) {
        return settle(id, ifMatch, PromiseStatus.WITHDRAWN, note);
    }

    @PostMapping("/{id}/hand-over")
    @Performs(HandOverPromise.class)
    ResponseEntity<PromiseList.PromiseView> handOver(@PathVariable PromiseId id,
            @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch, @Valid @RequestBody NewOwner next) {
        handOverPromise.handle(new HandOverPromise.Command(id, Versioned.expected(ifMatch), next.owner(),
                next.reason() == null ? "" : next.reason()));
        return promise(id);
    }

    private ResponseEntity<PromiseList.PromiseView> settle(PromiseId id, @Nullable String ifMatch, PromiseStatus outcome, Note note) {
        settlePromise.handle(new SettlePromise.Command(id, Versioned.expected(ifMatch), outcome, note.text()));
        return promise(id);
    }
}
