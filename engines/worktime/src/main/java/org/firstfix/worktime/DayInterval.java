package org.firstfix.worktime;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One stretch of opening hours of a date, half-open: the start belongs to it, the end does not.
 *
 * @param startSecond seconds after the local midnight of the date, 0 to 86,399
 * @param endSecond seconds after the same midnight, later than the start and at most 24 hours after it;
 *     86,400 is 24:00, anything above runs into the next date but still belongs to this one
 */
public record DayInterval(int startSecond, int endSecond) implements Comparable<DayInterval> {

    static final int SECONDS_PER_DAY = 86_400;

    private static final Pattern NOTATION =
            Pattern.compile("(\\d{1,2}):(\\d{2})(?::(\\d{2}))?\\s*-\\s*(\\d{1,2}):(\\d{2})(?::(\\d{2}))?");

    /** @throws IllegalArgumentException if the seconds do not describe such a stretch */
    public DayInterval {
        if (startSecond < 0 || startSecond >= SECONDS_PER_DAY) {
            throw new IllegalArgumentException("Opening hours start at second " + startSecond
                    + " of the day, expected 0 to 86399. Maybe the interval belongs to the next date.");
        }
        if (endSecond <= startSecond) {
            throw new IllegalArgumentException("Opening hours end (second " + endSecond + ") at or before their start (second "
                    + startSecond + "). Maybe the end is on the next day: add 86400.");
        }
        if (endSecond - startSecond > SECONDS_PER_DAY) {
            throw new IllegalArgumentException("Opening hours from second " + startSecond + " to " + endSecond
                    + " are longer than 24 hours. Maybe split them over two dates.");
        }
    }

    /**
     * Reads {@code "09:00-17:30"}, {@code "00:00-24:00"}, or a night such as {@code "22:00-06:00"} (same as {@code "22:00-30:00"}).
     * An end of {@code 00:00} is midnight at the end of the date.
     *
     * @throws IllegalArgumentException if the text is not in this notation, or start and end are equal
     */
    public static DayInterval parse(String text) {
        Matcher matcher = NOTATION.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("Opening hours \"" + text + "\" are not understood. Maybe write them as 09:00-17:30.");
        }
        int start = secondOfDay(text, matcher, 1);
        int end = secondOfDay(text, matcher, 4);
        if (start == end) {
            throw new IllegalArgumentException("Opening hours \"" + text + "\" start and end at the same time. "
                    + "Maybe 00:00-24:00 was meant, or no opening hours at all.");
        }
        return new DayInterval(start, end < start ? end + SECONDS_PER_DAY : end);
    }

    private static int secondOfDay(String text, Matcher matcher, int group) {
        int hour = Integer.parseInt(matcher.group(group));
        int minute = Integer.parseInt(matcher.group(group + 1));
        int second = matcher.group(group + 2) == null ? 0 : Integer.parseInt(matcher.group(group + 2));
        if (minute > 59 || second > 59 || hour > 48) {
            throw new IllegalArgumentException("Opening hours \"" + text + "\" contain a time that does not exist. "
                    + "Maybe a digit is wrong: minutes and seconds go to 59, the end at most to 48:00.");
        }
        return hour * 3600 + minute * 60 + second;
    }

    @Override
    public int compareTo(DayInterval other) {
        int byStart = Integer.compare(startSecond, other.startSecond);
        return byStart != 0 ? byStart : Integer.compare(endSecond, other.endSecond);
    }

    /** The notation {@link #parse} reads; nights are written with hours above 24. */
    @Override
    public String toString() {
        return time(startSecond) + "-" + time(endSecond);
    }

    private static String time(int second) {
        String minutes = "%02d:%02d".formatted(second / 3600, second / 60 % 60);
        return second % 60 == 0 ? minutes : minutes + ":%02d".formatted(second % 60);
    }
}
