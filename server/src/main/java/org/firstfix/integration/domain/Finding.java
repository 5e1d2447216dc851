package org.firstfix.integration.domain;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Something to know about a row before it is taken in.
 *
 * @param row as the person's program counts
 * @param column the header in the file; empty if it is about the whole row
 * @param code a key of the texts
 * @param value what stands there
 */
public record Finding(int row, String column, Severity severity, String code, String value, Map<String, Object> values) {
    public enum Severity {
        /** The row is not taken in. */
        ERROR,
        /** The row is taken in as the text says. */
        WARNING,
        /** The row brings something that is not there yet. */
        NEW,
        /** The row corrects what is there; the values tell which fields. */
        CHANGED,
        /** What the row says is so already. */
        SAME;

        /** What somebody must know about a row, in contrast to what becomes of it. */
        public static final Set<Severity> REMARKS = EnumSet.of(ERROR, WARNING);
    }
}
