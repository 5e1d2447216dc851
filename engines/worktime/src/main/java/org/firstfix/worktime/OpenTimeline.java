package org.firstfix.worktime;

/** The open time of a calendar, computed block by block when first asked for and then kept. */
final class OpenTimeline {

    private static final int FIRST_BLOCK = OpenBlock.indexOf(EpochNanos.MINIMUM);
    private static final int LAST_BLOCK = OpenBlock.indexOf(EpochNanos.LIMIT);

    private final CalendarHistory history;

    // Not volatile on purpose: a thread that misses the block of another one builds an equal block.
    private final OpenBlock[] blocks = new OpenBlock[LAST_BLOCK - FIRST_BLOCK + 1];

    OpenTimeline(CalendarHistory history) {
        this.history = history;
    }

    OpenBlock blockAt(long nanos) {
        int index = OpenBlock.indexOf(nanos);
        OpenBlock block = blocks[index - FIRST_BLOCK];
        if (block == null) {
            block = new OpenBlock(history, index);
            blocks[index - FIRST_BLOCK] = block;
        }
        return block;
    }

    @Override
    public String toString() {
        return history.toString();
    }
}
