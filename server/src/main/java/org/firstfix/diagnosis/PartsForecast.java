package org.firstfix.diagnosis;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.firstfix.cases.CaseId;

/**
 * Which of the parts to carry a repair will really take.
 *
 * @param parts by case, at most two each; nothing for a case nobody has named parts for
 * @param secondVisitCost in the house's money, when a part is needed and not there
 */
public record PartsForecast(Map<CaseId, List<ProbablePart>> parts, BigDecimal secondVisitCost) {
    public PartsForecast {
        parts = Map.copyOf(parts);
    }

    /** @param probability that the repair takes it, 0 to 1; the parts of a case exclude each other, so they sum to at most 1 */
    public record ProbablePart(String number, double probability) {}
}
