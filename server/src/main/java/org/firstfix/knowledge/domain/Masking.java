package org.firstfix.knowledge.domain;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out of a text what belongs to one customer: names that are known, and whatever looks like a telephone number, an
 * address of mail or of a machine in a network, or a serial number.
 */
public final class Masking {
    public static final String MASK = "[…]";

    private static final List<Pattern> PATTERNS = List.of(
            Pattern.compile("[\\p{Alnum}._%+-]+@[\\p{Alnum}-]+(\\.[\\p{Alnum}-]+)+"),
            Pattern.compile("(?<!\\d)\\d{1,3}(\\.\\d{1,3}){3}(?!\\d)"),
            Pattern.compile("(?<![\\p{Alnum}])(\\+|00)?\\d(?:[ ()-]{0,2}\\d){6,14}(?![\\p{Alnum}])"),
            Pattern.compile("(?<!\\p{IsHan})\\p{IsHan}(?=先生|女士|小姐|经理|主任)"),
            Pattern.compile("(?<=\\b(?:Mr|Mrs|Ms|Dr)\\.? )\\p{Lu}\\p{L}+"),
            // Serials: letters and digits mixed, or after the word for it.
            Pattern.compile("(?i)(?<=(?:\\bS/?N|\\bserial|\\bserial number|序列号|机器号|编号)[ :：#]{0,3})[\\p{Alnum}-]{4,40}"),
            Pattern.compile("(?<![\\p{Alnum}-])(?=[A-Z0-9-]*\\d[A-Z0-9-]*\\d[A-Z0-9-]*\\d[A-Z0-9-]*\\d)(?=[A-Z0-9-]*[A-Z])[A-Z0-9][A-Z0-9-]{6,39}(?![\\p{Alnum}-])"));
    private static final int SHORTEST_NAME = 2;

    private final List<Pattern> known;

    /** @param names of the customer, its sites and people, its numbers and serials, as they stand in the records */
    public Masking(Collection<String> names) {
        known = names.stream().map(String::strip).filter(name -> name.length() >= SHORTEST_NAME).distinct()
                .sorted(Comparator.comparingInt(String::length).reversed()).map(Masking::pattern).toList();
    }

    /** A Latin name only as a whole word: "Li" is somebody, "Linux" is not. */
    private static Pattern pattern(String name) {
        String before = Character.isIdeographic(name.codePointAt(0)) ? "" : "(?<![\\p{L}\\p{N}])";
        String after = Character.isIdeographic(name.codePointBefore(name.length())) ? "" : "(?![\\p{L}\\p{N}])";
        return Pattern.compile(before + Pattern.quote(name) + after, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    public String mask(String text) {
        String masked = text;
        for (Pattern name : known) {
            masked = name.matcher(masked).replaceAll(Matcher.quoteReplacement(MASK));
        }
        for (Pattern pattern : PATTERNS) {
            masked = pattern.matcher(masked).replaceAll(Matcher.quoteReplacement(MASK));
        }
        return masked;
    }
}
