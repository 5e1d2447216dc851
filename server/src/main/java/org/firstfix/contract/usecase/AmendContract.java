package org.firstfix.contract.usecase;

import java.time.Clock;
import java.util.List;
import org.firstfix.contract.domain.Contract;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Changes terms and lines of a contract that has not ended. Clocks that run keep what they were started with. */
@Component
@Permission("contract.maintain")
public final class AmendContract {
    private final Work work;
    private final ContractDesk desk;
    private final LineWish.Check check;
    private final Clock clock;

    AmendContract(Work work, ContractDesk desk, LineWish.Check check, Clock clock) {
        this.work = work;
        this.desk = desk;
        this.check = check;
        this.clock = clock;
    }

    public record Command(String number, int expectedVersion, Contract.Terms terms, List<LineWish> lines, String reason) {}

    public Contract handle(Command command) {
        return work.perform(this, () -> desk.change(command.number(), command.expectedVersion(), "AMENDED", command.reason(),
                contract -> contract.amend(command.terms(), check.lines(contract.accountId(), command.lines(), contract.lines()),
                        clock.instant().atZone(desk.zoneOf(contract)).toLocalDate())));
    }
}
