package org.firstfix.routing.plan;

/**
 * Prices of the rules that are not in the contract of a visit, in cents.
 *
 * @param travelPerHour of an hour on the road
 * @param overtimePerHour of an hour after the shift, on top
 * @param notPreferred of a visit by somebody who is not preferred
 * @param changedEngineer of taking a visit from the engineer who has it in the plan in force: what calm is worth
 * @param surplusLevel of each skill level above the one needed: scarce people are kept for what needs them
 */
public record Weights(long travelPerHour, long overtimePerHour, long notPreferred, long changedEngineer, long surplusLevel) {
    public static final Weights USUAL = new Weights(4_000, 6_000, 1_500, 1_000, 50);

    public Weights {
        if (travelPerHour < 0 || overtimePerHour < 0 || notPreferred < 0 || changedEngineer < 0 || surplusLevel < 0) {
            throw new IllegalArgumentException("prices must not be negative.");
        }
    }
}
