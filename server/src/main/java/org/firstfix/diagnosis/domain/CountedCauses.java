package org.firstfix.diagnosis.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The causes found in past cases with the same symptom, for one model family backed by all families. Few cases say
 * little, and the figures say so: the share comes with its 95 % interval, and the probability leans on all families the
 * more, the fewer cases the family has.
 *
 * @param basis whose counts are shown: the family's own, or all families' when it has fewer than {@value #ENOUGH}
 * @param total findings behind the shares
 */
public record CountedCauses(Basis basis, int total, List<Counted> causes) {
    /** Fewer findings than this in a family are anecdotes. */
    public static final int ENOUGH = 5;
    /** How many findings the experience of all families weighs for one family. */
    private static final double PRIOR = 5;

    public enum Basis {
        FAMILY,
        ALL_FAMILIES,
        NONE
    }

    /**
     * @param share of the findings, with the 95 % interval {@code low} to {@code high} after Wilson
     * @param probability what to expect next time, after Laplace: never 1, however few and unanimous the cases were
     */
    public record Counted(String causeCode, int count, double share, double low, double high, double probability) {}

    public CountedCauses {
        causes = List.copyOf(causes);
    }

    /** Both maps count findings by cause; {@code all} includes the family's. */
    public static CountedCauses of(Map<String, Integer> family, Map<String, Integer> all) {
        int familyTotal = total(family);
        int allTotal = total(all);
        if (allTotal == 0) {
            return new CountedCauses(Basis.NONE, 0, List.of());
        }
        Basis basis = familyTotal >= ENOUGH ? Basis.FAMILY : Basis.ALL_FAMILIES;
        Map<String, Integer> shown = basis == Basis.FAMILY ? family : all;
        int shownTotal = basis == Basis.FAMILY ? familyTotal : allTotal;
        // One more cause than was ever seen: the next one may be new.
        int kinds = new TreeSet<>(all.keySet()).size() + 1;
        Map<String, Counted> ranked = new LinkedHashMap<>();
        all.forEach((cause, inAll) -> {
            double expectedInAll = (inAll + 1.0) / (allTotal + kinds);
            double probability = (family.getOrDefault(cause, 0) + PRIOR * expectedInAll) / (familyTotal + PRIOR);
            int count = shown.getOrDefault(cause, 0);
            HonestShare share = HonestShare.of(count, shownTotal);
            ranked.put(cause, new Counted(cause, count, share.share(), share.low(), share.high(), probability));
        });
        List<Counted> causes = new ArrayList<>(ranked.values());
        causes.removeIf(cause -> cause.count() == 0);
        causes.sort(Comparator.comparingDouble(Counted::probability).reversed().thenComparing(Counted::causeCode));
        return new CountedCauses(basis, shownTotal, causes);
    }

    private static int total(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
