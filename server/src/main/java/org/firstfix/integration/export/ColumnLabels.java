package org.firstfix.integration.export;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.firstfix.platform.text.Language;
import org.firstfix.platform.text.Texts;
import org.springframework.stereotype.Component;

/** What the columns of an exported file are called: the same words as in files that are taken in. */
@Component
class ColumnLabels {
    private final Texts texts;

    ColumnLabels(Texts texts) {
        this.texts = texts;
    }

    String label(Language language, ListColumns.Column column, ZoneId zone) {
        String label = label(language, column.path());
        return column.moment() ? label + language.choose("（" + zone.getId() + "）", " (" + zone.getId() + ")") : label;
    }

    private String label(Language language, List<String> path) {
        String whole = "integration.field." + String.join("-", path);
        if (texts.knows(language, whole)) {
            return texts.text(language, whole);
        }
        String last = word(language, path.getLast());
        if (path.size() == 1) {
            return last;
        }
        String first = label(language, path.subList(0, path.size() - 1));
        return language.choose(first + last, first + " " + inMiddle(last));
    }

    /** "Symptom name (Chinese)": a word in the middle begins small, a name in it stays as it is. */
    private static String inMiddle(String label) {
        return label.isEmpty() ? label : label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1);
    }

    /** A field that has no word yet is called as the API calls it. */
    private String word(Language language, String name) {
        String key = "integration.field." + name;
        return texts.knows(language, key) ? texts.text(language, key) : name;
    }
}
