package org.firstfix.platform.search;

import net.sourceforge.pinyin4j.PinyinHelper;

/** Pinyin initials of a Chinese text, as people type them: 杭州维荣 is {@code hzwr}. */
public final class Pinyin {
    private Pinyin() {}

    /** Latin letters and digits stay; a character with several readings counts with its first. */
    public static String initials(String text) {
        StringBuilder initials = new StringBuilder();
        text.chars().forEach(c -> {
            String[] readings = PinyinHelper.toHanyuPinyinStringArray((char) c);
            if (readings != null && readings.length > 0) {
                initials.append(readings[0].charAt(0));
            } else if (c < 128 && Character.isLetterOrDigit(c)) {
                initials.append((char) Character.toLowerCase(c));
            }
        });
        return initials.toString();
    }

    /**
     * What a text sorts by in every language: syllables for Chinese characters, lower case for Latin. 杭州维荣 is
     * {@code hang zhou wei rong}.
     */
    public static String sortKey(String text) {
        StringBuilder key = new StringBuilder();
        SearchIndex.normal(text).chars().forEach(c -> {
            String[] readings = PinyinHelper.toHanyuPinyinStringArray((char) c);
            if (readings != null && readings.length > 0) {
                if (!key.isEmpty() && key.charAt(key.length() - 1) != ' ') {
                    key.append(' ');
                }
                key.append(readings[0]).append(' ');
            } else {
                key.append((char) c);
            }
        });
        return key.toString().strip();
    }
}
