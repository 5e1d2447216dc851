package org.firstfix.routing.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.firstfix.routing.format.Instance.SolveRequest;
import org.firstfix.routing.format.Solution.Route;
import org.firstfix.routing.search.Budget;
import org.junit.jupiter.api.Test;

class SolomonInstanceTest {
    private static final String SMALL = """
            small

            VEHICLE
            NUMBER     CAPACITY
              2         10

            CUSTOMER
            CUST NO.  XCOORD.   YCOORD.    DEMAND   READY TIME  DUE DATE   SERVICE TIME

                0      0         0          0          0       100          0
                1      3         4          5          0        50         10
                2      6         8          6         20        30         10
                3      1         1          4          0       100         10
            """;

    private final SolomonInstance small = SolomonInstance.parse(SMALL.lines().toList());

    private Instance.Verdict check(Objective objective, List<Integer> unassigned, Route... routes) {
        return small.check(new Solution("solomon", objective, Double.NaN, List.of(routes), unassigned));
    }

    @Test
    void distanceIsTruncatedToATenthOnEachLeg() {
        // 0-1 5.0, 1-2 5.0, 2-0 10.0; 0-3 and back 1.4142…, truncated to 1.4
        Instance.Verdict verdict = check(Objective.DISTANCE, List.of(), new Route(1, List.of(3)), new Route(2, List.of(1)), new Route(3, List.of(2)));
        assertThat(verdict.cost()).isEqualTo(2 * 1.4 + 10 + 20);
        assertThat(verdict.violations()).containsExactly("3 routes, but only 2 vehicles.");
        assertThat(check(Objective.VEHICLES, List.of(), new Route(1, List.of(3))).cost()).isEqualTo(2 * Math.sqrt(2));
    }

    @Test
    void theCheckFindsEveryKindOfMistake() {
        assertThat(check(Objective.DISTANCE, List.of(), new Route(1, List.of(1, 2)), new Route(2, List.of(3))).violations())
                .containsExactly("route 1: load 11 of at most 10.");
        assertThat(check(Objective.DISTANCE, List.of(), new Route(1, List.of(3, 2)), new Route(2, List.of(1))).violations()).isEmpty();
        assertThat(check(Objective.DISTANCE, List.of(), new Route(1, List.of(1, 3, 2)), new Route(2, List.of(2))).violations())
                .anyMatch(text -> text.startsWith("route 1: customer 2 is reached at 37.2")).contains("customer 2 is visited 2 times.");
        assertThat(check(Objective.DISTANCE, List.of(3), new Route(1, List.of(1)), new Route(2, List.of(2))).violations())
                .containsExactly("customer 3 is visited 0 times, listed as unassigned.");
        assertThat(check(Objective.DISTANCE, List.of(), new Route(1, List.of(1, 7))).violations()).contains("route 1: there is no customer 7.");
    }

    @Test
    void aWrongFileIsRefusedWithTheLine() {
        assertThatThrownBy(() -> SolomonInstance.parse(SMALL.replace("1      3         4 ", "5      3         4 ").lines().toList()))
                .isInstanceOf(FormatException.class).hasMessageContaining("line 11: customer 5 where 1 was expected");
        assertThatThrownBy(() -> SolomonInstance.parse(List.of("nothing"))).hasMessageContaining("number of vehicles");
    }

    @Test
    void theSameSeedAndIterationsGiveTheSameRoutes() {
        Instance instance = Format.SOLOMON.read(SharedInstances.file("solomon/RC201.txt"));
        for (Objective objective : instance.objectives()) {
            SolveRequest request = new SolveRequest(objective, Budget.iterations(3000), 2, 7);
            Solution first = instance.solve(request).solution();
            assertThat(instance.solve(request).solution()).isEqualTo(first);
            assertThat(instance.check(first).violations()).isEmpty();
            assertThat(instance.check(first).cost()).isEqualTo(first.cost());
        }
    }

    @Test
    void knownOptimaAreFound() {
        Instance instance = Format.SOLOMON.read(SharedInstances.file("solomon/C101.txt"));
        assertThat(instance.solve(new SolveRequest(Objective.DISTANCE, Budget.iterations(20_000), 1, 1)).solution().cost()).isEqualTo(827.3);
        Solution fewest = instance.solve(new SolveRequest(Objective.VEHICLES, Budget.iterations(20_000), 1, 1)).solution();
        assertThat(fewest.vehicles()).isEqualTo(10);
        assertThat(fewest.cost()).isBetween(828.93, 828.95);
    }

    @Test
    void fewestVehiclesAreFound() {
        Instance instance = Format.SOLOMON.read(SharedInstances.file("solomon/RC205.txt"));
        Solution fewest = instance.solve(new SolveRequest(Objective.VEHICLES, Budget.iterations(60_000), 1, 1)).solution();
        assertThat(fewest.vehicles()).isEqualTo(4);
        assertThat(instance.check(fewest).violations()).isEmpty();
    }
}
