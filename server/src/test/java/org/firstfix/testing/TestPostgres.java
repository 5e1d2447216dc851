package org.firstfix.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.firstfix.platform.database.Migration;
import org.springframework.boot.SpringApplication;

/** One real PostgreSQL for all tests of this JVM, with a migrated database to clone from. */
final class TestPostgres {
    static final String MIGRATED = "migrated";
    private static final TestPostgres ONE = new TestPostgres();

    private final EmbeddedPostgres postgres;

    private TestPostgres() {
        try {
            postgres = EmbeddedPostgres.builder().setServerConfig("fsync", "off").setServerConfig("max_connections", "200")
                    .setServerConfig("jit", "off").setRegisterShutdownHook(false).start();
            // After the servers: what they finish while they stop needs it.
            SpringApplication.getShutdownHandlers().add(this::stop);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        execute("create database " + MIGRATED);
        Migration.run(url(MIGRATED), "postgres", "", "application");
    }

    static TestPostgres get() {
        return ONE;
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + database;
    }

    void cloneTo(String name, String template) {
        execute("drop database if exists " + name + " with (force)");
        execute("create database " + name + " template " + template);
    }

    /** Copies a database that a server is connected to: its connections are cut, the server opens new ones. */
    void cloneFrom(String name, String template) {
        execute("alter database " + template + " allow_connections false");
        execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + template + "'");
        cloneTo(name, template);
        execute("alter database " + name + " allow_connections true");
        execute("alter database " + template + " allow_connections true");
    }

    private void execute(String sql) {
        execute("postgres", sql);
    }

    void execute(String database, String sql) {
        try (Connection connection = DriverManager.getConnection(url(database), "postgres", "");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private void stop() {
        try {
            postgres.close();
        } catch (IOException e) {
            System.err.println("The test database did not stop: " + e.getMessage());
        }
    }
}
