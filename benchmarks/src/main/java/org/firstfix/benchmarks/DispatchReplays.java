package org.firstfix.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import java.util.TreeMap;
import org.firstfix.routing.format.Format;
import org.firstfix.routing.format.Instance;
import org.firstfix.routing.format.ReleaseDates;
import org.firstfix.routing.format.TrspInstance;
import org.firstfix.routing.search.Budget;
import org.firstfix.routing.technician.DayReplay;

/**
 * Days of technicians on which requests arrive, beside the published reference:
 * {@code DispatchReplays [--data ../shared/data/dispatch] [--seconds 0.1] [--seed 1] [--only R101,RC] [--departure NOW|WHEN_IDLE]}. Seconds are CPU time of
 * the one thread, at each arrival; ten times as long in the morning. Every day is verified by the check of its format.
 */
final class DispatchReplays {
    private static final int MORNING = 10;

    private final Path folder;
    private final Budget perArrival;
    private final DayReplay.Departure departure;
    private final long seed;

    private record Reference(double cost, int rejected) {}

    /** What came out over several days. */
    private record Sum(int days, int good, int rejected, int theirs, double gaps) {
        Sum plus(Sum other) {
            return new Sum(days + other.days, good + other.good, rejected + other.rejected, theirs + other.theirs, gaps + other.gaps);
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%d of %d days with no more rejections and lower cost, rejected %d (reference %d), cost %+.2f %% on average",
                    good, days, rejected, theirs, gaps / days);
        }
    }

    private DispatchReplays(Options options) {
        folder = Path.of(options.text("data", "../shared/data/dispatch")).resolve("trsp-pillac");
        double seconds = Double.parseDouble(options.text("seconds", "0.1"));
        perArrival = Budget.nanos(Math.round(seconds * 1e9), ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime);
        departure = DayReplay.Departure.valueOf(options.text("departure", "NOW"));
        seed = Long.parseLong(options.text("seed", "1"));
    }

    public static void main(String[] arguments) throws IOException {
        Options options = new Options(arguments);
        new DispatchReplays(options).run(List.of(options.text("only", "").split(",")));
    }

    private void run(List<String> only) throws IOException {
        Map<String, Reference> references = new TreeMap<>();
        for (String line : Files.readAllLines(folder.resolve("reference-dynamic-pALNS.csv"))) {
            String[] cells = line.split(",");
            if (only.stream().anyMatch(cells[0]::startsWith) && !cells[0].equals("instance")) {
                references.put(cells[0] + "_rd_" + cells[1], new Reference(Double.parseDouble(cells[2]), Integer.parseInt(cells[3])));
            }
        }
        System.out.println("| day | rejected | reference | cost | reference | cost % | valid |");
        System.out.println("| --- | ---: | ---: | ---: | ---: | ---: | --- |");
        Map<String, Sum> classes = new TreeMap<>();
        for (Entry<String, Reference> day : references.entrySet()) {
            played(day.getKey(), day.getValue(), classes);
        }
        classes.forEach((name, sum) -> System.out.println(name + ": " + sum));
    }

    private void played(String name, Reference reference, Map<String, Sum> classes) {
        TrspInstance instance = (TrspInstance) Format.TRSP.read(folder.resolve("static/" + name.replaceFirst("_rd_\\d+$", ".txt")));
        ReleaseDates dates = ReleaseDates.read(folder.resolve("release-dates/" + name + ".txt"));
        var solution = dates.play(instance, perArrival.share(MORNING), perArrival, departure, seed).solution();
        Instance.Verdict verdict = instance.check(solution);
        int rejected = solution.unassigned().size();
        double gap = 100 * (solution.cost() / reference.cost() - 1);
        System.out.printf(Locale.ROOT, "| %s | %d | %d | %.2f | %.2f | %+.2f | %s |%n", name, rejected, reference.rejected(), solution.cost(), reference.cost(), gap,
                verdict.valid() ? "yes" : verdict.violations());
        boolean isGood = verdict.valid() && rejected <= reference.rejected() && gap < 0;
        Sum day = new Sum(1, isGood ? 1 : 0, rejected, reference.rejected(), gap);
        classes.merge(name.replaceAll("^([A-Z]+\\d).*", "$1"), day, Sum::plus);
        classes.merge("all", day, Sum::plus);
    }
}
