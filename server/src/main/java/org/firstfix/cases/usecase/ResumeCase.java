package org.firstfix.cases.usecase;

import java.time.Instant;
import java.util.Optional;
import org.firstfix.cases.CaseResumed;
import org.firstfix.cases.domain.Case;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** The customer is ready: the clock runs again. */
@Component
@Permission("case.work")
public final class ResumeCase {
    private final Work work;
    private final Desk desk;

    ResumeCase(Work work, Desk desk) {
        this.work = work;
        this.desk = desk;
    }

    public record Command(String number, Optional<Instant> at) {}

    public void handle(Command command) {
        work.perform(this, () -> {
            Case it = desk.cases().forChange(command.number());
            Instant at = desk.moment(it, command.at());
            it.customerReady();
            desk.clock().resume(it, at);
            desk.save(it, new CaseResumed(it.id(), it.number(), it.orgPath(), at));
        });
    }
}
