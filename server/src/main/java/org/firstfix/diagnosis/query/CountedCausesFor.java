package org.firstfix.diagnosis.query;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstfix.asset.AssetApi;
import org.firstfix.asset.PartSummary;
import org.firstfix.diagnosis.DiagnosisApi.Cause;
import org.firstfix.diagnosis.domain.CountedCauses;
import org.firstfix.diagnosis.domain.Knowledge;
import org.firstfix.diagnosis.domain.PartsWorthCarrying;
import org.firstfix.platform.work.Query;

/** What past cases say about a symptom of a model family: causes with honest shares, and the pair of parts worth carrying. */
@Query
public class CountedCausesFor {
    private final Knowledge knowledge;
    private final Causes causes;
    private final AssetApi assets;

    CountedCausesFor(Knowledge knowledge, Causes causes, AssetApi assets) {
        this.knowledge = knowledge;
        this.causes = causes;
        this.assets = assets;
    }

    /**
     * @param basis FAMILY: the family's own findings; ALL_FAMILIES: it has too few of its own; NONE: nothing was ever found
     * @param total findings behind the shares
     * @param worthCarrying at most two parts that fit the family, by the chance that they are what mends it
     */
    public record View(CountedCauses.Basis basis, int total, List<Bar> causes, List<Worth> worthCarrying) {}

    /** @param share of the findings with its 95 % interval; {@code probability} what to expect next time; all 0 to 1 */
    public record Bar(String code, String nameZh, String nameEn, int count, double share, double low, double high, double probability) {}

    public record Worth(PartSummary part, double chance) {}

    public View of(Optional<String> symptomCode, Optional<String> family) {
        if (symptomCode.isEmpty()) {
            return new View(CountedCauses.Basis.NONE, 0, List.of(), List.of());
        }
        Knowledge.Counts counts = knowledge.counts(symptomCode.get(), family);
        CountedCauses counted = CountedCauses.of(counts.family(), counts.all());
        Map<String, Cause> names = causes.byCode(counted.causes().stream().map(CountedCauses.Counted::causeCode).toList());
        List<Bar> bars = counted.causes().stream().map(cause -> new Bar(cause.causeCode(), names.get(cause.causeCode()).nameZh(),
                names.get(cause.causeCode()).nameEn(), cause.count(), cause.share(), cause.low(), cause.high(), cause.probability())).toList();
        return new View(counted.basis(), counted.total(), bars, worthCarrying(counted, names, family));
    }

    private List<Worth> worthCarrying(CountedCauses counted, Map<String, Cause> names, Optional<String> family) {
        if (family.isEmpty() || counted.causes().isEmpty()) {
            return List.of();
        }
        Map<String, PartSummary> byKind = new HashMap<>();
        assets.partsFor(family.get()).stream().sorted(Comparator.comparing(PartSummary::number))
                .forEach(part -> byKind.merge(part.kind(), part, CountedCausesFor::closer));
        return PartsWorthCarrying.kinds(counted.causes(), code -> names.get(code).partKind().orElse(""), byKind::containsKey)
                .stream().map(worth -> new Worth(byKind.get(worth.partKind()), worth.chance())).toList();
    }

    /** A part made for few families fits better than one that fits all. */
    private static PartSummary closer(PartSummary one, PartSummary other) {
        int families = one.families().isEmpty() ? Integer.MAX_VALUE : one.families().size();
        int others = other.families().isEmpty() ? Integer.MAX_VALUE : other.families().size();
        return others < families ? other : one;
    }
}
