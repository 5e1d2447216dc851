package org.firstfix.contract;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The reasons for which a promise lets its clock stand still; none for those that are not listed. */
public record PauseRights(List<PauseRight> rights) {
    public static final PauseRights NONE = new PauseRights(List.of());

    public PauseRights {
        rights = rights.stream().sorted(Comparator.comparing(PauseRight::reason)).toList();
    }

    public Optional<PauseRight> rightFor(PauseReason reason) {
        return rights.stream().filter(right -> right.reason() == reason).findFirst();
    }
}
