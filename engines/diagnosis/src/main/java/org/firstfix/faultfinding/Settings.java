package org.firstfix.faultfinding;

/**
 * How a model learns.
 *
 * @param catalogue names that the house uses for parts, assemblies and symptoms
 * @param halfLife days after which a ticket counts half; infinite when old evidence counts like new
 * @param kept how many answers a prediction keeps, the most probable ones; at least one
 * @param seed for everything that is drawn by lot: same seed and tickets, same model
 */
public record Settings(Catalogue catalogue, double halfLife, int kept, long seed) {
    private static final int USUALLY_KEPT = 60;

    public Settings {
        if (!(halfLife > 0)) {
            throw new IllegalArgumentException("a half-life of " + halfLife + " days: it has to be above zero, or infinite when nothing fades.");
        }
        if (kept < 1) {
            throw new IllegalArgumentException("a prediction that keeps " + kept + " answers says nothing: keep at least one.");
        }
    }

    public static Settings usual() {
        return new Settings(Catalogue.empty(), Double.POSITIVE_INFINITY, USUALLY_KEPT, 1);
    }

    public Settings withCatalogue(Catalogue other) {
        return new Settings(other, halfLife, kept, seed);
    }

    /** @param days after which a ticket counts half */
    public Settings withHalfLife(double days) {
        return new Settings(catalogue, days, kept, seed);
    }

    public Settings keeping(int answers) {
        return new Settings(catalogue, halfLife, answers, seed);
    }
}
