package org.firstfix.benchmarks.dispatch.peers;

import ai.timefold.solver.core.api.domain.common.PlanningId;
import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningListVariable;
import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import ai.timefold.solver.core.api.score.calculator.IncrementalScoreCalculator;
import ai.timefold.solver.core.api.solver.Solver;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.constructionheuristic.ConstructionHeuristicPhaseConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.MoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.composite.UnionMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.list.ListChangeMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.list.ListRuinRecreateMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.list.ListSwapMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.list.SubListChangeMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.list.SubListSwapMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.list.kopt.KOptListMoveSelectorConfig;
import ai.timefold.solver.core.config.localsearch.LocalSearchPhaseConfig;
import ai.timefold.solver.core.config.localsearch.LocalSearchType;
import ai.timefold.solver.core.config.score.director.ScoreDirectorFactoryConfig;
import ai.timefold.solver.core.config.solver.EnvironmentMode;
import ai.timefold.solver.core.config.solver.SolverConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Timefold Solver, community edition: list variable, its default construction heuristic, then late acceptance
 * with its default moves. The score is an {@code IncrementalScoreCalculator}, the
 * fastest of its ways to score, and asserts are off. Distance nearby selection and several threads are in the commercial editions only.
 */
public final class Timefold implements Peer {
    private static final String USUAL = "";
    private final String variant;

    /** @param variant of the local search, empty for what the comparison runs with, {@code wide} for moves of strings too, {@code ruin} with ruin and recreate besides */
    public Timefold(String variant) {
        this.variant = variant;
    }

    @Override
    public String name() {
        return "Timefold 2.2.0 community" + (variant.equals(USUAL) ? "" : " " + variant);
    }

    @Override
    public int[][] solve(RoutingTask task, CpuClock clock, long seed) {
        SolverConfig config = new SolverConfig().withSolutionClass(Fleet.class).withEntityClasses(Route.class).withEnvironmentMode(EnvironmentMode.NO_ASSERT)
                .withRandomSeed(seed).withTerminationSpentLimit(Duration.ofHours(10))
                .withScoreDirectorFactory(new ScoreDirectorFactoryConfig().withIncrementalScoreCalculatorClass(Score.class))
                .withPhases(new ConstructionHeuristicPhaseConfig(), localSearch());
        Solver<Fleet> solver = SolverFactory.<Fleet>create(config).buildSolver();
        clock.atEnd(solver::terminateEarly);
        Fleet best = solver.solve(new Fleet(task));
        return best.getRoutes().stream().limit(task.vehicles().size()).map(route -> route.getStops().stream().mapToInt(Stop::getNumber).toArray())
                .toArray(int[][]::new);
    }

    private LocalSearchPhaseConfig localSearch() {
        List<MoveSelectorConfig> moves = new ArrayList<>(List.of(new ListChangeMoveSelectorConfig(), new ListSwapMoveSelectorConfig(), new KOptListMoveSelectorConfig(),
                new SubListChangeMoveSelectorConfig(), new SubListSwapMoveSelectorConfig()));
        if (variant.contains("ruin")) {
            moves.add(new ListRuinRecreateMoveSelectorConfig().withMinimumRuinedCount(2).withMaximumRuinedCount(15).withFixedProbabilityWeight(0.01));
        }
        LocalSearchPhaseConfig phase = new LocalSearchPhaseConfig();
        if (!variant.equals(USUAL)) {
            phase.withMoveSelectorConfig(new UnionMoveSelectorConfig().withMoveSelectorList(moves));
        }
        return phase.withLocalSearchType(LocalSearchType.LATE_ACCEPTANCE);
    }

    /** A job, by number. */
    public static class Stop {
        @PlanningId
        private int number;

        public Stop() {}

        Stop(int number) {
            this.number = number;
        }

        public int getNumber() {
            return number;
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

        public void setStops(List<Stop> stops) {
            this.stops = stops;
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
        private HardMediumSoftScore score;

        public Fleet() {}

        Fleet(RoutingTask task) {
            this.task = task;
            routes = IntStream.range(0, task.vehicles().size() + (task.mayLeave() ? 1 : 0)).mapToObj(Route::new).toList();
            stops = task.jobs().stream().map(job -> new Stop(job.number())).toList();
        }

        public List<Route> getRoutes() {
            return routes;
        }

        public List<Stop> getStops() {
            return stops;
        }

        public HardMediumSoftScore getScore() {
            return score;
        }

        public void setScore(HardMediumSoftScore score) {
            this.score = score;
        }
    }

    /** Prices the changed route anew; routes are short. */
    public static class Score implements IncrementalScoreCalculator<Fleet, HardMediumSoftScore> {
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
                scratch[i] = stops.get(i).getNumber();
            }
            prices.set(route.getNumber(), scratch, stops.size());
        }

        @Override
        public void beforeVariableChanged(Object entity, String variable) {}

        @Override
        public void afterVariableChanged(Object entity, String variable) {}

        @Override
        public void afterListVariableChanged(Object entity, String variable, int from, int to) {
            price((Route) entity);
        }

        @Override
        public HardMediumSoftScore calculateScore() {
            return HardMediumSoftScore.of(-prices.hard(), -prices.money(), -prices.travel());
        }
    }
}
