package org.firstfix.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.firstfix.testing.FreePort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a database that is really started. */
class FoundingTest {
    @TempDir
    private Path folder;

    @Test
    void aStartAfterAnInterruptedFoundingFindsAnEmptyDatabaseAndOneAfterAFinishedFoundingFindsEverything() throws Exception {
        DatabaseSettings settings = new DatabaseSettings(folder, FreePort.find(), null, null, null, 3);
        Founding founding = new Founding(settings);
        DatabaseConfiguration start = new DatabaseConfiguration();

        try (var first = start.runningDatabase(settings)) {
            founding.begin();
            addUnit(first, "half_made");
        }
        try (var second = start.runningDatabase(settings)) {
            assertThat(units(second)).isZero();
            founding.begin();
            addUnit(second, "whole");
            founding.end();
        }
        try (var third = start.runningDatabase(settings)) {
            assertThat(units(third)).isOne();
        }
    }

    @Test
    void anOperatorsOwnDatabaseIsNeverThrownAway() {
        DatabaseSettings settings = new DatabaseSettings(folder, 0, "jdbc:postgresql://127.0.0.1:1/own", "owner", "secret", 3);
        new Founding(settings).begin();
        assertThatThrownBy(() -> new DatabaseConfiguration().runningDatabase(settings))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("Create that database anew");
    }

    private static void addUnit(DatabaseConfiguration.RunningDatabase database, String code) throws SQLException {
        try (Connection connection = connect(database); var statement = connection.createStatement()) {
            statement.execute("select set_config('firstfix.scope_all', 'on', false)");
            statement.execute("insert into organization.org_unit (code, kind, name_zh, name_en, path, zone) values ('" + code
                    + "', 'BRANCH', '杭州', 'Hangzhou', 'house', 'Asia/Shanghai')");
        }
    }

    private static int units(DatabaseConfiguration.RunningDatabase database) throws SQLException {
        try (Connection connection = connect(database); var statement = connection.createStatement()) {
            statement.execute("select set_config('firstfix.scope_all', 'on', false)");
            try (var row = statement.executeQuery("select count(*) from organization.org_unit")) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private static Connection connect(DatabaseConfiguration.RunningDatabase database) throws SQLException {
        return DriverManager.getConnection(database.url(), Migration.APPLICATION_ROLE, database.applicationPassword());
    }
}
