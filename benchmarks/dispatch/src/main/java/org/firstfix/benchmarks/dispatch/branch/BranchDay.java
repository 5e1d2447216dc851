package org.firstfix.benchmarks.dispatch.branch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.firstfix.routing.plan.Travel;

/**
 * All that happens on a day, known to the simulation only. Times are seconds since midnight, money is cents.
 *
 * @param travel at {@code [from][to]}; place 0 is the branch with its store of parts
 * @param staff engineer i lives at {@code staff.get(i).home()}
 */
public record BranchDay(int[][] travel, List<Staff> staff, List<Call> calls) {
    static final int HOUR = 3600;
    static final int BEGINS = 8 * HOUR;
    static final int ENDS = 17 * HOUR;
    static final int OVERTIME = HOUR;
    static final int PICK_UP = 10 * 60;
    /** Time to find out that a part is missing. */
    static final int IN_VAIN = 25 * 60;
    /** Price of a call that is still open in the evening, besides its lateness until then. */
    static final long OPEN_CENTS = 20_000;
    private static final List<String> SKILLS = List.of("laser", "hydraulics", "software");
    private static final int PARTS = 20;
    private static final double SIDE_DEGREES = 0.27;

    /** @param stock of the van in the morning, and again after each stop at the store */
    public record Staff(int home, Map<String, Integer> skills, Map<String, Integer> stock) {}

    /**
     * What may be wrong: the probability is known beforehand, which one it is only on the spot.
     *
     * @param seconds of work, on average
     */
    public record Cause(double probability, Map<String, Integer> parts, int seconds) {}

    /**
     * @param causes what the diagnosis expects; their probabilities leave some for what nobody foresees
     * @param truth the true one, which is none of {@code causes} where it was not foreseen
     * @param luck by which the work takes longer than on average
     */
    public record Call(int number, int place, int arrives, int due, long lateCentsPerMinute, Map<String, Integer> skills, List<Cause> causes, Cause truth, double luck) {
        int expectedSeconds() {
            double foreseen = causes.stream().mapToDouble(Cause::probability).sum();
            return (int) Math.round(causes.stream().mapToDouble(cause -> cause.probability() * cause.seconds()).sum() / foreseen);
        }
    }

    /** A day drawn from a seed. A third of the calls is known in the morning. */
    public static BranchDay draw(long seed, int engineers, int calls) {
        Random random = new Random(seed * 7_919 + 17);
        int places = 1 + engineers + calls;
        List<Travel.Point> points = new ArrayList<>();
        points.add(new Travel.Point(31.2 + SIDE_DEGREES / 2, 121.4 + SIDE_DEGREES / 2));
        IntStream.range(1, places).forEach(_ -> points.add(new Travel.Point(31.2 + random.nextDouble() * SIDE_DEGREES, 121.4 + random.nextDouble() * SIDE_DEGREES)));
        Travel road = Travel.greatCircle(points, 1.3, 40);
        int[][] travel = new int[places][places];
        for (int from = 0; from < places; from++) {
            for (int to = 0; to < places; to++) {
                travel[from][to] = road.seconds(from, to);
            }
        }
        List<List<Cause>> symptoms = IntStream.range(0, 18).mapToObj(_ -> causes(random)).toList();
        List<Staff> staff = IntStream.range(0, engineers).mapToObj(i -> staff(random, 1 + i)).toList();
        List<Call> work = IntStream.range(0, calls).mapToObj(i -> call(random, i, 1 + engineers + i, symptoms)).toList();
        return new BranchDay(travel, staff, work);
    }

    /** Four causes, one of them likely; the last takes no part. In one of eight calls it is something else. */
    private static List<Cause> causes(Random random) {
        double[] probability = {0.525, 0.175, 0.0875, 0.0875};
        return IntStream.range(0, 4).mapToObj(i -> cause(random, probability[i], i == 3 ? 0 : 1 + random.nextInt(2))).toList();
    }

    private static Cause cause(Random random, double probability, int kinds) {
        Map<String, Integer> parts = new HashMap<>();
        IntStream.range(0, kinds).forEach(_ -> parts.put("P" + random.nextInt(PARTS), 1));
        return new Cause(probability, Map.copyOf(parts), (30 + random.nextInt(50)) * 60);
    }

    /** One skill for certain, a second one half of the time; twelve of the twenty parts in the van. */
    private static Staff staff(Random random, int home) {
        Map<String, Integer> skills = new HashMap<>(Map.of(SKILLS.get(random.nextInt(3)), 2));
        if (random.nextBoolean()) {
            skills.putIfAbsent(SKILLS.get(random.nextInt(3)), 1);
        }
        Map<String, Integer> stock = new HashMap<>();
        while (stock.size() < 12) {
            stock.put("P" + random.nextInt(PARTS), 1 + random.nextInt(2));
        }
        return new Staff(home, Map.copyOf(skills), Map.copyOf(stock));
    }

    private static Call call(Random random, int number, int place, List<List<Cause>> symptoms) {
        int arrives = random.nextInt(3) == 0 ? 7 * HOUR : BEGINS + random.nextInt(7 * HOUR);
        int hours = List.of(2, 4, 4, 8).get(random.nextInt(4));
        long price = hours == 2 ? 300 : hours == 4 ? 150 : 50;
        List<Cause> causes = symptoms.get(random.nextInt(symptoms.size()));
        Cause unforeseen = cause(random, 0, 1);
        Map<String, Integer> skills = random.nextInt(10) < 7 ? Map.of(SKILLS.get(random.nextInt(3)), 1 + random.nextInt(2)) : Map.of();
        return new Call(number, place, arrives, Math.max(arrives, BEGINS) + hours * HOUR, price, skills, causes, truth(random, causes, unforeseen),
                Math.exp(0.35 * random.nextGaussian() - 0.06));
    }

    private static Cause truth(Random random, List<Cause> causes, Cause unforeseen) {
        double left = random.nextDouble();
        for (Cause cause : causes) {
            left -= cause.probability();
            if (left < 0) {
                return cause;
            }
        }
        return unforeseen;
    }
}
