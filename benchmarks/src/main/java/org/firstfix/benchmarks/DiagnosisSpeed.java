package org.firstfix.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.firstfix.faultfinding.Carrying;
import org.firstfix.faultfinding.DiagnosisModel;
import org.firstfix.faultfinding.PartSets;
import org.firstfix.faultfinding.PartsToCarry;
import org.firstfix.faultfinding.Question;
import org.firstfix.faultfinding.Repair;
import org.firstfix.faultfinding.Settings;
import org.firstfix.faultfinding.Ticket;

/**
 * How long learning and asking take: {@code DiagnosisSpeed --log aircraft_parts_first70.csv [--tickets 100000] [--questions 1000]}. The log is enlarged
 * by drawing its tickets anew with slips of the keyboard, swapped and dropped words, and machines, models and families; the cause is the first part.
 * Figures are seconds of the thread's own work.
 */
public final class DiagnosisSpeed {
    private static final long SEED = 7;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Random random = new Random(SEED);
    private final List<String> reports = new ArrayList<>();
    private final List<List<String>> parts = new ArrayList<>();

    private DiagnosisSpeed(Path log) throws IOException {
        try (CSVParser csv = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get().parse(Files.newBufferedReader(log))) {
            for (CSVRecord line : csv) {
                reports.add(line.get("problem"));
                parts.add(Arrays.stream(line.get("parts").split(";")).filter(part -> !part.isEmpty()).toList());
            }
        }
    }

    public static void main(String[] arguments) throws IOException {
        Options options = new Options(arguments);
        DiagnosisSpeed speed = new DiagnosisSpeed(Path.of(options.text("log", "../shared/data/analytics/diagnosis/aircraft_parts_first70.csv")));
        int tickets = options.number("tickets", 100_000);
        List<Ticket> log = speed.tickets(tickets);
        System.out.println("| what | figure |");
        System.out.println("| --- | ---: |");
        long begin = now();
        long wallBegin = System.nanoTime();
        DiagnosisModel model = DiagnosisModel.learn(log, Settings.usual());
        System.out.printf("| learn %,d tickets, causes and parts, one thread | %.1f s of work, %.1f s by the clock |%n", tickets, seconds(begin),
                (System.nanoTime() - wallBegin) / 1e9);
        speed.ask(model, options.number("questions", 1000));
        speed.learnOneByOne(model);
        speed.choose();
        Runtime runtime = Runtime.getRuntime();
        System.gc();
        System.out.printf("| memory of the model and its tickets | %,d MB |%n", (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    }

    private void ask(DiagnosisModel model, int questions) {
        double[] millis = new double[questions];
        for (Ticket warm : tickets(questions / 2)) {
            model.predict(warm.question());
        }
        List<Ticket> asked = tickets(questions);
        for (int i = 0; i < questions; i++) {
            long begin = now();
            PartsToCarry.best(model.predict(asked.get(i).question()).partSets(), Carrying.atMost(2));
            millis[i] = 1e3 * seconds(begin);
        }
        tell("a question, with evidence and the two parts", millis);
    }

    private void learnOneByOne(DiagnosisModel model) {
        double[] millis = new double[300];
        List<Ticket> more = tickets(millis.length);
        for (int i = 0; i < millis.length; i++) {
            long begin = now();
            model.learn(more.get(i));
            millis[i] = 1e3 * seconds(begin);
        }
        tell("learn one ticket more", millis);
    }

    private void choose() {
        double[] millis = new double[2000];
        for (int i = 0; i < millis.length; i++) {
            PartSets sets = sets(50);
            long begin = now();
            PartsToCarry.best(sets, Carrying.atMost(2));
            millis[i] = 1e3 * seconds(begin);
        }
        tell("choose two of 50 parts over 200 sets", Arrays.copyOfRange(millis, 1000, 2000));
    }

    private PartSets sets(int partCount) {
        List<PartSets.PartSet> sets = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            TreeSet<String> set = new TreeSet<>();
            for (int j = random.nextInt(4); j > 0; j--) {
                set.add("part " + random.nextInt(partCount));
            }
            sets.add(new PartSets.PartSet(set, 1.0 / 200));
        }
        return new PartSets(sets, 0);
    }

    private static void tell(String what, double[] millis) {
        Arrays.sort(millis);
        System.out.printf("| %s: median, 99th of 100, most | %.2f, %.2f, %.2f ms |%n", what, millis[millis.length / 2], millis[millis.length * 99 / 100],
                millis[millis.length - 1]);
    }

    /** Seconds of this thread's work: other people's work on the same machine doesn't count. */
    private static double seconds(long begin) {
        return (now() - begin) / 1e9;
    }

    private static long now() {
        return THREADS.getCurrentThreadCpuTime();
    }

    private List<Ticket> tickets(int count) {
        List<Ticket> tickets = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int from = random.nextInt(reports.size());
            int model = random.nextInt(60);
            List<String> machine = List.of("serial " + random.nextInt(20_000), "model " + model, "family " + model / 10);
            Question question = new Question(noisy(reports.get(from)), machine, Map.of("age_years", random.nextDouble() * 20), Map.of());
            List<String> taken = parts.get(from);
            tickets.add(new Ticket("E" + i, question, Repair.of(taken.isEmpty() ? "adjusted" : taken.getFirst(), taken), i / 100.0));
        }
        return tickets;
    }

    private String noisy(String report) {
        List<String> words = new ArrayList<>(List.of(report.split(" ")));
        if (words.size() > 3 && random.nextInt(3) == 0) {
            words.remove(random.nextInt(words.size()));
        }
        if (words.size() > 1 && random.nextInt(3) == 0) {
            words.add(random.nextInt(words.size()), words.remove(random.nextInt(words.size() - 1)));
        }
        words.replaceAll(word -> word.length() > 3 && random.nextInt(10) == 0 ? slip(word) : word);
        return String.join(" ", words);
    }

    private String slip(String word) {
        int at = random.nextInt(word.length() - 1);
        return word.substring(0, at) + (char) ('A' + random.nextInt(26)) + word.substring(at + 1);
    }
}
