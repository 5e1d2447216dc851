package org.firstfix.dispatch.usecase;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Learns travel times each night, on one server. */
@Configuration
class TravelJobs {
    private static final LocalTime AT_NIGHT = LocalTime.of(3, 15);
    private static final ZoneId HOUSE = ZoneId.of("Asia/Shanghai");

    @Bean
    Task<?> learnTravelTimes(TravelNight night) {
        return Tasks.recurring("dispatch.learn-travel-times", Schedules.daily(HOUSE, AT_NIGHT))
                .execute((instance, context) -> night.pass());
    }
}
