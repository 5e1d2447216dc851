package org.firstfix.platform.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Asks for jobs, which run once the server is ready. What is asked for inside a use case commits or vanishes with it. */
@Component
public class Jobs {
    private final SchedulerClient client;
    private final ObjectProvider<Scheduler> scheduler;
    private final Clock clock;
    private volatile Optional<Scheduler> running = Optional.empty();

    Jobs(DataSource dataSource, ObjectProvider<Scheduler> scheduler, Clock clock) {
        client = SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(dataSource)).tableName(JobsConfiguration.TABLE).build();
        this.scheduler = scheduler;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        Scheduler ready = scheduler.getObject();
        ready.start();
        running = Optional.of(ready);
    }

    /** Nothing changes where that instance is asked for already. */
    public void at(Instant when, TaskInstance<?> job) {
        client.scheduleIfNotExists(job, when);
    }

    /** As {@link #at}; it begins with the commit, if this node has a thread for it. */
    public void soon(TaskInstance<?> job) {
        at(clock.instant(), job);
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            look();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                look();
            }
        });
    }

    /** Without it the job would wait for the next look by the clock. */
    private void look() {
        running.ifPresent(Scheduler::triggerCheckForDueExecutions);
    }
}
