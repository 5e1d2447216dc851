package org.firstfix.customer.domain;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A telephone number as it is compared: national digits without country code and trunk zero, extension apart. However
 * it is written, +86 (0)571-8888 1234 ext. 12 is 57188881234.
 *
 * @param digits nothing but digits; a foreign number keeps its country code
 * @param extension digits dialled afterwards; empty if none
 */
public record PhoneNumber(String digits, String extension) {
    private static final int SHORTEST = 3;
    private static final int LONGEST = 20;
    private static final Pattern EXTENSION = Pattern.compile(
            "(?i)(?:\\s*(?:extension|ext\\.?|x|转|分机|#|,|;ext=)\\s*(?:号|:)?\\s*|(?<=\\d{7,8})\\s*-\\s*)(\\d{1,6})\\s*$");
    private static final Pattern SEVERAL = Pattern.compile("[/;；、|]|\\s{2,}|,\\s+|，");
    private static final String CHINA = "86";

    /** Reads one number; nothing if it holds no number that could be compared. */
    public static Optional<PhoneNumber> parse(String written) {
        String text = Normalizer.normalize(written, Normalizer.Form.NFKC).strip().replaceFirst("(?i)^(tel|sips?):", "");
        String extension = "";
        Matcher dialledAfterwards = EXTENSION.matcher(text);
        if (dialledAfterwards.find() && digitsOf(text.substring(0, dialledAfterwards.start())).length() >= 7) {
            extension = dialledAfterwards.group(1);
            text = text.substring(0, dialledAfterwards.start());
        }
        boolean international = text.startsWith("+");
        String digits = digitsOf(text.replaceFirst("\\(0\\)", ""));
        if (digits.startsWith("00")) {
            international = true;
            digits = digits.substring(2);
        }
        if (international && !digits.startsWith(CHINA)) {
            return comparable(digits, extension);
        }
        if (digits.startsWith(CHINA) && (international || digits.length() >= 12)) {
            digits = digits.substring(CHINA.length());
        }
        // The trunk zero of a long-distance call belongs to the dialling, not to the number; 400 and 1xx have none.
        return comparable(digits.replaceFirst("^0+", ""), extension);
    }

    /** All numbers somebody wrote into one field. */
    public static Set<String> digitsIn(String written) {
        Set<String> all = new LinkedHashSet<>();
        for (String one : SEVERAL.split(written)) {
            parse(one).map(PhoneNumber::digits).ifPresent(all::add);
        }
        return all;
    }

    private static Optional<PhoneNumber> comparable(String digits, String extension) {
        return digits.length() < SHORTEST || digits.length() > LONGEST ? Optional.empty()
                : Optional.of(new PhoneNumber(digits, extension));
    }

    private static String digitsOf(String text) {
        return text.replaceAll("\\D", "");
    }
}
