package org.firstfix.contract.usecase;

import java.time.LocalDate;
import org.firstfix.contract.domain.Contract;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Ends a contract before its time, or drops a draft. */
@Component
@Permission("contract.maintain")
public final class EndContract {
    private final Work work;
    private final ContractDesk desk;

    EndContract(Work work, ContractDesk desk) {
        this.work = work;
        this.desk = desk;
    }

    /** @param lastDay the last day on which something may be claimed */
    public record Command(String number, int expectedVersion, LocalDate lastDay, String reason) {}

    public Contract handle(Command command) {
        return work.perform(this, () -> desk.change(command.number(), command.expectedVersion(), "ENDED", command.reason(),
                contract -> contract.end(command.lastDay(), command.reason())));
    }
}
