package org.firstfix.dispatch.domain;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** How long ways take by distance and hour, wherever they lead: a {@link TravelCurve} for each {@link HourBand}. */
public record TravelProfile(Map<HourBand, TravelCurve> curves) implements TravelTimes {
    /** Closer than that two places are one: there is no way between them. In kilometres. */
    static final double SAME_PLACE = 0.05;

    public TravelProfile {
        curves = Map.copyOf(curves);
        if (curves.size() != HourBand.values().length) {
            throw new IllegalArgumentException("a profile needs a curve for each of the hour bands, here are " + curves.keySet() + ".");
        }
    }

    /** What the house says before anything is measured: the great circle, longer by the detours of roads, at one speed. */
    public static TravelProfile of(PlanningPolicy policy) {
        TravelCurve curve = TravelCurve.straight(policy.detour() / policy.kilometresPerHour() * 60);
        Map<HourBand, TravelCurve> curves = new EnumMap<>(HourBand.class);
        for (HourBand band : HourBand.values()) {
            curves.put(band, curve);
        }
        return new TravelProfile(curves);
    }

    /** Not rounded. */
    public double minutes(double kilometres, HourBand band) {
        return kilometres < SAME_PLACE ? 0 : curves.get(band).minutes(kilometres);
    }

    @Override
    public Way way(Optional<Place> from, Optional<Place> to, Departure at) {
        if (from.isEmpty() || to.isEmpty()) {
            return Way.UNKNOWN;
        }
        return new Way((int) Math.ceil(minutes(from.get().kilometresTo(to.get()), at.band()) * 60), Source.PROFILE);
    }
}
