package org.firstfix.dispatch.domain;

import java.time.Duration;
import java.time.Instant;

/** From a moment up to, and not including, another. */
public record Period(Instant startsAt, Instant endsAt) {
    public Period {
        if (!endsAt.isAfter(startsAt)) {
            throw new IllegalArgumentException(startsAt + " to " + endsAt + " is no period. Maybe start and end are exchanged.");
        }
    }

    public boolean overlaps(Period other) {
        return startsAt.isBefore(other.endsAt) && other.startsAt.isBefore(endsAt);
    }

    public boolean contains(Instant moment) {
        return !moment.isBefore(startsAt) && moment.isBefore(endsAt);
    }

    public boolean covers(Period other) {
        return !other.startsAt.isBefore(startsAt) && !other.endsAt.isAfter(endsAt);
    }

    /** The part of this that lies in the other; they must overlap. */
    public Period within(Period other) {
        return new Period(startsAt.isAfter(other.startsAt) ? startsAt : other.startsAt, endsAt.isBefore(other.endsAt) ? endsAt : other.endsAt);
    }

    public Duration length() {
        return Duration.between(startsAt, endsAt);
    }
}
