package org.firstfix.contract.usecase;

import org.firstfix.contract.domain.Contract;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Nothing may be claimed for the time being; the reason is shown to whoever asks. */
@Component
@Permission("contract.maintain")
public final class SuspendContract {
    private final Work work;
    private final ContractDesk desk;

    SuspendContract(Work work, ContractDesk desk) {
        this.work = work;
        this.desk = desk;
    }

    public record Command(String number, int expectedVersion, String reason) {}

    public Contract handle(Command command) {
        return work.perform(this, () -> desk.change(command.number(), command.expectedVersion(), "SUSPENDED", command.reason(),
                contract -> contract.suspend(command.reason())));
    }
}
