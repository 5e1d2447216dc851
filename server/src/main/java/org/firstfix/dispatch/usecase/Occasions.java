package org.firstfix.dispatch.usecase;

import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.firstfix.dispatch.domain.PlanVersion;
import org.firstfix.platform.jobs.Jobs;
import org.firstfix.platform.scope.OrgPath;
import org.springframework.stereotype.Component;

/** Writes down what happened, to be looked at when the running transaction is committed: who is on the road is not kept waiting. */
@Component
public class Occasions {
    static final String TASK = "dispatch.consider-occasion";
    /** What happens at once is looked at once. */
    private static final long TOGETHER = Duration.ofSeconds(2).toMillis();
    /** Later days are planned when their turn comes. */
    private static final int DAYS_AHEAD = 1;

    private final Jobs jobs;
    private final Clock clock;

    Occasions(Jobs jobs, Clock clock) {
        this.jobs = jobs;
        this.clock = clock;
    }

    /** @param at which is of the day that may be planned anew; other days than today and tomorrow are not */
    public void happened(PlanVersion.Cause cause, OrgPath branch, Instant at, ZoneId zone, String subject) {
        LocalDate day = at.atZone(zone).toLocalDate();
        LocalDate today = clock.instant().atZone(zone).toLocalDate();
        if (day.isBefore(today) || day.isAfter(today.plusDays(DAYS_AHEAD))) {
            return;
        }
        long when = (clock.instant().toEpochMilli() / TOGETHER + 1) * TOGETHER;
        jobs.at(Instant.ofEpochMilli(when), new TaskInstance<>(TASK, new Occasion(cause, branch, day, subject).text(when)));
    }
}
