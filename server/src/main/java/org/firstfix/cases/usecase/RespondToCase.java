package org.firstfix.cases.usecase;

import java.time.Instant;
import java.util.Optional;
import org.firstfix.cases.CaseResponded;
import org.firstfix.cases.domain.Case;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.firstfix.sla.ServiceMoment;
import org.springframework.stereotype.Component;

/** Somebody competent has answered: the first milestone is reached. */
@Component
@Permission("case.work")
public final class RespondToCase {
    private final Work work;
    private final Desk desk;

    RespondToCase(Work work, Desk desk) {
        this.work = work;
        this.desk = desk;
    }

    public record Command(String number, Optional<Instant> at) {}

    public void handle(Command command) {
        work.perform(this, () -> {
            Case it = desk.cases().forChange(command.number());
            Instant at = desk.moment(it, command.at());
            it.respond(at);
            desk.clock().responded(it, at);
            desk.standards().happened(it.key(), ServiceMoment.CASE_ANSWERED, at);
            desk.save(it, new CaseResponded(it.id(), it.number(), it.orgPath(), at));
        });
    }
}
