package org.firstfix.faultfinding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the texts that are about what somebody reports, by BM25 (Robertson and Zaragoza 2009) over the same traits as the diagnosis: stems, Chinese
 * characters in a row, part numbers, and what words mean to a technician, so that a report in one language finds a text in the other.
 *
 * <p>Made once and not changed afterwards; safe for use by several threads.
 */
public final class TextRanking {
    private static final double SATURATION = 1.2;
    private static final double LENGTH_MATTERS = .6;
    private static final int LONGEST_HAN = 3;
    /** A word that says less than this share of the weightiest one is no reason. */
    private static final double TELLING = .3;
    private static final int LONGEST_REPORT = 4_000;

    /**
     * A text to be found.
     *
     * @param key what the caller knows it by
     * @param parts its parts, each with how many times its words count: a title speaks louder than a body
     */
    public record Text(String key, List<Part> parts) {
        public Text {
            parts = List.copyOf(parts);
        }
    }

    /** @param times from 1 on */
    public record Part(String text, int times) {
        public Part {
            if (times < 1) {
                throw new IllegalArgumentException("a part of a text counts " + times + " times. Leave it out if it does not count.");
            }
        }
    }

    /**
     * A text that was found.
     *
     * @param likeness above 0; 1 for a text in which every word of the report stands as often as in the report
     * @param words of the report that are in it, in their own form or by what they mean; the weightiest first, those that say little left out
     */
    public record Found(String key, double likeness, List<String> words) {}

    private record Placed(int place, double score) {}

    private final TraitReader reader;
    private final TraitIndex index = new TraitIndex();
    private final List<String> keys = new ArrayList<>();
    private final List<TraitVector> texts = new ArrayList<>();
    private final List<List<Integer>> postings = new ArrayList<>();
    private final double[] lengths;
    private final double meanLength;

    /** @param catalogue names of parts and symptoms that count as terms */
    public TextRanking(Collection<Text> texts, Catalogue catalogue) {
        reader = new TraitReader(catalogue);
        lengths = new double[texts.size()];
        texts.forEach(this::add);
        meanLength = Math.max(1, Arrays.stream(lengths).average().orElse(1));
    }

    private void add(Text text) {
        int place = keys.size();
        keys.add(text.key());
        List<String> shown = new ArrayList<>();
        for (Part part : text.parts()) {
            List<String> words = reader.words(part.text());
            for (int time = 0; time < part.times(); time++) {
                shown.addAll(words);
            }
        }
        TraitVector vector = index.learn(shown);
        texts.add(vector);
        for (int id : vector.ids()) {
            while (postings.size() <= id) {
                postings.add(new ArrayList<>());
            }
            postings.get(id).add(place);
        }
        lengths[place] = length(vector);
    }

    public int size() {
        return keys.size();
    }

    /**
     * The texts most like the report, the likest first; of equals the one given first.
     *
     * @param most at least 1
     */
    public List<Found> rank(String reported, int most) {
        if (most < 1) {
            throw new IllegalArgumentException("the " + most + " likest texts were asked for. Ask for at least 1.");
        }
        String report = reported.length() > LONGEST_REPORT ? reported.substring(0, LONGEST_REPORT) : reported;
        List<String> shown = reader.words(report);
        TraitVector asked = index.known(shown);
        double[] scores = new double[keys.size()];
        for (int i = 0; i < asked.size(); i++) {
            int id = asked.ids()[i];
            for (int place : postings.get(id)) {
                scores[place] += importance(id) * gain(place, id);
            }
        }
        double own = own(shown);
        List<Placed> found = new ArrayList<>();
        for (int place = 0; place < scores.length; place++) {
            if (scores[place] > 0) {
                found.add(new Placed(place, scores[place]));
            }
        }
        found.sort(Comparator.comparingDouble(Placed::score).reversed().thenComparingInt(Placed::place));
        return found.stream().limit(most).map(hit -> new Found(keys.get(hit.place()), hit.score() / own, words(report, hit.place()))).toList();
    }

    private double importance(int id) {
        return index.rarity(id) * index.kind(id).likeness;
    }

