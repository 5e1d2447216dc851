package org.firstfix.benchmarks.dispatch.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What the libraries minimise is what is judged. */
class RoutePricesTest {
    private static final RoutingTask TASK = new RoutingTask(new int[][] {{0, 600, 1200}, {600, 0, 300}, {1200, 300, 0}},
            List.of(new RoutingTask.Vehicle(0, 0, 0, 0, 7200, 10)),
            List.of(new RoutingTask.Job(0, 1, 4, 900, List.of(new RoutingTask.Window(1000, 1500)), List.of(), 940, 100, 5_000),
                    new RoutingTask.Job(1, 2, 7, 900, List.of(new RoutingTask.Window(0, 2000)), List.of(), Integer.MAX_VALUE, 0, 7_000)),
            new boolean[][] {{true}, {true}}, false, true);

    private final RoutePrices prices = new RoutePrices(TASK);

    @Test
    void aRouteWaitsAndPaysForLateness() {
        prices.set(0, new int[] {0}, 1);

        assertThat(prices.travel()).isEqualTo(1200);
        assertThat(prices.money()).as("begins at 1000, due at 940: one minute").isEqualTo(100);
        assertThat(prices.hard()).isZero();
    }

    @Test
    void tooLateAndTooMuchLoadAreCounted() {
        prices.set(0, new int[] {0, 1}, 2);

        assertThat(prices.travel()).isEqualTo(600 + 300 + 1200);
        assertThat(prices.hard()).as("at 2200 instead of 2000, and 11 of 10").isEqualTo(201);
    }

    @Test
    void nobodyPaysForWhatIsLeftUndone() {
        prices.set(0, new int[] {0}, 1);
        prices.set(1, new int[] {1}, 1);

        assertThat(prices.money()).isEqualTo(100 + 7_000);

        prices.set(1, new int[0], 0);

        assertThat(prices.money()).as("a route priced anew replaces its old price").isEqualTo(100);
    }
}
