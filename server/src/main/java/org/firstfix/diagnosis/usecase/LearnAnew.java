package org.firstfix.diagnosis.usecase;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.firstfix.diagnosis.ModelLearnt;
import org.firstfix.diagnosis.domain.AShadowHasToWin;
import org.firstfix.diagnosis.domain.AShadowHasToWin.Decision;
import org.firstfix.diagnosis.domain.FaultTicket;
import org.firstfix.diagnosis.domain.LearningReports;
import org.firstfix.diagnosis.domain.LearntModel;
import org.firstfix.diagnosis.domain.LearntModel.Status;
import org.firstfix.diagnosis.domain.Models;
import org.firstfix.diagnosis.domain.Tickets;
import org.firstfix.diagnosis.domain.WhatChanged;
import org.firstfix.diagnosis.query.MakersTable;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.platform.scope.Units;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/**
 * The night's learning: decides whether the shadow takes over, lets a new one begin when there is something new to learn
 * from, and reports what changed. The models themselves are learnt afterwards in the background of each server.
 */
@Component
@Permission("diagnosis.learn")
public final class LearnAnew {
    /** With fewer findings there is nothing that a new model could lose against. */
    private static final int NOTHING_TO_LOSE = 40;
    private static final int WORTH_A_NEW_ONE = 20;
    private static final double WORTH_A_NEW_ONE_SHARE = 0.02;
    private static final int MOST_SURPRISES = 20;

    private final Work work;
    private final Learner learner;
    private final Tickets tickets;
    private final Models models;
    private final MakersTable makers;
    private final LearningReports reports;
    private final Units units;
    private final Announcements announcements;
    private final Clock clock;

    LearnAnew(Work work, Learner learner, Tickets tickets, Models models, MakersTable makers, LearningReports reports, Units units,
            Announcements announcements, Clock clock) {
        this.work = work;
        this.learner = learner;
        this.tickets = tickets;
        this.models = models;
        this.makers = makers;
        this.reports = reports;
        this.units = units;
        this.announcements = announcements;
        this.clock = clock;
    }

    private record Step(String decision, Decision duel, LearntModel speaks) {}

    /** @return what was decided, as in {@link WhatChanged} */
    public String handle() {
        // What was found out until now is predicted before anything is decided.
        learner.catchUp();
        String decision = work.perform(this, this::learn);
        learner.wake();
        return decision;
    }

    /** Inside a transaction, after the learner has caught up. */
    String learn() {
        Instant now = clock.instant();
        long newest = tickets.newest();
        List<FaultTicket> all = tickets.upTo(newest);
        Step step = decide(newest, all.size(), now);
        long reported = reports.reportedUpTo();
        List<FaultTicket> since = all.stream().filter(ticket -> ticket.sequence() > reported).toList();
        List<FaultTicket> before = all.stream().filter(ticket -> ticket.sequence() <= reported).toList();
        reports.add(reported, newest, new WhatChanged(since.size(), List.copyOf(WhatChanged.causesNeverFoundBefore(before, since)),
                WhatChanged.shifts(before, all), reports.surprises(reported, newest, MOST_SURPRISES), reports.engine(reported, newest),
                step.decision(), step.duel().findings(), step.duel().gain()), now);
        announcements.announce(new ModelLearnt(step.speaks().number(), step.decision(), since.size(), place(), now));
        return step.decision();
    }

    /** Of whoever asked; by night it is the whole house's. */
    private OrgPath place() {
        return Actors.current().home().orElseGet(() -> units.all().stream().min(Comparator.comparingInt(path -> path.value().length())).orElseThrow());
    }

    private Step decide(long newest, int known, Instant now) {
        LearntModel inUse = models.inUse().orElseThrow();
        Optional<LearntModel> shadow = models.shadow();
        Decision duel = AShadowHasToWin.decide(shadow.map(it -> models.duels(inUse.number(), it.number())).orElse(List.of()));
        if (inUse.tickets() < NOTHING_TO_LOSE && isWorthANewOne(inUse, known)) {
            shadow.ifPresent(it -> models.retire(it, "FIRST", now));
            LearntModel first = models.add(learner.basis(newest, known), Status.SHADOW, now);
            models.takeOver(first, "FIRST", now);
            return new Step("FIRST", duel, models.inUse().orElseThrow());
        }
        if (shadow.isEmpty()) {
            return begin(inUse, newest, known, now, duel, "NOTHING_NEW");
        }
        return switch (duel.verdict()) {
            case WAITS -> new Step("SHADOW_WAITS", duel, inUse);
            case WINS -> {
                models.takeOver(shadow.get(), duel.toString(), now);
                yield new Step("SHADOW_WINS", duel, models.inUse().orElseThrow());
            }
            case LOSES -> {
                models.retire(shadow.get(), duel.toString(), now);
                yield begin(inUse, newest, known, now, duel, "SHADOW_LOSES");
            }
        };
    }

    private Step begin(LearntModel inUse, long newest, int known, Instant now, Decision duel, String otherwise) {
        if (!isWorthANewOne(inUse, known)) {
            return new Step(otherwise, duel, inUse);
        }
        models.add(learner.basis(newest, known), Status.SHADOW, now);
        return new Step(otherwise.equals("SHADOW_LOSES") ? otherwise : "SHADOW_BEGINS", duel, inUse);
    }

    private boolean isWorthANewOne(LearntModel inUse, int known) {
        return known - inUse.tickets() >= Math.max(WORTH_A_NEW_ONE, WORTH_A_NEW_ONE_SHARE * inUse.tickets())
                || makers.version() != inUse.makersVersion();
    }
}
