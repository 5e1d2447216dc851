package org.firstfix.exam.domain;

import java.util.Collection;
import java.util.Comparator;
import java.util.regex.Pattern;

/** Takes out of a report what tells whose machine it was: names that are known, and whatever looks like a number or an address of somebody. */
public final class Masking {
    public static final String MASK = "×××";
    private static final Pattern MAIL = Pattern.compile("[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+");
    /** Telephone numbers, with or without an area code: seven digits or more with separators. */
    private static final Pattern PHONE = Pattern.compile("(?<![\\w.])\\+?\\d(?:[ -]?\\d){6,}(?![\\w.])");
    private static final Pattern SERIAL = Pattern.compile("(?i)(?:S/?N|序列号|serial(?: (?:no\\.?|number))?)[:：#\\s]*[A-Z0-9-]{4,}");
    /** One Chinese character is a name too, but a name of one character would take half the report with it. */
    private static final int SHORTEST = 2;

    private Masking() {}

    /** @param known names, serial numbers, addresses; the longest goes first, so that no rest of it stays */
    public static String mask(String report, Collection<String> known) {
        String masked = report;
        for (String word : known.stream().map(String::strip).filter(one -> one.length() >= SHORTEST)
                .sorted(Comparator.comparingInt(String::length).reversed()).toList()) {
            masked = Pattern.compile(Pattern.quote(word), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE).matcher(masked).replaceAll(MASK);
        }
        masked = MAIL.matcher(masked).replaceAll(MASK);
        masked = SERIAL.matcher(masked).replaceAll(MASK);
        return PHONE.matcher(masked).replaceAll(MASK);
    }
}
