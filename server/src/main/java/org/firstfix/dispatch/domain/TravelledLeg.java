package org.firstfix.dispatch.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.platform.scope.OrgPath;

/**
 * A way that an engineer really went: from "on the way" to "arrived", by the clock of the phone. Who it was is not kept here: a
 * profile is learnt of roads, not of people.
 *
 * @param appointment at its end
 * @param fromHome it began at the engineer's home; otherwise at the last site of that day
 * @param departure weekday and time of day there
 * @param branch whose roads it tells about
 */
public record TravelledLeg(UUID appointment, boolean fromHome, Optional<Place> from, Optional<Place> to, Instant leftAt, Instant arrivedAt,
        Departure departure, OrgPath branch) {
    public int seconds() {
        return (int) Duration.between(leftAt, arrivedAt).toSeconds();
    }

    public double minutes() {
        return seconds() / 60.0;
    }

    /** The great circle; 0 where a place is unknown. */
    public double kilometres() {
        return from.flatMap(begin -> to.map(begin::kilometresTo)).orElse(0.0);
    }

    public HourBand band() {
        return departure.band();
    }

    /** Why nothing is learnt from it; none: it counts. */
    public Optional<LegExclusion> exclusion() {
        return from.isEmpty() || to.isEmpty() ? Optional.of(LegExclusion.PLACE_UNKNOWN) : LegExclusion.of(kilometres(), seconds());
    }
}
