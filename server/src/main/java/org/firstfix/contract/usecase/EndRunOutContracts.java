package org.firstfix.contract.usecase;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.firstfix.contract.domain.Contract;
import org.firstfix.contract.storage.JooqContracts;
import org.firstfix.platform.work.Work;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Contracts whose last day is over everywhere on earth become ENDED, so that lists and renewals see them. */
@Configuration
class EndRunOutContracts {
    /** Where the day ends last. */
    private static final ZoneOffset WESTERNMOST = ZoneOffset.ofHours(-12);
    private static final int AT_ONCE = 200;

    @Bean
    Task<?> endRunOutContractsTask(RunOutContracts contracts) {
        return Tasks.recurring("contract.end-run-out", FixedDelay.of(Duration.ofMinutes(10)))
                .execute((instance, context) -> contracts.end());
    }

    @Bean
    RunOutContracts runOutContracts(Work work, JooqContracts contracts, ContractDesk desk, Clock clock) {
        return new RunOutContracts(work, contracts, desk, clock);
    }

    record RunOutContracts(Work work, JooqContracts contracts, ContractDesk desk, Clock clock) {
        /** @return how many contracts came to their end */
        int end() {
            LocalDate today = clock.instant().atZone(WESTERNMOST).toLocalDate();
            int ended = 0;
            int now;
            do {
                now = work.asTheHouse("Firstfix", () -> {
                    List<Contract> runOut = contracts.lockRunOut(today, AT_ONCE);
                    runOut.forEach(contract -> desk.save(contract.end(contract.terms().endsOn(), ""), "ENDED", ""));
                    return runOut.size();
                });
                ended += now;
            } while (now == AT_ONCE);
            return ended;
        }
    }
}
