package org.firstfix.faultfinding;

/**
 * Old evidence counts less: by half after each half-life. Weights are kept as they grow from a fixed first day, so that learning one ticket does not
 * touch the others.
 *
 * @param firstDay the day that counts as one
 * @param halfLife in days; infinite when nothing fades
 */
record Fading(double firstDay, double halfLife) {
    static final Fading NONE = new Fading(0, Double.POSITIVE_INFINITY);

    double grown(double day) {
        return Math.pow(2, (day - firstDay) / halfLife);
    }

    double since(double day) {
        return Math.pow(2, (firstDay - day) / halfLife);
    }
}
