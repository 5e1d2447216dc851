package org.firstfix.routing.plan;

/**
 * What one visit costs under one rule.
 *
 * @param visit id
 * @param rule id of the {@link Rule}, or {@link Ledger#LEFT_UNDONE}
 * @param amount above 0, in the unit of the level
 */
public record Contribution(int visit, String rule, Level level, long amount) {}
