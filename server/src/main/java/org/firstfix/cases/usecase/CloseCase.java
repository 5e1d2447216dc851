package org.firstfix.cases.usecase;

import java.time.Instant;
import java.util.Map;
import org.firstfix.cases.CaseClosed;
import org.firstfix.cases.domain.Case;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.firstfix.sla.ServiceMoment;
import org.springframework.stereotype.Component;

/** Ends a case: the customer is satisfied. */
@Component
@Permission("case.close")
public final class CloseCase {
    private final Work work;
    private final Desk desk;

    CloseCase(Work work, Desk desk) {
        this.work = work;
        this.desk = desk;
    }

    public record Command(String number, String customerSaid) {}

    public void handle(Command command) {
        work.perform(this, () -> {
            Case it = desk.cases().forChange(command.number());
            Instant now = desk.now();
            it.close(now);
            desk.clock().resolved(it, now);
            desk.standards().happened(it.key(), ServiceMoment.CASE_CLOSED, now);
            desk.quotes().withdraw(it, now);
            desk.memory().remember(it, "CASE_CLOSED", now, Map.of("resolution", it.standing().resolution(), "customerSaid", command.customerSaid()));
            desk.save(it, new CaseClosed(it.id(), it.number(), it.orgPath(), now, command.customerSaid()));
        });
    }
}
