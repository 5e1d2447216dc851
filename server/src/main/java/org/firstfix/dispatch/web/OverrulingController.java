package org.firstfix.dispatch.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.dispatch.domain.OverrulingReason;
import org.firstfix.dispatch.query.OverrulingList;
import org.firstfix.dispatch.usecase.ExplainOverruling;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.paging.Page;
import org.firstfix.platform.paging.PageRequest;
import org.firstfix.platform.web.Performs;
import org.firstfix.platform.web.Reads;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where dispatchers chose otherwise than the engine, and what that says to the weights. */
@RestController
@RequestMapping("/api/v1")
class OverrulingController {
    private final OverrulingList overrulings;
    private final ExplainOverruling explain;

    OverrulingController(OverrulingList overrulings, ExplainOverruling explain) {
        this.overrulings = overrulings;
        this.explain = explain;
    }

    /** @param note needed for OTHER */
    record Explanation(@NotNull OverrulingReason reason, @Nullable @Size(max = 500) String note) {}

    /** @param rule that spoke loudest against the choice. @param engineer code of who was chosen */
    @GetMapping("/overrulings")
    @Reads("dispatch.read")
    Page<OverrulingList.Row> list(@RequestParam(required = false) @Nullable OverrulingReason reason,
            @RequestParam(required = false) @Nullable @Size(max = 60) String rule, @RequestParam(required = false) @Nullable @Size(max = 40) String engineer,
            @RequestParam(required = false) @Nullable Instant from, @RequestParam(required = false) @Nullable Instant until,
            @RequestParam(required = false) @Nullable Integer limit, @RequestParam(required = false) @Nullable String cursor) {
        return overrulings.list(Actors.current().scope(), filter(reason, rule, engineer, from, until), PageRequest.of(limit, cursor));
    }

    /** Which rule is overruled most, by how much, how it ended, and which weight to look at. */
    @GetMapping("/overrulings/summary")
    @Reads("dispatch.read")
    OverrulingList.Summary summary(@RequestParam(required = false) @Nullable Instant from, @RequestParam(required = false) @Nullable Instant until) {
        return overrulings.sum(Actors.current().scope(), filter(null, null, null, from, until));
    }

    @PutMapping("/overrulings/{id}/reason")
    @Performs(ExplainOverruling.class)
    OverrulingList.Row explain(@PathVariable UUID id, @Valid @RequestBody Explanation explanation) {
        explain.handle(new ExplainOverruling.Command(id, explanation.reason(), Objects.requireNonNullElse(explanation.note(), "")));
        return overrulings.one(id);
    }

    private static OverrulingList.Filter filter(@Nullable OverrulingReason reason, @Nullable String rule, @Nullable String engineer, @Nullable Instant from,
            @Nullable Instant until) {
        return new OverrulingList.Filter(Optional.ofNullable(reason), Optional.ofNullable(rule), Optional.ofNullable(engineer), Optional.ofNullable(from),
                Optional.ofNullable(until));
    }
}
