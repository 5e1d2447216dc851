package org.firstfix.contract.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Optional;
import org.firstfix.asset.Importance;
import org.firstfix.contract.Impact;
import org.firstfix.contract.Milestone;
import org.firstfix.contract.Priority;
import org.firstfix.contract.SpecialTarget;
import org.jspecify.annotations.Nullable;

/** Another target for important machines or severe faults. @param minutes contract time, at most a year */
record SpecialTargetRequest(@NotNull Milestone milestone, @Nullable Priority priority, @Nullable Importance importance,
        @Nullable Impact impact, @Min(1) @Max(CoverageController.LONGEST_MINUTES) int minutes) {
    static List<SpecialTarget> read(@Nullable List<SpecialTargetRequest> wanted) {
        return Optional.ofNullable(wanted).orElse(List.of()).stream().map(one -> new SpecialTarget(one.milestone(),
                Optional.ofNullable(one.priority()), Optional.ofNullable(one.importance()), Optional.ofNullable(one.impact()), one.minutes())).toList();
    }
}
