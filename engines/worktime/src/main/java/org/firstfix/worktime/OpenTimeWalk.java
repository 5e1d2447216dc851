package org.firstfix.worktime;

/**
 * The one way time is counted: a walk over open time that stops at an instant or at an amount, whichever comes first.
 * Deadlines and elapsed time are both made of such walks and therefore cannot disagree.
 */
final class OpenTimeWalk {

    private static final long LONGEST_CLOSED = 400L * DayInterval.SECONDS_PER_DAY * EpochNanos.PER_SECOND;

    private final OpenTimeline timeline;
    private final boolean mustOpen;
    private long position;
    /** No later than the last open instant seen: enough to tell almost always that the calendar opens often enough. */
    private long openAfter;
    private OpenBlock lastOpenBlock;
    private long lastOpenTime;
    private long counted;

    /** @param mustOpen whether more than 400 days without open time are an error */
    OpenTimeWalk(OpenTimeline timeline, long start, boolean mustOpen) {
        this.timeline = timeline;
        this.mustOpen = mustOpen;
        position = start;
        openAfter = start;
    }

    long position() {
        return position;
    }

    /** Open nanoseconds counted so far. */
    long counted() {
        return counted;
    }

    /** Goes on to the limit without counting, as in a pause. */
    void skipTo(long limit) {
        long before = counted;
        countTo(limit, Long.MAX_VALUE);
        counted = before;
    }

    /**
     * Counts open time up to the limit, or until the total reaches the target.
     *
     * @return true if the target, which must be more than what is counted so far, was reached
     */
    boolean countTo(long limit, long target) {
        while (position < limit) {
            OpenBlock block = timeline.blockAt(position);
            long stop = Math.min(limit, block.end());
            long before = block.openUntil(position);
            long available = block.openUntil(stop) - before;
            long missing = target - counted;
            if (mustOpen) {
                checkOpens(block, stop, before, available);
            }
            if (available >= missing) {
                position = block.instantAfter(before + missing);
                counted = target;
                return true;
            }
            counted += available;
            position = stop;
        }
        return false;
    }

    private void checkOpens(OpenBlock block, long stop, long before, long available) {
        if (stop - openAfter > LONGEST_CLOSED) {
            long closedSince = lastOpenBlock == null ? openAfter : lastOpenBlock.instantAfter(lastOpenTime);
            long opens = available > 0 ? block.nextOpen(position) : stop;
            if (opens - closedSince > LONGEST_CLOSED) {
                throw new NoOpenTimeException("No open time within 400 days after " + EpochNanos.toInstant(closedSince) + " in " + timeline
                        + ". Maybe its weekly hours are empty, or its exceptions close every date.");
            }
        }
        if (available > 0) {
            openAfter = position;
            lastOpenBlock = block;
            lastOpenTime = before + available;
        }
    }
}
