package org.firstfix.faultfinding;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Numbers for part sets and for the parts in them, in the order they are first met. A set's name is its parts, sorted, between semicolons. */
final class PartSetIndex {
    private static final String BETWEEN = ";";

    private final Map<String, Integer> partIds = new LinkedHashMap<>();
    private final List<int[]> sets = new ArrayList<>();

    int parts() {
        return partIds.size();
    }

    static String name(SortedSet<String> parts) {
        return String.join(BETWEEN, parts);
    }

    static SortedSet<String> parts(String name) {
        return name.isEmpty() ? Collections.emptySortedSet() : new TreeSet<>(List.of(name.split(BETWEEN)));
    }

    /** The next set gets the next number. */
    void add(String name) {
        sets.add(parts(name).stream().mapToInt(part -> partIds.computeIfAbsent(part, none -> partIds.size())).toArray());
    }

    int[] partsOf(int set) {
        return sets.get(set);
    }
}
