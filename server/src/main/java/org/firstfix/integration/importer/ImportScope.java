package org.firstfix.integration.importer;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.firstfix.organization.OrgUnitSummary;

/**
 * What the rows of one pass over a file share: where new things belong, what was looked up before, and what earlier rows
 * will have brought.
 */
public final class ImportScope {
    private final OrgUnitSummary defaultUnit;
    private final Map<String, Object> found = new HashMap<>();
    private final Set<String> announced = new HashSet<>();

    public ImportScope(OrgUnitSummary defaultUnit) {
        this.defaultUnit = defaultUnit;
    }

    public OrgUnitSummary defaultUnit() {
        return defaultUnit;
    }

    /** Looks something up once. What is not there is asked for again: an earlier row may have brought it. */
    @SuppressWarnings("unchecked")
    <T> Optional<T> lookUp(String kind, String name, Function<String, Optional<T>> question) {
        Object known = found.get(kind + "\n" + name);
        if (known != null) {
            return Optional.of((T) known);
        }
        Optional<T> answer = question.apply(name);
        answer.ifPresent(thing -> found.put(kind + "\n" + name, thing));
        return answer;
    }

    /** Something that is the same for the whole pass, such as a catalogue. */
    @SuppressWarnings("unchecked")
    <T> T once(String kind, Supplier<T> question) {
        return (T) found.computeIfAbsent(kind, key -> question.get());
    }

    /** A row of this file brings it, so later rows may name it. */
    void announce(String kind, String name) {
        announced.add(kind + "\n" + name);
    }

    boolean isAnnounced(String kind, String name) {
        return announced.contains(kind + "\n" + name);
    }
}
