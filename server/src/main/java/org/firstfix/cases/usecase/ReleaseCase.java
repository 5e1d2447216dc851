package org.firstfix.cases.usecase;

import org.firstfix.cases.CaseReleased;
import org.firstfix.cases.domain.Case;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.firstfix.sla.ServiceMoment;
import org.springframework.stereotype.Component;

/** Gives a case to the field. What nothing covers goes only with the customer's word that it is paid for. */
@Component
@Permission("case.release")
public final class ReleaseCase {
    private final Work work;
    private final Desk desk;

    ReleaseCase(Work work, Desk desk) {
        this.work = work;
        this.desk = desk;
    }

    /** @param quoteAgreed which quote the customer agreed to; only asked for when nothing covers the case and ours was not agreed to */
    public record Command(String number, String quoteAgreed) {}

    public void handle(Command command) {
        work.perform(this, () -> {
            Case it = desk.cases().forChange(command.number());
            if (!it.hasClock()) {
                desk.quotes().requireAgreed(it, command.quoteAgreed(), desk.now());
            }
            it.release();
            desk.quotes().released(it);
            desk.standards().happened(it.key(), ServiceMoment.CASE_RELEASED, desk.now());
            String reason = it.hasClock() ? "" : command.quoteAgreed().strip();
            desk.save(it, new CaseReleased(it.id(), it.number(), it.orgPath(), desk.now(), reason));
        });
    }
}
