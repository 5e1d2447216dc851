package org.firstfix.diagnosis.usecase;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.firstfix.asset.AssetApi;
import org.firstfix.diagnosis.domain.FaultTicket;
import org.firstfix.diagnosis.domain.LearntModel;
import org.firstfix.diagnosis.domain.MakersTickets;
import org.firstfix.diagnosis.domain.ModelScore;
import org.firstfix.diagnosis.domain.Models;
import org.firstfix.diagnosis.domain.Tickets;
import org.firstfix.diagnosis.query.MakersTable;
import org.firstfix.faultfinding.Catalogue;
import org.firstfix.faultfinding.DiagnosisModel;
import org.firstfix.faultfinding.Settings;
import org.firstfix.faultfinding.Ticket;
import org.firstfix.platform.work.Work;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Holds the model in use and its shadow in memory, and keeps both up with what is found out: each finding is predicted
 * first, scored, and then learnt. Every server does the same from the same tickets, so all of them say the same.
 */
@Component
public class Learner {
    private static final Logger LOG = LoggerFactory.getLogger(Learner.class);
    private static final int AT_ONCE = 200;
    private static final int LOOKS_AGAIN_SECONDS = 3;
    private static final long SEED = 1;

    private final Tickets tickets;
    private final Models models;
    private final MakersTable makers;
    private final AssetApi assets;
    private final Work work;
    private final Clock clock;
    private final Semaphore news = new Semaphore(0);
    private volatile boolean stopped;
    private volatile @Nullable Running inUse;
    private volatile @Nullable Running shadow;

    Learner(Tickets tickets, Models models, MakersTable makers, AssetApi assets, Work work, Clock clock) {
        this.tickets = tickets;
        this.models = models;
        this.makers = makers;
        this.assets = assets;
        this.work = work;
        this.clock = clock;
    }

    /** A model in memory, and how far it has come. */
    public static final class Running {
        private final LearntModel known;
        private final DiagnosisModel model;
        private volatile long learntUpTo;

        Running(LearntModel known, DiagnosisModel model) {
            this.known = known;
            this.model = model;
            this.learntUpTo = known.learntUpTo();
        }

        public LearntModel known() {
            return known;
        }

        public DiagnosisModel model() {
            return model;
        }
    }

    /** None while it is still being learnt, just after the start. */
    public Optional<Running> inUse() {
        return Optional.ofNullable(inUse);
    }

    /** There may be something to learn. */
    void wake() {
        news.release();
    }

    /** Once the running transaction is committed, what it found out is learnt. */
    void hearAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wake();
            }
        });
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(1)
    void start() {
        Thread.ofPlatform().name("diagnosis-learner").daemon().priority(Thread.MIN_PRIORITY).start(this::learnForEver);
    }

    @PreDestroy
    void stop() {
        stopped = true;
        news.release();
    }

    private void learnForEver() {
        while (!stopped) {
            try {
                catchUp();
            } catch (RuntimeException e) {
                if (!stopped) {
                    LOG.warn("Learning from findings stopped and tries again: {}", e.getMessage());
                }
            }
            try {
                if (news.tryAcquire(LOOKS_AGAIN_SECONDS, TimeUnit.SECONDS)) {
                    news.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private record Situation(LearntModel inUse, Optional<LearntModel> shadow) {}

    /** Learns all that has been found out until now. */
    public synchronized void catchUp() {
        Situation now = work.asTheHouse("diagnosis learner", () -> new Situation(models.inUse().orElseGet(this::firstModel), models.shadow()));
        if (!isRunning(inUse, now.inUse())) {
            inUse = isRunning(shadow, now.inUse()) ? shadow : learn(now.inUse());
        }
        if (now.shadow().isEmpty()) {
            shadow = null;
        } else if (!isRunning(shadow, now.shadow().get())) {
            shadow = learn(now.shadow().get());
        }
        List<Running> running = new ArrayList<>();
        running.add(Objects.requireNonNull(inUse));
        Optional.ofNullable(shadow).ifPresent(running::add);
        int learnt;
        do {
            learnt = follow(running);
        } while (learnt == AT_ONCE);
    }

    /** Begins from the records again, like a server that has just started. */
    public synchronized void forget() {
        inUse = null;
        shadow = null;
    }

    private LearntModel firstModel() {
        long newest = tickets.newest();
        return models.add(basis(newest, tickets.upTo(newest).size()), LearntModel.Status.IN_USE, clock.instant());
    }

    /** Old evidence counts like new: on what we have measured, fading was never better. */
    LearntModel.Basis basis(long learntUpTo, int known) {
        return new LearntModel.Basis(learntUpTo, known, makers.version(), OptionalDouble.empty(), assets.partNames());
    }

    /** A database that was put back from a backup has other models. */
    private static boolean isRunning(@Nullable Running running, LearntModel wanted) {
        return running != null && running.known().number() == wanted.number() && running.known().madeAt().equals(wanted.madeAt());
    }

    private Running learn(LearntModel wanted) {
        List<Ticket> known = new ArrayList<>();
        work.asTheHouse("diagnosis learner", () -> {
            List<FaultTicket> found = tickets.upTo(wanted.learntUpTo());
            known.addAll(MakersTickets.of(makers.active(), found.isEmpty() ? wanted.madeAt() : found.getFirst().foundAt()));
            found.forEach(ticket -> known.addAll(ticket.forTheEngine()));
        });
        Settings settings = new Settings(Catalogue.of(wanted.catalogue()), wanted.halfLifeDays().orElse(Double.POSITIVE_INFINITY), Settings.usual().kept(), SEED);
        return new Running(wanted, DiagnosisModel.learn(known, settings));
    }

    private record Scored(Running by, FaultTicket ticket, ModelScore score) {}

    private int follow(List<Running> running) {
        long from = running.stream().mapToLong(one -> one.learntUpTo).min().orElseThrow();
        List<FaultTicket> found = work.asTheHouse("diagnosis learner", () -> tickets.after(from, AT_ONCE));
        List<Scored> scores = new ArrayList<>();
        for (FaultTicket ticket : found) {
            running.stream().filter(one -> ticket.sequence() > one.learntUpTo).forEach(one -> {
                scores.add(new Scored(one, ticket, ModelScore.of(
                        one.model.freeze(ticket.question(), FaultTicket.day(ticket.foundAt())).prediction(), ticket)));
                ticket.forTheEngine().forEach(one.model::learn);
                one.learntUpTo = ticket.sequence();
            });
        }
        if (!scores.isEmpty()) {
            work.asTheHouse("diagnosis learner", () -> scores.forEach(one ->
                    models.score(one.by().known(), one.by() == inUse, one.ticket().sequence(), one.score(), one.ticket().foundAt())));
        }
        return found.size();
    }
}
