package org.firstfix.workorder.domain;

import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One text for one document: keys in order, no white space, only the escapes that JSON demands, as RFC 8785 has it for
 * texts, whole numbers, truth values, lists and maps. What has been hashed once can so be hashed again.
 */
public final class CanonicalJson {
    private CanonicalJson() {}

    public static String write(Map<String, ?> document) {
        StringBuilder text = new StringBuilder();
        append(text, document);
        return text.toString();
    }

    private static void append(StringBuilder text, @Nullable Object value) {
        switch (value) {
            case null -> text.append("null");
            case String string -> quote(text, string);
            case Boolean truth -> text.append(truth.booleanValue());
            case Integer number -> text.append(number.intValue());
            case Long number -> text.append(number.longValue());
            case Map<?, ?> map -> object(text, map);
            case Collection<?> list -> array(text, list);
            default -> throw new IllegalArgumentException(value.getClass() + " has no canonical form. Maybe a text is meant.");
        }
    }

    private static void object(StringBuilder text, Map<?, ?> map) {
        TreeMap<String, Object> sorted = new TreeMap<>();
        map.forEach((key, value) -> sorted.put((String) key, value));
        text.append('{');
        Iterator<Map.Entry<String, Object>> entries = sorted.entrySet().iterator();
        while (entries.hasNext()) {
            Map.Entry<String, Object> entry = entries.next();
            quote(text, entry.getKey());
            text.append(':');
            append(text, entry.getValue());
            if (entries.hasNext()) {
                text.append(',');
            }
        }
        text.append('}');
    }

    private static void array(StringBuilder text, Collection<?> list) {
        text.append('[');
        Iterator<?> values = list.iterator();
        while (values.hasNext()) {
            append(text, values.next());
            if (values.hasNext()) {
                text.append(',');
            }
        }
        text.append(']');
    }

    private static void quote(StringBuilder text, String string) {
        text.append('"');
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\b' -> text.append("\\b");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\f' -> text.append("\\f");
                case '\r' -> text.append("\\r");
                default -> {
                    if (c < 0x20) {
                        text.append(String.format("\\u%04x", (int) c));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }
}
