package org.firstfix.contract;

import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What is promised, in contract time.
 *
 * @param byPriority the usual targets; a milestone may be missing, then nothing is promised for it
 * @param ofCoverage special targets of the coverage code
 * @param ofLine special targets agreed in the contract line itself
 */
public record Targets(Map<Priority, Map<Milestone, Duration>> byPriority, List<SpecialTarget> ofCoverage, List<SpecialTarget> ofLine) {
    public static final Targets NONE = new Targets(Map.of(), List.of(), List.of());

    public boolean isEmpty() {
        return byPriority.isEmpty() && ofCoverage.isEmpty() && ofLine.isEmpty();
    }

    /**
     * The targets of a fault. What the contract line says stands above what the coverage code says, and both above the usual
     * target of the priority; among special targets the one that asks for most, among equals the shortest.
     */
    public Map<Milestone, Duration> of(Fault fault) {
        Map<Milestone, Duration> targets = new EnumMap<>(Milestone.class);
        targets.putAll(byPriority.getOrDefault(fault.priority(), Map.of()));
        targets.putAll(mostSpecial(ofCoverage, fault));
        targets.putAll(mostSpecial(ofLine, fault));
        return targets;
    }

    private static Map<Milestone, Duration> mostSpecial(List<SpecialTarget> special, Fault fault) {
        Map<Milestone, Duration> targets = new EnumMap<>(Milestone.class);
        special.stream().filter(target -> target.appliesTo(fault))
                .sorted(Comparator.comparing(SpecialTarget::conditions).reversed().thenComparing(SpecialTarget::minutes))
                .forEach(target -> targets.putIfAbsent(target.milestone(), target.target()));
        return targets;
    }
}
