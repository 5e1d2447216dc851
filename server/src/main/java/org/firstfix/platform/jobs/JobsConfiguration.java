package org.firstfix.platform.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.OnStartup;
import com.github.kagkarlsson.scheduler.task.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Jobs: every {@code Task} bean of a module is known to one scheduler, whose leases in the database make each run happen
 * on one node only. Use cases ask for them through {@link Jobs}.
 */
@Configuration
class JobsConfiguration {
    static final String TABLE = "platform.scheduled_tasks";

    @Bean(destroyMethod = "stop")
    Scheduler jobRunner(DataSource dataSource, ObjectProvider<Task<?>> found) {
        List<Task<?>> tasks = found.stream().toList();
        List<Task<?>> atStartup = new ArrayList<>(tasks);
        atStartup.removeIf(task -> !(task instanceof OnStartup));
        List<Task<?>> onDemand = new ArrayList<>(tasks);
        onDemand.removeAll(atStartup);
        return Scheduler.create(dataSource, onDemand).tableName(TABLE)
                .startTasks(recurring(atStartup)).threads(4).pollingInterval(Duration.ofSeconds(2)).build();
    }

    @SuppressWarnings("unchecked")
    private static <T extends Task<?> & OnStartup> List<T> recurring(List<Task<?>> tasks) {
        return (List<T>) (List<?>) tasks;
    }
}
