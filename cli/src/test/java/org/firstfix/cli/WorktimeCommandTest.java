package org.firstfix.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorktimeCommandTest {
    private static final String CALENDARS = """
            {"shanghai": {"zone": "Asia/Shanghai", "cn": true, "week": {"mon": [["09:00","18:00"]], "tue": [["09:00","18:00"]],
               "wed": [["09:00","18:00"]], "thu": [["09:00","18:00"]], "fri": [["09:00","18:00"]]},
               "holidays": ["2026-03-03"], "special": {"2026-03-04": [["09:00","13:00"]], "2026-02-28": []}},
             "night": {"zone": "Europe/London", "week": {"mon": [["22:00","06:00"]]}},
             "never": {"zone": "Asia/Shanghai", "week": {}}}""";
    private static final String NOTICE = """
            {"year": 2026, "papers": ["a paper"], "days": [{"name": "元旦", "date": "2026-01-01", "isOffDay": true},
             {"name": "元旦", "date": "2026-01-04", "isOffDay": false}, {"name": "春节", "date": "2026-02-28", "isOffDay": false}]}""";

    private static final Path NOTICES = Path.of("../../shared/data/process/calendar");

    @TempDir
    private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void writeNotice() throws IOException {
        Files.createDirectory(folder.resolve("cn"));
        Files.writeString(folder.resolve("cn/2026.json"), NOTICE);
        Files.writeString(folder.resolve("cn/LICENSE.txt"), "no notice");
    }

    private int run(String... arguments) {
        return Cli.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }

    private int check(String cases, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("questions.json"), "{\"calendars\": " + CALENDARS + ", \"cases\": [" + cases + "]}");
        String[] arguments = new String[more.length + 3];
        arguments[0] = "worktime";
        arguments[1] = "check";
        arguments[2] = file.toString();
        System.arraycopy(more, 0, arguments, 3, more.length);
        return run(arguments);
    }

    private String[] holidays(String... more) {
        String[] all = new String[more.length + 2];
        all[0] = "--holidays";
        all[1] = folder.resolve("cn").toString();
        System.arraycopy(more, 0, all, 2, more.length);
        return all;
    }

    @ParameterizedTest(name = "{0}: {1} + {2} s = {3}")
    @CsvSource({
        "within a day, 2026-03-02T10:00:00+08:00, 14400, 2026-03-02T14:00:00+08:00",
        "a closing time not the next opening, 2026-03-02T14:00:00+08:00, 14400, 2026-03-02T18:00:00+08:00",
        "over a holiday of the file into a special date, 2026-03-02T17:00:00+08:00, 7200, 2026-03-04T10:00:00+08:00",
        "over the end of a special date, 2026-03-04T12:00:00+08:00, 7200, 2026-03-05T10:00:00+08:00",
        "a make-up Sunday, 2026-01-03T12:00:00+08:00, 3600, 2026-01-04T10:00:00+08:00",
        "a special date over a make-up Saturday, 2026-02-27T18:00:00+08:00, 3600, 2026-03-02T10:00:00+08:00",
        "an offset of somewhere else, 2026-03-02T02:00:00Z, 3600, 2026-03-02T11:00:00+08:00",
        "a wall time, 2026-03-02T10:00, 3600, 2026-03-02T11:00:00+08:00",
    })
    void deadlines(String what, String start, long target, String due) throws IOException {
        int code = check("{\"id\": \"A\", \"op\": \"deadline\", \"calendar\": \"shanghai\", \"start\": \"%s\", \"target_seconds\": %d}"
                .formatted(start, target), holidays());
        assertThat(out.toString()).as(what).isEqualTo("[\n{\"id\":\"A\",\"result\":\"" + due + "\"}\n]\n");
        assertThat(code).isZero();
    }

    @Test
    void elapsedAndPausesAndNightsAndOffsets() throws IOException {
        int code = check("""
                {"id": "B", "op": "elapsed", "calendar": "shanghai", "start": "2026-03-02T17:00:00+08:00", "end": "2026-03-04T12:00:00+08:00"},
                {"id": "C", "op": "deadline", "calendar": "shanghai", "start": "2026-03-02T09:00:00+08:00", "target_seconds": 3600,
                 "pauses": [["2026-03-02T09:30:00+08:00", "2026-03-02T10:00:00+08:00"], ["2026-03-02T09:45:00+08:00", "2026-03-02T10:30:00+08:00"]]},
                {"id": "D", "op": "deadline", "calendar": "shanghai", "start": "2026-03-02T09:00:00+08:00", "target_seconds": 3600,
                 "pauses": [["2026-03-02T09:30:00+08:00", null]]},
                {"id": "E", "op": "deadline", "calendar": "night", "start": "2026-03-30T23:00:00+01:00", "target_seconds": 7200}""", holidays());
        assertThat(out.toString()).contains("{\"id\":\"B\",\"seconds\":14400}", "{\"id\":\"C\",\"result\":\"2026-03-02T11:00:00+08:00\"}",
                "{\"id\":\"D\",\"result\":null,\"remaining_seconds\":1800,\"suspended_since\":\"2026-03-02T09:30:00+08:00\"}",
                "{\"id\":\"E\",\"result\":\"2026-03-31T01:00:00+01:00\"}");
        assertThat(code).isZero();
    }

    @Test
    void theExampleOfTheDocumentation() throws IOException {
        String page = Files.readString(Path.of("../docs/conformance/worktime.md"));
        String example = page.substring(page.indexOf("```json") + 7, page.indexOf("```", page.indexOf("```json") + 7));
        Files.writeString(folder.resolve("example.json"), example);
        assertThat(run("worktime", "check", folder.resolve("example.json").toString(), "--holidays", folder.resolve("cn").toString())).isZero();
        assertThat(out.toString()).contains("{\"id\":\"A\",\"result\":\"2024-12-24T12:30:00+08:00\"", "{\"id\":\"B\",\"seconds\":14400}");
    }

    @Test
    void thePublishedSuiteIsAnsweredAsItExpects() {
        assumeThat(NOTICES).as("the notices are not beside the project").isDirectory();
        int code = run("worktime", "check", "../docs/conformance/worktime.json", "--holidays", NOTICES.toString());
        assertThat(out.toString()).doesNotContain("expected", "error");
        assertThat(err.toString()).isEqualTo("127 of 127 as expected\n");
        assertThat(code).isZero();
    }

    @Test
    void anUnexpectedAnswerIsMarked() throws IOException {
        int code = check("""
                {"id": "X", "op": "elapsed", "calendar": "night", "start": "2026-03-02T23:00", "end": "2026-03-02T23:30", "expect": {"seconds": 1801}}""",
                holidays());
        assertThat(out.toString()).contains("{\"id\":\"X\",\"seconds\":1800,\"expected\":{\"seconds\":1801}}");
        assertThat(err.toString()).startsWith("0 of 1 as expected");
        assertThat(code).isOne();
    }

    @Test
    void theReasonsOnDemand() throws IOException {
        check("{\"id\": \"F\", \"op\": \"deadline\", \"calendar\": \"shanghai\", \"start\": \"2026-01-03T12:00\", \"target_seconds\": 60}",
                holidays("--explain"));
        assertThat(out.toString()).contains("\"segments\":[{\"start\":\"2026-01-03T12:00:00+08:00\"",
                "\"kind\":\"open\",\"rule\":\"make-up-day\",\"reason\":\"元旦\",\"calendar\":\"shanghai\",\"version\":\"1\"}");
    }

    @Test
    void aYearNobodyAnnouncedIsSaid() throws IOException {
        check("{\"id\": \"G\", \"op\": \"deadline\", \"calendar\": \"shanghai\", \"start\": \"2027-03-01T09:00\", \"target_seconds\": 60}", holidays());
        assertThat(out.toString()).contains("\"unconfirmed_years\":[2027]");
    }

    @Test
    void whatCannotBeAnsweredSaysWhyAndTheOthersAreAnswered() throws IOException {
        int code = check("""
                {"id": "H", "op": "deadline", "calendar": "never", "start": "2026-03-02T09:00", "target_seconds": 1},
                {"id": "I", "op": "deadline", "calendar": "nobody's", "start": "2026-03-02T09:00", "target_seconds": 1},
                {"id": "J", "op": "deadline", "calendar": "night", "start": "2026-13-02T09:00", "target_seconds": 1},
                {"id": "K", "op": "guess", "calendar": "night", "start": "2026-03-02T09:00"},
                {"id": "L", "op": "deadline", "calendar": "night", "start": "2026-03-02T09:00", "target_seconds": 1,
                 "pauses": [["2026-03-02T23:00", "2026-03-02T22:00"]]},
                {"id": "M", "op": "elapsed", "calendar": "night", "start": "2026-03-02T23:00", "end": "2026-03-02T23:30"}""", holidays());
        assertThat(out.toString()).contains("never opens", "no calendar \\\"nobody's\\\"", "is no time", "expected deadline or elapsed", "before it begins",
                "{\"id\":\"M\",\"seconds\":1800}");
        assertThat(code).isOne();
    }

    @Test
    void officialDaysAreNotGuessed() throws IOException {
        assertThat(check("{\"id\": \"N\", \"op\": \"deadline\", \"calendar\": \"shanghai\", \"start\": \"2026-03-02T09:00\", \"target_seconds\": 1}")).isOne();
        assertThat(out.toString()).contains("--holidays FOLDER");
    }

    @ParameterizedTest
    @CsvSource({"nothing.json, cannot be read", "broken.json, is no file of questions", "unknown.json, \"question\""})
    void aFileThatIsNoneIsRefusedInOneLine(String name, String said) throws IOException {
        Files.writeString(folder.resolve("broken.json"), "{");
        Files.writeString(folder.resolve("unknown.json"), "{\"calendars\": {}, \"cases\": [], \"question\": 1}");
        assertThat(run("worktime", "check", folder.resolve(name).toString())).isEqualTo(2);
        assertThat(err.toString()).startsWith("firstfix: ").contains(said).hasLineCount(1);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void oneQuestionOnTheCommandLine() {
        assertThat(run("worktime", "deadline", "--hours", "mon-fri=09:00-12:00,13:00-18:00;sat=09:00-12:00", "--start", "2026-03-06T17:00",
                "--target", "2h30m", "--pause", "2026-03-07T09:00/2026-03-07T09:30")).isZero();
        assertThat(out.toString()).startsWith("due        Sat 2026-03-07 11:00:00 +08:00").contains("paused ", "0:30:00");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"2x|mon-fri=09:00-18:00|--target \"2x\" is not understood", "2h|mon-fry=09:00-18:00|--hours \"mon-fry",
        "2h|fri-mon=09:00-18:00|--hours \"fri-mon", "2h|mon=9-18|Opening hours \"9-18\""})
    void aQuestionThatIsNoneIsRefused(String target, String hours, String said) {
        assertThat(run("worktime", "deadline", "--hours", hours, "--start", "2026-03-06T17:00", "--target", target)).isEqualTo(2);
        assertThat(err.toString()).contains(said);
    }
}
