package org.firstfix.faultfinding;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How often each answer was found, on this machine, its model, its family, anywhere. A group that was seen seldom leans on the next coarser one: its
 * counts are joined by {@link #STRENGTH} pseudo-counts that are spread as the coarser group has it (hierarchical Dirichlet smoothing, MacKay and
 * Peto 1995).
 */
final class CountedPrior implements Expert {
    private static final double STRENGTH = 4;
    /** All tickets together lean on "every answer alike", but hardly. */
    private static final double FIRST_STRENGTH = 1;
    private static final String EVERYWHERE = "";

    private final Map<String, double[]> groups = new HashMap<>();
    private final Fading fading;

    CountedPrior(Fading fading) {
        this.fading = fading;
    }

    @Override
    public double[] logProbabilities(Asked asked, int answers) {
        double[] probabilities = overall(asked.time(), answers);
        List<String> machine = asked.machine();
        for (int level = machine.size() - 1; level >= 0; level--) {
            mix(probabilities, groups.get(level + ":" + machine.get(level)), STRENGTH, asked.time());
        }
        for (int i = 0; i < answers; i++) {
            probabilities[i] = Math.log(probabilities[i]);
        }
        return probabilities;
    }

    /** Shares of the answers among all tickets, whatever the machine. */
    double[] overall(double time, int answers) {
        double[] probabilities = new double[answers];
        Arrays.fill(probabilities, 1.0 / answers);
        mix(probabilities, groups.get(EVERYWHERE), FIRST_STRENGTH, time);
        return probabilities;
    }

    /** How often an answer was found in a group, and how many tickets the group had, both faded; none when it had none. */
    double @Nullable [] found(int level, String group, int answer, double time) {
        double[] counts = groups.get(level + ":" + group);
        if (counts == null) {
            return null;
        }
        double fade = fading.since(time);
        return new double[] {answer < counts.length ? counts[answer] * fade : 0, Arrays.stream(counts).sum() * fade};
    }

    private void mix(double[] probabilities, double @Nullable [] counts, double strength, double time) {
        if (counts == null) {
            return;
        }
        double fade = fading.since(time);
        double sum = strength;
        for (double count : counts) {
            sum += count * fade;
        }
        for (int i = 0; i < probabilities.length; i++) {
            probabilities[i] = ((i < counts.length ? counts[i] * fade : 0) + strength * probabilities[i]) / sum;
        }
    }

    @Override
    public void learn(Asked asked, int answer, double weight) {
        double grown = weight * fading.grown(asked.time());
        add(EVERYWHERE, answer, grown);
        for (int level = 0; level < asked.machine().size(); level++) {
            if (!asked.machine().get(level).isBlank()) {
                add(level + ":" + asked.machine().get(level), answer, grown);
            }
        }
    }

    private void add(String group, int answer, double weight) {
        double[] counts = groups.computeIfAbsent(group, none -> new double[answer + 1]);
        if (answer >= counts.length) {
            counts = Arrays.copyOf(counts, answer + 1);
            groups.put(group, counts);
        }
        counts[answer] += weight;
    }
}
