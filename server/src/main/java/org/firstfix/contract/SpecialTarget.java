package org.firstfix.contract;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.firstfix.asset.Importance;

/**
 * Another target than the usual one of a priority, for important machines or severe faults. What is empty does not matter.
 *
 * @param minutes contract time, 1 and up
 */
public record SpecialTarget(Milestone milestone, Optional<Priority> priority, Optional<Importance> importance, Optional<Impact> impact,
        long minutes) {
    public Duration target() {
        return Duration.ofMinutes(minutes);
    }

    public boolean appliesTo(Fault fault) {
        return priority.filter(asked -> asked != fault.priority()).isEmpty()
                && (importance.isEmpty() || importance.equals(fault.importance()))
                && (impact.isEmpty() || impact.equals(fault.impact()));
    }

    /** How much it asks for: the more, the more special. */
    public int conditions() {
        return (int) Stream.of(priority, importance, impact).filter(Optional::isPresent).count();
    }

    /** Whether the other one asks for the same. */
    public boolean asksTheSameAs(SpecialTarget other) {
        return milestone == other.milestone && priority.equals(other.priority) && importance.equals(other.importance)
                && impact.equals(other.impact);
    }
}
