package org.firstfix.exam.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Set;

/** How many of a question's points an answer earns. Each rule gives a share from 0 to 1. */
public final class Grading {
    private static final int DECIMALS = 2;

    private Grading() {}

    /**
     * The points for choices; an answer in words is graded by a person.
     *
     * @param offered how many choices there are
     * @param right the truth, which is not empty
     */
    public static BigDecimal earned(QuestionKind kind, int points, int offered, Set<String> right, Collection<String> chosen) {
        double share = switch (kind) {
            case SINGLE_CHOICE -> allOrNothing(right, chosen);
            case MULTIPLE_CHOICE -> rightMinusWrong(right, offered, chosen);
            case PARTS_TO_CARRY -> coverageOfWhatWasNeeded(right, chosen);
            case SHORT_TEXT -> throw new IllegalArgumentException("Words are graded by a person.");
        };
        return BigDecimal.valueOf(points * share).setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    public static double allOrNothing(Set<String> right, Collection<String> chosen) {
        return chosen.size() == 1 && right.containsAll(chosen) ? 1 : 0;
    }

    /** The share of the right ones that was chosen, less the share of the wrong ones, down to nothing: choosing everything earns nothing. */
    public static double rightMinusWrong(Set<String> right, int offered, Collection<String> chosen) {
        long hits = chosen.stream().filter(right::contains).count();
        double misses = chosen.size() - hits;
        int wrong = offered - right.size();
        return Math.max(0, (double) hits / right.size() - (wrong == 0 ? 0 : misses / wrong));
    }

    /** What share of the parts that were needed the engineer would have had with him. A spare place in the bag costs nothing. */
    public static double coverageOfWhatWasNeeded(Set<String> needed, Collection<String> carried) {
        return (double) needed.stream().filter(carried::contains).count() / needed.size();
    }

    /** Whether these points are at least that share of what could be earned; nothing to earn is nothing passed. */
    public static boolean passes(BigDecimal earned, BigDecimal possible, int passPercent) {
        return possible.signum() > 0 && earned.multiply(BigDecimal.valueOf(100)).compareTo(possible.multiply(BigDecimal.valueOf(passPercent))) >= 0;
    }
}
