package org.firstfix.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.firstfix.worktime.Deadline;
import org.firstfix.worktime.NoOpenTimeException;
import org.firstfix.worktime.OfficialDays;
import org.firstfix.worktime.Pause;
import org.firstfix.worktime.Pauses;
import org.firstfix.worktime.Segment;
import org.firstfix.worktime.WorkTime;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Questions to the engine {@code worktime}. */
@Command(name = "worktime", description = "Deadlines and elapsed time in opening hours, and why.",
        subcommands = {WorktimeCommand.Check.class, WorktimeCommand.DeadlineOf.class})
final class WorktimeCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Option(names = {"-h", "--help"}, usageHelp = true, scope = ScopeType.INHERIT, description = "this text")
    private boolean help;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(name = "check", description = "Answers all questions of a file as a JSON array.")
    static final class Check implements Callable<Integer> {
        private static final JsonMapper JSON = JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

        @Spec
        private CommandSpec spec;

        @Parameters(paramLabel = "FILE", description = "calendars and cases, see docs/conformance/worktime.md")
        private Path file;

        @Option(names = "--holidays", paramLabel = "FOLDER", description = "official Chinese notices, a file a year: 2026.json")
        private @Nullable Path holidays;

        @Option(names = "--explain", description = "add the segments: when time ran, when not, and by which rule")
        private boolean explain;

        @Override
        public Integer call() {
            CheckFile questions = read();
            Optional<OfficialDays> china = Optional.ofNullable(holidays).map(OfficialNotices::in);
            Map<String, WorkTime> calendars = new HashMap<>();
            Map<String, String> broken = new HashMap<>();
            questions.calendars().forEach((name, hours) -> {
                try {
                    calendars.put(name, hours.open(name, china));
                } catch (IllegalArgumentException | DateTimeException e) {
                    broken.put(name, "calendar \"" + name + "\": " + e.getMessage());
                }
            });
            boolean all = true;
            int compared = 0;
            int asExpected = 0;
            PrintWriter out = spec.commandLine().getOut();
            // A line an answer: files of a million questions are compared line by line.
            out.print("[");
            String between = "\n";
            for (CheckFile.Question question : questions.cases()) {
                Map<String, @Nullable Object> answer = question.answer(calendars, broken, explain);
                all &= !answer.containsKey("error") && !answer.containsKey("expected");
                compared += question.expect() == null ? 0 : 1;
                asExpected += question.expect() == null || answer.containsKey("expected") ? 0 : 1;
                out.print(between + JSON.writeValueAsString(answer));
                between = ",\n";
            }
            out.print("\n]\n");
            out.flush();
            if (compared > 0) {
                spec.commandLine().getErr().println(asExpected + " of " + compared + " as expected");
            }
            return all ? 0 : 1;
        }

        private CheckFile read() {
            if (!Files.isReadable(file) || Files.isDirectory(file)) {
                throw new Cli.Refused("the file " + file + " cannot be read.");
            }
            try {
                return JSON.readValue(file.toFile(), CheckFile.class);
            } catch (JacksonException e) {
                String what = e.getOriginalMessage().replaceAll("(?s) \\(start marker.*", "");
                throw new Cli.Refused(file + " is no file of questions: " + what + (e.getLocation() == null ? "" : " (line " + e.getLocation().getLineNr() + ")"));
            }
        }
    }

    @Command(name = "deadline", description = "One question: when is it due, and why.")
    static final class DeadlineOf implements Callable<Integer> {
        private static final Pattern TARGET = Pattern.compile("(?:(\\d{1,6})h)?(?:(\\d{1,6})m)?(?:(\\d{1,9})s)?");
        private static final DateTimeFormatter SPOKEN = DateTimeFormatter.ofPattern("EEE uuuu-MM-dd HH:mm:ss xxx", Locale.ENGLISH);

        @Spec
        private CommandSpec spec;

        @Option(names = "--zone", defaultValue = "Asia/Shanghai", description = "default ${DEFAULT-VALUE}")
        private String zone;

        @Option(names = "--hours", paramLabel = "DAYS=HOURS", required = true, split = ";",
                description = "for example mon-fri=09:00-12:00,13:00-18:00 or mon-sun=00:00-24:00; may be repeated")
        private List<String> hours;

        @Option(names = "--start", required = true, description = "2026-03-02T09:00, or with an offset")
        private String start;

        @Option(names = "--target", required = true, description = "for example 4h, 90m, 1h30m")
        private String target;

        @Option(names = "--pause", paramLabel = "FROM/UNTIL", description = "may be repeated; without UNTIL it goes on")
        private List<String> pauses = new ArrayList<>();

        @Option(names = "--holidays", paramLabel = "FOLDER", description = "follow the official Chinese notices of this folder")
        private @Nullable Path holidays;

        @Override
        public Integer call() {
            try {
                answer();
                return 0;
            } catch (IllegalArgumentException | DateTimeException | NoOpenTimeException e) {
                throw new Cli.Refused(e.getMessage());
            }
        }

        private void answer() {
            ZoneId place = ZoneId.of(zone);
            WorkTime time = new CheckFile.Hours(zone, week(), holidays != null, List.of(), Map.of())
                    .open("hours given", Optional.ofNullable(holidays).map(OfficialNotices::in));
            Instant from = CheckFile.instant("--start", start, place);
            Pauses paused = Pauses.of(pauses.stream().map(text -> pause(text, place)).toList());
            PrintWriter out = spec.commandLine().getOut();
            Instant until = switch (time.deadline(from, duration(target), paused)) {
                case Deadline.At at -> {
                    out.println("due        " + SPOKEN.format(at.at().atZone(place)));
                    at.unconfirmedYears().forEach(year -> out.println("           the official days of " + year + " are not known: it may move"));
                    yield at.at();
                }
                case Deadline.Suspended suspended -> {
                    out.println("suspended  since " + SPOKEN.format(suspended.since().atZone(place)) + ", " + spoken(suspended.remaining()) + " left");
                    yield suspended.since();
                }
            };
            time.explain(from, until, paused).forEach(segment -> out.println(line(segment, place)));
            out.flush();
        }

        private Map<String, List<List<String>>> week() {
            List<String> days = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
            Map<String, List<List<String>>> week = new LinkedHashMap<>();
            for (String entry : hours) {
                String[] parts = entry.strip().toLowerCase(Locale.ROOT).split("=", 2);
                String[] span = parts[0].split("-", 2);
                int first = days.indexOf(span[0]);
                int last = days.indexOf(span[span.length - 1]);
                if (parts.length < 2 || first < 0 || last < first) {
                    throw new IllegalArgumentException("--hours \"" + entry + "\" is not understood. Write for example mon-fri=09:00-12:00,13:00-18:00");
                }
                List<List<String>> openings = new ArrayList<>();
                for (String opening : parts[1].split(",")) {
                    openings.add(List.of(opening.strip().split("-", 2)));
                }
                days.subList(first, last + 1).forEach(day -> week.put(day, openings));
            }
            return week;
        }

        private static Pause pause(String text, ZoneId zone) {
            String[] parts = text.split("/", 2);
            Instant from = CheckFile.instant("--pause", parts[0], zone);
            return parts.length == 1 || parts[1].isBlank() ? Pause.since(from, "paused")
                    : Pause.between(from, CheckFile.instant("--pause", parts[1], zone), "paused");
        }

        private static Duration duration(String text) {
            Matcher parts = TARGET.matcher(text.strip().toLowerCase(Locale.ROOT));
            if (text.isBlank() || !parts.matches()) {
                throw new IllegalArgumentException("--target \"" + text + "\" is not understood. Write for example 4h, 90m or 1h30m.");
            }
            return Duration.ofHours(number(parts.group(1))).plusMinutes(number(parts.group(2))).plusSeconds(number(parts.group(3)));
        }

        private static long number(@Nullable String digits) {
            return digits == null ? 0 : Long.parseLong(digits);
        }

        private static String line(Segment segment, ZoneId zone) {
            String why = segment.reason().isEmpty() ? segment.rule().textKey() : segment.rule().textKey() + ", " + segment.reason();
            return "%-9s  %s  %s  %s (%s)".formatted(segment.kind().name().toLowerCase(Locale.ROOT), SPOKEN.format(segment.start().atZone(zone)),
                    SPOKEN.format(segment.end().atZone(zone)), spoken(segment.duration()), why);
        }

        private static String spoken(Duration duration) {
            return "%d:%02d:%02d".formatted(duration.toHours(), duration.toMinutesPart(), duration.toSecondsPart());
        }
    }
}
