package org.firstfix.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.firstfix.faultfinding.Carrying;
import org.firstfix.faultfinding.CauseScore;
import org.firstfix.faultfinding.DiagnosisModel;
import org.firstfix.faultfinding.PartSets;
import org.firstfix.faultfinding.PartsScore;
import org.firstfix.faultfinding.PartsToCarry;
import org.firstfix.faultfinding.Prediction;
import org.firstfix.faultfinding.Question;
import org.firstfix.faultfinding.Repair;
import org.firstfix.faultfinding.Settings;
import org.firstfix.faultfinding.Ticket;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Questions to the engine {@code diagnosis}. */
@Command(name = "diagnose", description = "What a fault probably is, which parts to carry, and how often that is right.",
        subcommands = DiagnoseCommand.Evaluate.class)
final class DiagnoseCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Option(names = {"-h", "--help"}, usageHelp = true, scope = ScopeType.INHERIT, description = "this text")
    private boolean help;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(name = "evaluate", description = "Learns from one table of tickets, predicts another, and prints how good that was as JSON.")
    static final class Evaluate implements Callable<Integer> {
        private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

        @Spec
        private CommandSpec spec;

        @Option(names = "--train", required = true, paramLabel = "FILE", description = "CSV in UTF-8 to learn from, in order of time")
        private Path train;

        @Option(names = "--test", required = true, paramLabel = "FILE", description = "CSV to predict, with the same columns")
        private Path test;

        @Option(names = "--text", required = true, paramLabel = "COL[,COL]", split = ",", description = "columns of the report; never of the repair")
        private List<String> text;

        @ArgGroup(multiplicity = "1")
        private Answer answer;

        @Option(names = "--group", paramLabel = "COL[,COL]", split = ",", description = "columns of the machine from fine to coarse: serial, model, family")
        private List<String> group = List.of();

        @Option(names = "--limit", paramLabel = "N", description = "learn from the first N tickets only")
        private @Nullable Integer limit;

        @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "default ${DEFAULT-VALUE}")
        private long seed;

        @Option(names = "--out", paramLabel = "PREDICTIONS.csv", description = "write row,rank,label,probability")
        private @Nullable Path out;

        /** What is to be predicted. */
        private static final class Answer {
            @Option(names = "--label", required = true, paramLabel = "COL", description = "column of the cause")
            private @Nullable String label;

            @Option(names = "--parts", required = true, paramLabel = "COL", description = "column of the parts taken, between semicolons; empty if none was")
            private @Nullable String parts;
        }

        @Override
        public Integer call() {
            if (limit != null && limit < 1) {
                throw new Cli.Refused("--limit " + limit + " leaves nothing to learn from.");
            }
            requireRoom();
            Table learnt = Table.of(read("--train", train), text.size(), answer.parts != null, limit == null ? Integer.MAX_VALUE : limit);
            Table asked = Table.of(read("--test", test), text.size(), answer.parts != null, Integer.MAX_VALUE);
            learnt.requireTickets("--train " + train);
            asked.requireTickets("--test " + test);
            Settings usual = Settings.usual();
            DiagnosisModel model = DiagnosisModel.learn(learnt.tickets(), new Settings(usual.catalogue(), usual.halfLife(), Integer.MAX_VALUE, seed));
            List<List<Object>> lines = new ArrayList<>();
            Map<String, Object> report = answer.parts != null ? parts(model, learnt, asked, lines) : causes(model, learnt, asked, lines);
            if (out != null) {
                write(out, lines);
            }
            PrintWriter print = spec.commandLine().getOut();
            print.println(JSON.writeValueAsString(report));
            print.flush();
            return 0;
        }

        private TicketFile read(String option, Path file) {
            String wanted = answer.parts != null ? answer.parts : String.valueOf(answer.label);
            return TicketFile.read(option, file, Stream.of(text, group, List.of(wanted)).flatMap(List::stream).map(String::strip).toList());
        }

        private void requireRoom() {
            if (out != null && (Files.isDirectory(out) || !Files.isDirectory(out.toAbsolutePath().getParent()))) {
                throw new Cli.Refused("--out " + out + " cannot be written. Maybe its folder does not exist, or it is a folder itself.");
            }
        }

        private static Map<String, Object> causes(DiagnosisModel model, Table learnt, Table asked, List<List<Object>> lines) {
            Set<String> seen = learnt.plainWords();
            CauseScore all = new CauseScore();
            CauseScore fresh = new CauseScore();
            CauseScore prior = new CauseScore();
            CauseScore freshPrior = new CauseScore();
            for (int i = 0; i < asked.tickets().size(); i++) {
                Ticket ticket = asked.tickets().get(i);
                String truth = ticket.repair().cause().orElseThrow();
                Prediction prediction = model.predict(ticket.question());
                Prediction counted = model.predictByCounting(ticket.question());
                boolean isFresh = !seen.contains(ticket.question().plainWords());
                for (CauseScore score : isFresh ? List.of(all, fresh) : List.of(all)) {
                    score.add(prediction, truth);
                }
                for (CauseScore score : isFresh ? List.of(prior, freshPrior) : List.of(prior)) {
                    score.add(counted, truth);
                }
                int rank = 0;
                for (Prediction.Likely likely : prediction.causes()) {
                    lines.add(List.of(ticket.id(), ++rank, likely.name(), likely.probability()));
                }
            }
            Map<String, Object> report = sizes(learnt, asked);
            report.putAll(figures(all, prior));
            report.put("duplicates", duplicates(all.predictions() - fresh.predictions(), fresh.predictions() == 0 ? Map.of() : figures(fresh, freshPrior)));
            return report;
        }

        private static Map<String, Object> figures(CauseScore score, CauseScore prior) {
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("top1", rounded(score.top1()));
            figures.put("top3", rounded(score.top3()));
            figures.put("macro_f1", rounded(score.macroF1()));
            figures.put("log_loss", rounded(score.logLoss()));
            figures.put("prior_log_loss", rounded(prior.logLoss()));
            figures.put("ece", rounded(score.calibration().error()));
            figures.put("mean_top_confidence", rounded(score.calibration().meanSaid()));
            figures.put("prior_top1", rounded(prior.top1()));
            figures.put("prior_mean_top_confidence", rounded(prior.calibration().meanSaid()));
            return figures;
        }

        private static Map<String, Object> parts(DiagnosisModel model, Table learnt, Table asked, List<List<Object>> lines) {
            Set<String> seen = learnt.plainWords();
            PartsScore all = new PartsScore();
            PartsScore fresh = new PartsScore();
            PartsScore prior = new PartsScore();
            PartsScore same = new PartsScore();
            PartSets usual = learnt.usualParts();
            List<PartsToCarry> always = choices(usual);
            for (Ticket ticket : asked.tickets()) {
                var taken = ticket.repair().parts().orElseThrow();
                PartSets predicted = model.predict(ticket.question()).partSets();
                List<PartsToCarry> chosen = choices(predicted);
                all.add(predicted, taken, chosen);
                same.add(usual, taken, always);
                prior.add(model.predictByCounting(ticket.question()).partSets(), taken);
                if (!seen.contains(ticket.question().plainWords())) {
                    fresh.add(predicted, taken, chosen);
                }
                for (int most = 1; most <= PartsScore.MOST; most++) {
                    PartsToCarry choice = chosen.get(most - 1);
                    lines.add(List.of(ticket.id(), most, String.join(";", choice.parts()), choice.promise()));
                }
            }
            Map<String, Object> report = sizes(learnt, asked);
            report.putAll(figures(all));
            report.put("prior_log_loss", rounded(prior.logLoss()));
            report.put("always_the_same_parts", sameParts(always, same));
            report.put("duplicates", duplicates(all.predictions() - fresh.predictions(), fresh.predictions() == 0 ? Map.of() : figures(fresh)));
            return report;
        }

        private static List<PartsToCarry> choices(PartSets sets) {
            return IntStream.rangeClosed(1, PartsScore.MOST).mapToObj(most -> PartsToCarry.best(sets, Carrying.atMost(most))).toList();
        }

        private static Map<String, Object> figures(PartsScore score) {
            Map<String, Object> figures = new LinkedHashMap<>();
            for (int most = 1; most <= PartsScore.MOST; most++) {
                figures.put("all_needed_at_" + most, rounded(score.allNeeded(most)));
            }
            for (int most = 1; most <= PartsScore.MOST; most++) {
                figures.put("predicted_coverage_at_" + most, rounded(score.promises(most).meanSaid()));
            }
            figures.put("any_at_2", rounded(score.anyOfTwo()));
            figures.put("rows_that_needed_parts", score.needing());
            figures.put("all_needed_at_2_of_those", rounded(score.allNeededOfNeeding(2)));
            figures.put("ece", rounded(score.promises(2).error()));
            figures.put("coverage_at_2", score.promises(2).bands().stream()
                    .map(band -> Map.of("rows", band.times(), "predicted", rounded(band.said()), "realised", rounded(band.was()))).map(TreeMap::new).toList());
            figures.put("log_loss", rounded(score.logLoss()));
            return figures;
        }

        private static Map<String, Object> sameParts(List<PartsToCarry> always, PartsScore same) {
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("parts", always.get(1).parts());
            for (int most = 1; most <= PartsScore.MOST; most++) {
                figures.put("all_needed_at_" + most, rounded(same.allNeeded(most)));
            }
            return figures;
        }

        private static Map<String, Object> sizes(Table learnt, Table asked) {
            Map<String, Object> sizes = new LinkedHashMap<>();
            sizes.put("n_train", learnt.tickets().size());
            sizes.put("n_test", asked.tickets().size());
            if (learnt.unanswered() + asked.unanswered() > 0) {
                sizes.put("rows_without_label", learnt.unanswered() + asked.unanswered());
            }
            return sizes;
        }

        private static Map<String, Object> duplicates(int rows, Map<String, Object> without) {
            Map<String, Object> duplicates = new LinkedHashMap<>();
            duplicates.put("test_rows_seen_in_train", rows);
            duplicates.put("without_them", without);
            return duplicates;
        }

        private static double rounded(double figure) {
            return Math.round(figure * 1e6) / 1e6;
        }

        private static void write(Path out, List<List<Object>> lines) {
            Path beside = out.resolveSibling(out.getFileName() + ".part");
            try {
                try (CSVPrinter csv = CSVFormat.DEFAULT.builder().setHeader("row", "rank", "label", "probability").setRecordSeparator("\n").get()
                        .print(Files.newBufferedWriter(beside))) {
                    for (List<Object> line : lines) {
                        csv.printRecord(line.get(0), line.get(1), line.get(2), String.format(Locale.ROOT, "%.8f", line.get(3)));
                    }
                }
                Files.move(beside, out, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new Cli.Refused("--out " + out + " cannot be written: " + e.getMessage());
            }
        }
    }

    /**
     * Tickets of a file.
     *
     * @param tickets numbered from 1 by their row
     * @param unanswered rows left out because nobody wrote down the cause
     */
    private record Table(List<Ticket> tickets, int unanswered) {

        static Table of(TicketFile file, int texts, boolean parts, int limit) {
            List<Ticket> tickets = new ArrayList<>();
            int unanswered = 0;
            for (int row = 0; row < file.rows().size() && tickets.size() < limit; row++) {
                List<String> values = file.rows().get(row);
                String found = values.getLast().strip();
                if (!parts && found.isEmpty()) {
                    unanswered++;
                    continue;
                }
                Question question = new Question(String.join(" ", values.subList(0, texts)), values.subList(texts, values.size() - 1), Map.of(), Map.of());
                Repair repair = parts ? Repair.ofParts(Arrays.stream(found.split(";")).map(String::strip).filter(part -> !part.isEmpty()).toList())
                        : Repair.ofCause(found);
                tickets.add(new Ticket(String.valueOf(row + 1), question, repair, row));
            }
            return new Table(tickets, unanswered);
        }

        void requireTickets(String what) {
            if (tickets.isEmpty()) {
                throw new Cli.Refused(what + ": no row has a value in the column of the label. Maybe another column is meant.");
            }
        }

        Set<String> plainWords() {
            Set<String> words = new HashSet<>();
            tickets.forEach(ticket -> words.add(ticket.question().plainWords()));
            return words;
        }

        /** How often each set of parts was taken, whatever the report. */
        PartSets usualParts() {
            Map<String, PartSets.PartSet> sets = new TreeMap<>();
            double each = 1.0 / tickets.size();
            tickets.forEach(ticket -> {
                var taken = ticket.repair().parts().orElseThrow();
                sets.merge(taken.toString(), new PartSets.PartSet(taken, each), (one, other) -> new PartSets.PartSet(taken, one.probability() + each));
            });
            return new PartSets(List.copyOf(sets.values()), 0);
        }
    }
}
