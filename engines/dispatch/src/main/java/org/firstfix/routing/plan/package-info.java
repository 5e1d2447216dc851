/**
 * A day of service: engineers, visits, and the rules a plan follows. A {@link org.firstfix.routing.plan.Rule} is an object that prices one visit at one
 * position of a route; the search, the ledger, "why this engineer" and "why not that one" all ask the same objects, so they cannot disagree.
 *
 * {@snippet :
 * ServiceDay day = new ServiceDay(places, engineers, visits, depot, travel, Rules.standard(weights));
 * Planner planner = new Planner(day);
 * Plan plan = planner.plan(Budget.iterations(20_000), 1, 1).plan();
 * Ledger ledger = planner.ledger(plan);               // adds up to what the search minimised
 * List<Candidate> who = planner.candidates(plan, 17); // every engineer: price, or why not and what would have to give
 * }
 *
 * <p>Times are whole seconds since a moment of the caller's choice, such as midnight; money is whole cents.
 */
@NullMarked
package org.firstfix.routing.plan;

import org.jspecify.annotations.NullMarked;
