package org.firstfix.reminder.usecase;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
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
    /** A step takes milliseconds; one that waits for a database that is away is not waited for. */
    private static final Duration LONGEST_STEP = Duration.ofMillis(500);

    private final RunMoments moments;
    private final SendWebhooks webhooks;
    private final List<Thread> beating = new ArrayList<>();
    private final CountDownLatch stopped = new CountDownLatch(1);

    ReminderHeart(RunMoments moments, SendWebhooks webhooks) {
        this.moments = moments;
        this.webhooks = webhooks;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        beating.add(Thread.ofVirtual().name("reminders").start(() -> beat("reminders", moments::run)));
        // A slow webhook keeps nobody else waiting.
        beating.add(Thread.ofVirtual().name("reminder-webhook").start(() -> beat("reminder webhook", webhooks::send)));
    }

    @PreDestroy
    void stop() throws InterruptedException {
        stopped.countDown();
        for (Thread thread : beating) {
            thread.join(LONGEST_STEP);
        }
    }

    private void beat(String name, IntSupplier step) {
        while (stopped.getCount() > 0) {
            try {
                if (step.getAsInt() > 0) {
                    continue;
                }
            } catch (RuntimeException e) {
                if (stopped.getCount() > 0) {
                    LOG.warn("The {} stumbled and tries again: {}", name, e.getMessage());
                }
            }
            pause();
        }
    }

    private void pause() {
        try {
            stopped.await(BEAT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped.countDown();
        }
    }
}
