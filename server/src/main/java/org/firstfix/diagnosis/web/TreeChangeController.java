package org.firstfix.diagnosis.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.firstfix.diagnosis.CauseNode;
import org.firstfix.diagnosis.FaultLine;
import org.firstfix.diagnosis.GuidedCheck;
import org.firstfix.diagnosis.Remedy;
import org.firstfix.diagnosis.TreeEntry;
import org.firstfix.diagnosis.usecase.PutTreeEntry;
import org.firstfix.platform.web.Performs;
import org.firstfix.platform.web.Versioned;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Adds and changes what the house keeps about faults. Retiring is a change to {@code active: false}. */
@RestController
@RequestMapping("/api/v1/trees")
class TreeChangeController {
    private final PutTreeEntry put;

    TreeChangeController(PutTreeEntry put) {
        this.put = put;
    }

    /** @param families empty for all; {@code partKinds} the likeliest first */
    record Cause(@Nullable @Size(max = 60) String parentCode, @NotNull @Size(max = 200) String nameZh, @NotNull @Size(max = 200) String nameEn,
            @NotNull @Size(max = 100) List<@NotBlank String> families, @NotNull @Size(max = 100) List<@NotBlank String> partKinds, boolean active) {
        CauseNode entry(String code) {
            return new CauseNode(code, given(parentCode), nameZh.strip(), nameEn.strip(), families, partKinds, active, 0);
        }
    }

    record NewCause(@NotBlank String code, @NotNull @Valid Cause cause, @NotNull @Size(max = 1000) String reason) {}

    record CauseChange(@NotNull @Valid Cause cause, @NotNull @Size(max = 1000) String reason) {}

    @PostMapping("/causes")
    @Performs(PutTreeEntry.class)
    ResponseEntity<TreeController.EntryNow> addCause(@Valid @RequestBody NewCause wanted) {
        return add(wanted.cause().entry(wanted.code()), wanted.reason());
    }

    @PutMapping("/causes/{code}")
    @Performs(PutTreeEntry.class)
    ResponseEntity<TreeController.EntryNow> changeCause(@PathVariable @Size(max = 60) String code,
            @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch, @Valid @RequestBody CauseChange wanted) {
        return change(wanted.cause().entry(code), ifMatch, wanted.reason());
    }

    /** @param minutes it takes once somebody is there, 1 to 2880 */
    record RemedyInput(@NotNull @Size(max = 200) String nameZh, @NotNull @Size(max = 200) String nameEn,
            @NotNull @Size(max = 100) List<@NotBlank String> causes, @NotNull @Size(max = 100) List<@NotBlank String> partKinds,
            @NotNull @Size(max = 100) List<@NotBlank String> families, int minutes, boolean active) {
        Remedy entry(String code) {
            return new Remedy(code, nameZh.strip(), nameEn.strip(), causes, partKinds, families, minutes, active, 0);
        }
    }

    record NewRemedy(@NotBlank String code, @NotNull @Valid RemedyInput remedy, @NotNull @Size(max = 1000) String reason) {}

    record RemedyChange(@NotNull @Valid RemedyInput remedy, @NotNull @Size(max = 1000) String reason) {}

    @PostMapping("/remedies")
    @Performs(PutTreeEntry.class)
    ResponseEntity<TreeController.EntryNow> addRemedy(@Valid @RequestBody NewRemedy wanted) {
        return add(wanted.remedy().entry(wanted.code()), wanted.reason());
    }

    @PutMapping("/remedies/{code}")
    @Performs(PutTreeEntry.class)
    ResponseEntity<TreeController.EntryNow> changeRemedy(@PathVariable @Size(max = 60) String code,
            @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch, @Valid @RequestBody RemedyChange wanted) {
        return change(wanted.remedy().entry(code), ifMatch, wanted.reason());
    }

