package org.firstfix.diagnosis.query;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstfix.diagnosis.DiagnosisApi.Cause;
import org.firstfix.diagnosis.domain.CountedCauses;
import org.firstfix.diagnosis.domain.Knowledge;
import org.firstfix.platform.work.Query;

/** What past cases say about a symptom of a model family: causes with honest shares. */
@Query
public class CountedCausesFor {
    private final Knowledge knowledge;
    private final Causes causes;

    CountedCausesFor(Knowledge knowledge, Causes causes) {
        this.knowledge = knowledge;
        this.causes = causes;
    }

    /**
     * @param basis FAMILY: the family's own findings; ALL_FAMILIES: it has too few of its own; NONE: nothing was ever found
     * @param total findings behind the shares
     */
    public record View(CountedCauses.Basis basis, int total, List<Bar> causes) {}

    /** @param share of the findings with its 95 % interval; {@code probability} what to expect next time; all 0 to 1 */
    public record Bar(String code, String nameZh, String nameEn, int count, double share, double low, double high, double probability) {}

    public View of(Optional<String> symptomCode, Optional<String> family) {
        if (symptomCode.isEmpty()) {
            return new View(CountedCauses.Basis.NONE, 0, List.of());
        }
        Knowledge.Counts counts = knowledge.counts(symptomCode.get(), family);
        CountedCauses counted = CountedCauses.of(counts.family(), counts.all());
        Map<String, Cause> names = causes.byCode(counted.causes().stream().map(CountedCauses.Counted::causeCode).toList());
        List<Bar> bars = counted.causes().stream().map(cause -> new Bar(cause.causeCode(), names.get(cause.causeCode()).nameZh(),
                names.get(cause.causeCode()).nameEn(), cause.count(), cause.share(), cause.low(), cause.high(), cause.probability())).toList();
        return new View(counted.basis(), counted.total(), bars);
    }
}
