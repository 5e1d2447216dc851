package org.firstfix.demo.life;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firstfix.demo.scenery.Dice;

/** The faults of a span of time: which machine, which day, which hour. */
final class History {
    /** One case in so many is put under critical watch. */
    private static final int WATCHED = 110;

    private final World world;
    private final List<Machine> machines;
    private final Dice dice;

    History(World world, List<Machine> machines, Dice dice) {
        this.world = world;
        this.machines = machines;
        this.dice = dice;
    }

    void plan(int cases, Instant from, Instant until) {
        Map<Machine, Double> weights = new LinkedHashMap<>();
        machines.forEach(machine -> weights.put(machine, machine.trouble()));
        LocalDate first = from.atZone(House.ZONE).toLocalDate();
        long days = Math.max(1, Duration.between(from, until).toDays());
        for (int i = 0; i < cases; i++) {
            Machine machine = dice.weighted(weights);
            // Slightly more every month: the installed base grew and grows older.
            LocalDate day = first.plusDays((long) (days * Math.pow(dice.between(0.0, 1.0), 0.85)));
            boolean round = machine.important() && dice.chance(0.4);
            while (!Roster.worksOn(day) && !round) {
                day = day.plusDays(1);
            }
            LocalTime time = round ? LocalTime.of(dice.between(0, 23), dice.between(0, 59), dice.between(0, 59)) : hour();
            Plot plot = i % WATCHED == WATCHED / 2 ? Plot.CHANCE.underWatch() : Plot.CHANCE;
            Instant at = day.atTime(time).atZone(House.ZONE).toInstant();
            if (at.isBefore(until)) {
                new CaseStory(world, machine, plot, dice.of("case " + i)).begin(at);
            }
        }
    }

    private LocalTime hour() {
        Map<Integer, Double> hours = new LinkedHashMap<>();
        double[] weights = {8, 16, 15, 11, 5, 8, 13, 12, 8, 3};
        for (int i = 0; i < weights.length; i++) {
            hours.put(8 + i, weights[i]);
        }
        return LocalTime.of(dice.weighted(hours), dice.between(0, 59), dice.between(0, 59));
    }
}
