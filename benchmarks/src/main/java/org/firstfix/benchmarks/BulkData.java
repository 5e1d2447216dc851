package org.firstfix.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Fills an empty database with a large, consistent house: 20 branches, customers, machines, contracts, and years of
 * cases with their clocks, visits, conversations, search entries and journal. It writes what the modules would write,
 * with a few statements per table instead of millions. For measurements only: an interrupted run leaves a database to
 * throw away.
 *
 * <p>{@code BulkData --data FOLDER --port DATABASE-PORT [--cases 1000000]}: the data folder and database port of a
 * server that has been started once with its embedded database. Start that server again afterwards.
 */
public final class BulkData {
    /** What {@link LoadTest} signs in with. */
    static final String PASSWORD = "a long enough one";
    static final int BRANCHES = 20;

    private final String url;
    private final String password;
    private final int cases;
    private final long began = System.nanoTime();

    private BulkData(String url, String password, int cases) {
        this.url = url;
        this.password = password;
        this.cases = cases;
    }

    public static void main(String[] arguments) throws IOException, SQLException, InterruptedException, ExecutionException {
        Options options = new Options(arguments);
        Path data = Path.of(options.text("data", ".data/serve"));
        String url = options.text("url", "jdbc:postgresql://127.0.0.1:" + options.number("port", 54329) + "/postgres");
        String password = options.text("password", "");
        if (password.isEmpty()) {
            password = Files.readString(data.resolve("database").resolve("owner.password")).strip();
        }
        new BulkData(url, password, options.number("cases", 1_000_000)).fill();
    }

    private void fill() throws SQLException, InterruptedException, ExecutionException {
        try (Connection connection = connect()) {
            requireEmpty(connection);
            Bare bare = Bare.make(connection);
            report("indexes and foreign keys put aside");
            new House(connection, cases).build();
            report("branches, people, customers, sites, contacts, machines, contracts");
            for (List<Step> stage : CaseSteps.stages(cases)) {
                inParallel(stage);
            }
            bare.dress(this::connect, this::report);
            finish(connection);
        }
        report("done");
    }

    /** One statement of the filling and what it fills. */
    record Step(String name, String sql) {}

    private void inParallel(List<Step> steps) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (Future<?> done : threads.invokeAll(steps.stream().map(step -> Executors.callable(() -> run(step))).toList())) {
                done.get();
            }
        }
    }

    private void run(Step step) {
        try (Connection connection = connect(); var statement = connection.createStatement()) {
            int rows = statement.executeUpdate(step.sql());
            report("%s: %,d".formatted(step.name(), rows));
        } catch (SQLException e) {
            throw new IllegalStateException(step.name() + ": " + e.getMessage(), e);
        }
    }

    private void requireEmpty(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select exists (select from customer.account), exists (select from organization.org_unit)")) {
            row.next();
            if (row.getBoolean(1)) {
                throw new IllegalStateException("There are customers already: this fills empty databases only.");
            }
            if (!row.getBoolean(2)) {
                throw new IllegalStateException("There is no house yet: start the server once on this data folder.");
            }
        }
    }

    private void finish(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("drop schema bulk cascade");
            report("analyzing");
            statement.execute("vacuum (analyze)");
        }
    }

    private Connection connect() throws SQLException {
        Connection connection = DriverManager.getConnection(url + "?reWriteBatchedInserts=true", "firstfix_owner", password);
        try (var statement = connection.createStatement()) {
            statement.execute("set firstfix.scope_all = 'on'");
            statement.execute("set synchronous_commit = off");
            statement.execute("set work_mem = '256MB'");
            statement.execute("set maintenance_work_mem = '1GB'");
        }
        return connection;
    }

    private synchronized void report(String what) {
        System.out.printf("%6.1f s  %s%n", Duration.ofNanos(System.nanoTime() - began).toMillis() / 1000.0, what);
    }
}
