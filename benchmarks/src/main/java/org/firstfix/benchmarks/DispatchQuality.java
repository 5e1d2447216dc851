package org.firstfix.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.firstfix.routing.format.Format;
import org.firstfix.routing.format.Instance;
import org.firstfix.routing.format.Objective;
import org.firstfix.routing.search.Budget;

/**
 * How far the dispatch engine stays from the best known solutions:
 * {@code DispatchQuality --set solomon|200|400|trsp|pdptw|hhcrsp|roadef2007 [--data ../shared/data/dispatch] [--seconds 10] [--seed 1] [--only R1,RC2] [--clock cpu|wall]}.
 * Every solution is verified by the check of its format, which shares nothing with the search. One thread. With {@code --clock cpu} the seconds
 * are those of the searching thread, which a shared machine does not distort.
 */
public final class DispatchQuality {
    private final Path data;
    private final String set;
    private final long seed;
    private final double seconds;
    private final LongSupplier clock;

    private DispatchQuality(Options options) {
        data = Path.of(options.text("data", "../shared/data/dispatch"));
        set = options.text("set", "solomon");
        seed = Long.parseLong(options.text("seed", "1"));
        seconds = Double.parseDouble(options.text("seconds", "10"));
        clock = options.text("clock", "cpu").equals("cpu") ? ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime : System::nanoTime;
    }

    public static void main(String[] arguments) throws IOException {
        Options options = new Options(arguments);
        new DispatchQuality(options).run(List.of(options.text("only", "").split(",")));
    }

    private Path folder() {
        return switch (set) {
            case "200", "400" -> data.resolve("gehring-homberger").resolve(set);
            case "trsp" -> data.resolve("trsp-pillac/static");
            case "pdptw" -> data.resolve("pdptw-li-lim");
            case "roadef2007" -> data.resolve("roadef-2007/A");
            case "hhcrsp" -> data.resolve("hhcrsp-mankowska");
            default -> data.resolve(set);
        };
    }

    private Path bestKnown() {
        return switch (set) {
            case "200", "400" -> data.resolve("gehring-homberger/BKS.csv");
            case "trsp" -> data.resolve("trsp-pillac/BKS-static.csv");
            case "roadef2007" -> data.resolve("roadef-2007/BKS.csv");
            default -> folder().resolve("BKS.csv");
        };
    }

    private void run(List<String> only) throws IOException {
        Map<String, Double> best = new HashMap<>();
        int column = set.equals("hhcrsp") ? 4 : set.equals("pdptw") || set.equals("roadef2007") ? 2 : 1;
        Files.readAllLines(bestKnown()).stream().skip(1).map(line -> line.split(",", column + 2)).forEach(line -> best.put(name(Path.of(line[set.equals("roadef2007") ? 1 : 0])), Double.parseDouble(line[column])));
        List<Path> files;
        try (Stream<Path> found = Files.list(folder())) {
            files = found.filter(file -> file.toString().matches(".*\\.(txt|json\\.gz)") || Files.isDirectory(file)).filter(file -> only.stream().anyMatch(name(file)::startsWith))
                    .filter(file -> best.containsKey(name(file))).sorted().toList();
        }
        System.out.println("| instance | best known | found | gap % | vehicles | iterations | valid |");
        System.out.println("| --- | ---: | ---: | ---: | ---: | ---: | --- |");
        Map<String, double[]> classes = new TreeMap<>();
        double[] gaps = new double[files.size()];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = solve(files.get(i), best.get(name(files.get(i))));
            double[] sum = classes.computeIfAbsent(name(files.get(i)).toUpperCase(Locale.ROOT).replaceAll("^([A-Z]+\\d).*", "$1"), any -> new double[2]);
            sum[0] += gaps[i];
            sum[1]++;
        }
        classes.forEach((name, sum) -> System.out.printf(Locale.ROOT, "%s: mean gap %.3f %% of %.0f%n", name, sum[0] / sum[1], sum[1]));
        System.out.printf(Locale.ROOT, "%s, %s s, seed %d: mean gap %.3f %%, largest %.3f %%, %d instances%n", set, seconds, seed,
                Arrays.stream(gaps).average().orElse(0), Arrays.stream(gaps).max().orElse(0), gaps.length);
    }

    private double solve(Path file, double best) {
        Instance instance = Format.of(file).read(file);
        Objective objective = instance.objectives().getFirst();
        Instance.Solved solved = instance.solve(new Instance.SolveRequest(objective, Budget.nanos(Math.round(seconds * 1e9), clock), 1, seed));
        Instance.Verdict verdict = instance.check(solved.solution());
        double gap = 100 * (verdict.cost() / best - 1);
        System.out.printf(Locale.ROOT, "| %s | %.4f | %.4f | %.3f | %d | %d | %s |%n", name(file), best, verdict.cost(), gap, solved.solution().vehicles(),
                solved.iterations(), verdict.valid() ? "yes" : verdict.violations());
        return gap;
    }

    private static String name(Path file) {
        return file.getFileName().toString().replaceFirst("\\.(txt|json|json\\.gz)$", "");
    }
}
