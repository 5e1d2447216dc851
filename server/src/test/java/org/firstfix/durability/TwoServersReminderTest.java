package org.firstfix.durability;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.firstfix.testing.TestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two servers on one database remind of the same duties, and one of them is killed with {@code kill -9} amid them. Every
 * moment is given exactly once, and soon; how late the latest was is printed. {@code -Dfirstfix.reminders.seed=N} chooses
 * which server dies and when, {@code -Dfirstfix.reminders.duties=N} how much there is to do.
 */
class TwoServersReminderTest {
    private static final String PASSWORD = "a long enough one";
    private static final Pattern FIRST_PASSWORD = Pattern.compile("user name admin, password (\\S+)");
    private static final int DUTIES = Integer.getInteger("firstfix.reminders.duties", 300);
    /** Promised first, to see how quickly that goes; due on another day. */
    private static final int REHEARSAL = 20;
    private static final Duration SPREAD = Duration.ofSeconds(24);
    /** Promised are five seconds; a busy machine that builds is given more, and the figure is printed. */
    private static final Duration LATEST = Duration.ofSeconds(30);
    private static final int PEOPLE = 4;

    @TempDir
    private Path folder;
    private final long seed = Long.getLong("firstfix.reminders.seed", System.nanoTime());
    private final Random random = new Random(seed);
    /** What the service for SMS and chat received: how often, by message id. */
    private final Map<String, Integer> received = new ConcurrentHashMap<>();
    private HttpServer chat;
    private ServerProcess first;
    private ServerProcess second;

    private record Given(String moment, int entries, int deliveries, int inbox, int mails, int webhooks, double delay, boolean amidTheDeath, boolean afterTheDeath) {}

    @AfterEach
    void nothingStays() {
        for (ServerProcess server : new ServerProcess[] {second, first}) {
            if (server != null) {
                server.clear();
            }
        }
        if (chat != null) {
            chat.stop(0);
        }
    }

    @Test
    @Timeout(value = 6, unit = TimeUnit.MINUTES)
    void everyReminderIsGivenOnceThoughOneServerDies() throws Exception {
        chat = chatService();
        first = configured(new ServerProcess(folder));
        first.start();
        second = configured(first.another());
        second.launch();
        House house = openTheHouse();
        second.await("ready", second::ready);
        Truth truth = new Truth(first);

        Instant from = promise(house);
        Duration wait = SPREAD.dividedBy(3).plusMillis(random.nextLong(SPREAD.toMillis() / 3));
        ServerProcess victim = random.nextBoolean() ? first : second;
        pauseUntil(from.plus(wait));
        Instant death = Instant.now();
        victim.killServer();
        pauseUntil(from.plus(SPREAD));
        awaitAll(truth);

        List<Given> all = given(truth, death);
        print(all, death, from, victim);
        assertThat(all).as("seed " + seed).hasSize(2 * DUTIES + REHEARSAL);
        assertThat(all.stream().filter(Given::afterTheDeath).count()).as("moments that came when one was dead, seed " + seed).isGreaterThan(DUTIES / 10);
        assertThat(all).as("seed " + seed).allSatisfy(one -> assertThat(List.of(one.entries(), one.deliveries(), one.inbox(), one.mails(),
                one.webhooks())).containsExactly(1, 1, 1, 1, 1));
        assertThat(all).as("seed " + seed).allSatisfy(one -> assertThat(one.delay()).isLessThan(LATEST.toSeconds()));
        assertThat(one(truth, "select count(*) from reminder.duty where next_moment = 'ESCALATION' and next_at < now() and status = 'OPEN'")).isZero();
        everyMessageArrives(truth);
    }

