package org.firstfix.demo.scenery;

import java.time.DayOfWeek;
import java.time.ZonedDateTime;

/**
 * How long ways really take in the demo's towns: slow in town, quicker out of it, and much slower when everybody drives. Nobody in the
 * demo knows this; what is told of it are the legs.
 */
public final class Roads {
    private static final double PARKING = 5;
    private static final double[] FROM = {0, 3, 8, 20};
    private static final double[] MINUTES_PER_KILOMETRE = {2.9, 2.3, 1.7, 1.2};
    private static final double SHORTEST = 4;

    private Roads() {}

    /** @param kilometres as the crow flies */
    public static double minutes(double kilometres, ZonedDateTime at, Dice dice) {
        double driving = 0;
        for (int band = 0; band < FROM.length; band++) {
            double end = band + 1 < FROM.length ? FROM[band + 1] : Double.POSITIVE_INFINITY;
            driving += Math.max(0, Math.min(kilometres, end) - FROM[band]) * MINUTES_PER_KILOMETRE[band];
        }
        return Math.max(SHORTEST, (PARKING + driving * traffic(at)) * dice.between(0.85, 1.15) * dice.between(0.9, 1.1));
    }

    private static double traffic(ZonedDateTime at) {
        int hour = at.getHour();
        if (at.getDayOfWeek() == DayOfWeek.SATURDAY || at.getDayOfWeek() == DayOfWeek.SUNDAY || hour < 7 || hour >= 19) {
            return 0.8;
        }
        return hour < 10 ? 1.4 : hour < 16 ? 1.0 : 1.5;
    }
}
