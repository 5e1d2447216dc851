package org.firstfix.faultfinding;

import java.util.List;

/**
 * A question as the experts see it.
 *
 * @param counts how often each known trait shows
 * @param scaled the same, weighed by rarity and brought to length one
 * @param machine groups from the finest to the coarsest
 * @param time when it is asked, in days
 */
record Asked(TraitVector counts, TraitVector scaled, List<String> machine, double time) {}
