package org.firstfix.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.firstfix.FirstfixApplication;
import org.firstfix.testing.FreePort;
import org.jspecify.annotations.Nullable;

/** The server as an operator runs it: a process of its own, with its embedded database in a folder. */
final class ServerProcess {
    private static final Duration LONGEST_START = Duration.ofSeconds(180);

    private final Path folder;
    private final String name;
    private final int port = FreePort.find();
    private final int databasePort;
    private final boolean ownDatabase;
    private final Map<String, String> settings = new HashMap<>();
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private @Nullable Process process;
    private Path output;
    private int starts;

    ServerProcess(Path folder) {
        this(folder, "output", FreePort.find(), true);
    }

    private ServerProcess(Path folder, String name, int databasePort, boolean ownDatabase) {
        // Also when the tests themselves are stopped.
        Runtime.getRuntime().addShutdownHook(new Thread(this::clear));
        this.folder = folder;
        this.name = name;
        this.databasePort = databasePort;
        this.ownDatabase = ownDatabase;
        this.output = folder.resolve(name + "-0.txt");
    }

    /** A second server of the same house: on the same data folder, with the first one's database as an external one. */
    ServerProcess another() {
        return new ServerProcess(folder, "other-output", databasePort, false);
    }

    /** A setting as an operator gives it. */
    ServerProcess with(String variable, String value) {
        settings.put(variable, value);
        return this;
    }

    int port() {
        return port;
    }

    long pid() {
        return running().pid();
    }

    String databaseUrl() {
        return "jdbc:postgresql://127.0.0.1:" + databasePort + "/postgres";
    }

    String ownerPassword() throws IOException {
        return Files.readString(database().resolve("owner.password")).strip();
    }

    Path data() {
        return folder.resolve("data");
    }

    Path database() {
        return data().resolve("database");
    }

    /** Starts it and does not wait. */
    void launch() {
        output = folder.resolve(name + "-" + ++starts + ".txt");
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // Quick to start; how fast it gets later does not matter here.
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Xmx400m", "-Duser.timezone=UTC",
                "-Djava.awt.headless=true", "--enable-native-access=ALL-UNNAMED", "-cp", classPath()));
        command.addAll(List.of(FirstfixApplication.class.getName(), "--firstfix.mode=serve", "--firstfix.password-cost=4"));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("FIRSTFIX_"));
        builder.environment().putAll(Map.of("FIRSTFIX_PORT", String.valueOf(port), "FIRSTFIX_DB_PORT",
                String.valueOf(databasePort), "FIRSTFIX_DATA", data().toString()));
        builder.environment().putAll(settings);
        try {
            if (!ownDatabase) {
                builder.environment().putAll(Map.of("FIRSTFIX_DB_URL", databaseUrl(), "FIRSTFIX_DB_OWNER", "firstfix_owner",
                        "FIRSTFIX_DB_OWNER_PASSWORD", ownerPassword()));
            }
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The product's class path without the tests. */
    private static String classPath() {
        String ofTests = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(ofTests.split(File.pathSeparator)).filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** @return how long it took until it was ready for visitors */
    Duration start() {
        long from = System.nanoTime();
        launch();
        await("ready", this::ready);
        return Duration.ofNanos(System.nanoTime() - from);
    }

    /** Waits until the starting server has come that far, or has ended by itself, which fails the test. */
    void await(String what, BooleanSupplier reached) {
        long until = System.nanoTime() + LONGEST_START.toNanos();
        while (!reached.getAsBoolean()) {
            if (!running().isAlive() || System.nanoTime() > until) {
                throw new AssertionError("The server did not become " + what + (running().isAlive() ? "" : ", it ended with "
                        + running().exitValue()) + ":\n" + lastOutput());
            }
            pause(Duration.ofMillis(20));
        }
    }

    boolean ready() {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/health/readiness"))
                    .timeout(Duration.ofSeconds(5)).build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    boolean said(String text) {
        return output().contains(text);
    }

    /** Whether the server has started this program of the database and it has not ended. */
    boolean runs(String program) {
        return running().descendants().anyMatch(process -> process.info().command().orElse("").endsWith("/" + program));
    }

    String output() {
        try {
            return Files.exists(output) ? Files.readString(output) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String lastOutput() {
        List<String> lines = output().lines().filter(line -> !line.startsWith("\tat ")).toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
    }

    /** {@code kill -9} of the server alone; its database goes on without it. */
    void killServer() {
        running().destroyForcibly();
        waitForEnd();
    }

    /** {@code kill -9} of the database's first process; the server notices and ends. @return its exit code */
    int killDatabase() {
        ProcessHandle postmaster = postmaster().orElseThrow();
        postmaster.destroyForcibly();
        return waitForEnd();
    }

    /** {@code kill -9} of everything at once, as when the machine fails. */
    void killEverything() {
        List<ProcessHandle> all = new ArrayList<>(running().descendants().toList());
        postmaster().ifPresent(postmaster -> {
            all.addAll(postmaster.descendants().toList());
            all.add(postmaster);
        });
        running().destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
        waitForEnd();
    }

    /** Ends it as an operator does, and makes sure that nothing is left behind. @return its exit code */
    int stop() {
        Optional<ProcessHandle> postmaster = postmaster();
        running().destroy();
        int code = waitForEnd();
        assertThat(postmaster.filter(ProcessHandle::isAlive)).as("database after a clean stop").isEmpty();
        return code;
    }

    /** Whatever happened before: no process stays. */
    void clear() {
        Process last = process;
        if (last != null && (last.isAlive() || postmaster().isPresent())) {
            killEverything();
        }
    }

    private Process running() {
        if (process == null) {
            throw new IllegalStateException("never started");
        }
        return process;
    }

    private int waitForEnd() {
        try {
            if (!running().waitFor(30, TimeUnit.SECONDS)) {
                throw new AssertionError("The server did not end within 30 s:\n" + lastOutput());
            }
            return running().exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Optional<ProcessHandle> postmaster() {
        try {
            List<Path> places = new ArrayList<>(List.of(database().resolve("postgres")));
            if (Files.exists(database())) {
                try (var unfinished = Files.newDirectoryStream(database(), "postgres.unfinished-*")) {
                    unfinished.forEach(places::add);
                }
            }
            for (Path place : places) {
                Path file = place.resolve("postmaster.pid");
                if (Files.exists(file)) {
                    var found = ProcessHandle.of(Long.parseLong(Files.readAllLines(file).getFirst().strip()));
                    if (found.flatMap(handle -> handle.info().command()).orElse("").startsWith(database().toString())) {
                        return found;
                    }
                }
            }
            return Optional.empty();
        } catch (IOException | NumberFormatException | NoSuchElementException beingWritten) {
            return Optional.empty();
        }
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
