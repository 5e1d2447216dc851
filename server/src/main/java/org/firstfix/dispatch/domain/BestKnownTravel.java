package org.firstfix.dispatch.domain;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The best of what is known of a branch: see {@link TravelTimes}. */
public final class BestKnownTravel implements TravelTimes {
    private final TravelProfile profile;
    private final MeasuredWays measured;
    private final RoadNetwork roads;

    public BestKnownTravel(TravelProfile profile, MeasuredWays measured, RoadNetwork roads) {
        this.profile = profile;
        this.measured = measured;
        this.roads = roads;
    }

    @Override
    public Way way(Optional<Place> from, Optional<Place> to, Departure at) {
        if (from.isEmpty() || to.isEmpty()) {
            return Way.UNKNOWN;
        }
        var median = measured.seconds(from.get(), to.get(), at.band());
        if (median.isPresent()) {
            return new Way(median.getAsInt(), Source.MEASURED);
        }
        var driven = roads.seconds(from.get(), to.get());
        return driven.isPresent() ? new Way(inTraffic(driven.getAsInt(), from.get().kilometresTo(to.get()), at.band()), Source.ROADS)
                : profile.way(from, to, at);
    }

    /** The map knows the way, the legs know the traffic: it takes longer by as much as a way of that length does at that hour. */
    int inTraffic(int seconds, double kilometres, HourBand band) {
        double quiet = profile.minutes(kilometres, HourBand.QUIET);
        return quiet <= 0 ? seconds : (int) Math.ceil(seconds * Math.max(1, profile.minutes(kilometres, band) / quiet));
    }

    /** The profile for all pairs first, since it is the same there and back; then what is known better, which is for few. */
    @Override
    public int[][] table(List<Optional<Place>> places, Departure at) {
        Sphere sphere = new Sphere(places);
        HourBand band = at.band();
        TravelCurve.Bends curve = Objects.requireNonNull(profile.curves().get(band)).bends();
        int unknown = TravelTimes.rounded(Way.UNKNOWN.seconds());
        int[][] seconds = new int[places.size()][places.size()];
        for (int from = 0; from < seconds.length; from++) {
            for (int to = 0; to <= from; to++) {
                double kilometres = sphere.kilometres(from, to);
                seconds[from][to] = Double.isNaN(kilometres) ? unknown : kilometres < TravelProfile.SAME_PLACE ? 0
                        : TravelTimes.rounded((int) Math.ceil(curve.minutes(kilometres) * 60));
            }
        }
        for (int from = 0; from < seconds.length; from++) {
            for (int to = from + 1; to < seconds.length; to++) {
                seconds[from][to] = seconds[to][from];
            }
        }
        driven(places, band, sphere, seconds);
        measured.fill(places, band, seconds);
        return seconds;
    }

    private void driven(List<Optional<Place>> places, HourBand band, Sphere sphere, int[][] seconds) {
        int[][] known = roads.known(places);
        for (int from = 0; from < known.length; from++) {
            for (int to = 0; to < known.length; to++) {
                if (known[from][to] != RoadNetwork.UNKNOWN) {
                    seconds[from][to] = TravelTimes.rounded(inTraffic(known[from][to], sphere.kilometres(from, to), band));
                }
            }
        }
    }

    /** Places as points of a ball, so that a distance costs no sine. Unknown ones are not a number, and so is the way to them. */
    private static final class Sphere {
        /** Half the chord of some 250 km. */
        private static final double SMALL = 0.02;

        private final double[] x;
        private final double[] y;
        private final double[] z;

        Sphere(List<Optional<Place>> places) {
            x = new double[places.size()];
            y = new double[places.size()];
            z = new double[places.size()];
            for (int i = 0; i < x.length; i++) {
                double latitude = Math.toRadians(places.get(i).map(Place::latitude).orElse(Double.NaN));
                double longitude = Math.toRadians(places.get(i).map(Place::longitude).orElse(Double.NaN));
                x[i] = Math.cos(latitude) * Math.cos(longitude);
                y[i] = Math.cos(latitude) * Math.sin(longitude);
                z[i] = Math.sin(latitude);
            }
        }

        double kilometres(int one, int other) {
            double dx = x[one] - x[other];
            double dy = y[one] - y[other];
            double dz = z[one] - z[other];
            return 2 * Place.EARTH_KM * arcsine(Math.sqrt(dx * dx + dy * dy + dz * dz) / 2);
        }

        /** Within a country its series is exact to the last digit, and much quicker. */
        private static double arcsine(double half) {
            if (half < SMALL) {
                double square = half * half;
                return half * (1 + square * (1 / 6.0 + square * (3 / 40.0 + square * (15 / 336.0 + square * (105 / 3456.0)))));
            }
            return Math.asin(Math.min(1, half));
        }
    }
}