    /** The house has one calendar that is always open and no quiet hours: the test is the same at every hour. */
    private House openTheHouse() {
        first.await("inhabited", () -> FIRST_PASSWORD.matcher(first.output()).find());
        Matcher shown = FIRST_PASSWORD.matcher(first.output());
        assertThat(shown.find()).isTrue();
        TestClient admin = new TestClient(first.port()).signIn("admin", shown.group(1));
        admin.put("/api/v1/session/password", Map.of("oldPassword", shown.group(1), "newPassword", PASSWORD)).expect(204);
        admin.post("/api/v1/org-units", Map.of("code", "hangzhou", "kind", "BRANCH", "nameZh", "杭州", "nameEn", "Hangzhou", "parentCode",
                "house", "zone", "Asia/Shanghai")).expect(201);
        String agent = hire(admin, "agent", "AGENT");
        hire(admin, "manager", "SERVICE_MANAGER");
        String customer = admin.post("/api/v1/customers", Map.of("name", "杭州维荣科技", "tier", "VIP", "language", "zh-CN", "overdue", false,
                "orgUnitCode", "hangzhou")).expect(201).json().path("number").asString();
        Map<String, Object> policy = new HashMap<>(Map.of("nameZh", "承诺", "nameEn", "Promise", "calendarCode", "ALWAYS", "remindOnArrival", true,
                "escalateAfterMinutes", 0, "escalateEveryMinutes", 525_600, "escalationRole", "SERVICE_MANAGER"));
        List<String> everywhere = List.of("INBOX", "MAIL", "WEBHOOK");
        policy.putAll(Map.of("arrivalChannels", everywhere, "beforeChannels", everywhere, "escalationChannels", everywhere));
        admin.put("/api/v1/reminder-policies/PROMISE", policy, 0).expect(200);
        return new House(customer, agent);
    }

    private record House(String customer, String agent) {}

    private String hire(TestClient admin, String name, String role) {
        String once = "only the first " + seed;
        String id = admin.post("/api/v1/users", Map.of("userName", name, "password", once, "name", name, "phone", "", "email",
                name + "@house.example", "language", "en", "orgUnitCode", "hangzhou", "roles", List.of(Map.of("role", role, "orgUnitCode", "hangzhou"))))
                .expect(201).json().path("userId").asString();
        new TestClient(first.port()).signIn(name, once).put("/api/v1/session/password", Map.of("oldPassword", once, "newPassword", PASSWORD)).expect(204);
        return id;
    }

