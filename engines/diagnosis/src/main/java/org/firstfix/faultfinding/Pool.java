package org.firstfix.faultfinding;

import java.util.Arrays;
import java.util.Set;

/**
 * Experts pooled log-linearly: the logarithm of the pooled probability is a weighted sum of theirs (Genest and Zidek 1986). The weights are those
 * that make held-out answers most probable, drawn towards a start that depends on how many tickets there are; none is negative. Their sum is free,
 * and so they hold the temperature as well (Guo et al. 2017).
 */
record Pool(double[] weights) {
    private static final int ROUNDS = 60;
    private static final int ATTEMPTS = 12;
    /** As strong as this many held-out tickets that say little. */
    private static final double PULL = 20;
    /** From about here on learnt weights deserve as much as counting. */
    private static final double TICKETS_FOR_WEIGHTS = 100;

    /** The weights without a held-out ticket. */
    static Pool start(Set<Speaker> speakers, int tickets) {
        double learnt = tickets / (tickets + TICKETS_FOR_WEIGHTS);
        return new Pool(speakers.stream().mapToDouble(speaker -> switch (speaker) {
            case PRIOR -> .3 * (1 - learnt);
            case WORDS, NEIGHBOURS -> .45 - .15 * learnt;
            case HISTORY -> .2;
            case LOGISTIC -> .5 * learnt;
            case PARTS -> .2 * learnt;
        }).toArray());
    }

    /** Nobody but the prior, which is the first. */
    Pool priorOnly() {
        double[] first = new double[weights.length];
        first[0] = 1;
        return new Pool(first);
    }

    boolean isPriorOnly() {
        return weights[0] == 1 && Arrays.stream(weights).sum() == 1;
    }

    double[] sums(double[][] experts) {
        double[] pooled = new double[experts[0].length];
        for (int expert = 0; expert < experts.length; expert++) {
            for (int answer = 0; answer < pooled.length; answer++) {
                pooled[answer] += weights[expert] * experts[expert][answer];
            }
        }
        return pooled;
    }

    double[] logProbabilities(double[][] experts) {
        return Logarithms.normalise(sums(experts));
    }

    /**
     * Newton's method with damping on a convex loss.
     *
     * @param said per ticket, per expert, per answer: logarithms of probabilities
     * @param answers the true one per ticket
     */
    static Pool learn(double[][][] said, int[] answers, Pool start) {
        Pool pool = start;
        double loss = pool.loss(said, answers, start);
        double damping = 1e-3;
        for (int round = 0; round < ROUNDS; round++) {
            Slope slope = pool.slope(said, answers, start);
            boolean better = false;
            for (int attempt = 0; attempt < ATTEMPTS && !better; attempt++) {
                Pool tried = new Pool(slope.next(pool.weights, damping));
                double triedLoss = tried.loss(said, answers, start);
                better = triedLoss < loss - 1e-7;
                if (better) {
                    pool = tried;
                    loss = triedLoss;
                }
                damping = better ? Math.max(1e-6, damping / 4) : damping * 8;
            }
            if (!better) {
                break;
            }
        }
        return pool;
    }

    private double loss(double[][][] said, int[] answers, Pool start) {
        double loss = 0;
        for (int i = 0; i < answers.length; i++) {
            loss -= logProbabilities(said[i])[answers[i]];
        }
        for (int e = 0; e < weights.length; e++) {
            loss += PULL / 2 * (weights[e] - start.weights[e]) * (weights[e] - start.weights[e]);
        }
        return loss;
    }

    private Slope slope(double[][][] said, int[] answers, Pool start) {
        int experts = weights.length;
        Slope slope = new Slope(new double[experts], new double[experts][experts]);
        for (int e = 0; e < experts; e++) {
            slope.gradient[e] = PULL * (weights[e] - start.weights[e]);
            slope.curvature[e][e] = PULL;
        }
        for (int i = 0; i < answers.length; i++) {
            slope.add(said[i], Logarithms.exponentials(logProbabilities(said[i])), answers[i]);
        }
        return slope;
    }

    /** First and second derivatives of the loss by the weights. */
    private record Slope(double[] gradient, double[][] curvature) {

        void add(double[][] said, double[] probabilities, int answer) {
            int experts = gradient.length;
            double[] mean = new double[experts];
            for (int e = 0; e < experts; e++) {
                for (int a = 0; a < probabilities.length; a++) {
                    mean[e] += probabilities[a] * said[e][a];
                }
                gradient[e] += mean[e] - said[e][answer];
            }
            for (int e = 0; e < experts; e++) {
                for (int f = 0; f <= e; f++) {
                    double product = 0;
                    for (int a = 0; a < probabilities.length; a++) {
                        product += probabilities[a] * (said[e][a] - mean[e]) * (said[f][a] - mean[f]);
                    }
                    curvature[e][f] += product;
                    curvature[f][e] = curvature[e][f];
                }
            }
        }

        /** The weights after a step; one that would fall below zero stops there, and the others are stepped anew without it. */
        double[] next(double[] weights, double damping) {
            int experts = weights.length;
            boolean[] stopped = new boolean[experts];
            double[] next = weights.clone();
            for (int pass = 0; pass <= experts; pass++) {
                double[] step = solve(equations(weights, stopped, damping));
                boolean all = true;
                for (int e = 0; e < experts; e++) {
                    boolean below = !stopped[e] && weights[e] + step[e] < 0;
                    stopped[e] |= below;
                    all &= !below;
                    next[e] = Math.max(0, weights[e] + step[e]);
                }
                if (all) {
                    break;
                }
            }
            return next;
        }

        private double[][] equations(double[] weights, boolean[] stopped, double damping) {
            int experts = weights.length;
            double[][] rows = new double[experts][experts + 1];
            for (int e = 0; e < experts; e++) {
                if (stopped[e]) {
                    rows[e][e] = 1;
                    rows[e][experts] = -weights[e];
                } else {
                    System.arraycopy(curvature[e], 0, rows[e], 0, experts);
                    rows[e][e] += damping * (1 + curvature[e][e]);
                    rows[e][experts] = -gradient[e];
                }
            }
            return rows;
        }

        /** Gauss, with the largest pivot. */
        private static double[] solve(double[][] rows) {
            int size = rows.length;
            for (int column = 0; column < size; column++) {
                int pivot = column;
                for (int row = column + 1; row < size; row++) {
                    pivot = Math.abs(rows[row][column]) > Math.abs(rows[pivot][column]) ? row : pivot;
                }
                double[] swapped = rows[column];
                rows[column] = rows[pivot];
                rows[pivot] = swapped;
                for (int row = column + 1; row < size; row++) {
                    double factor = rows[row][column] / rows[column][column];
                    for (int k = column; k <= size; k++) {
                        rows[row][k] -= factor * rows[column][k];
                    }
                }
            }
            double[] solution = new double[size];
            for (int row = size - 1; row >= 0; row--) {
                double rest = rows[row][size];
                for (int k = row + 1; k < size; k++) {
                    rest -= rows[row][k] * solution[k];
                }
                solution[row] = rest / rows[row][row];
            }
            return solution;
        }
    }
}
