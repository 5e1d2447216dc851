package org.firstfix.diagnosis.domain;

import org.firstfix.platform.statistics.WilsonInterval;

/**
 * A share with what it may really be: its 95 % interval.
 *
 * @param share 0 to 1; says nothing when {@code of} is 0, and the interval says so: 0 to 1
 */
public record HonestShare(int hits, int of, double share, double low, double high) {
    public static HonestShare of(int hits, int of) {
        if (of == 0) {
            return new HonestShare(0, 0, 0, 0, 1);
        }
        double share = (double) hits / of;
        WilsonInterval interval = WilsonInterval.of(share, of);
        return new HonestShare(hits, of, share, interval.low(), interval.high());
    }
}
