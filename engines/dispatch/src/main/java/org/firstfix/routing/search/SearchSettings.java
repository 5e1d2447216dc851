package org.firstfix.routing.search;

/**
 * The numbers of the search.
 *
 * @param removals visits taken out in an iteration, on average
 * @param longestString most visits taken out of one route
 * @param splitChance how often a string is taken with some visits in its middle left in place
 * @param blinkChance how often a place is overlooked
 * @param hot temperature at the start, in units of the objective
 * @param cold temperature at the end
 */
public record SearchSettings(double removals, int longestString, double splitChance, double blinkChance, double hot, double cold) {}
