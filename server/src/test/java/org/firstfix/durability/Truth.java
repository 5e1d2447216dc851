package org.firstfix.durability;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is really in the database and on the disk, past the server: read as the owner of the tables. */
final class Truth {
    /** Each finds what should not exist: a deed of which only a part is there. */
    private static final Map<String, String> HALF_DONE = new LinkedHashMap<>();

    static {
        HALF_DONE.put("case without exactly one CaseReceived in the journal", """
                select c.number from cases.service_case c where (select count(*) from platform.journal j
                  where j.subject_type = 'case' and j.subject_id = c.id::text and j.type = 'CaseReceived') <> 1""");
        HALF_DONE.put("CaseReceived in the journal without its case", """
                select j.payload->>'number' from platform.journal j where j.type = 'CaseReceived'
                  and not exists (select from cases.service_case c where c.id::text = j.subject_id and c.number = j.payload->>'number')""");
        HALF_DONE.put("case without exactly one diagnosis", """
                select c.number from cases.service_case c
                  where (select count(*) from diagnosis.diagnosis d where d.case_id = c.id and d.case_number = c.number) <> 1""");
        HALF_DONE.put("diagnosis without its case", """
                select d.case_number from diagnosis.diagnosis d where not exists (select from cases.service_case c where c.id = d.case_id)""");
        HALF_DONE.put("covered case without exactly one clock with its milestones and its first entry", """
                select c.number from cases.service_case c where (select count(*) from sla.sla_clock k where k.case_id = c.id
                    and exists (select from sla.clock_entry e where e.clock_id = k.id)
                    and (select count(*) from sla.milestone m where m.clock_id = k.id) =
                      (select count(distinct t.milestone) from contract.coverage_target t where t.coverage_code = k.coverage_code
                        and t.priority = k.priority)) <> case when c.coverage_code is null then 0 else 1 end""");
        HALF_DONE.put("clock without its case", """
                select k.case_number from sla.sla_clock k where not exists (select from cases.service_case c where c.id = k.case_id)""");
        HALF_DONE.put("case without exactly one conversation in the customer's record", """
                select c.number from cases.service_case c where (select count(*) from customer.interaction i
                  where i.account_id = c.account_id and i.reference = c.number and i.direction = 'INBOUND') <> 1""");
        HALF_DONE.put("conversation about a case that is not there", """
                select i.reference from customer.interaction i where i.reference <> ''
                  and not exists (select from cases.service_case c where c.number = i.reference)""");
        HALF_DONE.put("case that the search does not find", """
                select c.number from cases.service_case c where not exists (select from platform.search_entry s
                  where s.kind = 'case' and s.subject_id = c.id and s.token = lower(c.number))""");
        HALF_DONE.put("case without its line in the machine's service file", """
                select c.number from cases.service_case c where c.asset_id is not null and (select count(*) from asset.service_file_entry f
                  where f.asset_id = c.asset_id and f.reference = c.number and f.kind = 'CASE_RECEIVED') <> 1""");
        HALF_DONE.put("case whose notes and their announcements differ", """
                select c.number from cases.service_case c where (select count(*) from cases.case_note n where n.case_id = c.id)
                  <> (select count(*) from platform.journal j where j.subject_type = 'case' and j.subject_id = c.id::text and j.type = 'CaseNoteAdded')""");
        HALF_DONE.put("case whose files and their announcements differ", """
                select c.number from cases.service_case c where (select count(*) from cases.case_attachment a where a.case_id = c.id)
                  <> (select count(*) from platform.journal j where j.subject_type = 'case' and j.subject_id = c.id::text and j.type = 'CaseFileAttached')""");
        HALF_DONE.put("release without its work order, its announcements or its status", """
                select c.number from cases.service_case c,
                  lateral (select count(*) n from workorder.work_order w where w.case_id = c.id) orders,
                  lateral (select count(*) n from platform.journal j where j.subject_type = 'case' and j.subject_id = c.id::text
                    and j.type = 'CaseReleased') releases,
                  lateral (select count(*) n from workorder.work_order w join platform.journal j on j.type = 'WorkOrderReleased'
                    and j.subject_id = w.id::text where w.case_id = c.id) announced
                where orders.n <> releases.n or announced.n <> orders.n or orders.n <> case when c.status = 'RELEASED' then 1 else 0 end""");
        HALF_DONE.put("work order without its lines or its check list", """
                select w.number from workorder.work_order w where not exists (select from workorder.work_order_line l where l.work_order_id = w.id)
                  or not exists (select from workorder.checklist_item i where i.work_order_id = w.id)""");
        HALF_DONE.put("remembered answer about a case that is not there", """
                select body->>'number' from (select convert_from(body, 'UTF8')::jsonb body from platform.idempotent_request
                    where body like '{%') answers where body ? 'number' and body->>'number' like 'C-%'
                  and not exists (select from cases.service_case c where c.number = answers.body->>'number')""");
        HALF_DONE.put("case opened without a remembered answer", """
                select c.number from cases.service_case c where (select count(*) from platform.idempotent_request r
                  where r.status = 201 and r.body like '{%' and convert_from(r.body, 'UTF8')::jsonb->>'number' = c.number) <> 1""");
    }

