package org.firstfix.routing.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.firstfix.routing.format.Instance.SolveRequest;
import org.firstfix.routing.format.Solution.Route;
import org.firstfix.routing.search.Budget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OtherFormatsTest {
    private static final String PAIRS = """
            2 10 1
            0 0 0 0 0 1000 0 0 0
            1 10 0 5 0 500 10 0 2
            2 20 0 -5 0 500 10 1 0
            3 0 10 8 0 500 10 0 4
            4 0 20 -8 0 500 10 3 0
            """;
    private static final String CARE = """
            {"patients": [{"id": "p1", "time_window": [10, 20], "required_caregivers": [{"service": "s1", "duration": 5}, {"service": "s2", "duration": 5}],
                           "synchronization": {"type": "sequential", "distance": [3, 30]}},
                          {"id": "p2", "time_window": [0, 12], "required_caregivers": [{"service": "s1", "duration": 5}]}],
             "caregivers": [{"id": "c1", "abilities": ["s1"]}, {"id": "c2", "abilities": ["s2"]}], "central_offices": [{"id": "d"}],
             "distances": [[0, 6, 8], [6, 0, 10], [8, 10, 0]]}
            """;

    private static Solution solution(Instance instance, Route... routes) {
        return new Solution(instance.format(), instance.objectives().getFirst(), Double.NaN, List.of(routes), List.of());
    }

    @Test
    void aDeliveryComesAfterItsPickUpInTheSameRoute() {
        PdptwInstance pairs = PdptwInstance.parse(PAIRS.lines().toList());
        assertThat(pairs.check(solution(pairs, new Route(1, List.of(1, 2)), new Route(2, List.of(3, 4)))).violations()).isEmpty();
        assertThat(pairs.check(solution(pairs, new Route(1, List.of(2, 1)), new Route(2, List.of(3, 4)))).violations())
                .containsExactly("route 1: task 1 and its partner 2 are not in order in one route.");
        assertThat(pairs.check(solution(pairs, new Route(1, List.of(1, 3)), new Route(2, List.of(2, 4)))).violations())
                .contains("route 1: load 13 after task 3, at most 10.", "route 1: task 1 and its partner 2 are not in order in one route.");
        assertThatThrownBy(() -> PdptwInstance.parse(PAIRS.replace("-5", "-4").lines().toList())).hasMessageContaining("task 1 and its partner 2");
    }

    @Test
    void linkedVisitsWaitForEachOther() {
        HhcrspInstance care = HhcrspInstance.parse(CARE);
        // c1: p2 at 8, p1 at 23, three late; c2: second service at 26 at the earliest, six late.
        Instance.Verdict verdict = care.check(solution(care, new Route(1, List.of(2, 1)), new Route(2, List.of(1001))));
        assertThat(verdict.violations()).isEmpty();
        assertThat(verdict.cost()).isCloseTo((8 + 10 + 6 + 12 + 3 + 6 + 6) / 3.0, within(1e-9));
        assertThat(care.check(solution(care, new Route(1, List.of(2, 1, 1001)))).violations())
                .anyMatch(text -> text.contains("not able to do s2")).anyMatch(text -> text.contains("both services of patient 1"));
        assertThat(care.check(solution(care, new Route(1, List.of(2)))).violations()).contains("visit 1 is not made.", "visit 1001 is not made.");
    }

    @Test
    void theOrderThatCostsLeastIsFound() {
        HhcrspInstance care = HhcrspInstance.parse(CARE);
        Solution found = care.solve(new SolveRequest(Objective.COST, Budget.iterations(300), 1, 1)).solution();
        double other = care.check(solution(care, new Route(1, List.of(1, 2)), new Route(2, List.of(1001)))).cost();
        double one = care.check(solution(care, new Route(1, List.of(2, 1)), new Route(2, List.of(1001)))).cost();
        assertThat(found.cost()).isEqualTo(Math.min(one, other));
    }

    @ParameterizedTest
    @CsvSource({"pdptw-li-lim/lr101.txt, 3000", "hhcrsp-mankowska/InstanzCPLEX_HCSRP_25_2.json.gz, 500", "roadef-2007/A/data3, 2000"})
    void solutionsOfPublicInstancesAreValid(String file, int iterations) {
        var path = SharedInstances.file(file);
        Instance instance = Format.of(path).read(path);
        SolveRequest request = new SolveRequest(instance.objectives().getFirst(), Budget.iterations(iterations), 1, 5);
        Solution found = instance.solve(request).solution();
        assertThat(instance.check(found).violations()).isEmpty();
        assertThat(instance.check(found).cost()).isEqualTo(found.cost());
        assertThat(instance.solve(request).solution()).isEqualTo(found);
    }

    @Test
    void theRoadefCheckKnowsTeamsAndAbsences() {
        var path = SharedInstances.file("roadef-2007/A/data1");
        Instance instance = Format.of(path).read(path);
        assertThat(instance.check(solution(instance, new Route(1001, List.of(4, 2, 3), List.of(3, 4)), new Route(1002, List.of(5), List.of(1, 5)))).violations())
                .contains("intervention 1 is neither done nor given away.");
        assertThat(instance.check(solution(instance, new Route(1001, List.of(1), List.of(2)))).violations()).contains("technician 2 does not work on day 1.");
    }

    @Test
    void aDayWithAMistakeIsRefusedWithItsPlace() {
        String day = "{\"travel\": {\"seconds\": [[0, 60], [60, 0]]}, \"engineers\": [{\"id\": 1, \"from\": 0, \"shift\": [\"08:00\", \"17:00\"]}], \"visits\": [%s]}";
        assertThat(DayInstance.parse(day.formatted("{\"id\": 4, \"place\": 1, \"time\": 600}")).day().visits()).hasSize(1);
        assertThatThrownBy(() -> DayInstance.parse(day.formatted("{\"id\": 4, \"place\": 9, \"time\": 600}"))).hasMessageContaining("visit 4 is at place 9");
        assertThatThrownBy(() -> DayInstance.parse(day.formatted("{\"id\": 4, \"place\": 1, \"tiem\": 600}"))).hasMessageContaining("unknown member [tiem]");
        assertThatThrownBy(() -> DayInstance.parse(day.formatted("{\"id\": 4, \"place\": 1, \"time\": 600, \"windows\": [[\"12:00\", \"09:00\"]]}")))
                .hasMessageContaining("windows is [[12:00, 09:00]]");
        assertThatThrownBy(() -> DayInstance.parse("{\"travel\":\n{]")).hasMessageContaining("line 2");
    }

    private static final String DAY = """
            {"travel": {"seconds": [[0, 3600], [3600, 0]]}, "depot": {"place": 0, "open": ["07:00", "18:00"], "pick_up": 20},
             "engineers": [{"id": 1, "from": 0, "shift": ["08:00", "17:00"], "break": {"time": "00:30", "between": ["11:00", "12:00"]}, "rest_from": "20:00",
                            "reserve": {"time": "01:00", "between": ["13:00", "16:00"], "per_minute": 1}},
                           {"id": 2, "from": 0, "shift": ["08:00", "17:00"], "contractor": {"call_out": 40, "per_visit": 15, "per_hour": 50}}],
             "visits": [{"id": 4, "place": 1, "time": "02:30", "due": "08:00", "late_per_minute": 1, "later": [{"from": "08:30", "per_minute": 2}]},
                        {"id": 5, "place": 1, "time": "02:30", "chain": [1, [2, 3]], "probable": [{"chance": 0.5, "parts": {"P": 1}}], "second_visit": 10}],
             "links": [{"kind": "crew", "visits": [4, 5]}]}
            """;

    @Test
    void aCrewIsCheckedForItsBeginAndItsPeople() {
        DayInstance day = DayInstance.parse(DAY);
        Solution found = day.solve(new SolveRequest(Objective.COST, Budget.iterations(50), 1, 1)).solution();
        assertThat(found.routes()).hasSize(2).allSatisfy(route -> assertThat(route.begins()).hasSize(1).containsValue(9 * 3600));
        assertThat(day.check(found).violations()).isEmpty();
        assertThat(day.check(found).cost()).isEqualTo(found.cost());
        assertThat(day.check(solution(day, new Route(1, List.of(4, 5)))).violations()).contains("visits 4 and 5 are made by one engineer.",
                "visit 5 begins 9000 seconds after visit 4, from 0 to 0 are agreed.", "engineer 1 has no break.");
        assertThat(day.check(solution(day, new Route(1, List.of(4)))).violations()).contains("of the linked visits 4 and 5 only one is made.");
    }

    @Test
    void pricesOfADayAreRecomputed() {
        DayInstance day = DayInstance.parse(DAY.replaceFirst("\"links\".*]", "\"links\": []"));
        // The contractor makes one visit: 30 minutes at 1, 30 at 2, the call-out, the visit, 2.5 hours, two hours on the road, a site left to others.
        assertThat(day.check(solution(day, new Route(2, List.of(4)))).cost()).isCloseTo(30 + 60 + 40 + 15 + 125 + 80 + 3, within(1e-9));
        // The first stand-in without the part, and by the depot.
        double without = day.check(solution(day, new Route(2, List.of(5)))).cost();
        assertThat(without).isCloseTo(40 + 15 + 125 + 80 + 3 + 5 + 5, within(1e-9));
        assertThat(day.check(solution(day, new Route(2, List.of(0, 5)))).cost()).isCloseTo(without - 5 + 20, within(1e-9));
    }

    @Test
    void mistakesInLinksAndChancesAreNamed() {
        assertThatThrownBy(() -> DayInstance.parse(DAY.replace("crew", "croud"))).hasMessageContaining("kind is croud");
        assertThatThrownBy(() -> DayInstance.parse(DAY.replace("[4, 5]}]", "[4, 9]}]"))).hasMessageContaining("[4, 9]");
        assertThatThrownBy(() -> DayInstance.parse(DAY.replace("0.5", "1.5"))).hasMessageContaining("probability 1.5");
        assertThatThrownBy(() -> DayInstance.parse(DAY.replace("\"08:30\"", "\"07:30\""))).hasMessageContaining("visit 4");
    }
}
