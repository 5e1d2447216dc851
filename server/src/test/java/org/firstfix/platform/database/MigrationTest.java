package org.firstfix.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

class MigrationTest {
    /** What fails at its commit stands for a server that is killed there, which no test can hit on purpose. */
    @Test
    void aStepThatEndsAtItsCommitIsTakenAgain() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
                Connection connection = postgres.getPostgresDatabase().getConnection()) {
            Flyway.configure().dataSource(postgres.getPostgresDatabase()).locations("classpath:db/migration").schemas("platform").target("001").load().migrate();
            execute(connection, "create function fail_at_commit() returns trigger language plpgsql as $$ begin raise exception 'killed'; end $$");
            execute(connection, """
                    create constraint trigger fail_at_commit after insert on platform.flyway_schema_history deferrable initially deferred
                    for each row when (new.version = '020') execute function fail_at_commit()""");
            String url = postgres.getJdbcUrl("postgres", "postgres");
            assertThatThrownBy(() -> Migration.run(url, "postgres", "", "application")).hasStackTraceContaining("killed");
            assertThat(exists(connection, "customer.account")).isFalse();
            assertThat(exists(connection, "organization.person")).isTrue();

            execute(connection, "drop function fail_at_commit cascade");
            Migration.run(url, "postgres", "", "application");
            Migration.run(url, "postgres", "", "application");
            assertThat(exists(connection, "customer.account")).isTrue();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static boolean exists(Connection connection, String table) throws SQLException {
        try (var statement = connection.prepareStatement("select to_regclass(?) is not null")) {
            statement.setString(1, table);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}
