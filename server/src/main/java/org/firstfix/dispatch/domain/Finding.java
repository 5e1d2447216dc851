package org.firstfix.dispatch.domain;

import java.util.HashMap;
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

    /** Said once, however many go. */
    public boolean concernsTheVisit() {
        return switch (code) {
            case AFTER_DUE, IN_THE_PAST, PART_NOT_HERE, CUSTOMER_NOT_READY -> true;
            case INACTIVE, ABSENT, OVERLAPS, HELD, SKILL_MISSING, SKILL_EXPIRED, OUTSIDE_SHIFT, OTHER_BRANCH, OUT_OF_REACH -> false;
        };
    }

    public enum Code {
        INACTIVE,
        ABSENT,
        OVERLAPS,
        /** Kept for another customer who is on the phone. */
        HELD,
        SKILL_MISSING,
        SKILL_EXPIRED,
        OUTSIDE_SHIFT,
        AFTER_DUE,
        IN_THE_PAST,
        OTHER_BRANCH,
        /** Nothing of that branch appears on the engineer's phone. */
        OUT_OF_REACH,
        PART_NOT_HERE,
        CUSTOMER_NOT_READY
    }

    /** Of a crew it is said whom it is about. */
    public Finding about(Engineer engineer) {
        Map<String, Object> more = new HashMap<>(values);
        more.put("engineer", engineer.name());
        return new Finding(code, hard, more);
    }

    public static Finding hard(Code code, Map<String, Object> values) {
        return new Finding(code, true, values);
    }

    static Finding warning(Code code, Map<String, Object> values) {
        return new Finding(code, false, values);
    }
}
