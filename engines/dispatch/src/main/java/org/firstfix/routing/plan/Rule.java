package org.firstfix.routing.plan;

/**
 * One rule of a plan. Implementations are pure: the same route and position give the same amount, and nothing else is read.
 * The texts of a rule are {@code <id>} in {@code texts_en.properties} and {@code texts_zh_CN.properties}.
 */
public interface Rule {

    /** Words joined by hyphens; never changed, since ledgers are kept. */
    String id();

    Level level();

    /**
     * What the visit at this position costs under this rule.
     *
     * @return at least 0, in the unit of the {@link #level}
     */
    long amount(RouteView route, int position);

    /** Whether the amount depends on who makes the visit alone, not on when or after what. Such a hard rule rules an engineer out at once. */
    default boolean aboutEngineerOnly() {
        return false;
    }

    /** Whether the rule can have an amount for this visit at all, whoever makes it when; asked once, so that most rules need not be asked for most visits. */
    default boolean concerns(Visit visit) {
        return true;
    }

    /** Whether the rule can have an amount for any visit of this engineer. */
    default boolean concerns(Engineer engineer) {
        return true;
    }

    /** Whether the amount never falls when the same visits are made later or by a longer way: such a rule is asked before a place is found for the break. */
    default boolean growsWithTime() {
        return false;
    }

    /** Whether only linked visits can have an amount. */
    default boolean aboutLinksOnly() {
        return false;
    }

    /** Whether only the last visit of a route can have an amount. */
    default boolean aboutLastVisitOnly() {
        return false;
    }

    /** Whether there can be an amount only where a break is owed and has no place. */
    default boolean aboutMissingBreakOnly() {
        return false;
    }
}
