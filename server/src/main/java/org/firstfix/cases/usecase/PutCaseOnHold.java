package org.firstfix.cases.usecase;

import java.time.Instant;
import java.util.Optional;
import org.firstfix.cases.CaseWaitingForCustomer;
import org.firstfix.cases.domain.Case;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** We wait for the customer. The clock stops if the contract gives the right to, with the evidence; or it is let go on. */
@Component
@Permission("case.work")
public final class PutCaseOnHold {
    private final Work work;
    private final Desk desk;

    PutCaseOnHold(Work work, Desk desk) {
        this.work = work;
        this.desk = desk;
    }

    /**
     * @param evidence what proves it: who said so, when, by which channel
     * @param clockGoesOn waits without stopping the clock
     */
    public record Command(String number, String reason, String evidence, Optional<Instant> at, boolean clockGoesOn) {}

    public void handle(Command command) {
        work.perform(this, () -> {
            Case it = desk.cases().forChange(command.number());
            Instant at = desk.moment(it, command.at());
            it.waitForCustomer(command.reason(), at);
            boolean paused = !command.clockGoesOn() && desk.clock().pause(it, command.reason(), command.evidence(), at);
            desk.save(it, new CaseWaitingForCustomer(it.id(), it.number(), paused, it.orgPath(), at, command.reason()));
        });
    }
}
