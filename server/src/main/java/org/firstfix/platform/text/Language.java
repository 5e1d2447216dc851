package org.firstfix.platform.text;

import java.util.Locale;

/** The languages of the product. Written as the tag that browsers and templates use. */
public enum Language {
    CHINESE("zh-CN"),
    ENGLISH("en");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    public String tag() {
        return tag;
    }

    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    /** English for everything that is not a kind of Chinese. */
    public static Language of(String tag) {
        return tag.toLowerCase(Locale.ROOT).startsWith("zh") ? CHINESE : ENGLISH;
    }

    /** Picks the text of this language from a pair, the way master data stores names. */
    public String choose(String chinese, String english) {
        return this == CHINESE ? chinese : english;
    }
}
