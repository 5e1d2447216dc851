package org.firstfix.durability;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.firstfix.testing.TestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Two servers on one database compute plans, and the one that owns a plan is killed with {@code kill -9} while it writes what it
 * found. The other one takes the plan over, soon and once, and no work order is lost. How soon is printed.
 */
class TwoServersPlanTest {
    private static final String PASSWORD = "a long enough one";
    private static final Pattern FIRST_PASSWORD = Pattern.compile("user name admin, password (\\S+)");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int ENGINEERS = 3;
    private static final int ORDERS = 8;
    /** The writing of a proposal waits for this lock of the test: so the owner dies amid it, and not before or after. */
    private static final String HOLD_WRITERS = """
            create function dispatch.wait_for_the_test() returns trigger language plpgsql as $$
            begin
              perform pg_advisory_xact_lock(4711);
              return new;
            end $$;
            create trigger wait_for_the_test before update on dispatch.plan_version for each row
              when (new.status = 'PROPOSED' and old.status = 'COMPUTING') execute function dispatch.wait_for_the_test()""";

    @TempDir
    private Path folder;
    private ServerProcess first;
    private ServerProcess second;

    @AfterEach
    void nothingStays() {
        for (ServerProcess server : new ServerProcess[] {second, first}) {
            if (server != null) {
                server.clear();
            }
        }
    }

    @Test
    @Timeout(value = 12, unit = TimeUnit.MINUTES)
    void thePlanOfAKilledServerMovesToTheOtherOneAndNothingIsLostOrDoneTwice() {
        first = new ServerProcess(folder);
        first.start();
        second = first.another();
        second.launch();
        List<String> orders = openTheHouse();
        second.await("ready", second::ready);
        Truth truth = new Truth(first);
        LocalDate day = Clock.system(ZONE).instant().atZone(ZONE).toLocalDate().plusDays(3);
        TestClient dispatcher = new TestClient(first.port()).signIn("dispatcher", PASSWORD);

        long[] death = new long[1];
        ServerProcess[] victim = new ServerProcess[1];
        String moved = truth.ask(connection -> {
            execute(connection, HOLD_WRITERS);
            execute(connection, "select pg_advisory_lock(4711)");
            String asked = dispatcher.post("/api/v1/plans", Map.of("date", day.toString())).expect(202).json().path("id").asString();
            await("somebody writes", () -> one(connection, "select count(*) from pg_locks where locktype = 'advisory' and not granted") == 1);
            victim[0] = ownerOf(truth, asked);
            victim[0].killServer();
            death[0] = System.nanoTime();
            execute(connection, "select pg_advisory_unlock(4711)");
            return asked;
        });
        ServerProcess survivor = victim[0] == first ? second : first;
        TestClient there = new TestClient(survivor.port()).signIn("dispatcher", PASSWORD);
        await("the other server owns it", () -> ownerOf(truth, moved) == survivor);
        double seconds = (System.nanoTime() - death[0]) / 1e9;
        JsonNode after = proposal(there, moved);

        System.out.printf("%nThe plan of a killed server had another owner after %.1f s and was proposed after %.1f s; the %s server was killed.%n%n", seconds,
                (System.nanoTime() - death[0]) / 1e9, victim[0] == first ? "first" : "second");
        assertThat(after.path("status").asString()).isEqualTo("PROPOSED");
        assertThat(seconds).isLessThan(SOON.toSeconds());
        assertThat(truth.<Long>ask(connection -> one(connection, "select count(*) from platform.journal where type = 'PlanProposed' and subject_id = '" + moved + "'"))).isOne();
        assertThat(truth.<Long>ask(connection -> one(connection, "select token from dispatch.plan_lease l join dispatch.plan_version v using (plan_id) where v.id = '" + moved + "'")))
                .as("it changed hands once").isEqualTo(2);
        everyOrderIsInOnePlace(truth, orders);

        there.post("/api/v1/plan-versions/" + moved + "/publish", Map.of("reason", "plan")).expect(200);
        assertThat(there.post("/api/v1/plan-versions/" + moved + "/publish", Map.of("reason", "plan")).status()).isEqualTo(409);
        everyOrderIsInOnePlace(truth, orders);
        assertThat(truth.<Long>ask(connection -> one(connection, "select count(*) from dispatch.appointment where status = 'BOOKED'"))).isEqualTo(after.path("changes").size());
    }

    private ServerProcess ownerOf(Truth truth, String version) {
        long pid = truth.ask(connection -> {
            try (var statement = connection.createStatement(); ResultSet row = statement.executeQuery(
                    "select split_part(owner, '@', 1) from dispatch.plan_lease l join dispatch.plan_version v using (plan_id) where v.id = '" + version + "'")) {
                assertThat(row.next()).isTrue();
                return Long.parseLong(row.getString(1));
            }
        });
        return first.pid() == pid ? first : second;
    }

    private static JsonNode proposal(TestClient dispatcher, String version) {
        JsonNode[] found = new JsonNode[1];
        await("proposal", () -> {
            found[0] = dispatcher.get("/api/v1/plan-versions/" + version).expect(200).json();
            return !found[0].path("status").asString().equals("COMPUTING");
        });
        return found[0];
    }

