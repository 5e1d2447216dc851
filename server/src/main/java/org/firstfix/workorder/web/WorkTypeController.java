package org.firstfix.workorder.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.firstfix.platform.web.Performs;
import org.firstfix.platform.web.Reads;
import org.firstfix.platform.web.Versioned;
import org.firstfix.workorder.domain.ChecklistItem;
import org.firstfix.workorder.domain.WorkOrder;
import org.firstfix.workorder.domain.WorkType;
import org.firstfix.workorder.query.WorkTypeList;
import org.firstfix.workorder.usecase.PutWorkType;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Types of work: how long it takes, how many it takes, and what is checked. */
@RestController
@RequestMapping("/api/v1/work-types")
class WorkTypeController {
    private final WorkTypeList list;
    private final PutWorkType putWorkType;

    WorkTypeController(WorkTypeList list, PutWorkType putWorkType) {
        this.list = list;
        this.putWorkType = putWorkType;
    }

    /** @param kind CHECK, or READING with a unit and, if there are any, the lowest and the highest value that is right */
    record Line(@NotBlank @Size(max = 200) String textZh, @NotBlank @Size(max = 200) String textEn, ChecklistItem.@NotNull Kind kind,
            @NotNull @Size(max = 20) String unit, @Digits(integer = 9, fraction = 4) @Nullable BigDecimal low,
            @Digits(integer = 9, fraction = 4) @Nullable BigDecimal high, boolean required) {
        ChecklistItem item(int position) {
            boolean isReading = kind == ChecklistItem.Kind.READING;
            return ChecklistItem.open(position, textZh.strip(), textEn.strip(), kind, isReading ? unit.strip() : "",
                    isReading ? Optional.ofNullable(low) : Optional.empty(), isReading ? Optional.ofNullable(high) : Optional.empty(), required);
        }
    }

    record WorkTypeInput(@NotBlank @Size(max = 100) String nameZh, @NotBlank @Size(max = 100) String nameEn,
            @Min(WorkType.SHORTEST) @Max(WorkType.LONGEST) int expectedMinutes, @Min(1) @Max(WorkOrder.LARGEST_CREW) int crewSize,
            @NotNull @Size(max = WorkType.LONGEST_CHECKLIST) List<@NotNull @Valid Line> checklist, boolean active, @NotNull @Size(max = 1_000) String reason) {
        WorkType type(String code) {
            List<ChecklistItem> items = new ArrayList<>();
            checklist.forEach(line -> items.add(line.item(items.size() + 1)));
            return new WorkType(code, nameZh.strip(), nameEn.strip(), expectedMinutes, crewSize, items, active, 0);
        }
    }

    record WorkTypes(List<WorkTypeList.Row> items) {}

    @GetMapping
    @Reads("work-order.read")
    WorkTypes types() {
        return new WorkTypes(list.list());
    }

    /** Adds the type of work, or changes the version that If-Match names. */
    @PutMapping("/{code}")
    @Performs(PutWorkType.class)
    ResponseEntity<WorkTypeList.Row> put(@PathVariable @Pattern(regexp = "[A-Z][A-Z0-9_]{0,39}") String code,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch, @Valid @RequestBody WorkTypeInput input) {
        Optional<Integer> basedOn = ifMatch == null ? Optional.empty() : Optional.of(Versioned.expected(ifMatch));
        WorkType now = putWorkType.handle(new PutWorkType.Command(input.type(code), basedOn, input.reason()));
        return Versioned.ok(WorkTypeList.row(now), now.version());
    }
}
