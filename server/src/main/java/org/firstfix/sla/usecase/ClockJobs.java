package org.firstfix.sla.usecase;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.UUID;
import org.firstfix.platform.jobs.Jobs;
import org.firstfix.platform.jobs.TryAgain;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What happens to clocks without anybody asking. */
@Configuration
class ClockJobs {
    @Bean
    Task<?> watchMilestonesTask(WatchMilestones watch) {
        return Tasks.recurring("sla.watch-milestones", FixedDelay.of(Duration.ofSeconds(3))).execute((instance, context) -> watch.look());
    }

    @Bean
    OneTimeTask<Void> followCalendarsTask(FollowCalendars followCalendars) {
        return Tasks.oneTime("sla.follow-calendars").onFailure(TryAgain.soon()).execute((instance, context) -> followCalendars.follow());
    }

    /** The same now and then, for clocks that were busy when the calendar changed. */
    @Bean
    Task<?> followCalendarsAgainTask(FollowCalendars followCalendars) {
        return Tasks.recurring("sla.follow-calendars-again", FixedDelay.of(Duration.ofMinutes(5)))
                .execute((instance, context) -> followCalendars.follow());
    }

    @Bean
    CalendarFollowUp calendarFollowUp(Jobs jobs, OneTimeTask<Void> followCalendarsTask) {
        return () -> jobs.soon(followCalendarsTask.instance(UUID.randomUUID().toString()));
    }

    /** Lets open clocks follow once the running transaction is committed; forgotten if it fails. */
    interface CalendarFollowUp {
        void soon();
    }
}
