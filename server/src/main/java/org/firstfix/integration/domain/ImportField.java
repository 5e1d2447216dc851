package org.firstfix.integration.domain;

import java.util.List;

/**
 * Something that a row of a file may say.
 *
 * @param key what the API calls it; its label is the text {@code integration.field.<key>}
 * @param longest characters
 * @param alsoCalled further headers by which it is recognised
 */
public record ImportField(String key, boolean required, int longest, List<String> alsoCalled) {
    static ImportField required(String key, int longest, String... alsoCalled) {
        return new ImportField(key, true, longest, List.of(alsoCalled));
    }

    static ImportField optional(String key, int longest, String... alsoCalled) {
        return new ImportField(key, false, longest, List.of(alsoCalled));
    }
}
