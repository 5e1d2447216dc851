package org.firstfix.exam.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.firstfix.cases.CaseId;
import org.firstfix.platform.scope.OrgPath;

/**
 * A case that went wrong, kept to learn from.
 *
 * @param report as it was reported, masked
 * @param predictedCauses codes, the likeliest first, as they were before the visit that went wrong
 * @param carriedParts numbers of the parts that were carried then
 * @param trueCauses codes; empty until the case is repaired
 */
public record Lesson(CaseId caseId, String caseNumber, String report, Optional<String> symptomCode, Optional<String> family, Optional<String> skill,
        Set<WentWrong> wentWrong, List<String> predictedCauses, List<String> carriedParts, List<String> trueCauses, Instant happenedAt, OrgPath orgPath) {
    public Lesson {
        wentWrong = Set.copyOf(wentWrong);
        predictedCauses = List.copyOf(predictedCauses);
        carriedParts = List.copyOf(carriedParts);
        trueCauses = List.copyOf(trueCauses);
    }
}
