package org.firstfix.routing.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Collectors;
import org.firstfix.routing.format.Instance.SolveRequest;
import org.firstfix.routing.search.Budget;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoadefInstanceTest {
    /** Loose: 3,600 iterations are a fraction of a second. How good the engine is, benchmarks say. */
    private static final double ENOUGH = 1.2;

    @ParameterizedTest
    @ValueSource(strings = {"data1", "data2", "data3", "data4", "data5", "data6", "data7", "data8", "data9", "data10"})
    void everyInstanceOfSetAIsSolvedValidly(String name) throws IOException {
        var path = SharedInstances.file("roadef-2007/A/" + name);
        var best = Files.readAllLines(SharedInstances.file("roadef-2007/BKS.csv")).stream().skip(1).map(line -> line.split(","))
                .collect(Collectors.toMap(line -> line[1], line -> Double.parseDouble(line[2])));
        Instance instance = Format.of(path).read(path);

        Solution found = instance.solve(new SolveRequest(Objective.COST, Budget.iterations(3600), 1, 1)).solution();

        assertThat(instance.check(found).violations()).isEmpty();
        assertThat(found.cost()).isEqualTo(instance.check(found).cost()).isLessThan(ENOUGH * best.get(name));
    }
}
