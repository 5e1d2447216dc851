package org.firstfix.integration.domain;

import java.util.Map;

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
        WARNING
    }
}
