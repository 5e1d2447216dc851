package org.firstfix.dispatch.usecase;

import jakarta.annotation.PreDestroy;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.firstfix.dispatch.domain.PlanLeases;
import org.firstfix.platform.work.Work;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Looks twice a second, on every server, for plans that were asked for and that nobody computes. A request is a row, and whose
 * lease on its plan is in force works on it: when a server dies its leases run out and another one takes over.
 */
@Component
class PlanHeart {
    private static final Logger LOG = LoggerFactory.getLogger(PlanHeart.class);
    private static final Duration BEAT = Duration.ofMillis(500);
    /** Long enough for a pause of the machine, short enough that nobody waits for a dead server. */
    static final Duration LEASE = Duration.ofSeconds(15);
    private static final long RENEWED_EVERY = Duration.ofSeconds(4).toNanos();

    private final Work work;
    private final PlanLeases leases;
    private final ComputePlan computePlan;
    private final String owner = ManagementFactory.getRuntimeMXBean().getName();
    /** Searching takes a processor of its own; the others are for people. */
    private final Semaphore free = new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
    private final Map<PlanLeases.Lease, Long> renewed = new ConcurrentHashMap<>();
    private final CountDownLatch stopped = new CountDownLatch(1);

    PlanHeart(Work work, PlanLeases leases, ComputePlan computePlan) {
        this.work = work;
        this.leases = leases;
        this.computePlan = computePlan;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        Thread.ofVirtual().name("plans").start(this::beat);
    }

    @PreDestroy
    void stop() {
        stopped.countDown();
    }

    private void beat() {
        while (stopped.getCount() > 0) {
            try {
                renew();
                if (take()) {
                    continue;
                }
            } catch (RuntimeException e) {
                if (stopped.getCount() > 0) {
                    LOG.warn("Looking for plans to compute stumbled and tries again: {}", e.getMessage());
                }
            }
            pause();
        }
    }

    private void renew() {
        renewed.forEach((lease, at) -> {
            if (System.nanoTime() - at > RENEWED_EVERY) {
                work.asTheHouse("plan", () -> leases.renew(lease, LEASE));
                renewed.computeIfPresent(lease, (same, before) -> System.nanoTime());
            }
        });
    }

    private boolean take() {
        if (!free.tryAcquire()) {
            return false;
        }
        boolean started = false;
        try {
            var next = work.asTheHouse("plan", () -> leases.takeNext(owner, LEASE));
            next.ifPresent(taken -> {
                renewed.put(taken.lease(), System.nanoTime());
                Thread.ofPlatform().daemon().name("plan-" + taken.version()).start(() -> compute(taken));
            });
            started = next.isPresent();
        } finally {
            if (!started) {
                free.release();
            }
        }
        return started;
    }

    private void compute(PlanLeases.Taken taken) {
        try {
            computePlan.compute(taken.version(), taken.lease());
        } catch (RuntimeException e) {
            // The request stays as it is: it is tried again when the lease has run out.
            LOG.warn("Plan version {} was not computed this time: {}", taken.version(), e.getMessage());
        } finally {
            renewed.remove(taken.lease());
            free.release();
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
