package org.firstfix.routing.plan;

/**
 * Prices of the rules that are not in the contract of a visit, in cents.
 *
 * @param travelPerHour of an hour on the road
 * @param overtimePerHour of an hour after the shift, on top
 * @param notPreferred of a visit by somebody who is neither the engineer for it nor a stand-in
 * @param changedEngineer of taking a visit from the engineer who has it in the plan in force: what calm is worth
 * @param surplusLevel of each skill level above the one needed: scarce people are kept for what needs them
 * @param firstStandIn of a visit by somebody of the second rank of its chain, and {@code laterStandIn} by one of a later rank
 * @param riskPerMinute of each minute begun after the instant by which a visit should better begin
 * @param sitePerStop of each stop at a site where not all the visits of the day are made
 * @param unfairPerMinute of each minute of work above the fair share
 */
public record Weights(long travelPerHour, long overtimePerHour, long notPreferred, long changedEngineer, long surplusLevel, long firstStandIn,
        long laterStandIn, long riskPerMinute, long sitePerStop, long unfairPerMinute) {
    public static final Weights USUAL = new Weights(4_000, 6_000, 1_500, 1_000, 50);

    public Weights {
        if (travelPerHour < 0 || overtimePerHour < 0 || notPreferred < 0 || changedEngineer < 0 || surplusLevel < 0 || firstStandIn < 0 || laterStandIn < 0
                || riskPerMinute < 0 || sitePerStop < 0 || unfairPerMinute < 0) {
            throw new IllegalArgumentException("prices must not be negative.");
        }
    }

    /** Stand-ins at a third and two thirds of the price of anybody else, the usual prices for the rest. */
    public Weights(long travelPerHour, long overtimePerHour, long notPreferred, long changedEngineer, long surplusLevel) {
        this(travelPerHour, overtimePerHour, notPreferred, changedEngineer, surplusLevel, notPreferred / 3, 2 * notPreferred / 3, 20, 300, 10);
    }
}
