package org.firstfix.cases.usecase;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.firstfix.cases.CaseResolvedRemotely;
import org.firstfix.cases.domain.Case;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.firstfix.sla.ServiceMoment;
import org.springframework.stereotype.Component;

/** Solves a case without a visit. What it was must be said, or nothing is learned from it. */
@Component
@Permission("case.resolve")
public final class ResolveRemotely {
    private final Work work;
    private final Desk desk;

    ResolveRemotely(Work work, Desk desk) {
        this.work = work;
        this.desk = desk;
    }

    public record Command(String number, String causeCode, String resolution, Optional<Instant> at) {}

    public void handle(Command command) {
        work.perform(this, () -> {
            Case it = desk.cases().forChange(command.number());
            Instant at = desk.moment(it, command.at());
            it.resolveRemotely(command.causeCode(), command.resolution().strip(), at);
            desk.clock().restored(it, at);
            desk.standards().happened(it.key(), ServiceMoment.CASE_ANSWERED, at);
            desk.standards().happened(it.key(), ServiceMoment.WORK_DONE, at);
            desk.quotes().withdraw(it, desk.now());
            desk.memory().remember(it, "CASE_RESOLVED_REMOTELY", at, Map.of("cause", command.causeCode(), "resolution", command.resolution()));
            desk.save(it, new CaseResolvedRemotely(it.id(), it.number(), command.causeCode(), it.orgPath(), at));
        });
    }
}
