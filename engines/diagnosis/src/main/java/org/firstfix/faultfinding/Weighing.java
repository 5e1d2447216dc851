package org.firstfix.faultfinding;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the experts said about one question, and how it was weighed: all that a prediction is computed from. Probabilities come from
 * {@link StrictMath}, so that another machine gets the same ones years later.
 *
 * @param answers the most probable answers
 * @param said per expert, per answer: natural logarithms of probabilities
 * @param weights per expert
 * @param normaliser logarithm of the sum over all answers, also those left out here
 * @param unknown the probability that the answer is none that was known
 */
record Weighing(List<String> answers, double[][] said, double[] weights, double normaliser, double unknown) {

    /** A question that nothing is known about. */
    static final Weighing NOTHING = new Weighing(List.of(), new double[0][0], new double[0], 0, 1);

    static Weighing of(List<String> answers, double[][] said, Pool pool, double unknown, int kept) {
        double[] sums = pool.sums(said);
        double[] pooled = Logarithms.normalise(sums.clone());
        int[] best = IntStream.range(0, pooled.length).boxed().sorted(Comparator.comparingDouble((Integer answer) -> pooled[answer]).reversed())
                .limit(kept).mapToInt(Integer::intValue).toArray();
        double[][] saidOfBest = new double[said.length][best.length];
        List<String> names = new ArrayList<>();
        for (int i = 0; i < best.length; i++) {
            names.add(answers.get(best[i]));
            for (int expert = 0; expert < said.length; expert++) {
                saidOfBest[expert][i] = said[expert][best[i]];
            }
        }
        return new Weighing(List.copyOf(names), saidOfBest, pool.weights(), sums[best[0]] - pooled[best[0]], unknown);
    }

    double probability(int answer) {
        double sum = 0;
        for (int expert = 0; expert < weights.length; expert++) {
            sum += weights[expert] * said[expert][answer];
        }
        return Math.min(1, StrictMath.exp(sum - normaliser)) * (1 - unknown);
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(answers.size());
        out.writeInt(weights.length);
        out.writeDouble(normaliser);
        out.writeDouble(unknown);
        for (double weight : weights) {
            out.writeDouble(weight);
        }
        for (int answer = 0; answer < answers.size(); answer++) {
            Texts.write(answers.get(answer), out);
            for (double[] expert : said) {
                out.writeDouble(expert[answer]);
            }
        }
    }

    static Weighing read(DataInput in) throws IOException {
        int size = in.readInt();
        int experts = in.readInt();
        double normaliser = in.readDouble();
        double unknown = in.readDouble();
        double[] weights = new double[experts];
        for (int expert = 0; expert < experts; expert++) {
            weights[expert] = in.readDouble();
        }
        List<String> answers = new ArrayList<>();
        double[][] said = new double[experts][size];
        for (int answer = 0; answer < size; answer++) {
            answers.add(Texts.read(in));
            for (int expert = 0; expert < experts; expert++) {
                said[expert][answer] = in.readDouble();
            }
        }
        return new Weighing(List.copyOf(answers), said, weights, normaliser, unknown);
    }
}
