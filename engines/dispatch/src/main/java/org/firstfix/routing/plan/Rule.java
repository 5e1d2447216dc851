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
}
