package org.firstfix.notification.usecase;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.notification.storage.JooqOutgoingMails;
import org.firstfix.platform.jobs.TryAgain;
import org.firstfix.platform.work.Work;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class MailJobs {
    private static final int MOST_PER_SWEEP = 1_000;

    /** One run per mail; leases make it one at a time across nodes. */
    @Bean
    Task<Void> sendMail(DeliverMail delivery) {
        return Tasks.custom(Postbox.TASK, Void.class).onFailure(TryAgain.soon()).onDeadExecutionRevive().execute((mail, context) -> {
            Optional<Instant> again = delivery.deliver(UUID.fromString(mail.getId()));
            return again.<CompletionHandler<Void>>map(at -> (complete, run) -> run.reschedule(complete, at))
                    .orElseGet(CompletionHandler.OnCompleteRemove::new);
        });
    }

    /** Finds mails that wait without a job: written while there was no mail server. */
    @Bean
    Task<Void> sweepMails(Postbox postbox, JooqOutgoingMails mails, MailRoute route, Work work) {
        return Tasks.recurring("notification.sweep-mails", Schedules.fixedDelay(Duration.ofMinutes(5)))
                .execute((instance, context) -> {
                    if (route.exists()) {
                        work.asTheHouse("mail", () -> mails.waiting(MOST_PER_SWEEP).forEach(postbox::schedule));
                    }
                });
    }
}
