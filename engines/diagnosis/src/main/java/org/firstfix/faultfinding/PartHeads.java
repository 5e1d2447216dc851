package org.firstfix.faultfinding;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Random;

/**
 * Each part by itself: needed or not, a logistic regression a part. A set of parts is as probable as its parts are needed and the others not. This is
 * how a set that was seen once borrows from the parts that were seen often.
 */
final class PartHeads implements Expert {
    private static final double RATE = .3;

    private final TraitIndex index;
    private final LinearScores scores;
    private final PartSetIndex sets;

    private PartHeads(TraitIndex index, PartSetIndex sets, LinearScores scores) {
        this.index = index;
        this.sets = sets;
        this.scores = scores;
    }

    static PartHeads train(Examples examples, TraitIndex index, PartSetIndex sets, double softness, Random random) {
        PartHeads heads = new PartHeads(index, sets, new LinearScores(sets.parts(), softness));
        int fewest = examples.size() > 10_000 ? 2 : 1;
        for (int trait = 0; trait < index.size(); trait++) {
            if (index.ticketsWith(trait) >= fewest) {
                heads.scores.makeRoom(trait);
            }
        }
        int rounds = Logistic.rounds(examples.size());
        for (int round = 0; round < rounds; round++) {
            double rate = RATE / (1 + 3.0 * round / rounds);
            for (int row : Examples.shuffled(examples.size(), random)) {
                heads.step(examples.asked().get(row), examples.answers()[row], examples.weights()[row], rate);
            }
        }
        return heads;
    }

    private void step(Asked asked, int answer, double weight, double rate) {
        double[] byPart = scores.scores(asked.scaled());
        float[] slope = new float[byPart.length];
        for (int part = 0; part < slope.length; part++) {
            slope[part] = (float) (weight / (1 + Math.exp(-byPart[part])));
        }
        for (int part : sets.partsOf(answer)) {
            slope[part] -= (float) weight;
        }
        scores.step(asked.scaled(), slope, index, rate);
    }

    @Override
    public double[] logProbabilities(Asked asked, int answers) {
        double[] byPart = scores.scores(asked.scaled());
        double none = 0;
        for (double score : byPart) {
            none -= Math.log1p(Math.exp(score));
        }
        double[] logarithms = new double[answers];
        for (int answer = 0; answer < answers; answer++) {
            double odds = 0;
            for (int part : sets.partsOf(answer)) {
                odds += part < byPart.length ? byPart[part] : 0;
            }
            logarithms[answer] = none + odds;
        }
        return Logarithms.normalise(logarithms);
    }

    @Override
    public void learn(Asked asked, int answer, double weight) {
        while (scores.columns() < sets.parts()) {
            scores.addColumn();
        }
        for (int trait : asked.scaled().ids()) {
            scores.makeRoom(trait);
        }
        for (int i = 0; i < Logistic.STEPS_AT_ONCE; i++) {
            step(asked, answer, Math.min(1, weight), RATE);
        }
    }

    void write(DataOutput out) throws IOException {
        scores.write(out);
    }

    static PartHeads read(DataInput in, TraitIndex index, PartSetIndex sets) throws IOException {
        return new PartHeads(index, sets, LinearScores.read(in));
    }
}
