package org.firstfix.cases.usecase;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.firstfix.platform.work.Work;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class CaseJobs {
    @Bean
    Task<Void> overdueProgressMessages(Work work, AnnounceOverdueMessages announce, Clock clock) {
        return Tasks.recurring("cases.overdue-progress-messages", FixedDelay.of(Duration.ofSeconds(15)))
                .execute((instance, context) -> work.asTheHouse("critical watch", () -> {
                    announce.handle(new AnnounceOverdueMessages.Command(clock.instant()));
                }));
    }
}
