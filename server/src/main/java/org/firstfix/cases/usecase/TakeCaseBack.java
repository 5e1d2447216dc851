package org.firstfix.cases.usecase;

import org.firstfix.cases.CaseTakenBack;
import org.firstfix.cases.domain.Case;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** The maker gives it back. */
@Component
@Permission("case.work")
public final class TakeCaseBack {
    private final Work work;
    private final Desk desk;

    TakeCaseBack(Work work, Desk desk) {
        this.work = work;
        this.desk = desk;
    }

    public record Command(String number, String note) {}

    public void handle(Command command) {
        work.perform(this, () -> {
            Case it = desk.cases().forChange(command.number());
            it.takeBackFromVendor();
            desk.save(it, new CaseTakenBack(it.id(), it.number(), it.orgPath(), desk.now(), command.note()));
        });
    }
}
