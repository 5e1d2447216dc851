package org.firstfix.exam.domain;

import java.util.List;
import java.util.Optional;
import org.firstfix.platform.statistics.WilsonInterval;

/** What the answers say about a question itself, so that bad ones are found. */
public final class ItemStatistics {
    /** Fewer answers say nothing about how a question separates people. */
    public static final int ENOUGH = 10;
    /** Below this a question hardly separates those who know from those who do not. */
    static final double WEAK = 0.2;

    private ItemStatistics() {}

    /** An answer: whether it was fully right, and the share of the paper's other points that were earned. */
    public record Answer(boolean right, double restShare) {}

    public record Interval(double from, double to) {}

    /** The 95 % interval of a share. */
    public static Interval wilson(int successes, int count) {
        WilsonInterval interval = WilsonInterval.of(count == 0 ? 0 : (double) successes / count, count);
        return new Interval(interval.low(), interval.high());
    }

    /**
     * Point-biserial correlation of the question with the rest of the paper, from -1 to 1. The rest, because a question always agrees with a
     * total that holds itself. None where everybody or nobody was right, or all have the same rest.
     *
     * @see <a href="https://doi.org/10.1214/aoms/1177728730">R. F. Tate: Correlation Between a Discrete and a Continuous Variable.
     *     Point-Biserial Correlation. Annals of Mathematical Statistics 25 (1954), 603-607</a>
     * @see <a href="https://doi.org/10.1007/BF02289618">S. Henrysson: Correction of Item-Total Correlations in Item Analysis. Psychometrika 28
     *     (1963), 211-218</a>
     */
    public static Optional<Double> pointBiserial(List<Answer> answers) {
        int count = answers.size();
        List<Answer> right = answers.stream().filter(Answer::right).toList();
        if (right.isEmpty() || right.size() == count) {
            return Optional.empty();
        }
        double mean = mean(answers);
        double deviation = Math.sqrt(answers.stream().mapToDouble(one -> Math.pow(one.restShare() - mean, 2)).sum() / count);
        if (deviation < 1e-9) {
            return Optional.empty();
        }
        double p = (double) right.size() / count;
        double meanWrong = mean(answers.stream().filter(one -> !one.right()).toList());
        return Optional.of((mean(right) - meanWrong) / deviation * Math.sqrt(p * (1 - p)));
    }

    private static double mean(List<Answer> answers) {
        return answers.stream().mapToDouble(Answer::restShare).average().orElse(0);
    }

    public enum Finding {
        /** Too few answers to say. */
        TOO_FEW,
        GOOD,
        /** Nearly everybody has it right, surely. */
        TOO_EASY,
        /** Nearly nobody has. */
        TOO_HARD,
        /** Those who know the rest have it right no more often than those who do not. */
        SEPARATES_BADLY
    }

    /** What to look at. A question that separates badly is worse than one that is easy. */
    public static Finding finding(int right, int count, Optional<Double> discrimination) {
        if (count < ENOUGH) {
            return Finding.TOO_FEW;
        }
        if (discrimination.filter(value -> value < WEAK).isPresent()) {
            return Finding.SEPARATES_BADLY;
        }
        Interval interval = wilson(right, count);
        if (interval.from() > 0.8) {
            return Finding.TOO_EASY;
        }
        return interval.to() < 0.3 ? Finding.TOO_HARD : Finding.GOOD;
    }
}
