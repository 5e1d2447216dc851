package org.firstfix.faultfinding;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * What is learnt from tickets that the experts have not seen: how softly weights are drawn, how much each expert counts, how probable the unseen
 * is, and whether the experts know anything at all.
 */
record HeldOut(double softness, Pool pool, Unseen unseen) {
    private static final double[] SOFTNESS = {6, 25, 100};
    private static final double USUAL_SOFTNESS = 25;
    private static final int FOLDS = 5;
    private static final int FOLDS_FOR_SOFTNESS = 2;
    private static final int MOST_FOR_SOFTNESS = 4_000;
    /** More tickets than this, and one part of them is held out once. */
    private static final int MANY = 6_000;
    private static final int HELD_OUT_OF_MANY = 2_000;
    private static final int LEARNT_OF_MANY = 30_000;
    private static final int MOST_NUMBERS = 6_000_000;
    /** Standard errors by which the pool has to beat the prior; below, it is luck. */
    private static final double BEYOND_LUCK = 2;

    private record Split(int[] learnt, int[] asked) {}

    static HeldOut learn(Examples examples, Panel.Frame frame, long seed) {
        int tickets = examples.size();
        if (tickets < Panel.FEWEST_FOR_WEIGHTS) {
            Panel panel = Panel.counting(examples.only(new int[0]), new int[0], frame);
            return new HeldOut(USUAL_SOFTNESS, Pool.start(panel.experts.keySet(), tickets), new Unseen());
        }
        double softness = softness(examples, frame, seed);
        Unseen unseen = new Unseen();
        List<double[][]> said = new ArrayList<>();
        List<Integer> answers = new ArrayList<>();
        Pool start = null;
        for (Split split : splits(tickets, seed)) {
            Panel panel = Panel.train(examples.only(split.learnt()), split.learnt(), frame, softness, seed);
            start = Pool.start(panel.experts.keySet(), tickets);
            boolean[] known = new boolean[frame.answers()];
            Arrays.stream(split.learnt()).forEach(row -> known[examples.answers()[row]] = true);
            for (int row : split.asked()) {
                Asked asked = examples.asked().get(row);
                List<Neighbours.Near> nearest = panel.neighbours().nearest(asked, Neighbours.VOTERS);
                int answer = examples.answers()[row];
                unseen.count(Neighbours.likeness(nearest), !known[answer]);
                if (known[answer] && (said.size() + 1L) * panel.experts.size() * frame.answers() <= MOST_NUMBERS) {
                    said.add(panel.say(asked, frame.answers(), nearest));
                    answers.add(answer);
                }
            }
        }
        Pool pool = Pool.learn(said.toArray(double[][][]::new), answers.stream().mapToInt(answer -> answer).toArray(), start);
        return new HeldOut(softness, knowsMoreThanPrior(pool, said, answers) ? pool : pool.priorOnly(), unseen);
    }

    private static boolean knowsMoreThanPrior(Pool pool, List<double[][]> said, List<Integer> answers) {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < said.size(); i++) {
            double gain = pool.logProbabilities(said.get(i))[answers.get(i)] - said.get(i)[0][answers.get(i)];
            sum += gain;
            squares += gain * gain;
        }
        double mean = sum / said.size();
        double error = Math.sqrt(Math.max(0, squares / said.size() - mean * mean) / said.size());
        return mean > BEYOND_LUCK * error;
    }

    private static List<Split> splits(int tickets, long seed) {
        int[] order = Examples.shuffled(tickets, new Random(seed));
        if (tickets > MANY) {
            int most = Math.min(tickets, HELD_OUT_OF_MANY + LEARNT_OF_MANY);
            return List.of(new Split(sorted(Arrays.copyOfRange(order, HELD_OUT_OF_MANY, most)), sorted(Arrays.copyOf(order, HELD_OUT_OF_MANY))));
        }
        return folds(order, FOLDS);
    }

    private static List<Split> folds(int[] order, int count) {
        List<Split> folds = new ArrayList<>();
        for (int fold = 0; fold < count; fold++) {
            int mine = fold;
            int[] asked = IntStream.range(0, order.length).filter(i -> i % FOLDS == mine).map(i -> order[i]).toArray();
            int[] learnt = IntStream.range(0, order.length).filter(i -> i % FOLDS != mine).map(i -> order[i]).toArray();
            folds.add(new Split(sorted(learnt), sorted(asked)));
        }
        return folds;
    }

    /** Tickets are learnt in their own order. */
    private static int[] sorted(int[] rows) {
        Arrays.sort(rows);
        return rows;
    }

    private static double softness(Examples examples, Panel.Frame frame, long seed) {
        int[] order = Examples.shuffled(examples.size(), new Random(seed + 7));
        double best = USUAL_SOFTNESS;
        double bestLoss = Double.POSITIVE_INFINITY;
        for (double softness : SOFTNESS) {
            double loss = 0;
            for (Split split : folds(Arrays.copyOf(order, Math.min(order.length, MOST_FOR_SOFTNESS)), FOLDS_FOR_SOFTNESS)) {
                Examples learnt = examples.only(split.learnt());
                CountedPrior prior = new CountedPrior(frame.fading());
                for (int row = 0; row < learnt.size(); row++) {
                    prior.learn(learnt.asked().get(row), learnt.answers()[row], learnt.weights()[row]);
                }
                Logistic logistic = Logistic.train(learnt, frame.answers(), frame.index(), prior, softness, new Random(seed));
                for (int row : split.asked()) {
                    loss -= Math.max(-12, logistic.logProbabilities(examples.asked().get(row), frame.answers())[examples.answers()[row]]);
                }
            }
            if (loss < bestLoss) {
                bestLoss = loss;
                best = softness;
            }
        }
        return best;
    }

    void write(DataOutput out) throws IOException {
        out.writeDouble(softness);
        out.writeInt(pool.weights().length);
        for (double weight : pool.weights()) {
            out.writeDouble(weight);
        }
        unseen.write(out);
    }

    static HeldOut read(DataInput in) throws IOException {
        double softness = in.readDouble();
        double[] weights = new double[in.readInt()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = in.readDouble();
        }
        return new HeldOut(softness, new Pool(weights), Unseen.read(in));
    }
}
