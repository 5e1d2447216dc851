package org.firstfix.cases.usecase;

import java.time.Instant;
import java.util.Map;
import org.firstfix.cases.CaseCancelled;
import org.firstfix.cases.domain.Case;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Reported by mistake, or withdrawn. */
@Component
@Permission("case.work")
public final class CancelCase {
    private final Work work;
    private final Desk desk;

    CancelCase(Work work, Desk desk) {
        this.work = work;
        this.desk = desk;
    }

    public record Command(String number, String reason) {}

    public void handle(Command command) {
        work.perform(this, () -> {
            Case it = desk.cases().forChange(command.number());
            Instant now = desk.now();
            it.cancel(now);
            desk.clock().stop(it, now);
            desk.standards().cancelled(it.key());
            desk.quotes().withdraw(it, now);
            desk.memory().remember(it, "CASE_CANCELLED", now, Map.of("reason", command.reason()));
            desk.save(it, new CaseCancelled(it.id(), it.number(), it.orgPath(), now, command.reason()));
        });
    }
}
