package org.firstfix.dispatch.usecase;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.UUID;
import org.firstfix.platform.jobs.TryAgain;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class PlanJobs {
    private static final int MOST_TRIES = 4;

    /** What happened in the field is looked at by one node; a node that dies is stood in for. */
    @Bean
    Task<Void> considerOccasions(ConsiderOccasion consider) {
        return Tasks.custom(Occasions.TASK, Void.class).onFailure(TryAgain.soon()).onDeadExecutionRevive().execute((asked, context) -> {
            consider.consider(Occasion.read(asked.getId()));
            return new CompletionHandler.OnCompleteRemove<>();
        });
    }

    /** One run per trial; it goes on from the first day that is missing when a node dies or a day could not be read. */
    @Bean
    Task<Void> tryPolicies(RunTrial trial) {
        return Tasks.custom(TryPolicy.TASK, Void.class).onFailure(TryAgain.soon(MOST_TRIES, (id, why) -> trial.giveUp(UUID.fromString(id), why))).onDeadExecutionRevive().execute((asked, context) -> {
            trial.run(UUID.fromString(asked.getId()));
            return new CompletionHandler.OnCompleteRemove<>();
        });
    }

    /** A hold is over when its time is; this only tells those who look. */
    @Bean
    Task<?> expireHoldsTask(ExpireHolds expire) {
        return Tasks.recurring("dispatch.expire-holds", FixedDelay.of(Duration.ofSeconds(15))).execute((instance, context) -> expire.run());
    }
}
