package org.firstfix.sla.domain;

import java.time.Instant;
import java.util.Map;

/**
 * A line of a clock's ledger.
 *
 * @param occurredAt when it happened, which may be before it was written down
 * @param details plain values for the text on the screen
 */
public record ClockEntry(Kind kind, Instant occurredAt, String reason, Map<String, Object> details) {
    public enum Kind {
        STARTED,
        REACHED,
        /** A true time or a pause that became known late changed what was thought before. */
        CORRECTED,
        PAUSED,
        RESUMED,
        /** The longest pause that the contract allows was over; the clock goes on by itself. */
        PAUSE_RAN_OUT,
        /** A milestone that does not count from the report was asked for. */
        BEGUN,
        TERMS_CHANGED,
        /** A newer version of the calendar, or a newer official notice. */
        CALENDAR_CHANGED,
        STOPPED,
        RESTARTED,
        AT_RISK,
        MISSED
    }
}
