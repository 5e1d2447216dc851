package org.firstfix.cases.usecase;

import java.time.Instant;
import java.util.Map;
import org.firstfix.cases.CaseReopened;
import org.firstfix.cases.domain.Case;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** It was not repaired after all: the clock counts on and so does the number of reopenings. */
@Component
@Permission("case.work")
public final class ReopenCase {
    private final Work work;
    private final Desk desk;

    ReopenCase(Work work, Desk desk) {
        this.work = work;
        this.desk = desk;
    }

    public record Command(String number, String reason) {}

    public void handle(Command command) {
        work.perform(this, () -> {
            Case it = desk.cases().forChange(command.number());
            Instant now = desk.now();
            it.reopen();
            desk.clock().restart(it, command.reason(), now);
            desk.memory().remember(it, "CASE_REOPENED", now, Map.of("reason", command.reason()));
            desk.save(it, new CaseReopened(it.id(), it.number(), it.orgPath(), now, command.reason()));
        });
    }
}
