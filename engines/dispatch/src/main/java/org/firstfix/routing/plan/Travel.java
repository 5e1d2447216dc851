package org.firstfix.routing.plan;

import java.util.List;

/** Travel times between places. */
public interface Travel {

    /** @return seconds from one place to another, at least 0 */
    int seconds(int from, int to);

    /** A table, at {@code [from][to]}. */
    static Travel table(int[][] seconds) {
        return (from, to) -> seconds[from][to];
    }

    /** A point on earth, in degrees. */
    record Point(double latitude, double longitude) {}

    /**
     * The great circle, longer by a factor for the detours of roads, at one speed. Distance by the haversine formula on a sphere of 6,371 km.
     *
     * @param detour at least 1
     * @param kilometresPerHour above 0
     */
    static Travel greatCircle(List<Point> places, double detour, double kilometresPerHour) {
        if (!(detour >= 1) || !(kilometresPerHour > 0)) {
            throw new IllegalArgumentException("a detour of " + detour + " at " + kilometresPerHour + " km/h: at least 1 and more than 0 are needed.");
        }
        List<Point> points = List.copyOf(places);
        return (from, to) -> (int) Math.ceil(kilometres(points.get(from), points.get(to)) * detour / kilometresPerHour * 3600);
    }

    private static double kilometres(Point one, Point other) {
        double half = Math.toRadians(other.latitude() - one.latitude()) / 2;
        double turn = Math.toRadians(other.longitude() - one.longitude()) / 2;
        double chord = Math.pow(Math.sin(half), 2)
                + Math.cos(Math.toRadians(one.latitude())) * Math.cos(Math.toRadians(other.latitude())) * Math.pow(Math.sin(turn), 2);
        return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(chord)));
    }
}
