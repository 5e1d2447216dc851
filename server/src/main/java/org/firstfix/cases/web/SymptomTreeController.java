package org.firstfix.cases.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.firstfix.cases.SymptomNode;
import org.firstfix.cases.query.SymptomList;
import org.firstfix.cases.usecase.BringBackSymptom;
import org.firstfix.cases.usecase.PutSymptom;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.paging.Page;
import org.firstfix.platform.paging.PageRequest;
import org.firstfix.platform.web.Performs;
import org.firstfix.platform.web.Reads;
import org.firstfix.platform.web.Versioned;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.bind.annotation.RestController;

/** The tree of symptoms: shown, changed, and every state it ever had. Retiring is a change to {@code active: false}. */
@RestController
@RequestMapping("/api/v1/trees/symptoms")
class SymptomTreeController {
    private final SymptomList list;
    private final PutSymptom putSymptom;
    private final BringBackSymptom bringBack;

    SymptomTreeController(SymptomList list, PutSymptom putSymptom, BringBackSymptom bringBack) {
        this.list = list;
        this.putSymptom = putSymptom;
        this.bringBack = bringBack;
    }

    /** @param families of machines it is reported of; empty for all */
    record Symptom(@Nullable @Size(max = 60) String parentCode, @NotNull @Size(max = 200) String nameZh, @NotNull @Size(max = 200) String nameEn,
            @NotNull @Size(max = 100) List<@NotBlank String> families, boolean active) {
        SymptomNode node(String code) {
            return new SymptomNode(code, Optional.ofNullable(parentCode).map(String::strip).filter(text -> !text.isEmpty()), nameZh.strip(),
                    nameEn.strip(), families, active, 0);
        }
    }

    record NewSymptom(@NotBlank String code, @NotNull @Valid Symptom symptom, @NotNull @Size(max = 1000) String reason) {}

    record SymptomChange(@NotNull @Valid Symptom symptom, @NotNull @Size(max = 1000) String reason) {}

    /** @param version that is brought back; it becomes a new version */
    record SymptomBack(@Min(0) int version, @NotNull @Size(max = 1000) String reason) {}

    /** @param family leaves out what holds only for other families */
    @GetMapping
    @Reads("diagnosis.read")
    Page<SymptomList.SymptomLine> symptoms(@RequestParam Optional<@Size(max = 100) String> family,
            @RequestParam(required = false) @Nullable Integer limit, @RequestParam(required = false) @Nullable String cursor) {
        return list.symptoms(Actors.current().scope(), family.filter(text -> !text.isBlank()), PageRequest.of(limit, cursor));
    }

    @PostMapping
    @Performs(PutSymptom.class)
    ResponseEntity<SymptomNode> add(@Valid @RequestBody NewSymptom wanted) {
        SymptomNode added = putSymptom.handle(new PutSymptom.Command(wanted.symptom().node(wanted.code()), Optional.empty(), wanted.reason()));
        return ResponseEntity.status(HttpStatus.CREATED).eTag("\"" + added.version() + "\"").body(added);
    }

    @PutMapping("/{code}")
    @Performs(PutSymptom.class)
    ResponseEntity<SymptomNode> change(@PathVariable @Size(max = 60) String code,
            @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch, @Valid @RequestBody SymptomChange wanted) {
        SymptomNode now = putSymptom.handle(new PutSymptom.Command(wanted.symptom().node(code), Optional.of(Versioned.expected(ifMatch)),
                wanted.reason()));
        return Versioned.ok(now, now.version());
    }

    /** Every state that a symptom ever had, the newest first. */
    @GetMapping("/{code}/versions")
    @Reads("diagnosis.read")
    Page<SymptomList.State> versions(@PathVariable @Size(max = 60) String code, @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return list.versions(Actors.current().scope(), code, PageRequest.of(limit, cursor));
    }

    @PostMapping("/{code}/bring-back")
    @Performs(BringBackSymptom.class)
    ResponseEntity<SymptomNode> bringBack(@PathVariable @Size(max = 60) String code,
            @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch, @Valid @RequestBody SymptomBack what) {
        SymptomNode now = bringBack.handle(new BringBackSymptom.Command(code, what.version(), Versioned.expected(ifMatch), what.reason()));
        return Versioned.ok(now, now.version());
    }
}
