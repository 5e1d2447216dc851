package org.firstfix.benchmarks.dispatch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.firstfix.benchmarks.dispatch.branch.BranchDay;
import org.firstfix.benchmarks.dispatch.branch.DayRun;
import org.firstfix.benchmarks.dispatch.branch.DayRun.Result;
import org.firstfix.benchmarks.dispatch.branch.Dispatcher;
import org.firstfix.benchmarks.dispatch.branch.FreeHands;
import org.firstfix.benchmarks.dispatch.branch.PairedDifference;
import org.firstfix.benchmarks.dispatch.branch.Planning;

/**
 * Four ways to dispatch the same days: {@code BranchDays [--days 50] [--engineers 20] [--calls 85] [--iterations 60] [--seed 1]}. The search has a number of
 * iterations and no clock, so a seed always gives the same table, which is printed after every ten days.
 */
public final class BranchDays {
    private static final int BATCH = 10;
    private static final Map<String, ToDoubleFunction<Result>> MEASURES = new LinkedHashMap<>();

    static {
        MEASURES.put("SLA money", result -> result.moneyCents() / 100.0);
        MEASURES.put("late minutes", Result::lateMinutes);
        MEASURES.put("travel hours", Result::travelHours);
        MEASURES.put("overtime hours", Result::overtimeHours);
        MEASURES.put("first-visit %", Result::firstVisitPercent);
        MEASURES.put("open calls", Result::open);
        MEASURES.put("visits", Result::visits);
        MEASURES.put("store stops", Result::byStore);
    }

    private BranchDays() {}

    public static void main(String[] arguments) {
        Options options = new Options(arguments);
        int days = options.number("days", 50);
        int seed = options.number("seed", 1);
        int iterations = options.number("iterations", 60);
        Map<String, LongFunction<Dispatcher>> ways = new LinkedHashMap<>();
        ways.put("nearest free", _ -> FreeHands.nearestFree());
        ways.put("first come, first served", _ -> FreeHands.firstCome());
        ways.put("Firstfix without parts", day -> new Planning(false, iterations, day));
        ways.put("Firstfix with parts", day -> new Planning(true, iterations, day));
        Map<String, List<Result>> results = new LinkedHashMap<>();
        ways.keySet().forEach(name -> results.put(name, new ArrayList<>()));
        for (int from = 0; from < days; from += BATCH) {
            // Days have nothing to do with one another; a batch keeps their order.
            List<Map<String, Result>> batch = LongStream.range(from, Math.min(days, from + BATCH)).parallel()
                    .mapToObj(number -> played(1_000L * seed + number, options.number("engineers", 20), options.number("calls", 85), ways)).toList();
            batch.forEach(day -> day.forEach((name, result) -> results.get(name).add(result)));
            tell(seed, results);
        }
    }

    private static Map<String, Result> played(long number, int engineers, int calls, Map<String, LongFunction<Dispatcher>> ways) {
        BranchDay day = BranchDay.draw(number, engineers, calls);
        Map<String, Result> results = new LinkedHashMap<>();
        ways.forEach((name, way) -> results.put(name, DayRun.play(day, way.apply(number))));
        return results;
    }

    /** After every batch, so that a run that is broken off has told something. */
    private static void tell(int seed, Map<String, List<Result>> results) {
        List<String> names = List.copyOf(results.keySet());
        table("Means of " + results.get(names.getFirst()).size() + " days, seed " + seed, results);
        differences(names.get(1), names.get(0), results);
        differences(names.get(2), names.get(0), results);
        differences(names.get(3), names.get(0), results);
        differences(names.get(3), names.get(2), results);
        System.out.println();
    }

    private static void table(String title, Map<String, List<Result>> results) {
        System.out.printf("%s%n%n| | %s |%n| --- |%s%n", title, String.join(" | ", MEASURES.keySet()), " ---: |".repeat(MEASURES.size()));
        results.forEach((name, all) -> {
            StringBuilder row = new StringBuilder("| " + name);
            MEASURES.values().forEach(measure -> row.append(String.format(Locale.ROOT, " | %.1f", all.stream().mapToDouble(measure).average().orElseThrow())));
            System.out.println(row + " |");
        });
        System.out.println();
    }

    private static void differences(String one, String other, Map<String, List<Result>> results) {
        System.out.printf("%s less %s, day by day, 95 %% interval:%n%n", one, other);
        MEASURES.forEach((name, measure) -> {
            PairedDifference difference = PairedDifference.of(results.get(one).stream().mapToDouble(measure).toArray(),
                    results.get(other).stream().mapToDouble(measure).toArray());
            System.out.printf(Locale.ROOT, "* %s: %+.2f ± %.2f%n", name, difference.mean(), difference.halfWidth());
        });
    }
}
