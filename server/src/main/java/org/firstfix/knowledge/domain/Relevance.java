package org.firstfix.knowledge.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How well an article fits what is asked: likeness of the words, and agreement on symptom, machine and likely cause. Each part
 * is shown to the reader as a reason.
 */
public record Relevance(double score, Because because) {
    private static final double SAME_SYMPTOM = 0.45;
    private static final double SAME_MODEL = 0.20;
    private static final double SAME_FAMILY = 0.15;
    private static final double LIKELY_CAUSE = 0.30;
    /** It is about machines of another kind: seldom right, and said so. */
    private static final double OTHER_MACHINE = 0.35;
    /** It is about other symptoms: that it shares words with the report says less then. */
    private static final double OTHER_SYMPTOM = 0.5;
    /** Words alone must have more in common than a stray piece of one. */
    private static final double FAINT = 0.10;

    /**
     * What is asked.
     *
     * @param likelyCauses with their probabilities
     */
    public record Asked(String text, Optional<String> symptom, Optional<String> family, Optional<String> model, Map<String, Double> likelyCauses) {}

    /**
     * Why it is shown.
     *
     * @param words of the report that are in it, the weightiest first
     * @param symptom that it is about; {@code machine} its model or family; {@code cause} the likeliest that it is about
     * @param otherMachine it is about machines of another kind
     */
    public record Because(List<String> words, Optional<String> symptom, Optional<String> machine, Optional<String> cause, boolean otherMachine) {}

    /** @param likeness of the words, 0 to 1 */
    public static Relevance of(Asked asked, About about, double likeness, List<String> words) {
        Optional<String> symptom = asked.symptom().filter(about.symptoms()::contains);
        Optional<String> model = asked.model().filter(about.models()::contains);
        Optional<String> family = asked.family().filter(about.families()::contains);
        Optional<Map.Entry<String, Double>> cause = asked.likelyCauses().entrySet().stream()
                .filter(likely -> about.causes().contains(likely.getKey())).max(Map.Entry.comparingByValue());
        boolean other = isAboutOtherMachines(asked, about, model, family);
        boolean otherSymptom = asked.symptom().isPresent() && !about.symptoms().isEmpty() && symptom.isEmpty();
        double score = Math.min(1, likeness) * (otherSymptom ? OTHER_SYMPTOM : 1) + (symptom.isPresent() ? SAME_SYMPTOM : 0)
                + (model.isPresent() ? SAME_MODEL : family.isPresent() ? SAME_FAMILY : 0)
                + cause.map(likely -> LIKELY_CAUSE * likely.getValue()).orElse(0.0);
        return new Relevance(other ? score * OTHER_MACHINE : score,
                new Because(words, symptom, model.or(() -> family), cause.map(Map.Entry::getKey), other));
    }

    private static boolean isAboutOtherMachines(Asked asked, About about, Optional<String> model, Optional<String> family) {
        return (asked.model().isPresent() || asked.family().isPresent()) && !about.fitsAnyMachine() && model.isEmpty() && family.isEmpty();
    }

    /** The machine alone is no reason: every article about a family would be shown on every case of it. */
    public boolean isWorthShowing() {
        boolean said = because.symptom().isPresent() || because.cause().isPresent();
        return said || score >= FAINT && !because.words().isEmpty();
    }
}
