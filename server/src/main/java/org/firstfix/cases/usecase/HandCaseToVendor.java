package org.firstfix.cases.usecase;

import org.firstfix.cases.CaseHandedToVendor;
import org.firstfix.cases.domain.Case;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** The maker has to solve it. The clock towards the customer runs on. */
@Component
@Permission("case.work")
public final class HandCaseToVendor {
    private final Work work;
    private final Desk desk;

    HandCaseToVendor(Work work, Desk desk) {
        this.work = work;
        this.desk = desk;
    }

    public record Command(String number, String note) {}

    public void handle(Command command) {
        work.perform(this, () -> {
            Case it = desk.cases().forChange(command.number());
            it.handToVendor();
            desk.save(it, new CaseHandedToVendor(it.id(), it.number(), it.orgPath(), desk.now(), command.note()));
        });
    }
}
