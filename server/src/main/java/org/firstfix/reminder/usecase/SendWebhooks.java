package org.firstfix.reminder.usecase;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.firstfix.platform.work.Work;
import org.firstfix.reminder.domain.WebhookRetries;
import org.firstfix.reminder.storage.JooqWebhookMessages;
import org.firstfix.reminder.storage.JooqWebhookMessages.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends what waits for the webhook. The database is not held while the other side thinks: a message is leased, and one
 * whose server died is sent again when the lease is over, under the same id.
 */
@Component
public class SendWebhooks {
    private static final Logger LOG = LoggerFactory.getLogger(SendWebhooks.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final int AT_ONCE = 50;

    private final Work work;
    private final WebhookRoute route;
    private final JooqWebhookMessages messages;
    private final Clock clock;
    // Where the house's service sends us on to is not where the operator pointed us to.
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1).build();

    public SendWebhooks(Work work, WebhookRoute route, JooqWebhookMessages messages, Clock clock) {
        this.work = work;
        this.route = route;
        this.messages = messages;
        this.clock = clock;
    }

    /** @return how many were tried */
    public int send() {
        if (route.address().isEmpty()) {
            return 0;
        }
        int tried = 0;
        while (tried < AT_ONCE) {
            Optional<Message> next = work.asTheHouse("webhook", () -> messages.claim(clock.instant(), LEASE));
            if (next.isEmpty()) {
                return tried;
            }
            send(next.get(), route.address().get());
            tried++;
        }
        return tried;
    }

    private void send(Message message, URI address) {
        byte[] body = message.body().getBytes(StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(address).timeout(TIMEOUT).header("Content-Type", "application/json")
                .header("Firstfix-Message-Id", message.id().toString()).header("Firstfix-Signature", route.signatureOf(body))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)).build();
        try {
            int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status >= 200 && status < 300) {
                work.asTheHouse("webhook", () -> messages.sent(message.id(), clock.instant()));
            } else {
                notSent(message, "The webhook answered " + status + ".", WebhookRetries.mayPass(status));
            }
        } catch (IOException e) {
            notSent(message, e.getClass().getSimpleName() + ": " + e.getMessage(), true);
        } catch (InterruptedException e) {
            // The lease runs out and another server sends it.
            Thread.currentThread().interrupt();
        }
    }

    private void notSent(Message message, String error, boolean mayPass) {
        Optional<Instant> again = mayPass ? WebhookRetries.nextAttempt(message.attempts(), clock.instant()) : Optional.empty();
        LOG.warn("Webhook message {} was not taken: {} {}", message.id(), error, again.map(at -> "Again at " + at + ".").orElse("Given up."));
        work.asTheHouse("webhook", () -> messages.notSent(message.id(), error, again));
    }
}
