package org.firstfix.diagnosis;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a case turned out to be.
 *
 * @param trueCauses codes of the catalogue; several when several things were broken
 * @param partsUsed numbers of the parts the repair took, empty when it took none; none at all when nobody told
 * @param partsUnused carried and not needed
 * @param visits how many visits it took; 0 when nobody had to go
 */
public record Finding(List<String> trueCauses, Optional<List<String>> partsUsed, List<String> partsUnused, Set<SiteCondition> conditions,
        int visits, Instant foundAt) {
    public Finding {
        trueCauses = List.copyOf(trueCauses);
        partsUsed = partsUsed.map(List::copyOf);
        partsUnused = List.copyOf(partsUnused);
        conditions = Set.copyOf(conditions);
    }

    /** Found out without a visit, or long ago: the causes are all that is known. */
    public static Finding ofCauses(List<String> trueCauses, int visits, Instant foundAt) {
        return new Finding(trueCauses, Optional.empty(), List.of(), Set.of(), visits, foundAt);
    }
}
