package org.firstfix.diagnosis.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.cases.CaseId;
import org.firstfix.faultfinding.FrozenPrediction;

/** All diagnoses, and what was predicted at each visit. Loading one for a change locks it until the transaction ends. */
public interface Diagnoses {
    Optional<Diagnosis> find(CaseId caseId);

    Optional<Diagnosis> findForChange(CaseId caseId);

    void add(Diagnosis opened);

    void save(Diagnosis changed);

    /** @param suggestion the engine's prediction with all it was computed from */
    void keep(Diagnosis of, Prediction prediction, Optional<Suggestion> suggestion);

    /** What the engine said at the first visit, as it said it then. */
    Optional<FrozenPrediction> firstRecord(UUID diagnosisId);

    /** By visit. */
    List<Prediction> predictions(UUID diagnosisId);

    void score(UUID diagnosisId, int visit, Prediction.Score score, Instant at);
}
