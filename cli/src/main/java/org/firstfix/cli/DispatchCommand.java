package org.firstfix.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.firstfix.routing.format.Format;
import org.firstfix.routing.format.FormatException;
import org.firstfix.routing.format.Instance;
import org.firstfix.routing.format.Objective;
import org.firstfix.routing.format.ReleaseDates;
import org.firstfix.routing.format.Solution;
import org.firstfix.routing.format.TrspInstance;
import org.firstfix.routing.search.Budget;
import org.firstfix.routing.technician.DayReplay;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Questions to the engine {@code dispatch}. */
@Command(name = "dispatch", description = "Who goes, when, with what: solves, checks and replays instances.",
        subcommands = {DispatchCommand.Solve.class, DispatchCommand.Check.class, DispatchCommand.Replay.class})
final class DispatchCommand implements Runnable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Spec
    private CommandSpec spec;

    @Option(names = {"-h", "--help"}, usageHelp = true, scope = ScopeType.INHERIT, description = "this text")
    private boolean help;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(name = "solve", description = "Plans the routes of an instance and prints them as JSON.")
    static final class Solve implements Callable<Integer> {
        private static final double DEFAULT_SECONDS = 10;

        @Spec
        private CommandSpec spec;

        @Parameters(paramLabel = "FILE", description = "the instance, see docs/engines/dispatch.md")
        private Path file;

        @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; found out where not given")
        private @Nullable Format format;

        @Option(names = "--objective", description = "${COMPLETION-CANDIDATES}; the usual one of the format where not given")
        private @Nullable Objective objective;

        @Option(names = "--seconds", paramLabel = "N", description = "how long to search, default 10")
        private @Nullable Double seconds;

        @Option(names = "--iterations", paramLabel = "N", description = "how many iterations to search; makes the result repeatable")
        private @Nullable Long iterations;

        @Option(names = "--threads", paramLabel = "N", defaultValue = "1", description = "default ${DEFAULT-VALUE}")
        private int threads;

        @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "default ${DEFAULT-VALUE}")
        private long seed;

        @Option(names = "--out", paramLabel = "FILE", description = "write the solution there as well")
        private @Nullable Path out;

        @Override
        public Integer call() {
            Budget budget = budget(seconds, iterations, "", DEFAULT_SECONDS);
            if (threads < 1 || threads > 256) {
                throw new Cli.Refused("--threads " + threads + ": between 1 and 256 threads can be used.");
            }
            Instance instance = read(file, format);
            Objective wanted = objective == null ? instance.objectives().getFirst() : objective;
            if (!instance.objectives().contains(wanted)) {
                throw new Cli.Refused("--objective " + wanted.word() + " is none of the format " + instance.format() + ". It has: "
                        + String.join(", ", instance.objectives().stream().map(Objective::word).toList()) + ".");
            }
            long began = System.nanoTime();
            Instance.Solved solved = instance.solve(new Instance.SolveRequest(wanted, budget, threads, seed));
            double took = (System.nanoTime() - began) / 1e9;
            Map<String, Object> answer = told(solved.solution());
            answer.put("iterations", solved.iterations());
            answer.put("seconds", Math.round(took * 1000) / 1000.0);
            answer.put("seed", seed);
            write(JSON.writeValueAsString(answer));
            return 0;
        }

        private static Budget budget(@Nullable Double seconds, @Nullable Long iterations, String suffix, double otherwise) {
            if (seconds != null && iterations != null) {
                throw new Cli.Refused("--seconds" + suffix + " and --iterations" + suffix + " are both given. Choose one.");
            }
            if (iterations != null) {
                if (iterations < 1) {
                    throw new Cli.Refused("--iterations" + suffix + " " + iterations + ": at least one is needed.");
                }
                return Budget.iterations(iterations);
            }
            double span = seconds == null ? otherwise : seconds;
            if (!(span > 0 && span <= 1e6)) {
                throw new Cli.Refused("--seconds" + suffix + " " + span + ": a number above 0 and up to a million is needed.");
            }
            return Budget.nanos(Math.round(span * 1e9), System::nanoTime);
        }

        private void write(String json) {
            if (out != null) {
                try {
                    Files.writeString(out, json + "\n");
                } catch (IOException e) {
                    throw new Cli.Refused("the solution cannot be written to " + out + ". Maybe the folder does not exist.");
                }
            }
            spec.commandLine().getOut().println(json);
        }
    }

    @Command(name = "check", description = "Verifies a solution, independently of the solver; exit code 1 if it is not valid.")
    static final class Check implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Parameters(index = "0", paramLabel = "FILE", description = "the instance")
        private Path file;

        @Parameters(index = "1", paramLabel = "SOLUTION", description = "as solve prints it")
        private Path solutionFile;

        @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; found out where not given")
        private @Nullable Format format;

        @Override
        public Integer call() {
            Instance instance = read(file, format);
            Solution solution = readSolution(solutionFile, instance);
            Instance.Verdict verdict = instance.check(solution);
            List<String> violations = new ArrayList<>(verdict.violations());
            if (!Double.isNaN(solution.cost()) && Math.abs(solution.cost() - verdict.cost()) > 1e-4 * Math.max(1, Math.abs(verdict.cost()) * 1e-3)) {
                violations.add("the solution claims to cost " + solution.cost() + ", it costs " + verdict.cost() + ".");
            }
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("valid", violations.isEmpty());
            answer.put("objective", solution.objective().word());
            answer.put("cost", rounded(verdict.cost()));
            answer.put("vehicles", solution.vehicles());
            answer.put("unassigned", solution.unassigned().size());
            answer.put("violations", violations);
            spec.commandLine().getOut().println(JSON.writeValueAsString(answer));
            return violations.isEmpty() ? 0 : 1;
        }
    }

    @Command(name = "replay", description = "Plays a day on which requests arrive, in virtual time.")
    static final class Replay implements Callable<Integer> {
        /** The first plan has all night. */
        private static final int MORNING = 10;

        @Spec
        private CommandSpec spec;

        @Parameters(index = "0", paramLabel = "INSTANCE", description = "an instance of the format trsp")
        private Path file;

        @Parameters(index = "1", paramLabel = "RELEASES", description = "lines \"ID RD\": when each request becomes known, -1 for in advance")
        private Path releases;

        @Option(names = "--seconds-per-event", paramLabel = "N", description = "search at each arrival, ten times as long in the morning; default 1")
        private @Nullable Double seconds;

        @Option(names = "--iterations-per-event", paramLabel = "N", description = "the same in iterations; makes the day repeatable")
        private @Nullable Long iterations;

        @Option(names = "--as-reference", description = "who is idle may set off in the past, as in the simulator of the published reference: only to compare with its figures")
        private boolean asReference;

        @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "default ${DEFAULT-VALUE}")
        private long seed;

        @Override
        public Integer call() {
            Budget perArrival = Solve.budget(seconds, iterations, "-per-event", 1);
            if (!(DispatchCommand.read(file, Format.TRSP) instanceof TrspInstance instance)) {
                throw new Cli.Refused(file + " is no instance of technicians.");
            }
            long began = System.nanoTime();
            try {
                ReleaseDates.Played played = ReleaseDates.read(releases).play(instance, perArrival.share(MORNING), perArrival,
                        asReference ? DayReplay.Departure.WHEN_IDLE : DayReplay.Departure.NOW, seed);
                Map<String, Object> answer = told(played.solution());
                answer.put("rejections", played.solution().unassigned().size());
                answer.put("first_plan", rounded(played.firstPlan()));
                answer.put("iterations", played.iterations());
                answer.put("seconds", Math.round((System.nanoTime() - began) / 1e6) / 1000.0);
                answer.put("seed", seed);
                spec.commandLine().getOut().println(JSON.writeValueAsString(answer));
                return 0;
            } catch (FormatException e) {
                throw new Cli.Refused(e.getMessage());
            }
        }
    }

    static Instance read(Path file, @Nullable Format format) {
        try {
            return Optional.ofNullable(format).orElseGet(() -> Format.of(file)).read(file);
        } catch (FormatException e) {
            throw new Cli.Refused(e.getMessage());
        }
    }

    static Map<String, Object> told(Solution solution) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("format", solution.format());
        answer.put("objective", solution.objective().word());
        answer.put("cost", rounded(solution.cost()));
        answer.put("vehicles", solution.vehicles());
        List<Map<String, Object>> routes = new ArrayList<>();
        for (Solution.Route route : solution.routes()) {
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("vehicle", route.vehicle());
            told.put("visits", route.visits());
            if (!route.members().isEmpty()) {
                told.put("members", route.members());
            }
            if (!route.begins().isEmpty()) {
                told.put("begins", new TreeMap<>(route.begins()));
            }
            route.breakAfter().ifPresent(made -> told.put("break_after", made));
            routes.add(told);
        }
        answer.put("routes", routes);
        answer.put("unassigned", solution.unassigned());
        return answer;
    }

    /** To a millionth: what lies below is noise of adding doubles. */
    private static double rounded(double cost) {
        return Math.round(cost * 1e6) / 1e6;
    }

    private static Solution readSolution(Path file, Instance instance) {
        try {
            JsonNode root = JSON.readTree(Files.readString(file));
            List<Solution.Route> routes = new ArrayList<>();
            for (JsonNode route : root.path("routes")) {
                Map<Integer, Integer> begins = new TreeMap<>();
                route.path("begins").properties().forEach(begin -> begins.put(Integer.valueOf(begin.getKey()), begin.getValue().asInt()));
                routes.add(new Solution.Route(route.path("vehicle").asInt(routes.size() + 1), ids(route.path("visits"), file), ids(route.path("members"), file),
                        begins, route.has("break_after") ? OptionalInt.of(route.path("break_after").asInt()) : OptionalInt.empty()));
            }
            String objective = root.path("objective").asString(instance.objectives().getFirst().word());
            return new Solution(instance.format(), Objective.valueOf(objective.toUpperCase(Locale.ROOT)), root.path("cost").asDouble(Double.NaN), routes,
                    ids(root.path("unassigned"), file));
        } catch (IOException e) {
            throw new Cli.Refused("the solution " + file + " cannot be read. Maybe it does not exist.");
        } catch (JacksonException | IllegalArgumentException e) {
            throw new Cli.Refused(file + " is no solution as \"dispatch solve\" prints it: " + e.getMessage());
        }
    }

    private static List<Integer> ids(JsonNode list, Path file) {
        List<Integer> ids = new ArrayList<>();
        for (JsonNode id : list) {
            if (!id.isInt()) {
                throw new Cli.Refused(file + ": " + id + " is no id of a visit.");
            }
            ids.add(id.asInt());
        }
        return ids;
    }
}
