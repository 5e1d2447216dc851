package org.firstfix.diagnosis.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Optional;
import org.firstfix.diagnosis.TreeEntry;
import org.firstfix.diagnosis.TreeKind;
import org.firstfix.diagnosis.query.TreeHistory;
import org.firstfix.diagnosis.query.TreeList;
import org.firstfix.diagnosis.usecase.BringBackTreeEntry;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.paging.Page;
import org.firstfix.platform.paging.PageRequest;
import org.firstfix.platform.problem.Problem;
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

/** What the house keeps about faults, and every state it ever had. {@link TreeChangeController} changes it. */
@RestController
@RequestMapping("/api/v1/trees")
class TreeController {
    private static final Map<String, TreeKind> KINDS = Map.of("causes", TreeKind.CAUSE, "remedies", TreeKind.REMEDY,
            "fault-lines", TreeKind.FAULT_LINE, "checks", TreeKind.CHECK);

    private final TreeList list;
    private final TreeHistory history;
    private final BringBackTreeEntry bringBack;

    TreeController(TreeList list, TreeHistory history, BringBackTreeEntry bringBack) {
        this.list = list;
        this.history = history;
        this.bringBack = bringBack;
    }

    /** @param family leaves out what holds only for other families */
    @GetMapping("/causes")
    @Reads("diagnosis.read")
    Page<TreeList.CauseLine> causes(@RequestParam Optional<@Size(max = 100) String> family, @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return list.causes(Actors.current().scope(), given(family), PageRequest.of(limit, cursor));
    }

    /** @param family leaves out what holds only for other families */
    @GetMapping("/remedies")
    @Reads("diagnosis.read")
    Page<TreeList.RemedyLine> remedies(@RequestParam Optional<@Size(max = 100) String> family,
            @RequestParam(required = false) @Nullable Integer limit, @RequestParam(required = false) @Nullable String cursor) {
        return list.remedies(Actors.current().scope(), given(family), PageRequest.of(limit, cursor));
    }

    /**
     * @param text anywhere in the words, or the beginning of the code
     * @param family leaves out what holds only for other families
     * @param cause the lines that point to it
     */
    @GetMapping("/fault-lines")
    @Reads("diagnosis.read")
    Page<TreeList.MakersLine> faultLines(@RequestParam(defaultValue = "") @Size(max = 100) String text,
            @RequestParam Optional<@Size(max = 100) String> family, @RequestParam Optional<@Size(max = 60) String> cause,
            @RequestParam(required = false) @Nullable Integer limit, @RequestParam(required = false) @Nullable String cursor) {
        return list.faultLines(Actors.current().scope(), text, given(family), given(cause), PageRequest.of(limit, cursor));
    }

    /** @param family leaves out what holds only for other families */
    @GetMapping("/checks")
    @Reads("diagnosis.read")
    Page<TreeList.CheckLine> checks(@RequestParam Optional<@Size(max = 100) String> family, @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return list.checks(Actors.current().scope(), given(family), PageRequest.of(limit, cursor));
    }

    /**
     * Every state that an entry ever had, the newest first.
     *
     * @param kind causes, remedies, fault-lines or checks
     */
    @GetMapping("/{kind}/{code}/versions")
    @Reads("diagnosis.read")
    Page<TreeHistory.State> versions(@PathVariable @Size(max = 20) String kind, @PathVariable @Size(max = 60) String code,
            @RequestParam(required = false) @Nullable Integer limit, @RequestParam(required = false) @Nullable String cursor) {
        return history.of(Actors.current().scope(), kind(kind), code, PageRequest.of(limit, cursor));
    }

    /** @param version that is brought back; it becomes a new version */
    record BringingBack(@Min(0) int version, @NotNull @Size(max = 1000) String reason) {}

    /** The entry as it is now, field by field. */
    record EntryNow(String code, int version, boolean active, Map<String, String> facts) {
        static EntryNow of(TreeEntry entry) {
            return new EntryNow(entry.code(), entry.version(), entry.active(), entry.facts());
        }
    }

    /** @param kind causes, remedies, fault-lines or checks */
    @PostMapping("/{kind}/{code}/bring-back")
    @Performs(BringBackTreeEntry.class)
    ResponseEntity<EntryNow> bringBack(@PathVariable @Size(max = 20) String kind, @PathVariable @Size(max = 60) String code,
            @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch, @Valid @RequestBody BringingBack what) {
        TreeEntry now = bringBack.handle(new BringBackTreeEntry.Command(kind(kind), code, what.version(), Versioned.expected(ifMatch), what.reason()));
        return Versioned.ok(EntryNow.of(now), now.version());
    }

    private static TreeKind kind(String name) {
        return Optional.ofNullable(KINDS.get(name)).orElseThrow(() -> Problem.notFound("tree", name));
    }

    private static Optional<String> given(Optional<String> text) {
        return text.filter(value -> !value.isBlank());
    }
}
