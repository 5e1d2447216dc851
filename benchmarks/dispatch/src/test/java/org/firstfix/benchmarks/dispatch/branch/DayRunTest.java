package org.firstfix.benchmarks.dispatch.branch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds on every day, whoever dispatches it. */
class DayRunTest {
    private static final int DAYS = 5;

    private interface Way {
        Dispatcher of(long seed);
    }

    private static Stream<Way> ways() {
        return Stream.of(_ -> FreeHands.nearestFree(), _ -> FreeHands.firstCome(), seed -> new Planning(false, 5, seed), seed -> new Planning(true, 5, seed));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void everyCallEndsRepairedOrOpen(Way way) {
        for (int seed = 0; seed < DAYS; seed++) {
            DayRun.Result result = DayRun.play(BranchDay.draw(seed, 6, 25), way.of(seed));

            assertThat(result.completed() + result.open()).as("seed %d", seed).isEqualTo(25);
            assertThat(result.completedFirst()).as("seed %d", seed).isBetween(0, result.completed());
            assertThat(result.visits()).as("seed %d: one visit for each repair, and those in vain", seed).isGreaterThanOrEqualTo(result.completed());
            assertThat(result.visits()).as("seed %d: at most two visits a call", seed).isLessThanOrEqualTo(2 * 25);
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void timeNeverGoesBack(Way way) {
        for (int seed = 0; seed < DAYS; seed++) {
            assertThat(DayRun.play(BranchDay.draw(seed, 6, 25), way.of(seed)).clock()).as("seed %d", seed).isSorted().doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void theSameSeedIsTheSameDay(Way way) {
        for (int seed = 0; seed < DAYS; seed++) {
            DayRun.Result once = DayRun.play(BranchDay.draw(seed, 6, 25), way.of(seed));

            assertThat(DayRun.play(BranchDay.draw(seed, 6, 25), way.of(seed))).as("seed %d", seed).isEqualTo(once);
        }
    }

    @Test
    void otherSeedsAreOtherDays() {
        assertThat(BranchDay.draw(1, 6, 25).calls()).isNotEqualTo(BranchDay.draw(2, 6, 25).calls());
    }

    @Test
    void whoIsNotSentDoesNotTravel() {
        DayRun.Result result = DayRun.play(BranchDay.draw(1, 6, 25), _ -> List.of());

        assertThat(result.open()).isEqualTo(25);
        assertThat(result.travelHours()).isZero();
        assertThat(result.overtimeHours()).isZero();
        assertThat(result.moneyCents()).isGreaterThanOrEqualTo(25 * BranchDay.OPEN_CENTS);
    }

    @Test
    void aMissingPartTakesASecondVisitWithIt() {
        DayRun.Result result = DayRun.play(oneCall(Map.of("P1", 1), Map.of()), FreeHands.nearestFree());

        assertThat(result.visits()).isEqualTo(2);
        assertThat(result.byStore()).isEqualTo(1);
        assertThat(result.completed()).isEqualTo(1);
        assertThat(result.completedFirst()).isZero();
    }

    @Test
    void aPartInTheVanTakesOneVisit() {
        DayRun.Result result = DayRun.play(oneCall(Map.of("P1", 1), Map.of("P1", 1)), FreeHands.nearestFree());

        assertThat(result.visits()).isEqualTo(1);
        assertThat(result.completedFirst()).isEqualTo(1);
    }

    @Test
    void planningWithPartsFetchesTheLikelyPartFirst() {
        DayRun.Result with = DayRun.play(oneCall(Map.of("P1", 1), Map.of()), new Planning(true, 50, 1));
        DayRun.Result without = DayRun.play(oneCall(Map.of("P1", 1), Map.of()), new Planning(false, 50, 1));

        assertThat(with.completedFirst()).isEqualTo(1);
        assertThat(without.completedFirst()).isZero();
    }

    /** The store, the engineer and the customer are ten minutes apart each. */
    private static BranchDay oneCall(Map<String, Integer> takes, Map<String, Integer> van) {
        int[][] travel = {{0, 600, 600}, {600, 0, 600}, {600, 600, 0}};
        BranchDay.Cause cause = new BranchDay.Cause(0.9, takes, 3600);
        BranchDay.Call call = new BranchDay.Call(0, 2, 9 * BranchDay.HOUR, 13 * BranchDay.HOUR, 100, Map.of(), List.of(cause), cause, 1);
        return new BranchDay(travel, List.of(new BranchDay.Staff(1, Map.of(), van)), List.of(call));
    }
}
