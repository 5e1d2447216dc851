package org.firstfix.diagnosis.domain;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstfix.faultfinding.Carrying;

/**
 * What carrying parts costs and saves, in the house's money.
 *
 * @param secondVisitCost saved when the first visit has all it needs
 * @param usualPartPrice of a kind of part that has no price of its own; {@code unusedPartCost} likewise of one that comes back unused
 * @param repeatDays within how many days a fault counts as a repeated one
 */
public record CarryingPolicy(int version, BigDecimal secondVisitCost, BigDecimal usualPartPrice, BigDecimal unusedPartCost, int repeatDays,
        List<PartCost> parts) {
    private static final int CANDIDATES = 50;

    /** @param scarcity what it costs others when it is taken from where they may need it */
    public record PartCost(String partKind, BigDecimal price, BigDecimal unused, BigDecimal scarcity, boolean inStock) {}

    public CarryingPolicy {
        parts = List.copyOf(parts);
    }

    /** @param kinds that fit the machine: others cannot be carried; nothing known of the machine, all can */
    public Carrying carrying(Collection<String> needed, Optional<Collection<String>> kinds) {
        Map<String, Double> unused = new HashMap<>();
        Map<String, Double> scarcity = new HashMap<>();
        needed.forEach(kind -> {
            unused.put(kind, unusedPartCost.doubleValue());
            if (kinds.isPresent() && !kinds.get().contains(kind)) {
                scarcity.put(kind, Double.POSITIVE_INFINITY);
            }
        });
        parts.stream().filter(part -> needed.contains(part.partKind())).forEach(part -> {
            unused.put(part.partKind(), part.unused().doubleValue());
            scarcity.merge(part.partKind(), part.inStock() ? part.scarcity().doubleValue() : Double.POSITIVE_INFINITY, Double::sum);
        });
        return new Carrying(AtMostTwoPartsPerVisit.MOST, secondVisitCost.doubleValue(), unused, scarcity, CANDIDATES);
    }

    public BigDecimal priceOf(String partKind) {
        return parts.stream().filter(part -> part.partKind().equals(partKind)).map(PartCost::price).findFirst().orElse(usualPartPrice);
    }
}
