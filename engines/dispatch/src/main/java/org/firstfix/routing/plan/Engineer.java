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
 * @param terms breaks, limits, prices
 */
public record Engineer(int id, int from, int to, int begins, int ends, int overtime, Map<String, Integer> skills, Map<String, Integer> stock, Terms terms) {
    public Engineer {
        skills = Map.copyOf(skills);
        stock = Map.copyOf(stock);
        if (begins > ends || overtime < 0) {
            throw new IllegalArgumentException("engineer " + id + ": the shift from " + begins + " to " + ends + " with overtime " + overtime + " is none.");
        }
    }

    /** An employee with a shift and nothing else. */
    public Engineer(int id, int from, int to, int begins, int ends, int overtime, Map<String, Integer> skills, Map<String, Integer> stock) {
        this(id, from, to, begins, ends, overtime, skills, stock, Terms.PLAIN);
    }

    public Engineer with(Terms newTerms) {
        return new Engineer(id, from, to, begins, ends, overtime, skills, stock, newTerms);
    }

    /** When the day begins: the shift, or the end of the legal rest before it. */
    int leaves() {
        return Math.max(begins, terms.limits().restedAt());
    }
}
