package org.firstfix.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Brings a database to today's schema as its owner, and prepares the role that the server works as: no superuser, no
 * owner, so that row-level security holds for it and the journal cannot be rewritten.
 */
public final class Migration {
    public static final String APPLICATION_ROLE = "firstfix_app";
    private static final List<String> SCHEMAS = List.of("platform", "organization", "customer", "asset", "contract",
            "sla", "reminder", "cases", "diagnosis", "workorder", "knowledge", "dispatch", "exam", "notification", "integration");

    /**
     * A step and the line that says it was taken are committed together: with two connections, Flyway's usual way, a server killed between the
     * two could never start again.
     */
    private static final Map<String, String> ONE_CONNECTION = Map.of("flyway.postgresql.transactional.lock", "false");

    private Migration() {}

    /** Migrates and sets the application role's password. Safe to repeat. */
    public static void run(String url, String owner, String ownerPassword, String applicationPassword) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(owner);
        source.setPassword(ownerPassword);
        try {
            // Numbers follow the levels of the modules: a new module in the middle comes after what is there already.
            Flyway.configure().dataSource(source).locations("classpath:db/migration").schemas("platform")
                    .createSchemas(true).outOfOrder(true).configuration(ONE_CONNECTION).load().migrate();
            try (Connection connection = source.getConnection()) {
                grant(connection, applicationPassword);
            }
        } catch (FlywayException | SQLException e) {
            throw new IllegalStateException("The database at " + url + " could not be migrated as '" + owner + "': "
                    + e.getMessage() + ". Maybe it cannot be reached, or the user may not create schemas and roles.", e);
        }
    }

    private static void grant(Connection connection, String password) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("""
                    do $$ begin
                      if not exists (select from pg_roles where rolname = '%1$s') then
                        create role %1$s login nosuperuser nobypassrls;
                      end if;
                    end $$""".formatted(APPLICATION_ROLE));
            statement.execute("alter role " + APPLICATION_ROLE + " password '" + password.replace("'", "''") + "'");
            for (String schema : SCHEMAS) {
                statement.execute("grant usage on schema " + schema + " to " + APPLICATION_ROLE);
                statement.execute("grant select, insert, update, delete on all tables in schema " + schema + " to "
                        + APPLICATION_ROLE);
                statement.execute("grant usage on all sequences in schema " + schema + " to " + APPLICATION_ROLE);
            }
            // What happened is not changed afterwards, by nobody.
            for (String appendOnly : List.of("platform.journal", "asset.asset_change", "asset.service_file_entry",
                    "sla.clock_entry", "sla.calendar_version",
                    "sla.official_notice", "sla.official_day", "reminder.reminder_entry", "exam.regrading",
                    "knowledge.edition", "knowledge.case_use", "knowledge.following", "knowledge.following_step")) {
                statement.execute("revoke update, delete on " + appendOnly + " from " + APPLICATION_ROLE);
            }
        }
    }
}
