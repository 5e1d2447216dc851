package org.firstfix.diagnosis;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstfix.platform.tree.EntryRules;

/**
 * A line of a maker's fault table: these words of a symptom point to that cause.
 *
 * @param family it holds for; every one if there is none
 * @param model it holds for, within the family
 * @param partKinds that mend it, the likeliest first; may be empty
 * @param weight worth as many cases as if so many had been found; 0.1 to 50, in tenths
 * @param source which manual, which page
 */
public record FaultLine(String code, Optional<String> family, Optional<String> model, String wordsZh, String wordsEn,
        Optional<String> symptomCode, String causeCode, List<String> partKinds, BigDecimal weight, String source, boolean active,
        int version) implements TreeEntry {
    public static final BigDecimal LEAST_WEIGHT = new BigDecimal("0.1");
    public static final BigDecimal MOST_WEIGHT = new BigDecimal("50");
    private static final int LONGEST_WORDS = 500;
    private static final int LONGEST_SOURCE = 300;
    private static final int LONGEST_NAME = 100;

    public FaultLine {
        partKinds = List.copyOf(partKinds);
        weight = weight.setScale(1, RoundingMode.HALF_UP);
    }

    @Override
    public TreeKind kind() {
        return TreeKind.FAULT_LINE;
    }

    @Override
    public FaultLine withVersion(int next) {
        return new FaultLine(code, family, model, wordsZh, wordsEn, symptomCode, causeCode, partKinds, weight, source, active, next);
    }

    @Override
    public List<String> causeCodes() {
        return List.of(causeCode);
    }

    @Override
    public Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("wordsZh", wordsZh);
        facts.put("wordsEn", wordsEn);
        facts.put("symptomCode", symptomCode.orElse(""));
        facts.put("causeCode", causeCode);
        facts.put("partKinds", String.join(", ", partKinds));
        facts.put("weight", weight.toPlainString());
        facts.put("family", family.orElse(""));
        facts.put("model", model.orElse(""));
        facts.put("source", source);
        facts.put("active", String.valueOf(active));
        return facts;
    }

    @Override
    public void check() {
        boolean light = weight.compareTo(LEAST_WEIGHT) < 0;
        boolean heavy = weight.compareTo(MOST_WEIGHT) > 0;
        new EntryRules().code(code).inOneLanguageAtLeast("words", wordsZh, wordsEn, LONGEST_WORDS)
                .text("family", family.orElse(""), LONGEST_NAME).text("model", model.orElse(""), LONGEST_NAME)
                .partKinds("partKinds", partKinds)
                .when(light || heavy, "weight", "diagnosis.weight-out-of-range",
                        Map.of("weight", weight.toPlainString(), "least", LEAST_WEIGHT.toPlainString(), "most", MOST_WEIGHT.toPlainString()))
                .when(source.isBlank(), "source", "diagnosis.source-missing", Map.of()).text("source", source, LONGEST_SOURCE)
                .done();
    }
}
