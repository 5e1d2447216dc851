package org.firstfix.diagnosis.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.cases.CaseSummary;

/** What past cases taught: findings counted by symptom, family and cause, over the whole house. */
public interface Knowledge {
    /** Findings by cause: of that family, and of all families. */
    Counts counts(String symptomCode, Optional<String> family);

    record Counts(Map<String, Integer> family, Map<String, Integer> all) {}

    /** Puts what was found; a later finding of the same case replaces the earlier one, in the counts as well. */
    void put(CaseSummary of, Optional<UUID> diagnosisId, List<String> trueCauses, Prediction.Score score, Instant foundAt);
}