    /** @param weight worth as many cases as if so many had been found, 0.1 to 50 in tenths */
    record Line(@Nullable @Size(max = 100) String family, @Nullable @Size(max = 100) String model, @NotNull @Size(max = 500) String wordsZh,
            @NotNull @Size(max = 500) String wordsEn, @Nullable @Size(max = 60) String symptomCode, @NotBlank @Size(max = 60) String causeCode,
            @NotNull @Size(max = 100) List<@NotBlank String> partKinds, @NotNull @Digits(integer = 6, fraction = 1) BigDecimal weight,
            @NotNull @Size(max = 300) String source, boolean active) {
        FaultLine entry(String code) {
            return new FaultLine(code, given(family), given(model), wordsZh.strip(), wordsEn.strip(), given(symptomCode), causeCode, partKinds,
                    weight, source.strip(), active, 0);
        }
    }

    record NewFaultLine(@NotBlank String code, @NotNull @Valid Line line, @NotNull @Size(max = 1000) String reason) {}

    record FaultLineChange(@NotNull @Valid Line line, @NotNull @Size(max = 1000) String reason) {}

    @PostMapping("/fault-lines")
    @Performs(PutTreeEntry.class)
    ResponseEntity<TreeController.EntryNow> addFaultLine(@Valid @RequestBody NewFaultLine wanted) {
        return add(wanted.line().entry(wanted.code()), wanted.reason());
    }

    @PutMapping("/fault-lines/{code}")
    @Performs(PutTreeEntry.class)
    ResponseEntity<TreeController.EntryNow> changeFaultLine(@PathVariable @Size(max = 60) String code,
            @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch, @Valid @RequestBody FaultLineChange wanted) {
        return change(wanted.line().entry(code), ifMatch, wanted.reason());
    }

    record CheckSign(@NotBlank @Size(max = 60) String causeCode, @NotNull @Digits(integer = 3, fraction = 2) BigDecimal yes) {}

    /** @param otherwise probability of a yes for every cause without a sign, 0.01 to 0.99 */
    record Check(@NotNull @Size(max = 300) String questionZh, @NotNull @Size(max = 300) String questionEn, @NotNull @Size(max = 1000) String howZh,
            @NotNull @Size(max = 1000) String howEn, GuidedCheck.@NotNull DoneBy doneBy, int minutes,
            @NotNull @Size(max = 100) List<@NotBlank String> families, @NotNull @Size(max = 100) List<@NotBlank String> symptomCodes,
            @NotNull @Digits(integer = 3, fraction = 2) BigDecimal otherwise, @NotNull @Size(max = 100) List<@Valid CheckSign> signs, boolean active) {
        GuidedCheck entry(String code) {
            return new GuidedCheck(code, questionZh.strip(), questionEn.strip(), howZh.strip(), howEn.strip(), doneBy, minutes, families,
                    symptomCodes, otherwise, signs.stream().map(sign -> new GuidedCheck.Sign(sign.causeCode(), sign.yes())).toList(), active, 0);
        }
    }

    record NewCheck(@NotBlank String code, @NotNull @Valid Check check, @NotNull @Size(max = 1000) String reason) {}

    record CheckChange(@NotNull @Valid Check check, @NotNull @Size(max = 1000) String reason) {}

    @PostMapping("/checks")
    @Performs(PutTreeEntry.class)
    ResponseEntity<TreeController.EntryNow> addCheck(@Valid @RequestBody NewCheck wanted) {
        return add(wanted.check().entry(wanted.code()), wanted.reason());
    }

    @PutMapping("/checks/{code}")
    @Performs(PutTreeEntry.class)
    ResponseEntity<TreeController.EntryNow> changeCheck(@PathVariable @Size(max = 60) String code,
            @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch, @Valid @RequestBody CheckChange wanted) {
        return change(wanted.check().entry(code), ifMatch, wanted.reason());
    }

    private ResponseEntity<TreeController.EntryNow> add(TreeEntry entry, String reason) {
        TreeEntry added = put.handle(new PutTreeEntry.Command(entry, Optional.empty(), reason));
        return ResponseEntity.status(HttpStatus.CREATED).eTag("\"" + added.version() + "\"").body(TreeController.EntryNow.of(added));
    }

    private ResponseEntity<TreeController.EntryNow> change(TreeEntry entry, @Nullable String ifMatch, String reason) {
        TreeEntry changed = put.handle(new PutTreeEntry.Command(entry, Optional.of(Versioned.expected(ifMatch)), reason));
        return Versioned.ok(TreeController.EntryNow.of(changed), changed.version());
    }

    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(value -> !value.isEmpty());
    }
}
