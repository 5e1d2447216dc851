package org.firstfix.demo.scenery;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Chances that repeat: the same seed throws the same numbers. */
public final class Dice {
    private final long seed;
    private final Random random;

    public Dice(long seed) {
        this.seed = seed;
        // Neighbouring seeds would begin alike.
        this.random = new Random(seed * 0x9E3779B97F4A7C15L ^ 0x5851F42D4C957F2DL);
    }

    /** Dice of their own for one thing, so that more throws here change nothing there. */
    public Dice of(String name) {
        return new Dice(seed * 31 + name.hashCode());
    }

    public boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** From {@code low} to {@code high}, both included. */
    public int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    public double between(double low, double high) {
        return low + random.nextDouble() * (high - low);
    }

    public Duration minutes(int low, int high) {
        return Duration.ofSeconds(60L * between(low, high) + between(0, 59));
    }

    public <T> T oneOf(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    @SafeVarargs
    public final <T> T oneOf(T... all) {
        return all[random.nextInt(all.length)];
    }

    /** The keys by their weights; the map must have a fixed order. */
    public <T> T weighted(Map<T, Double> weights) {
        double point = random.nextDouble() * weights.values().stream().mapToDouble(Double::doubleValue).sum();
        T last = null;
        for (Map.Entry<T, Double> entry : weights.entrySet()) {
            last = entry.getKey();
            point -= entry.getValue();
            if (point < 0) {
                break;
            }
        }
        return java.util.Objects.requireNonNull(last);
    }

    public String digits(int count) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }
}
