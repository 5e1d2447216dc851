package org.firstfix.diagnosis.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.asset.AssetId;
import org.firstfix.asset.AssetSummary;
import org.firstfix.cases.CaseId;
import org.firstfix.cases.CaseSummary;
import org.firstfix.diagnosis.Finding;

/** What past cases taught: findings counted by symptom, family and cause, over the whole house. */
public interface Knowledge {
    /** Findings by cause: of that family, and of all families. */
    Counts counts(String symptomCode, Optional<String> family);

    record Counts(Map<String, Integer> family, Map<String, Integer> all) {}

    /** Puts what was found; a later finding of the same case replaces the earlier one, in the counts as well. */
    void put(FoundFault found);

    /** @param partKinds of the parts that were used */
    record FoundFault(CaseSummary of, Optional<AssetSummary> machine, Optional<UUID> diagnosisId, Finding finding, List<String> partKinds,
            Prediction.Score score) {}

    /** What was found at this machine the last time, in another case than that one. */
    Optional<QuestionOfACase.LastFinding> lastFinding(AssetId machine, Optional<CaseId> besides);
}
