package org.firstfix.routing.plan;

import java.util.Map;

/**
 * Who makes visits.
 *
 * @param id not 0
 * @param from place where the day begins, and {@code to} where it ends
 * @param begins start of the shift; {@code ends} its end
 * @param overtime seconds after the shift that are allowed, at a price
 * @param skills level of each skill
 * @param stock pieces of each part in the van
 */
public record Engineer(int id, int from, int to, int begins, int ends, int overtime, Map<String, Integer> skills, Map<String, Integer> stock) {
    public Engineer {
        skills = Map.copyOf(skills);
        stock = Map.copyOf(stock);
        if (begins > ends || overtime < 0) {
            throw new IllegalArgumentException("engineer " + id + ": the shift from " + begins + " to " + ends + " with overtime " + overtime + " is none.");
        }
    }
}
