package org.firstfix.cases.domain;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstfix.asset.Importance;
import org.firstfix.contract.Impact;
import org.firstfix.contract.Priority;

/** The priority of a case follows from what the fault does and how long that can be borne; a critical machine raises it. */
public final class PriorityFromImpactAndUrgency {
    /** Columns: HIGH, MEDIUM, LOW. */
    private static final Map<Impact, List<Priority>> MATRIX = new EnumMap<>(Map.of(
            Impact.STOPPED, List.of(Priority.P1, Priority.P2, Priority.P2),
            Impact.DEGRADED, List.of(Priority.P2, Priority.P3, Priority.P3),
            Impact.REDUNDANCY_LOST, List.of(Priority.P2, Priority.P3, Priority.P4),
            Impact.NONE, List.of(Priority.P3, Priority.P4, Priority.P4)));

    private PriorityFromImpactAndUrgency() {}

    /** @param importance of the machine, if one is known */
    public static Priority of(Impact impact, Urgency urgency, Optional<Importance> importance) {
        Priority plain = plain(impact, urgency);
        return isRaisedByImportance(impact, importance) ? raised(plain) : plain;
    }

    static Priority plain(Impact impact, Urgency urgency) {
        return MATRIX.get(impact).get(urgency.ordinal());
    }

    /** A question about a critical machine that runs as it should is still only a question. */
    public static boolean isRaisedByImportance(Impact impact, Optional<Importance> importance) {
        return importance.filter(Importance.CRITICAL::equals).isPresent() && impact != Impact.NONE;
    }

    private static Priority raised(Priority priority) {
        return priority == Priority.P1 ? Priority.P1 : Priority.values()[priority.ordinal() - 1];
    }
}
