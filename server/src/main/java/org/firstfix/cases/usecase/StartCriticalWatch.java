package org.firstfix.cases.usecase;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.firstfix.cases.CriticalWatchStarted;
import org.firstfix.cases.domain.Case;
import org.firstfix.cases.domain.CriticalWatch;
import org.firstfix.cases.domain.CriticalWatches;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Puts a case under critical watch: the customer hears from us at a fixed interval. */
@Component
@Permission("case.watch")
public final class StartCriticalWatch {
    private final Work work;
    private final Desk desk;
    private final CriticalWatches watches;

    StartCriticalWatch(Work work, Desk desk, CriticalWatches watches) {
        this.work = work;
        this.desk = desk;
        this.watches = watches;
    }

    /** @param intervalMinutes between two messages, 5 to 1440 */
    public record Command(String number, String reason, int intervalMinutes) {}

    public void handle(Command command) {
        work.perform(this, () -> {
            Case it = desk.cases().forChange(command.number());
            Instant now = desk.now();
            it.watch();
            watches.add(CriticalWatch.started(new CriticalWatch.Start(UUID.randomUUID(), it.id(), command.reason().strip(),
                    Duration.ofMinutes(command.intervalMinutes()), now, Actors.current().name(), it.orgPath())));
            desk.save(it, new CriticalWatchStarted(it.id(), it.number(), command.intervalMinutes(), it.orgPath(), now, command.reason()));
        });
    }
}
