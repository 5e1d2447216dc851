package org.firstfix.faultfinding;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is known before anybody has repaired anything. There is no room in here for what the engineer found or did: that is a {@link Repair}, and no
 * method that predicts takes one.
 *
 * @param reported the words of the report, Chinese or English; may be empty
 * @param machine the machine from the finest to the coarsest group, for example serial number, model, family; may be empty, and an empty name
 *     stands for "not known"
 * @param figures what can be read from the machine's history by name, for example {@code age_years}, {@code hours_run},
 *     {@code days_since_repair}; finite numbers
 * @param facts what can be named, for example {@code last_cause} or the answer to a check; name to value
 */
public record Question(String reported, List<String> machine, Map<String, Double> figures, Map<String, String> facts) {

    public Question {
        machine = List.copyOf(machine);
        figures = Collections.unmodifiableSortedMap(new TreeMap<>(figures));
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
        figures.forEach((name, value) -> {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("the figure " + name + " is " + value + ". Figures are finite numbers; leave out what is not known.");
            }
        });
    }

    /** A question of words alone. */
    public static Question of(String reported) {
        return new Question(reported, List.of(), Map.of(), Map.of());
    }

    /** @param machine from the finest to the coarsest group: serial number, model, family */
    public static Question of(String reported, String... machine) {
        return new Question(reported, List.of(machine), Map.of(), Map.of());
    }

    /** The reported words without capitals, punctuation and the values of numbers: two questions with the same plain words are duplicates. */
    public String plainWords() {
        return Wording.normalised(reported);
    }
}
