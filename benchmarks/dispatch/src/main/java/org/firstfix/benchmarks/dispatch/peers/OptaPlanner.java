package org.firstfix.benchmarks.dispatch.peers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.optaplanner.core.api.domain.entity.PlanningEntity;
import org.optaplanner.core.api.domain.lookup.PlanningId;
import org.optaplanner.core.api.domain.solution.PlanningEntityCollectionProperty;
import org.optaplanner.core.api.domain.solution.PlanningScore;
import org.optaplanner.core.api.domain.solution.PlanningSolution;
import org.optaplanner.core.api.domain.valuerange.ValueRangeProvider;
import org.optaplanner.core.api.domain.variable.PlanningListVariable;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;
import org.optaplanner.core.api.score.calculator.IncrementalScoreCalculator;
import org.optaplanner.core.api.solver.Solver;
import org.optaplanner.core.api.solver.SolverFactory;
import org.optaplanner.core.config.constructionheuristic.ConstructionHeuristicPhaseConfig;
import org.optaplanner.core.config.heuristic.selector.common.nearby.NearbySelectionConfig;
import org.optaplanner.core.config.heuristic.selector.list.DestinationSelectorConfig;
import org.optaplanner.core.config.heuristic.selector.list.SubListSelectorConfig;
import org.optaplanner.core.config.heuristic.selector.move.composite.UnionMoveSelectorConfig;
import org.optaplanner.core.config.heuristic.selector.move.generic.list.ListChangeMoveSelectorConfig;
import org.optaplanner.core.config.heuristic.selector.move.generic.list.ListSwapMoveSelectorConfig;
import org.optaplanner.core.config.heuristic.selector.move.generic.list.SubListChangeMoveSelectorConfig;
import org.optaplanner.core.config.heuristic.selector.move.generic.list.SubListSwapMoveSelectorConfig;
import org.optaplanner.core.config.heuristic.selector.value.ValueSelectorConfig;
import org.optaplanner.core.config.localsearch.LocalSearchPhaseConfig;
import org.optaplanner.core.config.localsearch.decider.acceptor.LocalSearchAcceptorConfig;
import org.optaplanner.core.config.localsearch.decider.forager.LocalSearchForagerConfig;
import org.optaplanner.core.config.score.director.ScoreDirectorFactoryConfig;
import org.optaplanner.core.config.solver.EnvironmentMode;
import org.optaplanner.core.config.solver.SolverConfig;
import org.optaplanner.core.impl.heuristic.selector.common.nearby.NearbyDistanceMeter;

/**
 * OptaPlanner: list variable, construction heuristic, late acceptance of size 200 with one accepted move a step as in its own vehicle routing example, and
 * nearby selection of the 40 closest in parabolic distribution as its manual advises. The score is an {@code IncrementalScoreCalculator}, the fastest of its
 * ways to score.
 */
public final class OptaPlanner implements Peer {

    @Override
    public String name() {
        return "OptaPlanner 10.2.0 + nearby";
    }

    @Override
    public int[][] solve(RoutingTask task, CpuClock clock, long seed) {
        SolverConfig config = new SolverConfig().withSolutionClass(Fleet.class).withEntityClasses(Route.class)
                .withEnvironmentMode(EnvironmentMode.REPRODUCIBLE).withRandomSeed(seed).withTerminationSpentLimit(Duration.ofHours(10))
                .withScoreDirectorFactory(new ScoreDirectorFactoryConfig().withIncrementalScoreCalculatorClass(Score.class))
                .withPhases(new ConstructionHeuristicPhaseConfig(), localSearch());
        Solver<Fleet> solver = SolverFactory.<Fleet>create(config).buildSolver();
        clock.atEnd(solver::terminateEarly);
        Fleet best = solver.solve(new Fleet(task));
        return best.getRoutes().stream().limit(task.vehicles().size()).map(route -> route.getStops().stream().mapToInt(Stop::number).toArray())
                .toArray(int[][]::new);
    }

