package org.firstfix.reminder.usecase;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Looks every second, on every server. A job with a lease would be one server's at a time and wait for minutes when that
 * one dies; here the rows are shared out by their locks, which a dead server no longer holds.
 */
@Component
class ReminderHeart {
    private static final Logger LOG = LoggerFactory.getLogger(ReminderHeart.class);
    private static final Duration BEAT = Duration.ofSeconds(1);

    private final RunMoments moments;
    private final SendWebhooks webhooks;
    private volatile boolean stopped;

    ReminderHeart(RunMoments moments, SendWebhooks webhooks) {
        this.moments = moments;
        this.webhooks = webhooks;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        Thread.ofVirtual().name("reminders").start(() -> beat("reminders", moments::run));
        // A slow webhook keeps nobody else waiting.
        Thread.ofVirtual().name("reminder-webhook").start(() -> beat("reminder webhook", webhooks::send));
    }

    @PreDestroy
    void stop() {
        stopped = true;
    }

    private void beat(String name, IntSupplier step) {
        while (!stopped) {
            try {
                if (step.getAsInt() > 0) {
                    continue;
                }
            } catch (RuntimeException e) {
                LOG.warn("The {} stumbled and tries again: {}", name, e.getMessage());
            }
            pause();
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(BEAT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped = true;
        }
    }
}
