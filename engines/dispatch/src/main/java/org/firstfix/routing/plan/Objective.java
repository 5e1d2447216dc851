package org.firstfix.routing.plan;

/**
 * What a plan costs, level by level; compared in this order.
 *
 * @param hard broken hard rules of pinned visits, in the units of the rules
 * @param money cents
 * @param preference cents
 */
public record Objective(long hard, long money, long preference) implements Comparable<Objective> {
    public static final Objective NOTHING = new Objective(0, 0, 0);

    public Objective plus(Level level, long amount) {
        return switch (level) {
            case HARD -> new Objective(hard + amount, money, preference);
            case MONEY -> new Objective(hard, money + amount, preference);
            case PREFERENCE -> new Objective(hard, money, preference + amount);
        };
    }

    public Objective plus(Objective other) {
        return new Objective(hard + other.hard, money + other.money, preference + other.preference);
    }

    public Objective minus(Objective other) {
        return new Objective(hard - other.hard, money - other.money, preference - other.preference);
    }

    @Override
    public int compareTo(Objective other) {
        int byHard = Long.compare(hard, other.hard);
        int byMoney = byHard != 0 ? byHard : Long.compare(money, other.money);
        return byMoney != 0 ? byMoney : Long.compare(preference, other.preference);
    }
}
