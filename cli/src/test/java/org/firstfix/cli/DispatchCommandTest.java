package org.firstfix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DispatchCommandTest {
    private static final String SOLOMON = """
            tiny

            VEHICLE
            NUMBER     CAPACITY
              2         10

            CUSTOMER
            CUST NO.  XCOORD.   YCOORD.    DEMAND   READY TIME  DUE DATE   SERVICE TIME

                0      0         0          0          0       100          0
                1      3         4          5          0        50         10
                2      6         8          5         20        30         10
            """;
    private static final String DAY = """
            {"travel": {"detour": 1.3, "kmh": 40}, "places": [[31.20, 121.40], [31.22, 121.45], [31.25, 121.47]],
             "engineers": [{"id": 1, "from": 0, "shift": ["08:00", "17:00"], "skills": {"laser": 2}}],
             "visits": [{"id": 11, "place": 1, "time": "00:45", "windows": [["09:00", "12:00"]], "skills": {"laser": 1}, "undone": 100},
                        {"id": 12, "place": 2, "time": "01:00", "skills": {"laser": 3}, "undone": 200}]}
            """;
    private static final String TECHNICIANS = """
            tiny

            INFO
            CREW COUNT  SKILLS  TOOLS   SPARE PARTS
            1       1       1       1

            DEPOT TECHNICIANS AND REQUESTS
            ID   X     Y     TWS    TWE    Serv   SKILLS   TOOLS    SPARE PARTS
            0    0     0     0      100    0      []     []     []
            1    3     4     0      100    0      [0]    []     [0]
            2    6     8     0      90     10     [0]    [0]    [1]
            3    3     0     40     60     10     [0]    []     [0]
            """;

    @TempDir
    private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path solomon = Path.of("");
    private Path day = Path.of("");

    @BeforeEach
    void writeInstances() throws IOException {
        solomon = Files.writeString(folder.resolve("tiny.txt"), SOLOMON);
        day = Files.writeString(folder.resolve("day.json"), DAY);
    }

    private int run(Object... arguments) {
        String[] words = new String[arguments.length + 1];
        words[0] = "dispatch";
        for (int i = 0; i < arguments.length; i++) {
            words[i + 1] = arguments[i].toString();
        }
        return Cli.run(new PrintWriter(out, true), new PrintWriter(err, true), words);
    }

    @Test
    void solvePrintsOneObject() {
        assertThat(run("solve", solomon, "--iterations", 50, "--seed", 3)).isZero();
        assertThat(out.toString()).startsWith("""
                {"format":"solomon","objective":"distance","cost":20.0,"vehicles":1,"routes":[{"vehicle":1,"visits":[""")
                .contains("\"unassigned\":[],\"iterations\":", "\"seed\":3}");
    }

    @Test
    void whatSolveWritesCheckAccepts() {
        Path solution = folder.resolve("solution.json");
        for (Path instance : new Path[] {solomon, day}) {
            assertThat(run("solve", instance, "--iterations", 50, "--out", solution)).isZero();
            assertThat(run("check", instance, solution)).as(err.toString()).isZero();
        }
        assertThat(out.toString()).contains("\"valid\":true").contains("\"unassigned\":1");
    }

    @Test
    void checkListsWhatIsWrongAndAnswersWithOne() throws IOException {
        Path solution = Files.writeString(folder.resolve("solution.json"), """
                {"objective": "distance", "cost": 19.0, "routes": [{"vehicle": 1, "visits": [1]}], "unassigned": []}""");
        assertThat(run("check", solomon, solution)).isEqualTo(1);
        assertThat(out.toString()).contains("\"valid\":false", "customer 2 is visited 0 times.", "claims to cost 19.0, it costs 10.0");
    }

    @Test
    void replayPlaysTheDay() throws IOException {
        Path instance = Files.writeString(folder.resolve("technicians.txt"), TECHNICIANS);
        Path releases = Files.writeString(folder.resolve("releases.txt"), "# tiny\nID    RD\n2    -1\n3    20\n");
        assertThat(run("replay", instance, releases, "--iterations-per-event", 20)).as(err.toString()).isZero();
        assertThat(out.toString()).contains("\"rejections\":0", "\"vehicle\":1");
        assertThat(run("replay", instance, Files.writeString(folder.resolve("other.txt"), "ID RD\n7 -1\n"))).isEqualTo(2);
        assertThat(err.toString()).contains("request 2 has no release date");
    }

    @Test
    void badInputIsRefusedWithASentence() throws IOException {
        assertThat(run("solve", folder.resolve("missing.txt"))).isEqualTo(2);
        assertThat(err.toString()).contains("missing.txt cannot be read: it does not exist.");
        assertThat(run("solve", Files.writeString(folder.resolve("poem.txt"), "no numbers"))).isEqualTo(2);
        assertThat(err.toString()).contains("looks like no known format. Maybe naming it with --format helps.");
        assertThat(run("solve", solomon, "--objective", "duration")).isEqualTo(2);
        assertThat(err.toString()).contains("It has: distance, vehicles.");
        assertThat(run("solve", solomon, "--seconds", 1, "--iterations", 5)).isEqualTo(2);
        assertThat(run("solve", solomon, "--seconds", -1)).isEqualTo(2);
        assertThat(run("solve", solomon, "--threads", 0)).isEqualTo(2);
        assertThat(run("solve", Files.writeString(folder.resolve("bad.json"), DAY.replace("\"time\": \"00:45\"", "\"time\": \"soon\"")))).isEqualTo(2);
        assertThat(err.toString()).contains("visits[0]: time is soon, expected a time such as");
        assertThat(run("check", solomon, Files.writeString(folder.resolve("torn.json"), "{\"routes\": ["))).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
    }
}
