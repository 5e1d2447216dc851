package org.firstfix.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.firstfix.testing.ServerTest;
import org.firstfix.testing.TestHouse;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class JobsTest {
    /** It is over at once, and harmless as often as it runs. */
    private static final String TASK = "sla.follow-calendars";

    @Autowired
    private TestHouse house;
    @Autowired
    private Jobs jobs;
    @Autowired
    private DSLContext database;

    /** By the clock alone each of them would wait two seconds. */
    @Test
    @Timeout(value = 15, unit = TimeUnit.SECONDS)
    void whatIsDueBeginsWithTheCommit() {
        for (int turn = 0; turn < 10; turn++) {
            TaskInstance<?> job = new TaskInstance<>(TASK, UUID.randomUUID().toString());
            house.asTheHouse(() -> {
                jobs.soon(job);
                assertThat(isAskedFor(job)).isTrue();
                return true;
            });
            Awaitility.await().pollInterval(Duration.ofMillis(20)).until(() -> !isAskedFor(job));
        }
    }

    @Test
    void whatIsAskedForAgainStaysAsItWas() {
        TaskInstance<?> job = new TaskInstance<>(TASK, UUID.randomUUID().toString());
        for (int days : List.of(900, 902)) {
            house.asTheHouse(() -> {
                jobs.at(Instant.now().plus(Duration.ofDays(days)), job);
                assertThat(isAskedFor(job)).isTrue();
                return true;
            });
        }
        assertThat(house.<Object>asTheHouse(() -> database.fetchValue("select execution_time < now() + interval '901 days' from platform.scheduled_tasks"
                + " where task_name = ? and task_instance = ?", job.getTaskName(), job.getId()))).isEqualTo(true);
    }

    @Test
    void whatIsAskedForVanishesWithWhatFails() {
        TaskInstance<?> job = new TaskInstance<>(TASK, UUID.randomUUID().toString());
        assertThatThrownBy(() -> house.asTheHouse(() -> {
            jobs.at(Instant.now().plus(Duration.ofDays(900)), job);
            throw new IllegalStateException("and so it ends");
        })).hasMessage("and so it ends");
        assertThat(isAskedFor(job)).isFalse();
    }

    private boolean isAskedFor(TaskInstance<?> job) {
        return house.asTheHouse(() -> database.fetch("select 1 from platform.scheduled_tasks where task_name = ? and task_instance = ?",
                job.getTaskName(), job.getId())).isNotEmpty();
    }
}
