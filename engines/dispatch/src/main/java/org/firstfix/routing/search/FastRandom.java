package org.firstfix.routing.search;

/**
 * The generator of the inner loops: the same seed gives the same numbers on every machine and release of Java, and a draw costs a nanosecond.
 * Algorithm: xoroshiro128++ (Blackman and Vigna, 2021), its state filled from the seed by splitmix64.
 */
public final class FastRandom {
    private static final double UNIT = 0x1.0p-53;

    private long low;
    private long high;

    public FastRandom(long seed) {
        long mixed = seed;
        mixed += 0x9e3779b97f4a7c15L;
        low = mix(mixed);
        mixed += 0x9e3779b97f4a7c15L;
        high = mix(mixed);
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }

    public long nextLong() {
        long s0 = low;
        long s1 = high;
        long result = Long.rotateLeft(s0 + s1, 17) + s0;
        s1 ^= s0;
        low = Long.rotateLeft(s0, 49) ^ s1 ^ (s1 << 21);
        high = Long.rotateLeft(s1, 28);
        return result;
    }

    /** @return at least 0, less than {@code bound}, which is positive */
    public int nextInt(int bound) {
        return (int) (((nextLong() >>> 32) * bound) >>> 32);
    }

    /** @return at least 0, less than 1 */
    public double nextDouble() {
        return (nextLong() >>> 11) * UNIT;
    }
}
