package org.firstfix.dispatch.domain;

import java.time.Instant;
import java.util.Optional;
import org.firstfix.contract.Milestone;

/** What becomes of a promise if nobody does anything about it. */
public enum Prospect {
    /** Somebody is booked and will be there, or be done, in time. */
    ON_COURSE,
    /** Somebody is booked, but for a time when it is too late. */
    BOOKED_TOO_LATE,
    /** Nobody is booked. */
    NOBODY_BOOKED,
    /** It waits for the desk and not for a visit: for an answer, for a part, or for the customer's word that it is settled. */
    WAITS_FOR_DESK;

    /** @param visit when the visit that is booked begins and is expected to end; nothing if none is booked */
    public static Prospect of(Milestone milestone, Instant dueAt, Optional<Period> visit) {
        return switch (milestone) {
            case RESPONSE, PART_DELIVERY -> WAITS_FOR_DESK;
            case RESOLVE -> visit.map(booked -> inTime(booked.endsAt(), dueAt)).orElse(WAITS_FOR_DESK);
            case ON_SITE -> visit.map(booked -> inTime(booked.startsAt(), dueAt)).orElse(NOBODY_BOOKED);
            case RESTORE -> visit.map(booked -> inTime(booked.endsAt(), dueAt)).orElse(NOBODY_BOOKED);
        };
    }

    private static Prospect inTime(Instant at, Instant dueAt) {
        return at.isAfter(dueAt) ? BOOKED_TOO_LATE : ON_COURSE;
    }
}
