package org.firstfix.demo.life;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.firstfix.workorder.domain.VisitOutcome;

/**
 * What a story must show, where chance would not be sure to show it. Empty means chance.
 *
 * @param rests how far it goes: it stays there
 * @param visitAt when the engineer is to be at the site
 * @param firstVisit how the first visit ends
 * @param forTwo the visit needs two engineers
 * @param brisk everybody is quick, because the customer waits on the telephone
 */
record Plot(Rest rests, Optional<Instant> visitAt, Optional<VisitOutcome> firstVisit, boolean brisk, boolean urgent, boolean watched,
        Optional<Duration> visitTakes, Optional<String> symptom, boolean forTwo) {
    enum Rest {
        NOWHERE, NEW, RESPONDED, DIAGNOSED, WAITING_FOR_CUSTOMER, RELEASED, BOOKED, REMOTE
    }

    static final Plot CHANCE = new Plot(Rest.NOWHERE, Optional.empty(), Optional.empty(), false, false, false, Optional.empty(), Optional.empty(), false);

    static Plot restingAt(Rest rest) {
        return new Plot(rest, Optional.empty(), Optional.empty(), true, false, false, Optional.empty(), Optional.empty(), false);
    }

    static Plot visitAt(Instant at) {
        return new Plot(Rest.NOWHERE, Optional.of(at), Optional.of(VisitOutcome.REPAIRED), true, false, false, Optional.empty(), Optional.empty(), false);
    }

    Plot ending(VisitOutcome outcome) {
        return new Plot(rests, visitAt, Optional.of(outcome), brisk, urgent, watched, visitTakes, symptom, forTwo);
    }

    Plot taking(Duration time) {
        return new Plot(rests, visitAt, firstVisit, brisk, urgent, watched, Optional.of(time), symptom, forTwo);
    }

    Plot urgently() {
        return new Plot(rests, visitAt, firstVisit, brisk, true, watched, visitTakes, symptom, forTwo);
    }

    Plot underWatch() {
        return new Plot(rests, visitAt, firstVisit, brisk, true, true, visitTakes, symptom, forTwo);
    }

    Plot with(String reported) {
        return new Plot(rests, visitAt, firstVisit, brisk, urgent, watched, visitTakes, Optional.of(reported), forTwo);
    }

    Plot needingTwo() {
        return new Plot(rests, visitAt, firstVisit, brisk, urgent, watched, visitTakes, symptom, true);
    }

    /** Chance would take another way here. */
    boolean isForced() {
        return !equals(CHANCE);
    }
}