    /** The manager promises much for the agent, at both servers: due one after the other. @return when the first is due */
    private Instant promise(House house) throws Exception {
        Instant farAway = Instant.now().plus(Duration.ofDays(2));
        long began = System.nanoTime();
        promise(house, REHEARSAL, i -> farAway);
        // New servers on a busy machine take their time, and get quicker: all is promised when the first is due, or soon after.
        long each = (System.nanoTime() - began) / REHEARSAL;
        Instant from = Instant.now().plusNanos(each * DUTIES / 3).plusSeconds(5);
        promise(house, DUTIES, i -> later(from.plusMillis(SPREAD.toMillis() * i / DUTIES), Instant.now().plusSeconds(2)));
        return from;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private void promise(House house, int promises, IntFunction<Instant> due) throws Exception {
        try (ExecutorService people = Executors.newFixedThreadPool(PEOPLE)) {
            List<Future<?>> hands = IntStream.range(0, PEOPLE).<Future<?>>mapToObj(hand -> people.submit(() -> {
                TestClient manager = new TestClient((hand % 2 == 0 ? first : second).port()).signIn("manager", PASSWORD);
                for (int i = hand; i < promises; i += PEOPLE) {
                    manager.post("/api/v1/customers/" + house.customer() + "/promises",
                            Map.of("what", "promise " + i, "dueAt", due.apply(i).toString(), "owner", house.agent())).expect(201);
                }
            })).toList();
            for (Future<?> hand : hands) {
                hand.get();
            }
        }
    }

    private void awaitAll(Truth truth) {
        long until = System.nanoTime() + LATEST.toNanos();
        while (one(truth, "select count(*) from reminder.delivery where delivered_at is not null") < 2L * DUTIES + REHEARSAL && System.nanoTime() < until) {
            ServerProcess.pause(Duration.ofMillis(200));
        }
        // Whoever would give one twice has the time to.
        ServerProcess.pause(Duration.ofSeconds(3));
    }

    /** What the tables hold of each duty and moment; the moment itself is the arrival or the time it was due. */
    private static List<Given> given(Truth truth, Instant death) {
        return truth.ask(connection -> {
            try (var statement = connection.prepareStatement("""
                    select m.moment,
                      (select count(*) from reminder.reminder_entry e where e.duty_id = d.id and e.moment = m.moment and e.kind in ('REMINDED', 'ESCALATED')),
                      (select count(*) from reminder.delivery g where g.duty_id = d.id and g.moment = m.moment and g.delivered_at is not null),
                      (select count(*) from notification.inbox_message i where i.link = '/reminders?id=' || d.id and i.template = m.template),
                      (select count(*) from notification.outgoing_mail o where o.once_key like 'reminder:' || d.id || ':%' and o.template = m.template),
                      (select count(*) from reminder.webhook_message w join reminder.delivery g on g.id = w.delivery_id
                        where g.duty_id = d.id and g.moment = m.moment),
                      extract(epoch from (select min(g.delivered_at) from reminder.delivery g where g.duty_id = d.id and g.moment = m.moment) - m.at),
                      m.at
                    from reminder.duty d, lateral (values ('ARRIVAL', 'reminder-arrival', d.arrived_at), ('ESCALATION', 'reminder-escalation', d.due_at))
                      m (moment, template, at)
                    where m.at < now() order by m.at"""); ResultSet rows = statement.executeQuery()) {
                List<Given> all = new ArrayList<>();
                while (rows.next()) {
                    Instant at = rows.getTimestamp(8).toInstant();
                    all.add(new Given(rows.getString(1), rows.getInt(2), rows.getInt(3), rows.getInt(4), rows.getInt(5), rows.getInt(6), rows.getDouble(7),
                            Duration.between(at, death).abs().compareTo(Duration.ofSeconds(2)) < 0, at.isAfter(death)));
                }
                return all;
            }
        });
    }

    private void print(List<Given> all, Instant death, Instant from, ServerProcess victim) {
        System.out.printf("%nTwo servers, seed %d: %d moments of %d duties; the %s server killed %.1f s after the first was due.%n", seed, all.size(),
                DUTIES, victim == first ? "first" : "second", Duration.between(from, death).toMillis() / 1000.0);
        for (String moment : List.of("ARRIVAL", "ESCALATION")) {
            double[] delays = all.stream().filter(one -> one.moment().equals(moment)).mapToDouble(Given::delay).sorted().toArray();
            System.out.printf("%-10s given after: median %.2f s, 99th percentile %.2f s, latest %.2f s%n", moment, delays[delays.length / 2],
                    delays[delays.length * 99 / 100], delays[delays.length - 1]);
        }
        System.out.printf("due within 2 s of the death: %d, latest %.2f s%n", all.stream().filter(Given::amidTheDeath).count(),
                all.stream().filter(Given::amidTheDeath).mapToDouble(Given::delay).max().orElse(0));
    }

    /** At least once under an id that stays: a message in the hands of the dead server is sent again when its lease is over. */
    private void everyMessageArrives(Truth truth) {
        long until = System.nanoTime() + Duration.ofSeconds(45).toNanos();
        while (one(truth, "select count(*) from reminder.webhook_message where status <> 'SENT'") > 0 && System.nanoTime() < until) {
            ServerProcess.pause(Duration.ofMillis(200));
        }
        assertThat(received).hasSize(2 * DUTIES + REHEARSAL);
        System.out.printf("webhook: %d messages, %d of them received twice%n%n", received.size(), received.values().stream().filter(times -> times > 1).count());
    }

    private static long one(Truth truth, String question) {
        return truth.ask(connection -> {
            try (var statement = connection.createStatement(); ResultSet row = statement.executeQuery(question)) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    private HttpServer chatService() throws IOException {
        HttpServer service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            received.merge(exchange.getRequestHeaders().getFirst("Firstfix-Message-Id"), 1, Integer::sum);
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        service.start();
        return service;
    }

    private ServerProcess configured(ServerProcess server) {
        return server.with("FIRSTFIX_REMINDER_WEBHOOK_URL", "http://127.0.0.1:" + chat.getAddress().getPort() + "/sms")
                .with("FIRSTFIX_REMINDER_WEBHOOK_SECRET", "between us");
    }

    private static void pauseUntil(Instant when) {
        Duration left = Duration.between(Instant.now(), when);
        if (left.isPositive()) {
            ServerProcess.pause(left);
        }
    }
}
