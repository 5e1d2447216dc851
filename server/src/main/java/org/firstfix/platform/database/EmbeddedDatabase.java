package org.firstfix.platform.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * The PostgreSQL that comes with the product: durable (the library's own defaults are not), on 127.0.0.1 only, with
 * passwords, its data and binaries below the data folder. Survives {@code kill -9} of itself and of the server.
 */
final class EmbeddedDatabase implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final Duration START_WAIT = Duration.ofSeconds(60);

    private static final String DATA = "postgres";
    private static final String BINARIES = "binaries";
    private static final String SUPERUSER = "superuser.password";
    private static final String PASSWORDS_ONLY = "# Everybody brings a password, and comes from this machine.\nhost all all 127.0.0.1/32 scram-sha-256\n";
    private static final String UNFINISHED = "postgres.unfinished-";
    private static final Duration SMART_STOP = Duration.ofSeconds(5);

    private final EmbeddedPostgres postgres;
    private final String password;
    private final FileChannel hold;
    private final Path data;
    private volatile boolean closing;

    private EmbeddedDatabase(EmbeddedPostgres postgres, String password, FileChannel hold, Path data) {
        this.postgres = postgres;
        this.password = password;
        this.hold = hold;
        this.data = data;
        watch();
    }

    /** @param anew whether what an earlier start left is thrown away */
    static EmbeddedDatabase start(Path folder, int port, boolean anew) {
        try {
            Files.createDirectories(folder);
            FileChannel hold = takeHold(folder);
            stopWhatIsLeftOver(folder);
            String password = SecretFile.readOrCreate(folder.resolve("owner.password"));
            removeUnfinished(folder);
            removeHalfUnpacked(folder.resolve(BINARIES));
            Path data = folder.resolve(DATA);
            if (anew) {
                FileSystemUtils.deleteRecursively(data);
            }
            if (!Files.exists(data)) {
                create(folder, port, password);
            }
            EmbeddedPostgres postgres = launch(folder, data, port);
            secure(postgres.getPort(), folder, data, password);
            return new EmbeddedDatabase(postgres, password, hold, data);
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded database in " + folder + " on port " + port
                    + " did not start: " + e.getMessage() + ". Maybe the port is taken or the disk is full.", e);
        }
    }

    /** Two servers on one folder would stop each other's database. The lock ends with the process, however it ends. */
    private static FileChannel takeHold(Path folder) throws IOException {
        FileChannel channel = FileChannel.open(folder.resolve("server.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException sameProcess) {
            LOG.debug("Held by this process already.", sameProcess);
        }
        channel.close();
        throw new IllegalStateException("Another server works on the data in " + folder
                + ". Stop it first, or give this one another data folder.");
    }

    /** A new database gets its name only when it is whole: killed before, it is begun anew and nothing is lost. */
    private static void create(Path folder, int port, String password) throws IOException {
        Path unfinished = folder.resolve(UNFINISHED + ProcessHandle.current().pid());
        try (EmbeddedPostgres first = launch(folder, unfinished, port)) {
            secure(first.getPort(), folder, unfinished, password);
        }
        Files.move(unfinished, folder.resolve(DATA), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void removeUnfinished(Path folder) throws IOException {
        for (Path unfinished : inside(folder, UNFINISHED + "*")) {
            FileSystemUtils.deleteRecursively(unfinished);
        }
    }

    /**
     * The library marks what it has unpacked as a whole, and when it unpacks again it leaves alone every file that is there, also one
     * whose writing was cut short: a database made with such files would lack what they were to bring.
     */
    private static void removeHalfUnpacked(Path binaries) throws IOException {
        if (!Files.exists(binaries)) {
            return;
        }
        for (Path unpacked : inside(binaries, "PG-*")) {
            if (!Files.exists(unpacked.resolve(".exists"))) {
                FileSystemUtils.deleteRecursively(unpacked);
            }
        }
    }

    private static List<Path> inside(Path folder, String names) throws IOException {
        try (var found = Files.newDirectoryStream(folder, names)) {
            return StreamSupport.stream(found.spliterator(), false).toList();
        }
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres";
    }

    String password() {
        return password;
    }

    private static EmbeddedPostgres launch(Path folder, Path data, int port) throws IOException {
        try {
            return tryLaunch(folder, data, port);
        } catch (IOException | IllegalStateException first) {
            LOG.warn("The embedded database did not start, trying once more: {}", first.getMessage());
            stopWhatIsLeftOver(folder);
            // The failed attempt keeps its own lock for as long as this process lives; ours is the one that counts.
            Files.deleteIfExists(data.resolve("epg-lock"));
            return tryLaunch(folder, data, port);
        }
    }

    private static EmbeddedPostgres tryLaunch(Path folder, Path data, int port) throws IOException {
        requireFree(port);
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setConnectConfig("password", SecretFile.readOrCreate(folder.resolve(SUPERUSER)))
                .setDataDirectory(data)
                .setOverrideWorkingDirectory(folder.resolve(BINARIES).toFile())
                .setCleanDataDirectory(false)
                // The server closes it last, after its own work; a hook of its own would pull it away in between.
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START_WAIT)
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "120")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("work_mem", "16MB")
                .setServerConfig("random_page_cost", "1.1")
                .setServerConfig("jit", "off")
                // A house grows from nothing within minutes; plans made for empty tables must not live long.
                .setServerConfig("autovacuum_naptime", "15s")
                .setServerConfig("password_encryption", "scram-sha-256")
                .start();
    }

    /** The library trusts everybody on this machine; here every role, the superuser too, brings its password. */
    private static void secure(int port, Path folder, Path data, String password) throws IOException {
        String superuser = SecretFile.readOrCreate(folder.resolve(SUPERUSER));
        try (Connection connection =
                        DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", superuser);
                var statement = connection.createStatement()) {
            statement.execute("""
                    do $$ begin
                      if not exists (select from pg_roles where rolname = 'firstfix_owner') then
                        create role firstfix_owner login;
                      end if;
                    end $$""");
            statement.execute("alter role firstfix_owner password '" + password + "'");
            statement.execute("grant create on database postgres to firstfix_owner");
            statement.execute("grant create, usage on schema public to firstfix_owner");
            statement.execute("create extension if not exists ltree schema public");
            statement.execute("create extension if not exists btree_gist schema public");
            // ltree and btree_gist are trusted extensions; the owner needs no more than this.
            statement.execute("alter role firstfix_owner createrole");
            statement.execute("alter role postgres password '" + superuser + "'");
            Path rules = data.resolve("pg_hba.conf");
            if (!Files.readString(rules).equals(PASSWORDS_ONLY)) {
                Path written = Files.writeString(data.resolve("pg_hba.conf.new"), PASSWORDS_ONLY);
                Files.move(written, rules, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                statement.execute("select pg_reload_conf()");
            }
        } catch (SQLException e) {
            throw new IOException("cannot prepare the roles of the embedded database in " + folder + ": "
                    + e.getMessage(), e);
        }
    }

    /** A server without its database can only fail; it ends with one clear line, and whoever runs it starts it again. */
    private void watch() {
        running(data).ifPresent(process -> process.onExit().thenRun(() -> {
            if (!closing) {
                System.err.println("The embedded database (process " + process.pid() + ") ended by itself or was killed."
                        + " The server stops; start it again: what was acknowledged is there.");
                Runtime.getRuntime().halt(70);
            }
        }));
    }

    private static Optional<ProcessHandle> running(Path data) {
        Path pidFile = data.resolve("postmaster.pid");
        try {
            return Files.exists(pidFile)
                    ? ProcessHandle.of(Long.parseLong(Files.readAllLines(pidFile).getFirst().strip()))
                            .filter(process -> worksOn(process, data))
                    : Optional.empty();
        } catch (IOException | NumberFormatException | NoSuchElementException e) {
            LOG.warn("Could not read {}: {}", pidFile, e.getMessage());
            return Optional.empty();
        }
    }

    /** After a restart of the machine the same number may be anybody's, even another PostgreSQL's. */
    private static boolean worksOn(ProcessHandle process, Path data) {
        return process.info().command().orElse("").contains("postgres")
                && process.info().arguments().map(arguments -> List.of(arguments).contains(data.toString())).orElse(true);
    }

    /**
     * A server that was killed leaves its database behind, running or still being made or started. Only the holder of
     * the lock starts programs from this folder, so whatever runs from it is left over, also what has written no process
     * number yet.
     */
    private static void stopWhatIsLeftOver(Path folder) throws IOException {
        Path own = folder.toRealPath();
        long until = System.nanoTime() + START_WAIT.toNanos();
        // What starts another program may have done so while it was being stopped, so one looks again.
        for (var left = runningFrom(own); !left.isEmpty(); left = runningFrom(own)) {
            if (System.nanoTime() > until) {
                throw new IOException("programs that a killed server left running do not end: "
                        + left.values().stream().map(process -> process.pid() + " " + process.info().command().orElse("")).toList());
            }
            for (ProcessHandle process : left.values()) {
                if (process.parent().map(ProcessHandle::pid).filter(left::containsKey).isEmpty()) {
                    stop(process);
                }
            }
        }
    }

    private static Map<Long, ProcessHandle> runningFrom(Path folder) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().command().map(Path::of).filter(program -> program.startsWith(folder)).isPresent())
                .collect(Collectors.toMap(ProcessHandle::pid, Function.identity()));
    }

    private static void stop(ProcessHandle leftOver) throws IOException {
        LOG.info("Stopping what a killed server left running: {} (process {}).", leftOver.info().command().orElse("?"), leftOver.pid());
        leftOver.destroy();
        try {
            leftOver.onExit().get(SMART_STOP.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException somebodyIsConnected) {
            // It waits for its visitors. What was committed is in the log, so it may be ended at once.
            leftOver.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while stopping process " + leftOver.pid());
        } catch (ExecutionException e) {
            throw new IOException("cannot stop process " + leftOver.pid(), e);
        }
    }

    /** PostgreSQL itself would end without a word, and be waited for. */
    private static void requireFree(int port) throws IOException {
        try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
            LOG.debug("Port {} is free.", probe.getLocalPort());
        } catch (BindException e) {
            throw new IOException("port " + port + " is taken by another program", e);
        }
    }

    private void awaitEnd(ProcessHandle process) {
        try {
            process.onExit().get(START_WAIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            LOG.warn("The embedded database in {} is still writing: {}", data, e.toString());
        }
    }

    @Override
    public void close() throws IOException {
        closing = true;
        var process = running(data);
        postgres.close();
        // The library waits for five seconds; a last checkpoint on a busy disk takes longer.
        process.ifPresent(this::awaitEnd);
        hold.close();
    }
}
