package org.firstfix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DiagnoseCommandTest {
    private static final String[][] FAULTS = {
        {"pump leaks at the seal", "seal", "seal"}, {"水泵漏水", "seal", "seal;screw"}, {"no display at power-on", "mainboard", "mainboard"},
        {"开机无显示", "mainboard", "mainboard"}, {"disk amber light", "disk", "disk"}, {"wont start, dirty filter", "filter", ""}};

    @TempDir
    private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void writeTickets() throws IOException {
        Files.writeString(folder.resolve("train.csv"), "\uFEFF" + tickets(200, 1));
        Files.writeString(folder.resolve("test.csv"), tickets(60, 2));
    }

    private static String tickets(int count, long seed) {
        Random random = new Random(seed);
        StringBuilder csv = new StringBuilder("serial,model,report,cause,parts\n");
        for (int i = 0; i < count; i++) {
            String[] fault = FAULTS[random.nextInt(FAULTS.length)];
            csv.append("S%d,M%d,\"%s, number %d of the %s\",%s,%s\n".formatted(random.nextInt(30), random.nextInt(4), fault[0], random.nextInt(90),
                    List.of("week", "month", "year", "day", "site").get(random.nextInt(5)), fault[1], fault[2]));
        }
        return csv.toString();
    }

    private int evaluate(String train, String test, String... more) {
        String[] arguments = new String[more.length + 6];
        System.arraycopy(new String[] {"diagnose", "evaluate", "--train", folder.resolve(train).toString(), "--test", folder.resolve(test).toString()}, 0, arguments, 0, 6);
        System.arraycopy(more, 0, arguments, 6, more.length);
        return Cli.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }

    private JsonNode report() {
        return JsonMapper.shared().readTree(out.toString());
    }

    @Test
    void scoresCauses() throws IOException {
        Path predictions = folder.resolve("predictions.csv");
        assertThat(evaluate("train.csv", "test.csv", "--text", "report", "--label", "cause", "--group", "serial,model", "--out", predictions.toString()))
                .as(err.toString()).isZero();
        JsonNode report = report();
        assertThat(report.get("n_train").asInt()).isEqualTo(200);
        assertThat(report.get("n_test").asInt()).isEqualTo(60);
        assertThat(report.get("top1").asDouble()).isGreaterThan(.95);
        assertThat(report.get("top3").asDouble()).isGreaterThan(.95);
        assertThat(report.get("macro_f1").asDouble()).isGreaterThan(.95);
        assertThat(report.get("log_loss").asDouble()).isLessThan(report.get("prior_log_loss").asDouble());
        assertThat(report.get("duplicates").get("test_rows_seen_in_train").asInt()).isPositive();
        List<String> lines = Files.readAllLines(predictions);
        assertThat(lines.getFirst()).isEqualTo("row,rank,label,probability");
        assertThat(lines).hasSize(1 + 60 * 4);
        assertThat(lines.get(1)).startsWith("1,1,");
        assertThat(folder.resolve("predictions.csv.part")).doesNotExist();
    }

    @Test
    void scoresParts() throws IOException {
        Path predictions = folder.resolve("parts.csv");
        assertThat(evaluate("train.csv", "test.csv", "--text", "report", "--parts", "parts", "--out", predictions.toString())).as(err.toString()).isZero();
        JsonNode report = report();
        assertThat(report.get("all_needed_at_1").asDouble()).isLessThan(1);
        assertThat(report.get("all_needed_at_2").asDouble()).isGreaterThan(.95);
        assertThat(report.get("any_at_2").asDouble()).isGreaterThan(.95);
        assertThat(report.get("ece").asDouble()).isLessThan(.1);
        assertThat(report.get("always_the_same_parts").get("all_needed_at_2").asDouble()).isLessThan(.8);
        assertThat(Files.readAllLines(predictions)).hasSize(1 + 60 * 3);
    }

    @Test
    void learnsTheFirstTicketsOnly() {
        assertThat(evaluate("train.csv", "test.csv", "--text", "report", "--label", "cause", "--limit", "20")).isZero();
        assertThat(report().get("n_train").asInt()).isEqualTo(20);
    }

    @Test
    void columnsOfAFileWithoutNamesAreMeantByTheirPlace() throws IOException {
        Files.writeString(folder.resolve("plain.csv"), "leaking,seal\nweeping,seal\nno display,board\n");
        assertThat(evaluate("plain.csv", "plain.csv", "--text", "1", "--label", "2")).as(err.toString()).isZero();
        assertThat(report().get("n_train").asInt()).isEqualTo(3);
    }

    @Test
    void sameSeedSameReport() {
        evaluate("train.csv", "test.csv", "--text", "report", "--parts", "parts", "--seed", "3");
        String first = out.toString();
        out.getBuffer().setLength(0);
        evaluate("train.csv", "test.csv", "--text", "report", "--parts", "parts", "--seed", "3");
        assertThat(out.toString()).isEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({"--label,reason,no column \"reason\"", "--label,serial,''", "--parts,part,It has serial"})
    void columnsThatAreNotThereAreNamed(String kind, String column, String message) {
        int code = evaluate("train.csv", "test.csv", "--text", "report", kind, column);
        assertThat(code).isEqualTo(message.isEmpty() ? 0 : 2);
        assertThat(err.toString()).contains(message);
    }

    @Test
    void badFilesAreRefused() throws IOException {
        Files.writeString(folder.resolve("empty.csv"), "");
        Files.writeString(folder.resolve("names.csv"), "report,cause\n");
        Files.writeString(folder.resolve("ragged.csv"), "report,cause\nno display,board\nleaking, badly,seal\n");
        Files.writeString(folder.resolve("open.csv"), "report,cause\n\"no display,board\n");
        Files.writeString(folder.resolve("unlabelled.csv"), "report,cause\nno display,\n");
        Files.write(folder.resolve("gbk.csv"), "report,cause\n开机无显示,主板\n".getBytes(Charset.forName("GBK")));
        assertRefused("empty.csv", "empty.csv holds no ticket", "empty");
        assertRefused("names.csv", "holds no ticket", "only a first line");
        assertRefused("ragged.csv", "line 3 has 3 columns", "quotation marks");
        assertRefused("open.csv", "is no CSV", "quotation mark");
        assertRefused("unlabelled.csv", "no row has a value", "another column");
        assertRefused("gbk.csv", "not UTF-8", "GBK");
        assertRefused("missing.csv", "missing.csv", "cannot be read");
    }

    private void assertRefused(String train, String... messages) {
        err.getBuffer().setLength(0);
        assertThat(evaluate(train, "test.csv", "--text", "report", "--label", "cause")).as(train).isEqualTo(2);
        assertThat(err.toString()).as(train).startsWith("firstfix: ").contains(messages);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void refusesWhatCannotBeMeant() {
        assertThat(evaluate("train.csv", "test.csv", "--text", "report", "--label", "cause", "--limit", "0")).isEqualTo(2);
        assertThat(evaluate("train.csv", "test.csv", "--text", "report", "--label", "cause", "--parts", "parts")).isEqualTo(2);
        assertThat(evaluate("train.csv", "test.csv", "--text", "report")).isEqualTo(2);
        assertThat(evaluate("train.csv", "test.csv", "--text", "report", "--label", "cause", "--out", folder.resolve("nowhere/p.csv").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("--limit 0").contains("nowhere");
    }

    @Test
    void nothingIsWrittenWhenTheTestFileIsBad() throws IOException {
        Files.writeString(folder.resolve("bad.csv"), "report,cause\n", StandardCharsets.UTF_8);
        Path predictions = folder.resolve("never.csv");
        assertThat(evaluate("train.csv", "bad.csv", "--text", "report", "--label", "cause", "--out", predictions.toString())).isEqualTo(2);
        assertThat(predictions).doesNotExist();
    }
}
