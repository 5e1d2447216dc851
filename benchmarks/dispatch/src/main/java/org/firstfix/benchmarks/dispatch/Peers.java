package org.firstfix.benchmarks.dispatch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.firstfix.routing.format.Format;
import org.firstfix.routing.format.Instance;
import org.firstfix.routing.format.Objective;
import org.firstfix.routing.format.Solution;

/**
 * Libraries side by side: {@code Peers --set solomon|200|400 [--only R101,C206] [--seconds 10] [--seed 1] [--peers firstfix,jsprit,ortools,optaplanner,timefold]
 * [--at-once 1] [--data ../shared/data/dispatch]}.
 *
 * <p>{@code timefold:wide} and {@code timefold:ruin} are other settings of Timefold. Every library solves every instance in a process of its own with one processor, for the same CPU seconds of that process: its compiler and garbage
 * collector count, starting the machine and reading the file do not. Distance truncated to a tenth; each solution is verified by the check of the format.
 */
public final class Peers {
    private final Path data;
    private final String set;
    private final double seconds;
    private final int seed;
    private final int atOnce;
    private final Map<String, Map<String, double[]>> gaps = new TreeMap<>();
    private final Map<String, double[]> clocks = new HashMap<>();

    private Peers(Options options) {
        data = Path.of(options.text("data", "../shared/data/dispatch"));
        set = options.text("set", "solomon");
        seconds = options.amount("seconds", 10);
        seed = options.number("seed", 1);
        atOnce = options.number("at-once", 1);
    }

    public static void main(String[] arguments) throws IOException {
        Options options = new Options(arguments);
        new Peers(options).run(List.of(options.text("only", "").split(",")), List.of(options.text("peers", "firstfix,jsprit,ortools,optaplanner,timefold").split(",")));
    }

    private void run(List<String> only, List<String> peers) throws IOException {
        Path folder = set.equals("solomon") ? data.resolve("solomon") : data.resolve("gehring-homberger").resolve(set);
        Path best = set.equals("solomon") ? folder.resolve("BKS.csv") : folder.resolveSibling("BKS.csv");
        if (!Files.exists(best)) {
            System.err.println("the public instances are not there: " + best.toAbsolutePath().normalize() + " is missing; nothing was measured.");
            System.exit(2);
        }
        Map<String, Double> bestKnown = new TreeMap<>();
        Files.readAllLines(best).stream().skip(1).map(line -> line.split(",")).filter(line -> Files.exists(folder.resolve(line[0] + ".txt")))
                .filter(line -> only.stream().anyMatch(name -> name.isEmpty() || line[0].equals(name) || name.matches("R?C?\\d") && line[0].startsWith(name)))
                .forEach(line -> bestKnown.put(line[0], Double.parseDouble(line[1])));
        System.out.println("| instance | library | best known | found | gap % | vehicles | CPU s | wall s | valid |");
        System.out.println("| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |");
        try (ExecutorService processes = Executors.newFixedThreadPool(atOnce)) {
            bestKnown.forEach((name, value) -> peers.forEach(peer -> processes.execute(() -> solve(peer, folder.resolve(name + ".txt"), name, value))));
        }
        summary(bestKnown.size());
    }

    private void solve(String peer, Path file, String name, double best) {
        tell(PeerProcess.ask(peer, "--file", file.toString(), "--seconds", String.valueOf(seconds), "--seed", String.valueOf(seed)), file, name, best);
    }

    private synchronized void tell(PeerProcess answer, Path file, String name, double best) {
        Instance instance = Format.of(file).read(file);
        List<Solution.Route> routes = new ArrayList<>();
        answer.routes().stream().filter(route -> !route.isEmpty()).forEach(route -> routes.add(new Solution.Route(routes.size() + 1, route)));
        Instance.Verdict verdict = instance.check(new Solution(instance.format(), Objective.DISTANCE, Double.NaN, routes, List.of()));
        double gap = verdict.valid() ? 100 * (verdict.cost() / best - 1) : Double.NaN;
        gaps.computeIfAbsent(answer.name(), _ -> new TreeMap<>()).merge(name.replaceAll("^([A-Z]+\\d).*", "$1"), new double[] {gap}, Peers::joined);
        clocks.merge(answer.name(), new double[] {answer.cpu(), answer.wall(), 1}, (one, other) -> new double[] {one[0] + other[0], one[1] + other[1], one[2] + 1});
        System.out.printf(Locale.ROOT, "| %s | %s | %.1f | %.1f | %.2f | %d | %.1f | %.1f | %s |%n", name, answer.name(), best, verdict.cost(), gap, routes.size(),
                answer.cpu(), answer.wall(), verdict.valid() ? "yes" : verdict.violations().getFirst() + " (" + verdict.violations().size() + ")");
    }

    private static double[] joined(double[] some, double[] more) {
        double[] all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }

    private void summary(int instances) {
        List<String> classes = gaps.values().stream().flatMap(all -> all.keySet().stream()).distinct().sorted().toList();
        System.out.printf(Locale.ROOT, "%nMean gap to best known in percent; %s, %d instances, %s CPU seconds each, seed %d.%n%n", set, instances, seconds, seed);
        System.out.println("| library | " + String.join(" | ", classes) + " | all | largest | CPU s | wall s |");
        System.out.println("| --- |" + " ---: |".repeat(classes.size() + 4));
        gaps.forEach((name, byClass) -> {
            StringBuilder row = new StringBuilder("| " + name);
            classes.forEach(each -> row.append(String.format(Locale.ROOT, " | %.2f", mean(byClass.getOrDefault(each, new double[0])))));
            double[] all = byClass.values().stream().flatMapToDouble(Arrays::stream).toArray();
            double[] clock = clocks.get(name);
            row.append(String.format(Locale.ROOT, " | **%.2f** | %.2f | %.1f | %.1f |", mean(all), Arrays.stream(all).max().orElse(Double.NaN), clock[0] / clock[2],
                    clock[1] / clock[2]));
            System.out.println(row);
        });
    }

    /** Not a number as soon as one solution is not valid. */
    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }
}
