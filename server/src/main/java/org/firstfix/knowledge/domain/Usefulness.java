package org.firstfix.knowledge.domain;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What came of the cases on which an article was used, against comparable cases: the same symptoms in the same mixture, no
 * article.
 *
 * @param results how many cases ended how
 * @param share of those that needed no second journey and no second call; none without cases
 * @param base the same for comparable cases; none if there are none
 */
public record Usefulness(Map<CaseEnding.Result, Integer> results, int cases, Optional<Share> share, Optional<Share> base, Verdict verdict) {
    /** Below this many cases chance speaks louder than the article. */
    public static final int FEWEST = 10;

    public enum Verdict {
        TOO_FEW,
        /** The difference may be chance. */
        NO_DIFFERENCE,
        BETTER,
        WORSE
    }

    /** How cases ended: one tally for each symptom. */
    public record Tally(Map<CaseEnding.Result, Integer> results) {
        public int cases() {
            return results.values().stream().mapToInt(Integer::intValue).sum();
        }

        public int good() {
            return results.entrySet().stream().filter(entry -> entry.getKey().isGood()).mapToInt(Map.Entry::getValue).sum();
        }
    }

    /**
     * @param used by symptom; the empty text for cases without one
     * @param comparable the cases without an article, by symptom
     */
    public static Usefulness of(Map<String, Tally> used, Map<String, Tally> comparable) {
        Map<CaseEnding.Result, Integer> results = new EnumMap<>(CaseEnding.Result.class);
        used.values().forEach(tally -> tally.results().forEach((result, count) -> results.merge(result, count, Integer::sum)));
        Tally all = new Tally(results);
        Optional<Share> share = Share.counted(all.good(), all.cases());
        Optional<Share> base = mixed(used, comparable);
        return new Usefulness(Map.copyOf(results), all.cases(), share, base, verdict(share, base));
    }

    /** The base in the mixture of symptoms that the article was used on; what has nothing to compare with is left out. */
    private static Optional<Share> mixed(Map<String, Tally> used, Map<String, Tally> comparable) {
        double weights = used.entrySet().stream().filter(entry -> has(comparable, entry.getKey())).mapToInt(entry -> entry.getValue().cases()).sum();
        double value = 0;
        double spread = 0;
        for (Map.Entry<String, Tally> symptom : used.entrySet()) {
            if (has(comparable, symptom.getKey())) {
                Tally others = comparable.get(symptom.getKey());
                double weight = symptom.getValue().cases() / weights;
                value += weight * others.good() / others.cases();
                spread += weight * weight / others.cases();
            }
        }
        return spread == 0 ? Optional.empty() : Optional.of(new Share(1 / spread, value));
    }

    private static boolean has(Map<String, Tally> comparable, String symptom) {
        return comparable.containsKey(symptom) && comparable.get(symptom).cases() > 0;
    }

    private static Verdict verdict(Optional<Share> share, Optional<Share> base) {
        if (share.isEmpty() || base.isEmpty() || share.get().of() < FEWEST || base.get().of() < FEWEST) {
            return Verdict.TOO_FEW;
        }
        Share.Interval difference = share.get().minus(base.get());
        return difference.low() > 0 ? Verdict.BETTER : difference.high() < 0 ? Verdict.WORSE : Verdict.NO_DIFFERENCE;
    }
}
