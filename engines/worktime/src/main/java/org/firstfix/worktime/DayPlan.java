package org.firstfix.worktime;

/**
 * What a calendar says about one date.
 *
 * @param hours the opening hours
 * @param rule the rule that decided them
 * @param reason the words given with that rule, such as the name of the holiday; empty for the weekly pattern
 */
public record DayPlan(DayHours hours, DayRule rule, String reason) {}
