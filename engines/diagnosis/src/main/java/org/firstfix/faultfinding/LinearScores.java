package org.firstfix.faultfinding;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/**
 * A weight for each trait and column, learnt in small steps whose size adapts to each weight (AdaGrad, Duchi et al. 2011) and that draw weights
 * towards zero. The drawing is done when a trait shows, stronger for rare traits, so that over all tickets every weight is drawn alike.
 */
final class LinearScores {
    private static final float[] NONE = {};
    private static final double SMALLEST = 1e-6;

    private float[][] weights;
    private float[][] squares;
    private float[] bias;
    private float[] biasSquares;
    private int columns;
    private final double softness;

    /** @param softness how little weights are drawn towards zero: the usual C of logistic regression */
    LinearScores(int columns, double softness) {
        this.columns = columns;
        this.softness = softness;
        weights = new float[0][];
        squares = new float[0][];
        bias = new float[columns];
        biasSquares = new float[columns];
    }

    int columns() {
        return columns;
    }

    void addColumn() {
        columns++;
        bias = Arrays.copyOf(bias, columns);
        biasSquares = Arrays.copyOf(biasSquares, columns);
        for (int trait = 0; trait < weights.length; trait++) {
            if (weights[trait].length > 0) {
                weights[trait] = Arrays.copyOf(weights[trait], columns);
                squares[trait] = Arrays.copyOf(squares[trait], columns);
            }
        }
    }

    /** Makes room for the traits below this number; only those for which there is room can be learnt. */
    void makeRoom(int trait) {
        if (trait >= weights.length) {
            int before = weights.length;
            int length = Math.max(trait + 1, before + before / 8);
            weights = Arrays.copyOf(weights, length);
            squares = Arrays.copyOf(squares, length);
            Arrays.fill(weights, before, length, NONE);
            Arrays.fill(squares, before, length, NONE);
        }
        if (weights[trait].length == 0) {
            weights[trait] = new float[columns];
            squares[trait] = new float[columns];
        }
    }

    /** The weight of a trait in a column, 0 if it has none. */
    double weight(int trait, int column) {
        return trait < weights.length && weights[trait].length > 0 ? weights[trait][column] : 0;
    }

    double[] scores(TraitVector shown) {
        float[] sums = bias.clone();
        for (int i = 0; i < shown.size(); i++) {
            int trait = shown.ids()[i];
            if (trait < weights.length && weights[trait].length > 0) {
                addScaled(sums, weights[trait], shown.values()[i]);
            }
        }
        double[] scores = new double[columns];
        for (int column = 0; column < columns; column++) {
            scores[column] = sums[column];
        }
        return scores;
    }

    private static void addScaled(float[] sums, float[] row, float value) {
        for (int column = 0; column < sums.length; column++) {
            sums[column] += value * row[column];
        }
    }

    /**
     * One step down the slope of a loss.
     *
     * @param slope of the loss by each column's score
     * @param ticketsWith in how many tickets each trait shows
     */
    void step(TraitVector shown, float[] slope, TraitIndex ticketsWith, double rate) {
        move(bias, biasSquares, slope, 1, 0, (float) rate);
        for (int i = 0; i < shown.size(); i++) {
            int trait = shown.ids()[i];
            if (trait < weights.length && weights[trait].length > 0) {
                float shrink = (float) (1 / (softness * Math.max(1, ticketsWith.ticketsWith(trait))));
                move(weights[trait], squares[trait], slope, shown.values()[i], shrink, (float) rate);
            }
        }
    }

    private static void move(float[] weights, float[] squares, float[] slope, float value, float shrink, float rate) {
        for (int column = 0; column < weights.length; column++) {
            float down = value * slope[column] + shrink * weights[column];
            float square = squares[column] + down * down;
            squares[column] = square;
            weights[column] -= rate * down / (float) Math.sqrt(square + SMALLEST);
        }
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(columns);
        out.writeDouble(softness);
        writeRow(bias, out);
        writeRow(biasSquares, out);
        out.writeInt(weights.length);
        for (int trait = 0; trait < weights.length; trait++) {
            out.writeBoolean(weights[trait].length > 0);
            if (weights[trait].length > 0) {
                writeRow(weights[trait], out);
                writeRow(squares[trait], out);
            }
        }
    }

    static LinearScores read(DataInput in) throws IOException {
        int columns = in.readInt();
        LinearScores scores = new LinearScores(columns, in.readDouble());
        scores.bias = readRow(columns, in);
        scores.biasSquares = readRow(columns, in);
        int traits = in.readInt();
        scores.weights = new float[traits][];
        scores.squares = new float[traits][];
        for (int trait = 0; trait < traits; trait++) {
            boolean learnt = in.readBoolean();
            scores.weights[trait] = learnt ? readRow(columns, in) : NONE;
            scores.squares[trait] = learnt ? readRow(columns, in) : NONE;
        }
        return scores;
    }

    private static void writeRow(float[] row, DataOutput out) throws IOException {
        for (float value : row) {
            out.writeFloat(value);
        }
    }

    private static float[] readRow(int columns, DataInput in) throws IOException {
        float[] row = new float[columns];
        for (int column = 0; column < columns; column++) {
            row[column] = in.readFloat();
        }
        return row;
    }
}
