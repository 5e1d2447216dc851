package org.firstfix.exam.usecase;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What happens to exams without anybody asking. */
@Configuration
class ExamJobs {
    @Bean
    Task<?> endPapersTask(EndPapers endPapers) {
        return Tasks.recurring("exam.end-papers", FixedDelay.of(Duration.ofSeconds(5))).execute((instance, context) -> endPapers.run());
    }

    @Bean
    Task<?> renewInTimeTask(RenewInTime renewInTime) {
        return Tasks.recurring("exam.renew-in-time", FixedDelay.of(Duration.ofHours(1))).execute((instance, context) -> renewInTime.run());
    }
}
