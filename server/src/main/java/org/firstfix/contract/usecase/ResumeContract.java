package org.firstfix.contract.usecase;

import org.firstfix.contract.domain.Contract;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Lifts a suspension: what the contract promises may be claimed again. */
@Component
@Permission("contract.maintain")
public final class ResumeContract {
    private final Work work;
    private final ContractDesk desk;

    ResumeContract(Work work, ContractDesk desk) {
        this.work = work;
        this.desk = desk;
    }

    public record Command(String number, int expectedVersion) {}

    public Contract handle(Command command) {
        return work.perform(this, () -> desk.change(command.number(), command.expectedVersion(), "RESUMED", "",
                Contract::resume));
    }
}