    private static LocalSearchPhaseConfig localSearch() {
        UnionMoveSelectorConfig moves = new UnionMoveSelectorConfig().withMoveSelectorList(List.of(
                new ListChangeMoveSelectorConfig().withValueSelectorConfig(new ValueSelectorConfig().withId("change"))
                        .withDestinationSelectorConfig(new DestinationSelectorConfig().withNearbySelectionConfig(nearValue("change"))),
                new ListSwapMoveSelectorConfig().withValueSelectorConfig(new ValueSelectorConfig().withId("swap"))
                        .withSecondaryValueSelectorConfig(new ValueSelectorConfig().withNearbySelectionConfig(nearValue("swap"))),
                new SubListChangeMoveSelectorConfig().withSelectReversingMoveToo(true).withSubListSelectorConfig(new SubListSelectorConfig().withId("string"))
                        .withDestinationSelectorConfig(new DestinationSelectorConfig().withNearbySelectionConfig(nearString("string"))),
                new SubListSwapMoveSelectorConfig().withSelectReversingMoveToo(true).withSubListSelectorConfig(new SubListSelectorConfig().withId("strings"))
                        .withSecondarySubListSelectorConfig(new SubListSelectorConfig().withNearbySelectionConfig(nearString("strings")))));
        return new LocalSearchPhaseConfig().withMoveSelectorConfig(moves).withAcceptorConfig(new LocalSearchAcceptorConfig().withLateAcceptanceSize(200))
                .withForagerConfig(new LocalSearchForagerConfig().withAcceptedCountLimit(1));
    }

    private static NearbySelectionConfig nearValue(String origin) {
        return near().withOriginValueSelectorConfig(new ValueSelectorConfig().withMimicSelectorRef(origin));
    }

    private static NearbySelectionConfig nearString(String origin) {
        return near().withOriginSubListSelectorConfig(new SubListSelectorConfig().withMimicSelectorRef(origin));
    }

    private static NearbySelectionConfig near() {
        return new NearbySelectionConfig().withNearbyDistanceMeterClass(Near.class).withParabolicDistributionSizeMaximum(40);
    }

    /** A job and where it is. */
    public record Stop(@PlanningId int number, RoutingTask task) {
        int place() {
            return task.jobs().get(number).place();
        }
    }

    /** By travel time. The homes of vehicles are places too. */
    public static class Near implements NearbyDistanceMeter<Stop, Object> {
        @Override
        public double getNearbyDistance(Stop origin, Object to) {
            int[] row = origin.task().travel()[origin.place()];
            if (to instanceof Stop stop) {
                return row[stop.place()];
            }
            int vehicle = ((Route) to).getNumber();
            return vehicle < origin.task().vehicles().size() ? row[origin.task().vehicles().get(vehicle).from()] : 0;
        }
    }

    /** A vehicle and its jobs; the one after the last vehicle is nobody. */
    @PlanningEntity
    public static class Route {
        @PlanningId
        private int number;
        @PlanningListVariable
        private List<Stop> stops = new ArrayList<>();

        public Route() {}

        Route(int number) {
            this.number = number;
        }

        public int getNumber() {
            return number;
        }

        public List<Stop> getStops() {
            return stops;
        }
    }

    @PlanningSolution
    public static class Fleet {
        private RoutingTask task;
        @PlanningEntityCollectionProperty
        private List<Route> routes;
        @ValueRangeProvider
        private List<Stop> stops;
        @PlanningScore
        private HardMediumSoftLongScore score;

        public Fleet() {}

        Fleet(RoutingTask task) {
            this.task = task;
            routes = IntStream.range(0, task.vehicles().size() + (task.mayLeave() ? 1 : 0)).mapToObj(Route::new).toList();
            stops = task.jobs().stream().map(job -> new Stop(job.number(), task)).toList();
        }

        public List<Route> getRoutes() {
            return routes;
        }
    }

    /** Prices the changed route anew; routes are short. */
    public static class Score implements IncrementalScoreCalculator<Fleet, HardMediumSoftLongScore> {
        private RoutePrices prices;
        private int[] scratch;

        @Override
        public void resetWorkingSolution(Fleet fleet) {
            prices = new RoutePrices(fleet.task);
            scratch = new int[fleet.task.jobs().size()];
            fleet.getRoutes().forEach(this::price);
        }

        private void price(Route route) {
            List<Stop> stops = route.getStops();
            for (int i = 0; i < stops.size(); i++) {
                scratch[i] = stops.get(i).number();
            }
            prices.set(route.getNumber(), scratch, stops.size());
        }

        @Override
        public void beforeEntityAdded(Object entity) {}

        @Override
        public void afterEntityAdded(Object entity) {}

        @Override
        public void beforeVariableChanged(Object entity, String variable) {}

        @Override
        public void afterVariableChanged(Object entity, String variable) {}

        @Override
        public void afterListVariableChanged(Object entity, String variable, int from, int to) {
            price((Route) entity);
        }

        @Override
        public void beforeEntityRemoved(Object entity) {}

        @Override
        public void afterEntityRemoved(Object entity) {}

        @Override
        public HardMediumSoftLongScore calculateScore() {
            return HardMediumSoftLongScore.of(-prices.hard(), -prices.money(), -prices.travel());
        }
    }
}
