package org.firstfix.dispatch.domain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.firstfix.cases.CaseId;
import org.firstfix.diagnosis.PartsForecast;
import org.firstfix.diagnosis.PartsForecast.ProbablePart;
import org.firstfix.platform.identity.PersonId;

/**
 * What a day has besides people and work.
 *
 * @param vans pieces by part number in the van of each engineer who has any
 * @param forecast what the repairs will probably take
 */
public record Supplies(WorkingDay workingDay, Map<PersonId, Map<String, Integer>> vans, PartsForecast forecast) {
    public static final Supplies NONE = new Supplies(WorkingDay.PLAIN, Map.of(), new PartsForecast(Map.of(), BigDecimal.ZERO));

    public Supplies {
        vans = Map.copyOf(vans);
    }

    public Map<String, Integer> vanOf(PersonId engineer) {
        return vans.getOrDefault(engineer, Map.of());
    }

    public List<ProbablePart> partsFor(CaseId id) {
        return forecast.parts().getOrDefault(id, List.of());
    }
}
