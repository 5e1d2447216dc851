package org.firstfix.dispatch.domain;

import java.util.Map;

/**
 * Something a dispatcher should know before booking. A hard one forbids it.
 *
 * @param values what the text on the screen shows
 */
public record Finding(Code code, boolean hard, Map<String, Object> values) {
    public Finding {
        values = Map.copyOf(values);
    }

    public enum Code {
        INACTIVE,
        ABSENT,
        OVERLAPS,
        SKILL_MISSING,
        SKILL_EXPIRED,
        OUTSIDE_SHIFT,
        AFTER_DUE,
        IN_THE_PAST,
        OTHER_BRANCH,
        PART_NOT_HERE,
        CUSTOMER_NOT_READY,
        NO_FREE_TIME
    }

    static Finding hard(Code code, Map<String, Object> values) {
        return new Finding(code, true, values);
    }

    static Finding warning(Code code, Map<String, Object> values) {
        return new Finding(code, false, values);
    }
}
