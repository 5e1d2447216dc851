package org.firstfix.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.firstfix.platform.identity.UserDirectory;
import org.firstfix.reminder.usecase.WebhookRoute;
import org.firstfix.testing.ServerTest;
import org.firstfix.testing.TestHouse;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The webhook as the house's SMS service receives it, sent by the server's own runner. */
@ServerTest
class ReminderWebhookTest {
    private static final String SECRET = "between us";
    private static final String AGENT = "agent.hangzhou";
    private static final BlockingQueue<Received> RECEIVED = new LinkedBlockingQueue<>();
    private static final Queue<Integer> ANSWERS = new ConcurrentLinkedQueue<>();
    private static final HttpServer SERVER = start();

    @Autowired
    TestHouse house;
    @Autowired
    ReminderApi reminders;
    @Autowired
    UserDirectory users;
    @Autowired
    DSLContext database;
    @Autowired
    Clock clock;

    private ReminderScene scene;

    private record Received(String id, String signature, byte[] body) {
        JsonNode json() {
            return JsonMapper.builder().build().readTree(body);
        }
    }

    @DynamicPropertySource
    static void webhook(DynamicPropertyRegistry settings) {
        settings.add("firstfix.reminder.webhook.url", () -> "http://127.0.0.1:" + SERVER.getAddress().getPort() + "/sms");
        settings.add("firstfix.reminder.webhook.secret", () -> SECRET);
    }

    @AfterAll
    static void stop() {
        SERVER.stop(0);
    }

    @BeforeEach
    void scene() {
        scene = new ReminderScene(house, reminders, users, database);
        RECEIVED.clear();
        ANSWERS.clear();
        var manager = house.client("service_manager.hangzhou");
        long version = manager.get("/api/v1/reminder-policies/PROMISE").expect(200).json().path("version").asLong();
        Map<String, Object> policy = ReminderHttpTest.policy();
        policy.put("arrivalChannels", List.of("INBOX", "WEBHOOK"));
        manager.put("/api/v1/reminder-policies/PROMISE", policy, version).expect(200);
    }

    @Test
    void isSignedAndSaysWhomToTellWhatInTheirLanguage() throws Exception {
        DutyId duty = entrust();
        Received message = next();
        JsonNode body = message.json();
        assertThat(message.signature()).isEqualTo("sha256=" + hmac(message.body()));
        assertThat(body.path("reminder").asString()).isEqualTo(duty.value().toString());
        assertThat(body.path("moment").asString()).isEqualTo("ARRIVAL");
        assertThat(body.path("text").asString()).startsWith("New for you: Call back");
        assertThat(body.path("recipient").path("email").asString()).isEqualTo(AGENT + "@firstfix.test");
        waitUntil(duty, "SENT");
        assertThat(RECEIVED).as("once").isEmpty();
    }

    @Test
    void isTriedAgainUnderTheSameIdWhenTheOtherSideIsBusy() throws Exception {
        ANSWERS.add(503);
        DutyId duty = entrust();
        Received first = next();
        Received second = next();
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.body()).isEqualTo(first.body());
        waitUntil(duty, "SENT");
    }

    @Test
    void isGivenUpWhenItIsRefused() throws Exception {
        ANSWERS.add(401);
        DutyId duty = entrust();
        next();
        waitUntil(duty, "FAILED");
        assertThat(house.asTheHouse(() -> database.fetchSingle(OF + " where d.duty_id = ?", duty.value()).get("last_error", String.class))).contains("401");
    }

    @Test
    void anAddressWithoutASecretIsRefusedAtTheStart() {
        assertThatThrownBy(() -> new WebhookRoute("http://sms.test/", "")).hasMessageContaining("SECRET");
        assertThatThrownBy(() -> new WebhookRoute("ftp://sms.test/", "x")).hasMessageContaining("ftp");
        assertThat(new WebhookRoute("", "").address()).isEmpty();
    }

    private static final String OF = "select w.status, w.last_error from reminder.webhook_message w join reminder.delivery d on d.id = w.delivery_id";

    private DutyId entrust() {
        return scene.entrust(ReminderScene.newKey(), AGENT, clock.instant().plus(Duration.ofDays(2)), Optional.empty(), true);
    }

    private void waitUntil(DutyId duty, String status) throws InterruptedException {
        for (int i = 0; i < 50; i++) {
            if (house.asTheHouse(() -> database.fetch(OF + " where d.duty_id = ?", duty.value())).getValues("status").equals(List.of(status))) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new AssertionError("not " + status + " within five seconds");
    }

    private static Received next() throws InterruptedException {
        Received received = RECEIVED.poll(8, TimeUnit.SECONDS);
        assertThat(received).as("a message").isNotNull();
        return received;
    }

    private static String hmac(byte[] body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(body));
    }

    private static HttpServer start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/sms", ReminderWebhookTest::take);
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void take(HttpExchange exchange) throws IOException {
        RECEIVED.add(new Received(exchange.getRequestHeaders().getFirst("Firstfix-Message-Id"),
                exchange.getRequestHeaders().getFirst("Firstfix-Signature"), exchange.getRequestBody().readAllBytes()));
        Integer status = ANSWERS.poll();
        exchange.sendResponseHeaders(status == null ? 200 : status, -1);
        exchange.close();
    }
}
