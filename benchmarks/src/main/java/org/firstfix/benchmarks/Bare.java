package org.firstfix.benchmarks;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Large tables without indexes, foreign keys, triggers and row-level security for their owner, until they are full. */
final class Bare {
    private static final List<String> LARGE = List.of("platform.journal", "platform.search_entry", "customer.account",
            "customer.site", "customer.contact", "customer.contact_number", "customer.interaction", "asset.asset",
            "asset.service_file_entry", "contract.contract", "contract.contract_line", "cases.service_case", "cases.case_note",
            "sla.sla_clock", "sla.milestone", "sla.clock_entry", "diagnosis.diagnosis", "workorder.work_order",
            "workorder.work_order_line", "workorder.checklist_item", "workorder.service_report", "workorder.part_movement",
            "dispatch.engineer", "dispatch.appointment", "dispatch.seat", "diagnosis.likely_cause", "diagnosis.carried_part", "diagnosis.prediction",
            "diagnosis.outcome", "diagnosis.true_cause", "cases.phone_call", "notification.inbox_message", "customer.promise");

    private final List<String> indexes;
    private final List<String> keys;

    private Bare(List<String> indexes, List<String> keys) {
        this.indexes = indexes;
        this.keys = keys;
    }

    @FunctionalInterface
    interface Connections {
        Connection open() throws SQLException;
    }

    static Bare make(Connection connection) throws SQLException {
        String tables = "(" + String.join(",", LARGE.stream().map(name -> "'" + name + "'::regclass").toList()) + ")";
        List<String> indexes = texts(connection, """
                select pg_get_indexdef(i.indexrelid) from pg_index i
                where i.indrelid in %s and not exists (select from pg_constraint c where c.conindid = i.indexrelid)""".formatted(tables));
        List<String> names = texts(connection, """
                select i.indexrelid::regclass::text from pg_index i
                where i.indrelid in %s and not exists (select from pg_constraint c where c.conindid = i.indexrelid)""".formatted(tables));
        String loose = "from pg_constraint c where c.conrelid in " + tables
                + " and (c.contype in ('f', 'x') or c.conrelid = 'platform.search_entry'::regclass and c.contype = 'p')";
        List<String> keys = texts(connection, "select 'alter table ' || c.conrelid::regclass || ' add constraint ' || c.conname || ' '"
                + " || pg_get_constraintdef(c.oid) " + loose + " order by c.contype");
        List<String> dropped = texts(connection, "select 'alter table ' || c.conrelid::regclass || ' drop constraint ' || c.conname " + loose);
        try (var statement = connection.createStatement()) {
            for (String drop : dropped) {
                statement.execute(drop);
            }
            for (String name : names) {
                statement.execute("drop index " + name);
            }
            for (String table : LARGE) {
                statement.execute("alter table " + table + " no force row level security");
                statement.execute("alter table " + table + " disable trigger user");
            }
            // The pages a bulk load leaves behind are vacuumed once, at its end.
            statement.execute("create schema bulk");
        }
        return new Bare(indexes, keys);
    }

    void dress(Connections connections, Consumer<String> report) throws SQLException, InterruptedException, ExecutionException {
        report.accept(indexes.size() + " indexes");
        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Callable<Object>> all = new ArrayList<>();
            for (String index : indexes) {
                all.add(() -> run(connections, index));
            }
            for (Future<?> done : threads.invokeAll(all)) {
                done.get();
            }
        }
        report.accept(keys.size() + " keys");
        for (String key : keys) {
            run(connections, key);
        }
        for (String table : LARGE) {
            run(connections, "alter table " + table + " force row level security");
            run(connections, "alter table " + table + " enable trigger user");
        }
    }

    private static Object run(Connections connections, String sql) throws SQLException {
        try (Connection connection = connections.open(); var statement = connection.createStatement()) {
            statement.execute(sql);
            return sql;
        }
    }

    private static List<String> texts(Connection connection, String question) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (var statement = connection.createStatement(); ResultSet rows = statement.executeQuery(question)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
