package org.firstfix.workorder.usecase;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import org.firstfix.platform.jobs.Jobs;
import org.firstfix.platform.jobs.TryAgain;
import org.firstfix.platform.time.HouseClock;
import org.firstfix.platform.work.Work;
import org.firstfix.workorder.WorkOrderId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/** Signed reports are printed after the signature has been committed, not while the customer waits. */
@Component
class PaperJobs {
    private static final TaskDescriptor<String> PRINT = TaskDescriptor.of("print-service-report", String.class);

    private final Jobs jobs;

    PaperJobs(Jobs jobs) {
        this.jobs = jobs;
    }

    /** Reports of a history that is only told are printed when somebody asks for them. */
    void prepare(WorkOrderId id) {
        if (HouseClock.isMoved()) {
            return;
        }
        jobs.soon(PRINT.instance(id.value().toString()).data(id.value().toString()).build());
    }

    @Configuration
    static class PrintTask {
        @Bean
        OneTimeTask<String> printServiceReport(Work work, PrintedReports reports) {
            return Tasks.oneTime(PRINT).onFailure(TryAgain.soon()).execute((instance, context) ->
                    work.asTheHouse("print service report", () -> reports.keep(instance.getData())));
        }
    }
}
