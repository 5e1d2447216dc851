package org.firstfix.faultfinding;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How probable it is that the answer is one nobody has seen. Overall it is the share of answers seen once (Good 1953); held-out tickets tell how
 * much more or less it is when the nearest past report is near or far.
 */
final class Unseen {
    private static final int BANDS = 5;
    private static final double LEANING = 5;

    private final double[] asked = new double[BANDS];
    private final double[] unseen = new double[BANDS];

    void count(double likeness, boolean wasUnseen) {
        asked[band(likeness)]++;
        unseen[band(likeness)] += wasUnseen ? 1 : 0;
    }

    /**
     * @param once answers seen once
     * @param tickets all tickets
     */
    double probability(double likeness, double once, double tickets) {
        double overall = (once + .5) / (tickets + 1);
        double allAsked = 0;
        double allUnseen = 0;
        for (int i = 0; i < BANDS; i++) {
            allAsked += asked[i];
            allUnseen += unseen[i];
        }
        double usual = (allUnseen + .5) / (allAsked + 1);
        int band = band(likeness);
        double ratio = allAsked == 0 ? 1 : (unseen[band] + LEANING * usual) / (asked[band] + LEANING) / usual;
        return Math.min(.95, overall * ratio);
    }

    private static int band(double likeness) {
        return Math.clamp((int) (likeness * BANDS), 0, BANDS - 1);
    }

    void write(DataOutput out) throws IOException {
        for (int i = 0; i < BANDS; i++) {
            out.writeDouble(asked[i]);
            out.writeDouble(unseen[i]);
        }
    }

    static Unseen read(DataInput in) throws IOException {
        Unseen read = new Unseen();
        for (int i = 0; i < BANDS; i++) {
            read.asked[i] = in.readDouble();
            read.unseen[i] = in.readDouble();
        }
        return read;
    }
}
