package org.firstfix.diagnosis.usecase;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Learns anew each night, on one server; the models follow on all of them. */
@Configuration
class LearningJobs {
    private static final LocalTime AT_NIGHT = LocalTime.of(2, 30);
    private static final ZoneId HOUSE = ZoneId.of("Asia/Shanghai");

    @Bean
    Task<?> learnAnewTask(LearningNight night) {
        return Tasks.recurring("diagnosis.learn-anew", Schedules.daily(HOUSE, AT_NIGHT))
                .execute((instance, context) -> night.pass());
    }
}
