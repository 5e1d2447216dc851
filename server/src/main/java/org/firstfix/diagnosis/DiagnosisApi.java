package org.firstfix.diagnosis;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.firstfix.cases.CaseId;

/** What is expected and what it was. Call inside a transaction. */
public interface DiagnosisApi {
    Optional<DiagnosisSummary> diagnosisOf(CaseId id);

    /** The engineer goes: what was predicted stays as it is, to be judged afterwards. Repeating changes nothing. */
    void freeze(CaseId id, Instant at);

    /** A second visit may carry other parts: the prediction may be recorded again. */
    void reopen(CaseId id, String reason);

    /** What it really was, and which parts it took. Scores the frozen predictions and is learnt from. */
    Outcome recordOutcome(CaseId id, Finding finding);

    /**
     * @param topHit the most likely cause was among the true ones; none without a prediction
     * @param anyHit one of the likely causes was
     */
    record Outcome(Optional<Boolean> topHit, Optional<Boolean> anyHit, int partsCarried, int partsNeeded, int partsRight) {}

    /** What the parts to carry are for, as far as somebody has recorded it; at most one answer per case. */
    PartsForecast partsForecast(Collection<CaseId> ids);

    List<Cause> causes();

    /** @param partKind the kind of part that mends it, when one does */
    record Cause(String code, Optional<String> parentCode, String nameZh, String nameEn, Optional<String> partKind) {}

    /** A past case of an import is learnt from too. */
    void learnPastCase(CaseId id, List<String> trueCauses, Instant foundAt);
}