    private double gain(int place, int id) {
        TraitVector text = texts.get(place);
        int at = Arrays.binarySearch(text.ids(), id);
        return at < 0 ? 0 : saturated(text.values()[at], lengths[place] / meanLength);
    }

    private static double saturated(double times, double relativeLength) {
        return times * (SATURATION + 1) / (times + SATURATION * (1 - LENGTH_MATTERS + LENGTH_MATTERS * relativeLength));
    }

    /** What the report would reach against a text of usual length with the same words. Words that no text has are as rare as a word can be. */
    private double own(List<String> shown) {
        Map<String, Integer> times = new LinkedHashMap<>();
        shown.forEach(key -> times.merge(key, 1, Integer::sum));
        double rarest = Math.log1p((keys.size() + .5) / .5);
        double own = 0;
        for (Map.Entry<String, Integer> trait : times.entrySet()) {
            TraitVector known = index.known(List.of(trait.getKey()));
            double rarity = known.size() == 0 ? rarest : index.rarity(known.ids()[0]);
            own += rarity * TraitKind.of(trait.getKey()).likeness * saturated(trait.getValue(), 1);
        }
        return own == 0 ? 1 : own;
    }

    private double length(TraitVector text) {
        double length = 0;
        for (int i = 0; i < text.size(); i++) {
            length += index.kind(text.ids()[i]).isWords() ? text.values()[i] : 0;
        }
        return length;
    }

    /** The words of the report that the text shares, as the reporter wrote them. */
    private List<String> words(String report, int place) {
        Map<String, Double> shared = new HashMap<>();
        for (Wording.Piece piece : Wording.pieces(report)) {
            switch (piece.script()) {
                case NUMBER -> share(piece.text(), List.of(TraitKind.NUMBER.key(piece.text())), place, shared);
                case WORD -> {
                    // A number folded to noughts is nothing a reader would recognise.
                    if (piece.text().indexOf('0') < 0) {
                        List<String> traits = new ArrayList<>(List.of(TraitKind.WORD.key(Stem.of(piece.text()))));
                        FaultWords.builtIn().meaningsOf(piece.text()).forEach(meaning -> traits.add(TraitKind.MEANING.key(meaning.name())));
                        share(piece.text(), traits, place, shared);
                    }
                }
                case HAN -> shareHan(piece.text(), place, shared);
            }
        }
        double weightiest = shared.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        return shared.entrySet().stream().filter(word -> word.getValue() >= TELLING * weightiest).sorted(Map.Entry.<String, Double>comparingByValue().reversed().thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey).toList();
    }

    private void share(String word, List<String> traits, int place, Map<String, Double> shared) {
        double weight = weight(traits, place);
        if (weight > 0) {
            shared.merge(word, weight, Double::sum);
        }
    }

    private double weight(List<String> traits, int place) {
        TraitVector known = index.known(traits);
        double weight = 0;
        for (int id : known.ids()) {
            weight += importance(id) * gain(place, id);
        }
        return weight;
    }

    /** The longest pieces of a run of Chinese that stand in the text or whose meaning does. One character alone says too little. */
    private void shareHan(String run, int place, Map<String, Double> shared) {
        int[] characters = run.codePoints().toArray();
        double[] weights = new double[characters.length];
        boolean[] covered = new boolean[characters.length];
        for (int length = 2; length <= LONGEST_HAN; length++) {
            for (int from = 0; from + length <= characters.length; from++) {
                String piece = new String(characters, from, length);
                Set<String> traits = new LinkedHashSet<>(List.of(TraitKind.HAN.key(piece)));
                FaultWords.builtIn().meaningsIn(piece).forEach(meaning -> traits.add(TraitKind.MEANING.key(meaning.name())));
                double weight = weight(List.copyOf(traits), place);
                for (int at = from; weight > 0 && at < from + length; at++) {
                    covered[at] = true;
                    weights[at] = Math.max(weights[at], weight);
                }
            }
        }
        int from = 0;
        while (from < characters.length) {
            int to = from;
            double weight = 0;
            while (to < characters.length && covered[to]) {
                weight = Math.max(weight, weights[to++]);
            }
            if (to > from) {
                shared.merge(new String(characters, from, to - from), weight, Double::sum);
            }
            from = Math.max(to, from + 1);
        }
    }
}
