package org.firstfix.dispatch.usecase;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.dispatch.PolicyTried;
import org.firstfix.dispatch.domain.PolicyTrial;
import org.firstfix.dispatch.domain.PolicyTrials;
import org.firstfix.dispatch.domain.TrialDay;
import org.firstfix.dispatch.query.Areas;
import org.firstfix.dispatch.query.PastMornings;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** The background work of a trial: day by day, each searched with no transaction open and kept at once, so that progress shows and is not lost. */
@Component
class RunTrial {
    private final Work work;
    private final PolicyTrials trials;
    private final PastMornings mornings;
    private final Areas areas;
    private final Announcements announcements;
    private final Clock clock;

    RunTrial(Work work, PolicyTrials trials, PastMornings mornings, Areas areas, Announcements announcements, Clock clock) {
        this.work = work;
        this.trials = trials;
        this.mornings = mornings;
        this.areas = areas;
        this.announcements = announcements;
        this.clock = clock;
    }

    void run(UUID id) {
        PolicyTrial trial = work.asTheHouse("trial", () -> trials.view(id));
        if (trial.status() != PolicyTrial.Status.COMPUTING) {
            return;
        }
        List<LocalDate> wanted = trial.wantedDays();
        for (LocalDate day : wanted.subList(trial.days().size(), wanted.size())) {
            trial = trial.with(tried(trial, day));
            PolicyTrial progress = trial;
            work.asTheHouse("trial", () -> trials.save(progress));
        }
        end(trial, PolicyTrial.Status.READY, "");
    }

    /** What was computed by then is kept. Only what speaks of the days is told to people; the rest stands in the log. */
    void giveUp(UUID id, Throwable why) {
        boolean isUnplannable = why instanceof IllegalArgumentException || why instanceof ArithmeticException;
        end(work.asTheHouse("trial", () -> trials.view(id)), PolicyTrial.Status.FAILED, isUnplannable ? String.valueOf(why.getMessage()) : "");
    }

    private TrialDay tried(PolicyTrial trial, LocalDate day) {
        PastMornings.Morning morning = work.asTheHouse("trial", () -> mornings.of(areas.ofBranch(trial.branch(), Optional.of(day))));
        return TrialDay.of(morning.material().weighedBy(trial.compared()), trial.policy(), trial.seed(), morning.cameUp());
    }

    private void end(PolicyTrial trial, PolicyTrial.Status how, String why) {
        work.asTheHouse("trial", () -> {
            PolicyTrial ended = trial.ended(how, why, clock.instant());
            trials.save(ended);
            announcements.announce(new PolicyTried(ended.id(), how.name(), ended.firstDay(), ended.lastDay(), ended.place(), clock.instant()));
        });
    }
}
