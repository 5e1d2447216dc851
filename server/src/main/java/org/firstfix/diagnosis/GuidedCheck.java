package org.firstfix.diagnosis;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.firstfix.platform.tree.EntryRules;

/**
 * Something to ask or to look at whose answer, yes or no, tells causes apart.
 *
 * @param how to find the answer, in both languages
 * @param minutes it takes, roughly; 1 to 480
 * @param families of machines it is asked of; empty for all
 * @param symptomCodes it is asked for; empty for all
 * @param otherwise probability of a yes for every cause without a sign of its own; 0.01 to 0.99
 */
public record GuidedCheck(String code, String questionZh, String questionEn, String howZh, String howEn, DoneBy doneBy, int minutes,
        List<String> families, List<String> symptomCodes, BigDecimal otherwise, List<Sign> signs, boolean active, int version)
        implements TreeEntry {
    public static final int MOST_MINUTES = 480;
    public static final BigDecimal LEAST = new BigDecimal("0.01");
    public static final BigDecimal MOST = new BigDecimal("0.99");
    private static final int LONGEST_QUESTION = 300;
    private static final int LONGEST_HOW = 1000;

    /** Who can do it: the customer on the phone, an engineer on site, technical support from afar. */
    public enum DoneBy {
        CUSTOMER,
        ENGINEER,
        SUPPORT
    }

    /** @param yes probability of a yes if that is the cause, 0.01 to 0.99: even a sure sign is sometimes read wrongly */
    public record Sign(String causeCode, BigDecimal yes) {
        public Sign {
            yes = yes.setScale(2, RoundingMode.HALF_UP);
        }
    }

    public GuidedCheck {
        families = List.copyOf(families);
        symptomCodes = List.copyOf(symptomCodes);
        otherwise = otherwise.setScale(2, RoundingMode.HALF_UP);
        signs = signs.stream().sorted(Comparator.comparing(Sign::causeCode)).toList();
    }

    @Override
    public TreeKind kind() {
        return TreeKind.CHECK;
    }

    @Override
    public GuidedCheck withVersion(int next) {
        return new GuidedCheck(code, questionZh, questionEn, howZh, howEn, doneBy, minutes, families, symptomCodes, otherwise, signs, active, next);
    }

    @Override
    public List<String> causeCodes() {
        return signs.stream().map(Sign::causeCode).toList();
    }

    @Override
    public Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("questionZh", questionZh);
        facts.put("questionEn", questionEn);
        facts.put("howZh", howZh);
        facts.put("howEn", howEn);
        facts.put("doneBy", doneBy.name());
        facts.put("minutes", String.valueOf(minutes));
        facts.put("symptomCodes", String.join(", ", symptomCodes));
        facts.put("families", String.join(", ", families));
        facts.put("otherwise", otherwise.toPlainString());
        facts.put("signs", signs.stream().map(sign -> sign.causeCode() + " " + sign.yes().toPlainString()).collect(Collectors.joining(", ")));
        facts.put("active", String.valueOf(active));
        return facts;
    }

    @Override
    public void check() {
        EntryRules rules = new EntryRules().code(code).inOneLanguageAtLeast("question", questionZh, questionEn, LONGEST_QUESTION)
                .text("howZh", howZh, LONGEST_HOW).text("howEn", howEn, LONGEST_HOW)
                .when(minutes < 1 || minutes > MOST_MINUTES, "minutes", "diagnosis.minutes-out-of-range",
                        Map.of("minutes", minutes, "most", MOST_MINUTES))
                .words("families", families).list("symptomCodes", symptomCodes)
                .when(isSure(otherwise), "otherwise", "diagnosis.sign-too-sure", Map.of("probability", otherwise.toPlainString()))
                .list("signs", causeCodes());
        signs.stream().filter(sign -> isSure(sign.yes())).forEach(sign -> rules.when(true, "signs", "diagnosis.sign-too-sure",
                Map.of("probability", sign.yes().toPlainString())));
        rules.done();
    }

    private static boolean isSure(BigDecimal probability) {
        return probability.compareTo(LEAST) < 0 || probability.compareTo(MOST) > 0;
    }
}
