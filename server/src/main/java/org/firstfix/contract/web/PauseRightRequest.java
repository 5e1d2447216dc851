package org.firstfix.contract.web;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Optional;
import org.firstfix.contract.PauseReason;
import org.firstfix.contract.PauseRight;
import org.firstfix.contract.PauseRights;
import org.firstfix.contract.domain.PauseRightsRule;
import org.jspecify.annotations.Nullable;

/** @param longestMinutes of one pause, in the working time of the calendar */
record PauseRightRequest(@NotNull PauseReason reason, boolean evidenceRequired, long longestMinutes) {
    static Optional<PauseRights> checked(String field, @Nullable List<PauseRightRequest> wanted) {
        return Optional.ofNullable(wanted).map(rights -> PauseRightsRule.checked(field, rights.stream()
                .map(right -> new PauseRight(right.reason(), right.evidenceRequired(), right.longestMinutes())).toList()));
    }
}
