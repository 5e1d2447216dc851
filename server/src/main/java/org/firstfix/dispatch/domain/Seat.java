package org.firstfix.dispatch.domain;

/**
 * The place of one engineer at a visit. Seats of a visit are tasks of their own that begin together; what the visit is worth is shared among them.
 *
 * @param visit the same number for all seats of a visit
 * @param place 0 for the first
 * @param of how many the visit has
 */
record Seat(int visit, int place, int of) {}
