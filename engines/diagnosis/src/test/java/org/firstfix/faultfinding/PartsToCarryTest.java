package org.firstfix.faultfinding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The chosen parts are the best ones, also where taking the best part first, or the two best by themselves, is wrong. */
class PartsToCarryTest {
    private static final long SEED = 20261128;

    private static PartSets.PartSet set(double probability, String... parts) {
        return new PartSets.PartSet(new TreeSet<>(List.of(parts)), probability);
    }

    @Test
    void twoPartsThatAreNeededTogetherBeatTheTwoMostNeeded() {
        PartSets sets = new PartSets(List.of(set(.40, "a", "b"), set(.35, "c"), set(.15, "a"), set(.10, "b")), 0);
        PartsToCarry best = PartsToCarry.best(sets, Carrying.atMost(2));
        assertThat(best.parts()).containsExactly("a", "b");
        assertThat(best.promise()).isCloseTo(.65, within(1e-12));
        assertThat(PartsToCarry.best(sets, Carrying.atMost(1)).parts()).containsExactly("c");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void equalsTryingEverythingOnAThousandRandomPosteriors(int most) {
        Random random = new Random(SEED + most);
        for (int i = 0; i < 1_000; i++) {
            PartSets sets = randomSets(random, i % 4);
            Carrying carrying = i % 2 == 0 ? Carrying.atMost(most) : randomCosts(random, most);
            PartsToCarry best = PartsToCarry.best(sets, carrying);
            assertThat(best.worth()).as("posterior %d of seed %d, %s", i, SEED + most, sets).isCloseTo(bruteForce(sets, carrying), within(1e-9));
            assertThat(best.promise()).isCloseTo(sets.promise(new HashSet<>(best.parts())), within(1e-9));
            assertThat(best.parts()).hasSizeLessThanOrEqualTo(most);
        }
    }

    /** Kinds: mixed, together only (supermodular), one instead of the other (substitutes), many sets of up to five. */
    private static PartSets randomSets(Random random, int kind) {
        int parts = 3 + random.nextInt(8);
        Map<String, PartSets.PartSet> sets = new TreeMap<>();
        double left = 1 - random.nextDouble() * .3;
        double unknown = 1 - left;
        int count = 4 + random.nextInt(20);
        for (int i = 0; i < count; i++) {
            int size = switch (kind) {
                case 1 -> 2 + random.nextInt(2);
                case 2 -> 1;
                case 3 -> random.nextInt(6);
                default -> random.nextInt(4);
            };
            TreeSet<String> chosen = new TreeSet<>();
            for (int j = 0; j < size; j++) {
                chosen.add("part " + random.nextInt(parts));
            }
            double probability = i == count - 1 ? left : left * random.nextDouble() * .4;
            left -= probability;
            sets.merge(chosen.toString(), new PartSets.PartSet(chosen, probability), (one, other) -> new PartSets.PartSet(chosen, one.probability() + other.probability()));
        }
        return new PartSets(List.copyOf(sets.values()), unknown);
    }

    private static Carrying randomCosts(Random random, int most) {
        Map<String, Double> unused = new TreeMap<>();
        Map<String, Double> scarcity = new TreeMap<>();
        for (int i = 0; i < 12; i++) {
            unused.put("part " + i, random.nextDouble() * 30);
            scarcity.put("part " + i, random.nextInt(5) == 0 ? Double.POSITIVE_INFINITY : random.nextDouble() * 5);
        }
        return new Carrying(most, 100, unused, scarcity, 50);
    }

    private static double bruteForce(PartSets sets, Carrying carrying) {
        TreeSet<String> parts = new TreeSet<>();
        sets.sets().forEach(set -> parts.addAll(set.parts()));
        List<Set<String>> choices = new ArrayList<>(List.of(Set.of()));
        for (int size = 0; size < carrying.most(); size++) {
            for (Set<String> choice : List.copyOf(choices)) {
                for (String part : parts) {
                    Set<String> more = new HashSet<>(choice);
                    more.add(part);
                    choices.add(more);
                }
            }
        }
        return choices.stream().mapToDouble(choice -> carrying.value() * sets.promise(choice)
                - choice.stream().mapToDouble(part -> carrying.cost(part, sets.need(part))).sum()).max().orElseThrow();
    }

    @Test
    void leavesAPartAtHomeThatIsNotWorthItsCost() {
        PartSets sets = new PartSets(List.of(set(.6, "board"), set(.1, "cable"), set(.3)), 0);
        Carrying costs = new Carrying(2, 100, Map.of("cable", 20.0), Map.of(), 50);
        assertThat(PartsToCarry.best(sets, costs).parts()).containsExactly("board");
        assertThat(PartsToCarry.best(sets, Carrying.atMost(2)).parts()).containsExactly("board", "cable");
    }

    @Test
    void carriesNothingThatIsOutOfStock() {
        PartSets sets = new PartSets(List.of(set(.9, "board"), set(.1, "cable")), 0);
        Carrying noBoard = new Carrying(2, 1, Map.of(), Map.of("board", Double.POSITIVE_INFINITY), 50);
        assertThat(PartsToCarry.best(sets, noBoard).parts()).containsExactly("cable");
    }

    @Test
    void carriesNothingWhenNothingIsKnown() {
        assertThat(PartsToCarry.best(new PartSets(List.of(), 1), Carrying.atMost(2))).isEqualTo(new PartsToCarry(List.of(), 0, 0));
    }

    @Test
    void ranksAlternatives() {
        PartSets sets = new PartSets(List.of(set(.5, "a"), set(.3, "b"), set(.2, "c")), 0);
        assertThat(PartsToCarry.ranked(sets, Carrying.atMost(2), 3)).extracting(PartsToCarry::parts)
                .containsExactly(List.of("a", "b"), List.of("a", "c"), List.of("a"));
    }

    @Test
    void refusesCostsThatAreNone() {
        assertThatThrownBy(() -> new Carrying(2, 100, Map.of("board", -1.0), Map.of(), 50)).hasMessageContaining("board").hasMessageContaining("-1.0");
        assertThatThrownBy(() -> Carrying.atMost(4)).hasMessageContaining("at most 4");
    }
}
