package org.firstfix.faultfinding;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;

/**
 * Multinomial logistic regression over all traits. Answers found once only, and those beyond {@link #MOST_COLUMNS}, share one column for "another",
 * whose probability is handed out as the prior has them.
 */
final class Logistic implements Expert {
    private static final int MOST_COLUMNS = 400;
    private static final int OTHER = 0;
    /** In a large log a trait of one ticket only costs room. */
    private static final int LARGE = 10_000;
    private static final double RATE = .3;
    static final int STEPS_AT_ONCE = 6;

    private final TraitIndex index;
    private final CountedPrior prior;
    private final LinearScores scores;
    /** The column of each answer. */
    private int[] columns;
    private int[] found;

    private Logistic(TraitIndex index, CountedPrior prior, LinearScores scores, int[] columns, int[] found) {
        this.index = index;
        this.prior = prior;
        this.scores = scores;
        this.columns = columns;
        this.found = found;
    }

    /** @param softness the C of logistic regression */
    static Logistic train(Examples examples, int answers, TraitIndex index, CountedPrior prior, double softness, Random random) {
        int[] found = new int[answers];
        for (int answer : examples.answers()) {
            found[answer]++;
        }
        int[] columns = new int[answers];
        int used = 1;
        for (int answer = 0; answer < answers && used < MOST_COLUMNS; answer++) {
            columns[answer] = found[answer] > 1 ? used++ : OTHER;
        }
        Logistic logistic = new Logistic(index, prior, new LinearScores(used, softness), columns, found);
        int fewest = examples.size() > LARGE ? 2 : 1;
        for (int trait = 0; trait < index.size(); trait++) {
            if (index.ticketsWith(trait) >= fewest) {
                logistic.scores.makeRoom(trait);
            }
        }
        int rounds = rounds(examples.size());
        for (int round = 0; round < rounds; round++) {
            double rate = RATE / (1 + 3.0 * round / rounds);
            for (int row : Examples.shuffled(examples.size(), random)) {
                logistic.step(examples.asked().get(row), examples.answers()[row], examples.weights()[row], rate);
            }
        }
        return logistic;
    }

    /** Few tickets are gone through often. */
    static int rounds(int tickets) {
        return Math.clamp(60_000 / Math.max(1, tickets), 4, 20);
    }

    private void step(Asked asked, int answer, double weight, double rate) {
        double[] logarithms = Logarithms.normalise(scores.scores(asked.scaled()));
        float[] slope = new float[logarithms.length];
        for (int column = 0; column < slope.length; column++) {
            slope[column] = (float) (weight * (Math.exp(logarithms[column]) - (column == columns[answer] ? 1 : 0)));
        }
        scores.step(asked.scaled(), slope, index, rate);
    }

    @Override
    public double[] logProbabilities(Asked asked, int answers) {
        double[] byColumn = Logarithms.normalise(scores.scores(asked.scaled()));
        double[] shares = prior.overall(asked.time(), answers);
        double others = 0;
        for (int answer = 0; answer < answers; answer++) {
            others += column(answer) == OTHER ? shares[answer] : 0;
        }
        double[] logarithms = new double[answers];
        for (int answer = 0; answer < answers; answer++) {
            int column = column(answer);
            logarithms[answer] = byColumn[column] + (column == OTHER ? Math.log(shares[answer] / others) : 0);
        }
        return others > 0 ? logarithms : Logarithms.normalise(logarithms);
    }

    private int column(int answer) {
        return answer < columns.length ? columns[answer] : OTHER;
    }

    /** How much a trait speaks for an answer rather than for the average one. */
    double weight(int trait, int answer) {
        int column = column(answer);
        double sum = 0;
        for (int other = 0; other < scores.columns(); other++) {
            sum += scores.weight(trait, other);
        }
        return scores.weight(trait, column) - sum / scores.columns();
    }

    @Override
    public void learn(Asked asked, int answer, double weight) {
        if (answer >= columns.length) {
            columns = Arrays.copyOf(columns, answer + 1);
            found = Arrays.copyOf(found, answer + 1);
        }
        if (++found[answer] > 1 && columns[answer] == OTHER && scores.columns() < MOST_COLUMNS) {
            columns[answer] = scores.columns();
            scores.addColumn();
        }
        for (int trait : asked.scaled().ids()) {
            scores.makeRoom(trait);
        }
        for (int i = 0; i < STEPS_AT_ONCE; i++) {
            step(asked, answer, Math.min(1, weight), RATE);
        }
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(columns.length);
        for (int answer = 0; answer < columns.length; answer++) {
            out.writeInt(columns[answer]);
            out.writeInt(found[answer]);
        }
        scores.write(out);
    }

    static Logistic read(DataInput in, TraitIndex index, CountedPrior prior) throws IOException {
        int answers = in.readInt();
        int[] columns = new int[answers];
        int[] found = new int[answers];
        for (int answer = 0; answer < answers; answer++) {
            columns[answer] = in.readInt();
            found[answer] = in.readInt();
        }
        return new Logistic(index, prior, LinearScores.read(in), columns, found);
    }
}
