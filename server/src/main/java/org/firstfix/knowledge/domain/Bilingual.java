package org.firstfix.knowledge.domain;

import org.firstfix.platform.text.Language;

/** A text in both languages; one of them may be missing and is empty then. */
public record Bilingual(String zh, String en) {
    public static final Bilingual NOTHING = new Bilingual("", "");

    public Bilingual {
        zh = zh.strip();
        en = en.strip();
    }

    public boolean saysNothing() {
        return zh.isEmpty() && en.isEmpty();
    }

    public boolean has(Language language) {
        return !in(language).isEmpty();
    }

    public String in(Language language) {
        return language.choose(zh, en);
    }

    /** In that language if there is one, otherwise in the other. */
    public String preferably(Language language) {
        return has(language) ? in(language) : language == Language.CHINESE ? en : zh;
    }
}
