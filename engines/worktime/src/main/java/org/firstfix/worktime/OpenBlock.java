package org.firstfix.worktime;

import java.util.Arrays;
import java.util.List;

/**
 * The open time of a fixed stretch of about 52 days as sorted, disjoint intervals with running totals.
 * All fields are final, so a block may be handed to another thread without a lock.
 */
final class OpenBlock {

    private static final int BITS = 52;

    private final long start;
    private final long end;
    private final long[] opens;
    private final long[] closes;
    /** Open nanoseconds of the block before each interval, and of the whole block at the end. */
    private final long[] openBefore;

    static int indexOf(long nanos) {
        return (int) (nanos >> BITS);
    }

    OpenBlock(CalendarHistory history, int index) {
        start = (long) index << BITS;
        end = start + (1L << BITS);
        List<OpenPieces.Piece> pieces = OpenPieces.between(history, start, end);
        long[] merged = new long[2 * pieces.size()];
        int count = 0;
        for (OpenPieces.Piece piece : pieces) {
            long from = Math.max(piece.start(), start);
            long until = Math.min(piece.end(), end);
            if (count > 0 && from <= merged[count - 1]) {
                merged[count - 1] = Math.max(merged[count - 1], until);
            } else {
                merged[count++] = from;
                merged[count++] = until;
            }
        }
        opens = new long[count / 2];
        closes = new long[count / 2];
        openBefore = new long[count / 2 + 1];
        for (int i = 0; i < opens.length; i++) {
            opens[i] = merged[2 * i];
            closes[i] = merged[2 * i + 1];
            openBefore[i + 1] = openBefore[i] + closes[i] - opens[i];
        }
    }

    long end() {
        return end;
    }

    /** Open time of this block before an instant in it. */
    long openUntil(long nanos) {
        int interval = lastOpenedUntil(nanos);
        return interval < 0 ? 0 : openBefore[interval] + Math.min(nanos, closes[interval]) - opens[interval];
    }

    /** The earliest instant before which this much open time (more than zero) lies in the block: maybe a closing time, never the next opening. */
    long instantAfter(long openTime) {
        int found = Arrays.binarySearch(openBefore, openTime);
        int interval = (found >= 0 ? found : -found - 1) - 1;
        return opens[interval] + openTime - openBefore[interval];
    }

    /** The first open instant at or after an instant of the block, or the end of the block. */
    long nextOpen(long nanos) {
        int interval = lastOpenedUntil(nanos);
        if (interval >= 0 && nanos < closes[interval]) {
            return nanos;
        }
        return interval + 1 < opens.length ? opens[interval + 1] : end;
    }

    private int lastOpenedUntil(long nanos) {
        int found = Arrays.binarySearch(opens, nanos);
        return found >= 0 ? found : -found - 2;
    }
}
