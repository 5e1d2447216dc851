package org.firstfix.integration.usecase;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.util.UUID;
import org.firstfix.integration.ImportId;
import org.firstfix.platform.jobs.Jobs;
import org.firstfix.platform.jobs.TryAgain;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Dry runs and runs happen in the background: a node that dies in the middle is followed by another that goes on. */
@Component
public class ImportJobs {
    private static final String TASK = "integration.import";

    private final Jobs jobs;

    ImportJobs(Jobs jobs) {
        this.jobs = jobs;
    }

    void schedule(ImportId run) {
        jobs.soon(new TaskInstance<>(TASK, run.value().toString()));
    }

    @Configuration
    static class ImportTask {
        @Bean
        Task<Void> importFile(ImportRunner runner) {
            return Tasks.custom(TASK, Void.class).onFailure(TryAgain.soon()).onDeadExecutionRevive().execute((instance, context) -> {
                runner.run(new ImportId(UUID.fromString(instance.getId())));
                return new CompletionHandler.OnCompleteRemove<>();
            });
        }
    }
}