    private final ServerProcess server;

    Truth(ServerProcess server) {
        this.server = server;
    }

    record CaseRow(String number, String subject, String description, String status) {}

    List<String> halfDone() {
        return ask(connection -> {
            List<String> found = new ArrayList<>();
            for (var question : HALF_DONE.entrySet()) {
                try (var statement = connection.createStatement(); ResultSet rows = statement.executeQuery(question.getValue())) {
                    while (rows.next()) {
                        found.add(question.getKey() + ": " + rows.getString(1));
                    }
                }
            }
            return found;
        });
    }

    /** By subject: these are unique in this test. */
    Map<String, List<CaseRow>> casesBySubject() {
        return ask(connection -> {
            Map<String, List<CaseRow>> cases = new HashMap<>();
            try (var statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("select number, subject, description, status from cases.service_case")) {
                while (rows.next()) {
                    cases.computeIfAbsent(rows.getString(2), subject -> new ArrayList<>())
                            .add(new CaseRow(rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4)));
                }
            }
            return cases;
        });
    }

    /** How often each text stands at a case, and each file: {@code number text}. */
    Map<String, Integer> notesAndAttachments() {
        return ask(connection -> {
            Map<String, Integer> counts = new HashMap<>();
            try (var statement = connection.createStatement(); ResultSet rows = statement.executeQuery("""
                    select c.number || ' ' || n.text from cases.case_note n join cases.service_case c on c.id = n.case_id
                    union all
                    select c.number || ' ' || a.file_id from cases.case_attachment a join cases.service_case c on c.id = a.case_id""")) {
                while (rows.next()) {
                    counts.merge(rows.getString(1), 1, Integer::sum);
                }
            }
            return counts;
        });
    }

    record FileRow(String sha256, long size) {}

    Map<String, FileRow> files() {
        return ask(connection -> {
            Map<String, FileRow> files = new HashMap<>();
            try (var statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("select id::text, sha256, size from platform.stored_file")) {
                while (rows.next()) {
                    files.put(rows.getString(1), new FileRow(rows.getString(2), rows.getLong(3)));
                }
            }
            return files;
        });
    }

    String setting(String name) {
        return ask(connection -> {
            try (var statement = connection.createStatement(); ResultSet row = statement.executeQuery("show " + name)) {
                row.next();
                return row.getString(1);
            }
        });
    }

    /** Whether the embedded database lets somebody of this machine in without a password. */
    boolean letsInWithoutPassword(String role) {
        try (Connection connection = DriverManager.getConnection(server.databaseUrl(), role, "")) {
            return connection.isValid(5);
        } catch (SQLException refused) {
            return false;
        }
    }

    /** The hash of what lies on the disk for a row; empty if nothing does. */
    String hashOnDisk(FileRow file) {
        Path place = server.data().resolve("files").resolve(file.sha256().substring(0, 2)).resolve(file.sha256());
        if (!Files.exists(place)) {
            return "";
        }
        try (var in = new DigestInputStream(Files.newInputStream(place), MessageDigest.getInstance("SHA-256"))) {
            return in.readAllBytes().length == file.size() ? HexFormat.of().formatHex(in.getMessageDigest().digest()) : "other size";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @FunctionalInterface
    interface Question<T> {
        T put(Connection connection) throws SQLException;
    }

    <T> T ask(Question<T> question) {
        try (Connection connection = DriverManager.getConnection(server.databaseUrl(), "firstfix_owner", server.ownerPassword());
                var statement = connection.createStatement()) {
            statement.execute("set firstfix.scope_all = 'on'");
            return question.put(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
