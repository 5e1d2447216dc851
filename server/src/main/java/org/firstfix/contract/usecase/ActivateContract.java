package org.firstfix.contract.usecase;

import org.firstfix.contract.domain.Contract;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Puts a draft in force. */
@Component
@Permission("contract.maintain")
public final class ActivateContract {
    private final Work work;
    private final ContractDesk desk;

    ActivateContract(Work work, ContractDesk desk) {
        this.work = work;
        this.desk = desk;
    }

    public record Command(String number, int expectedVersion) {}

    public Contract handle(Command command) {
        return work.perform(this, () -> desk.change(command.number(), command.expectedVersion(), "ACTIVATED", "",
                Contract::activate));
    }
}
