package org.firstfix.routing.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads JSON (RFC 8259) into maps, lists, strings, doubles, booleans and null, so that the engine needs no library. */
final class Json {
    private static final int DEEPEST = 100;

    private final String text;
    private int at;
    private int depth;

    private Json(String text) {
        this.text = text;
    }

    /** @throws FormatException with the line of the mistake */
    static @Nullable Object parse(String text) {
        Json json = new Json(text);
        Object value = json.value();
        json.skipSpace();
        if (json.at < text.length()) {
            throw json.mistake("nothing more was expected");
        }
        return value;
    }

    private FormatException mistake(String what) {
        long line = 1 + text.substring(0, Math.min(at, text.length())).chars().filter(character -> character == '\n').count();
        String found = at >= text.length() ? "the end" : "\"" + text.charAt(at) + "\"";
        return new FormatException("line " + line + ": " + what + ", found " + found + ".");
    }

    private @Nullable Object value() {
        skipSpace();
        if (at >= text.length()) {
            throw mistake("a value was expected");
        }
        return switch (text.charAt(at)) {
            case '{' -> object();
            case '[' -> list();
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private void skipSpace() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private boolean next(char wanted) {
        skipSpace();
        if (at < text.length() && text.charAt(at) == wanted) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(char wanted) {
        if (!next(wanted)) {
            throw mistake("\"" + wanted + "\" was expected");
        }
    }

    private void enter() {
        at++;
        if (++depth > DEEPEST) {
            throw mistake("at most " + DEEPEST + " levels are read");
        }
    }

    private Map<String, @Nullable Object> object() {
        enter();
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        if (!next('}')) {
            do {
                skipSpace();
                if (at >= text.length() || text.charAt(at) != '"') {
                    throw mistake("a name in quotes was expected");
                }
                String name = string();
                expect(':');
                if (members.containsKey(name)) {
                    throw mistake("\"" + name + "\" is given twice");
                }
                members.put(name, value());
            } while (next(','));
            expect('}');
        }
        depth--;
        return members;
    }

    private List<@Nullable Object> list() {
        enter();
        List<@Nullable Object> items = new ArrayList<>();
        if (!next(']')) {
            do {
                items.add(value());
            } while (next(','));
            expect(']');
        }
        depth--;
        return items;
    }

    private String string() {
        StringBuilder read = new StringBuilder();
        at++;
        while (at < text.length() && text.charAt(at) != '"') {
            char character = text.charAt(at++);
            read.append(character == '\\' ? escaped() : character);
        }
        if (at >= text.length()) {
            throw mistake("the end of a text was expected");
        }
        at++;
        return read.toString();
    }

    private char escaped() {
        char escape = at < text.length() ? text.charAt(at++) : ' ';
        return switch (escape) {
            case '"', '\\', '/' -> escape;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                try {
                    char unit = (char) Integer.parseInt(text.substring(at, Math.min(at + 4, text.length())), 16);
                    at += 4;
                    yield unit;
                } catch (NumberFormatException e) {
                    throw mistake("four hexadecimal digits were expected");
                }
            }
            default -> throw mistake("an escape such as \\n was expected");
        };
    }

    private @Nullable Object word(String word, @Nullable Object value) {
        if (!text.startsWith(word, at)) {
            throw mistake("a value was expected");
        }
        at += word.length();
        return value;
    }

    private Double number() {
        int from = at;
        while (at < text.length() && "+-0123456789.eE".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        try {
            return Double.valueOf(text.substring(from, at));
        } catch (NumberFormatException e) {
            at = from;
            throw mistake("a value was expected");
        }
    }
}