    @FunctionalInterface
    private interface Reached {
        boolean isIt() throws SQLException;
    }

    private static void await(String what, Reached reached) {
        long until = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        try {
            while (!reached.isIt()) {
                if (System.nanoTime() > until) {
                    throw new AssertionError("waited too long: " + what);
                }
                ServerProcess.pause(Duration.ofMillis(100));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long one(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement(); ResultSet row = statement.executeQuery(question)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Open, or booked once and its engineer known to the work order. */
    private static void everyOrderIsInOnePlace(Truth truth, List<String> orders) {
        List<String> places = truth.ask(connection -> {
            List<String> found = new ArrayList<>();
            try (var statement = connection.createStatement(); ResultSet row = statement.executeQuery("""
                    select w.number from workorder.work_order w left join dispatch.appointment a on a.work_order_id = w.id and a.status not in ('CANCELLED', 'DONE')
                    where w.status = 'RELEASED' and w.engineer_id is not distinct from a.engineer_id order by w.number""")) {
                while (row.next()) {
                    found.add(row.getString(1));
                }
            }
            return found;
        });
        assertThat(places).containsExactlyInAnyOrderElementsOf(orders);
    }

    /** @return the work orders there are */
    private List<String> openTheHouse() {
        first.await("inhabited", () -> FIRST_PASSWORD.matcher(first.output()).find());
        Matcher shown = FIRST_PASSWORD.matcher(first.output());
        assertThat(shown.find()).isTrue();
        TestClient admin = new TestClient(first.port()).signIn("admin", shown.group(1));
        admin.put("/api/v1/session/password", Map.of("oldPassword", shown.group(1), "newPassword", PASSWORD)).expect(204);
        admin.post("/api/v1/org-units", Map.of("code", "hangzhou", "kind", "BRANCH", "nameZh", "杭州", "nameEn", "Hangzhou", "parentCode",
                "house", "zone", "Asia/Shanghai")).expect(201);
        hire(admin, "dispatcher", "DISPATCHER");
        hire(admin, "manager", "SERVICE_MANAGER");
        TestClient dispatcher = new TestClient(first.port()).signIn("dispatcher", PASSWORD);
        LocalDate today = Clock.system(ZONE).instant().atZone(ZONE).toLocalDate();
        for (int i = 1; i <= ENGINEERS; i++) {
            String person = hire(admin, "engineer" + i, "ENGINEER");
            dispatcher.post("/api/v1/engineers", Map.of("personId", person, "code", "E0" + i, "skills", List.of(Map.of("code", "SERVER", "level", 4)))).expect(201);
            dispatcher.post("/api/v1/engineers/E0" + i + "/shifts", Map.of("from", today.toString(), "until", today.plusDays(7).toString(), "weekdays",
                    List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"), "startsAt", "08:00", "endsAt", "18:00", "kind", "NORMAL")).expect(200);
        }
        String customer = dispatcher.post("/api/v1/customers", Map.of("name", "杭州维荣科技", "tier", "VIP", "language", "zh-CN", "overdue", false,
                "orgUnitCode", "hangzhou")).expect(201).json().path("number").asString();
        String site = dispatcher.post("/api/v1/customers/" + customer + "/sites", new HashMap<>(Map.of("name", "机房", "address", "文三路 1 号", "city", "杭州",
                "district", "西湖区", "zone", "Asia/Shanghai", "latitude", 30.27, "longitude", 120.13, "accessNotes", "", "orgUnitCode", "hangzhou",
                "reason", ""))).expect(201).json().path("number").asString();
        new TestClient(first.port()).signIn("manager", PASSWORD).post("/api/v1/contracts", Map.of("accountNumber", customer, "inForce", true, "paper",
                Map.of("title", "维保", "startsOn", today.minusYears(1).toString(), "endsOn", today.plusYears(1).toString(), "specialTerms", "", "currency", "CNY",
                        "lines", List.of(Map.of("coverageCode", "7x24x4", "covers", "ACCOUNT"))))).expect(201);
        List<String> orders = new ArrayList<>();
        for (int i = 0; i < ORDERS; i++) {
            String number = dispatcher.post("/api/v1/cases", Map.of("subject", "Fault " + i, "description", "开机无显示", "symptomCode", "power.no-display",
                    "siteNumber", site, "impact", "DEGRADED", "urgency", "MEDIUM")).expect(201).json().path("number").asString();
            dispatcher.post("/api/v1/cases/" + number + "/release", Map.of()).expect(200);
            orders.add(dispatcher.get("/api/v1/work-orders?caseNumber=" + number).expect(200).json().path("items").get(0).path("number").asString());
        }
        return orders;
    }

    /** @return the person */
    private String hire(TestClient admin, String name, String role) {
        String once = "only the first time";
        JsonNode user = admin.post("/api/v1/users", Map.of("userName", name, "password", once, "name", name, "phone", "", "email",
                name + "@house.example", "language", "en", "orgUnitCode", "hangzhou", "roles", List.of(Map.of("role", role, "orgUnitCode", "hangzhou"))))
                .expect(201).json();
        new TestClient(first.port()).signIn(name, once).put("/api/v1/session/password", Map.of("oldPassword", once, "newPassword", PASSWORD)).expect(204);
        return user.path("personId").asString();
    }
}
