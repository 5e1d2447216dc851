package org.firstfix.routing.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.firstfix.routing.format.Instance.SolveRequest;
import org.firstfix.routing.search.Budget;
import org.firstfix.routing.technician.DayReplay;
import org.junit.jupiter.api.Test;

class TrspInstanceTest {
    private static final String STATIC = "trsp-pillac/static/";

    private static TrspInstance read(String name) {
        return (TrspInstance) Format.TRSP.read(SharedInstances.file(STATIC + name + ".txt"));
    }

    /** Published routes: the depot of technician t is node 150 + t, home 125 + t. */
    private static Solution published(String routes) {
        List<Solution.Route> read = new ArrayList<>();
        for (String route : routes.replaceAll("[<>\"]", "").split("\\|")) {
            if (route.isBlank()) {
                continue;
            }
            String[] nodes = route.split(",");
            List<Integer> visits = new ArrayList<>();
            for (int i = 1; i < nodes.length - 1; i++) {
                int node = Integer.parseInt(nodes[i]);
                visits.add(node > 150 ? 0 : node);
            }
            read.add(new Solution.Route(Integer.parseInt(nodes[0]), visits));
        }
        return new Solution("trsp", Objective.DURATION, Double.NaN, read, List.of());
    }

    @Test
    void thePublishedSolutionsCostWhatTheyWerePublishedWith() throws IOException {
        Path list = SharedInstances.file("trsp-pillac/BKS-static.csv");
        for (String line : Files.readAllLines(list).stream().skip(1).toList()) {
            String[] columns = line.split(",", 5);
            Instance.Verdict verdict = read(columns[0]).check(published(columns[4]));
            assertThat(verdict.violations()).as(columns[0]).isEmpty();
            assertThat(verdict.cost()).as(columns[0]).isCloseTo(Double.parseDouble(columns[1]), within(1e-3));
        }
    }

    @Test
    void solutionsAreValidAndRepeatable() {
        // A few thousand iterations need not find room for everybody.
        for (String name : List.of("R101.100_25-5-5-5", "C103.100_25-5-5-5")) {
            TrspInstance instance = read(name);
            SolveRequest request = new SolveRequest(Objective.DURATION, Budget.iterations(4000), 1, 3);
            Solution solution = instance.solve(request).solution();
            assertThat(instance.check(solution).violations()).isEmpty();
            assertThat(instance.solve(request).solution()).isEqualTo(solution);
        }
    }

    @Test
    void aDayWithArrivalsIsPlayedToItsEnd() {
        TrspInstance instance = read("RC103.100_25-5-5-5");
        ReleaseDates dates = ReleaseDates.read(SharedInstances.file("trsp-pillac/release-dates/RC103.100_25-5-5-5_rd_50.txt"));
        ReleaseDates.Played played = dates.play(instance, Budget.iterations(2000), Budget.iterations(200), DayReplay.Departure.NOW, 1);
        Instance.Verdict verdict = instance.check(played.solution());
        assertThat(verdict.violations()).isEmpty();
        // The routes alone could be driven in less: nobody knew them in the morning.
        assertThat(played.solution().cost()).isGreaterThanOrEqualTo(verdict.cost() - 1e-6);
        assertThat(dates.play(instance, Budget.iterations(2000), Budget.iterations(200), DayReplay.Departure.NOW, 1)).isEqualTo(played);
    }

    @Test
    void whoMaySetOffInThePastIsInTimeForCallsThatNobodyElseIs() {
        TrspInstance instance = read("R105.100_25-5-5-5");
        ReleaseDates dates = ReleaseDates.read(SharedInstances.file("trsp-pillac/release-dates/R105.100_25-5-5-5_rd_70.txt"));
        Solution now = dates.play(instance, Budget.iterations(2000), Budget.iterations(200), DayReplay.Departure.NOW, 1).solution();
        Solution whenIdle = dates.play(instance, Budget.iterations(2000), Budget.iterations(200), DayReplay.Departure.WHEN_IDLE, 1).solution();
        assertThat(now.unassigned()).isNotEmpty();
        assertThat(whenIdle.unassigned()).hasSizeLessThan(now.unassigned().size());
        assertThat(instance.check(whenIdle).violations()).isEmpty();
    }
}
