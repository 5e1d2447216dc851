package org.firstfix.diagnosis.usecase;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.firstfix.diagnosis.domain.CountedCauses;
import org.firstfix.diagnosis.domain.Expectation;
import org.firstfix.diagnosis.domain.Expectation.Likely;
import org.firstfix.diagnosis.domain.Knowledge;
import org.springframework.stereotype.Component;

/** What past cases say, as an expectation: the three most probable causes. No parts: what to carry is decided by somebody. */
@Component
class CountedExpectation {
    private static final int MOST = 3;

    private final Knowledge knowledge;

    CountedExpectation(Knowledge knowledge) {
        this.knowledge = knowledge;
    }

    Expectation of(Optional<String> symptomCode, Optional<String> family) {
        if (symptomCode.isEmpty()) {
            return Expectation.NOTHING;
        }
        Knowledge.Counts counts = knowledge.counts(symptomCode.get(), family);
        List<Likely> likely = CountedCauses.of(counts.family(), counts.all()).causes().stream().limit(MOST)
                .map(cause -> new Likely(cause.causeCode(), BigDecimal.valueOf(cause.probability()).setScale(4, RoundingMode.DOWN)))
                .filter(cause -> cause.probability().signum() > 0).toList();
        return new Expectation(false, likely, List.of(), "");
    }
}
