package org.firstfix.benchmarks;

import java.util.HashMap;
import java.util.Map;

/** {@code --name value} pairs of a command line. */
final class Options {
    private final Map<String, String> values = new HashMap<>();

    Options(String[] arguments) {
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            values.put(arguments[i].replaceFirst("^--", ""), arguments[i + 1]);
        }
    }

    String text(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    int number(String name, int otherwise) {
        return values.containsKey(name) ? Integer.parseInt(values.get(name).replace("_", "")) : otherwise;
    }
}
