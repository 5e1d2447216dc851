package org.firstfix.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.firstfix.durability.Load.Deed;
import org.firstfix.durability.Load.Kind;
import org.firstfix.testing.TestClient;
import org.firstfix.testing.TestClient.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} of the server, of its database, of everything, and during the start, while people work. After each
 * restart: what was acknowledged is there as it was acknowledged, nothing is half-done, and who repeats a request that
 * got no answer gets one, exactly once. {@code -Dfirstfix.kills.seed=N} repeats a run's choices,
 * {@code -Dfirstfix.kills.at-work=N} makes it longer or shorter.
 */
class KilledServerTest {
    private static final String PASSWORD = "a long enough one";
    private static final Pattern FIRST_PASSWORD = Pattern.compile("user name admin, password (\\S+)");
    private static final int AT_WORK = Integer.getInteger("firstfix.kills.at-work", 10);
    private static final int PEOPLE = 4;

    @TempDir
    private Path folder;
    private final long seed = Long.getLong("firstfix.kills.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final List<String> passwords = new ArrayList<>();
    private final List<String> table = new ArrayList<>();
    private ServerProcess server;
    private Truth truth;

    private enum Target { SERVER, DATABASE, EVERYTHING }

    @AfterEach
    void nothingStays() {
        System.out.println("\nKills with seed " + seed + ":\n" + String.join("\n", table) + "\n");
        if (server != null) {
            server.clear();
        }
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void whatWasAcknowledgedSurvives() throws IOException {
        server = new ServerProcess(folder);
        truth = new Truth(server);
        killDuringTheFirstStart();
        server.start();
        rememberPassword();
        assertThat(truth.setting("fsync")).isEqualTo("on");
        assertThat(truth.setting("synchronous_commit")).isEqualTo("on");
        assertThat(truth.setting("full_page_writes")).isEqualTo("on");
        assertThat(List.of("postgres", "firstfix_owner", "firstfix_app")).noneMatch(truth::letsInWithoutPassword);
        Load load = openTheHouse();
        for (int kill = 1; kill <= AT_WORK; kill++) {
            workAndKill(load, Target.values()[kill % 3]);
            if (kill % 3 == 0) {
                killDuringTheStart();
            }
            Duration start = server.start();
            compare(load, start);
        }
        // A page that is left open asks for news for hours; a server that waited for it would be killed by whoever stops it.
        try (InputStream openPage = new TestClient(server.port()).signIn("agent", PASSWORD).stream("/api/v1/stream", null)) {
            assertThat(openPage.read()).isPositive();
            assertThat(server.stop()).as("exit code after SIGTERM").isEqualTo(143);
        }
        assertThat(server.said("Graceful shutdown complete")).isTrue();
        assertThat(table).hasSizeGreaterThanOrEqualTo(Math.min(20, 8 + AT_WORK + AT_WORK / 3));
    }

    private void killDuringTheFirstStart() {
        killStarting("first start, passwords made", Target.SERVER, () -> server.database().resolve("owner.password").toFile().exists(), 300);
        killStarting("first start, programs being unpacked", Target.SERVER, this::unpacks, 200);
        killStarting("first start, database being created", Target.EVERYTHING, this::unfinished, 700);
        killStarting("first start, database being created", Target.SERVER, this::unfinished, 1500);
        killStarting("first start, database being filled", Target.SERVER, () -> runsOrIsOver("initdb"), 1);
        killStarting("first start, database being started", Target.SERVER, () -> runsOrIsOver("pg_ctl"), 1);
        killStarting("first start, schema being created", Target.EVERYTHING, () -> server.database().resolve("postgres").toFile().exists(), 1500);
        killStarting("first start, ready", Target.SERVER, () -> server.said("Tomcat started"), 400);
    }

    /** These run for a tenth of a second only; whoever misses them kills a server that is ready, which must survive as well. */
    private boolean runsOrIsOver(String program) {
        return server.runs(program) || server.said("Tomcat started");
    }

    private boolean unpacks() {
        String[] names = server.database().resolve("binaries").toFile().list();
        return names != null && names.length > 0;
    }

    private boolean unfinished() {
        String[] names = server.database().toFile().list((parent, name) -> name.startsWith("postgres.unfinished"));
        return names != null && names.length > 0;
    }

    private void killDuringTheStart() {
        switch (random.nextInt(3)) {
            case 0 -> killStarting("start, anywhere", Target.SERVER, () -> true, 4000);
            case 1 -> killStarting("start, database running", Target.EVERYTHING, () -> server.postmaster().isPresent(), 1500);
            default -> killStarting("start, web server up", Target.SERVER, () -> server.said("Tomcat initialized"), 3000);
        }
    }

    private void killStarting(String when, Target target, BooleanSupplier moment, int atMostLater) {
        server.launch();
        server.await(when, moment);
        ServerProcess.pause(Duration.ofMillis(random.nextInt(atMostLater)));
        if (target == Target.SERVER) {
            server.killServer();
        } else {
            server.killEverything();
        }
        rememberPassword();
        table.add("%2d  %-10s %-38s".formatted(table.size() + 1, target, when));
    }

    /** Shown once; a server killed between showing and keeping it shows another one at its next start. */
    private void rememberPassword() {
        Matcher shown = FIRST_PASSWORD.matcher(server.output());
        while (shown.find()) {
            passwords.add(shown.group(1));
        }
    }

    private Load openTheHouse() {
        server.await("inhabited", () -> {
            rememberPassword();
            return !passwords.isEmpty();
        });
        TestClient admin = new TestClient(server.port()).signIn("admin", passwords.getLast());
        admin.put("/api/v1/session/password", Map.of("oldPassword", passwords.getLast(), "newPassword", PASSWORD)).expect(204);
        admin.post("/api/v1/org-units", Map.of("code", "hangzhou", "kind", "BRANCH", "nameZh", "杭州", "nameEn", "Hangzhou", "parentCode",
                "house", "zone", "Asia/Shanghai")).expect(201);
        admin.post("/api/v1/users", Map.of("userName", "agent", "password", "only the first " + seed, "name", "王伟", "phone", "", "email", "",
                "language", "en", "orgUnitCode", "hangzhou", "roles", List.of(Map.of("role", "SERVICE_MANAGER", "orgUnitCode", "hangzhou"),
                        Map.of("role", "AGENT", "orgUnitCode", "hangzhou")))).expect(201);
        new TestClient(server.port()).signIn("agent", "only the first " + seed)
                .put("/api/v1/session/password", Map.of("oldPassword", "only the first " + seed, "newPassword", PASSWORD)).expect(204);
        String account = admin.post("/api/v1/customers", Map.of("name", "杭州维荣科技", "tier", "VIP", "language", "zh-CN", "overdue", false,
                "orgUnitCode", "hangzhou")).expect(201).json().path("number").asString();
        String site = admin.post("/api/v1/customers/" + account + "/sites", Map.of("name", "机房", "zone", "Asia/Shanghai", "orgUnitCode",
                "hangzhou")).expect(201).json().path("number").asString();
        String serial = admin.post("/api/v1/assets", Map.of("serial", "KDXXNRF", "modelCode", "7979Q7C", "siteNumber", site,
                "importance", "HIGH", "software", List.of())).expect(201).json().path("serial").asString();
        admin.post("/api/v1/contracts", Map.of("accountNumber", account, "inForce", true, "paper", Map.of("title", "维保", "startsOn",
                "2020-01-01", "endsOn", "2035-12-31", "specialTerms", "", "currency", "CNY", "lines",
                List.of(Map.of("coverageCode", "7x24x4", "covers", "ACCOUNT"))))).expect(201);
        List<TestClient> people = IntStream.range(0, PEOPLE)
                .mapToObj(i -> new TestClient(server.port()).signIn("agent", PASSWORD)).toList();
        return new Load(people, site, serial, random);
    }

    private void workAndKill(Load load, Target target) {
        int before = load.deeds().size();
        load.begin();
        int enough = before + 20 + random.nextInt(40);
        long until = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        while (load.deeds().size() < enough && System.nanoTime() < until) {
            ServerProcess.pause(Duration.ofMillis(5));
        }
        load.end();
        switch (target) {
            case SERVER -> server.killServer();
            case DATABASE -> {
                assertThat(server.killDatabase()).as("exit code of a server without its database").isEqualTo(70);
                assertThat(server.output()).contains("The embedded database");
            }
            case EVERYTHING -> server.killEverything();
        }
        load.join();
        assertThat(load.complaints()).as("seed " + seed).isEmpty();
        List<Deed> done = load.deeds().subList(before, load.deeds().size());
        table.add("%2d  %-10s %-38s %4d acknowledged, %d without an answer".formatted(table.size() + 1, target, "at work",
                done.stream().filter(Deed::acknowledged).count(), done.stream().filter(deed -> !deed.acknowledged()).count()));
    }

    private void compare(Load load, Duration start) {
        assertThat(truth.halfDone()).as("seed " + seed).isEmpty();
        // Sessions are in the database too: nobody signs in again.
        TestClient client = load.somebody();
        List<Deed> unanswered = load.deeds().stream().filter(deed -> !deed.acknowledged()).toList();
        int happened = repeatTheUnanswered(client, unanswered);
        repeatTheAcknowledged(client, load);
        load.deeds().removeIf(deed -> !deed.acknowledged());
        assertThat(truth.halfDone()).as("seed " + seed).isEmpty();
        everythingAcknowledgedIsThere(load);
        String last = table.getLast();
        table.set(table.size() - 1, last + "%s; start %.1f s; of the unanswered %d had happened; %d deeds compared"
                .formatted(last.contains("answer") ? "" : " ".repeat(37), start.toMillis() / 1000.0, happened, load.deeds().size()));
    }

    /** @return how many of them had happened although nobody was told */
    private static int repeatTheUnanswered(TestClient client, List<Deed> unanswered) {
        int happened = 0;
        for (Deed deed : unanswered) {
            if (deed.kind == Kind.FILE) {
                continue;
            }
            Answer answer = Load.perform(client, deed);
            assertThat(answer.status()).as(deed.kind + " repeated: " + answer.text()).isBetween(200, 299);
            happened += answer.header("Idempotency-Replayed").isEmpty() ? 0 : 1;
            deed.answer = answer;
        }
        return happened;
    }

    private void repeatTheAcknowledged(TestClient client, Load load) {
        List<Deed> deeds = load.deeds().stream().filter(deed -> deed.acknowledged() && deed.kind != Kind.FILE).toList();
        for (int i = 0; i < Math.min(8, deeds.size()); i++) {
            Deed deed = deeds.get(random.nextInt(deeds.size()));
            Answer again = Load.perform(client, deed);
            assertThat(again.header("Idempotency-Replayed")).as(deed.kind + ": " + again.text()).isEqualTo("true");
            assertThat(again.status()).isEqualTo(deed.answer().status());
            assertThat(again.text()).isEqualTo(deed.answer().text());
        }
    }

    private void everythingAcknowledgedIsThere(Load load) {
        var cases = truth.casesBySubject();
        Set<String> numbers = new TreeSet<>();
        Set<String> released = new TreeSet<>();
        load.acknowledged(Kind.RELEASE).forEach(deed -> released.add(deed.number()));
        for (Deed deed : load.acknowledged(Kind.CASE)) {
            assertThat(numbers.add(deed.number())).as(deed.number() + " was given twice").isTrue();
            assertThat(cases.get(deed.text("subject"))).as(deed.number()).containsExactly(new Truth.CaseRow(deed.number(),
                    deed.text("subject"), deed.text("description"), released.contains(deed.number()) ? "RELEASED" : "RECEIVED"));
        }
        assertThat(cases).as("cases that nobody opened").hasSameSizeAs(numbers);
        var notes = truth.notesAndAttachments();
        load.acknowledged(Kind.NOTE).forEach(deed -> assertThat(notes).containsEntry(deed.number() + " " + deed.text("text"), 1));
        load.acknowledged(Kind.ATTACH).forEach(deed -> assertThat(notes).containsEntry(deed.number() + " " + deed.text("fileId"), 1));
        var files = truth.files();
        load.acknowledged(Kind.FILE).forEach(deed -> assertThat(files.get(deed.answer().json().path("id").asString()))
                .isEqualTo(new Truth.FileRow(deed.hash(), deed.content.length)));
        files.forEach((id, file) -> assertThat(truth.hashOnDisk(file)).as("content of " + id).isEqualTo(file.sha256()));
    }
}
