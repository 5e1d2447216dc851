package org.firstfix.notification.domain;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a message is made of, kept as JSON and put into words when somebody reads it, in the reader's language. A value
 * is a text or number, or one of the forms below.
 */
public final class Values {
    public static final String FACTS = "facts";

    private final Map<String, Object> values = new LinkedHashMap<>();
    private final List<Map<String, Object>> facts = new ArrayList<>();

    /** A moment, shown in the zone where it matters. */
    public static Map<String, Object> moment(Instant at, ZoneId zone) {
        return Map.of("at", at.toString(), "zone", zone.getId());
    }

    public static Map<String, Object> period(Instant from, Instant until, ZoneId zone) {
        return Map.of("at", from.toString(), "until", until.toString(), "zone", zone.getId());
    }

    /** A name that master data keeps in both languages. */
    public static Map<String, Object> pair(String zh, String en) {
        return Map.of("zh", zh, "en", en);
    }

    /** A word of this module's texts. */
    public static Map<String, Object> word(String key) {
        return Map.of("text", key);
    }

    public Values with(String name, Object value) {
        values.put(name, value);
        return this;
    }

    /** One line of the small table in a mail; nothing is shown for an empty text. */
    public Values fact(String label, Object value) {
        if (!value.equals("")) {
            facts.add(Map.of("label", "notification.fact." + label, "value", value));
        }
        return this;
    }

    public Values fact(String label, Optional<?> value) {
        value.ifPresent(present -> fact(label, (Object) present));
        return this;
    }

    public Map<String, Object> asMap() {
        Map<String, Object> all = new LinkedHashMap<>(values);
        if (!facts.isEmpty()) {
            all.put(FACTS, List.copyOf(facts));
        }
        return all;
    }
}
