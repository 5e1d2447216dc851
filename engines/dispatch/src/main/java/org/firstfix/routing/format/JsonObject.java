package org.firstfix.routing.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** An object of a JSON file, whose members are asked by name. What is asked for must have the right kind; what nobody may ask for must not be there. */
final class JsonObject {
    private static final int LONGEST = 100 * 24 * 3600;

    private final String where;
    private final Map<?, ?> members;

    /** @param where what this object is, for messages */
    JsonObject(String where, @Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new FormatException(where + " is no object in braces.");
        }
        this.where = where;
        this.members = map;
    }

    /** @throws FormatException if it has a member with another name */
    JsonObject only(String... names) {
        Set<Object> unknown = new TreeSet<>(members.keySet());
        unknown.removeAll(Set.of(names));
        if (!unknown.isEmpty()) {
            throw new FormatException(where + " has an unknown member " + unknown + ". Known are " + String.join(", ", names) + ".");
        }
        return this;
    }

    boolean has(String name) {
        return members.get(name) != null;
    }

    @Nullable Object get(String name) {
        return members.get(name);
    }

    private FormatException wrong(String name, String expected) {
        return new FormatException(where + ": " + name + " is " + members.get(name) + ", expected " + expected + ".");
    }

    JsonObject object(String name) {
        return new JsonObject(where + ", " + name, members.get(name));
    }

    /** A list, empty where it is not given. */
    List<?> list(String name) {
        Object value = members.get(name);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            throw wrong(name, "a list in brackets");
        }
        return list;
    }

    <T> List<T> objects(String name, Function<JsonObject, T> read) {
        List<?> list = list(name);
        return IntStream.range(0, list.size()).mapToObj(i -> read.apply(new JsonObject(name + "[" + i + "]", list.get(i)))).toList();
    }

    double number(String name) {
        if (!(members.get(name) instanceof Double number) || number.isInfinite() || number.isNaN()) {
            throw wrong(name, "a number");
        }
        return number;
    }

    double number(String name, double otherwise) {
        return has(name) ? number(name) : otherwise;
    }

    int whole(String name) {
        return whole(name, members.get(name));
    }

    private int whole(String name, @Nullable Object value) {
        if (!(value instanceof Double number) || number != Math.rint(number) || Math.abs(number) > 1_000_000_000) {
            throw wrong(name, "a whole number up to a billion");
        }
        return number.intValue();
    }

    int whole(String name, int otherwise) {
        return has(name) ? whole(name) : otherwise;
    }

    OptionalInt wholeIfAny(String name) {
        return has(name) ? OptionalInt.of(whole(name)) : OptionalInt.empty();
    }

    Set<Integer> wholes(String name) {
        Set<Integer> wholes = new TreeSet<>();
        list(name).forEach(value -> wholes.add(whole(name, value)));
        return wholes;
    }

    /** Money in units such as euro, as cents. */
    long cents(String name, double otherwise) {
        double units = number(name, otherwise);
        if (units < 0 || units > 10_000_000) {
            throw wrong(name, "an amount from 0 to ten million");
        }
        return Math.round(units * 100);
    }

    /** Names with whole numbers that are not negative. */
    Map<String, Integer> counts(String name) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        if (has(name)) {
            JsonObject object = object(name);
            object.members.keySet().forEach(key -> {
                int count = object.whole((String) key);
                if (count < 0) {
                    throw object.wrong((String) key, "a number that is not negative");
                }
                counts.put((String) key, count);
            });
        }
        return counts;
    }

    int time(String name) {
        return time(name, members.get(name));
    }

    int time(String name, int otherwise) {
        return has(name) ? time(name) : otherwise;
    }

    /** "08:30", "08:30:15", or seconds. */
    private int time(String name, @Nullable Object value) {
        if (value instanceof Double) {
            int seconds = whole(name, value);
            if (seconds >= 0 && seconds <= LONGEST) {
                return seconds;
            }
        } else if (value instanceof String text && text.matches("\\d{1,4}:[0-5]\\d(:[0-5]\\d)?")) {
            String[] parts = text.split(":");
            int seconds = Integer.parseInt(parts[0]) * 3600 + Integer.parseInt(parts[1]) * 60 + (parts.length > 2 ? Integer.parseInt(parts[2]) : 0);
            if (seconds <= LONGEST) {
                return seconds;
            }
        }
        throw wrong(name, "a time such as \"08:30\", or seconds");
    }

    List<Integer> times(String name) {
        return list(name).stream().map(value -> time(name, value)).toList();
    }

    /** A pair of times. */
    int[] span(String name) {
        return span(name, members.get(name));
    }

    List<int[]> spans(String name) {
        return list(name).stream().map(value -> span(name, value)).toList();
    }

    private int[] span(String name, @Nullable Object value) {
        if (!(value instanceof List<?> pair) || pair.size() != 2) {
            throw wrong(name, "a pair of times such as [\"08:00\", \"17:00\"]");
        }
        int[] span = {time(name, pair.get(0)), time(name, pair.get(1))};
        if (span[0] > span[1]) {
            throw wrong(name, "a pair of times of which the first is not later");
        }
        return span;
    }
}
