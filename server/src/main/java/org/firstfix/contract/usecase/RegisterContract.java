package org.firstfix.contract.usecase;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.contract.ContractChanged;
import org.firstfix.contract.ContractId;
import org.firstfix.contract.domain.Contract;
import org.firstfix.contract.domain.ContractStatus;
import org.firstfix.contract.storage.JooqContracts;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.AccountSummary;
import org.firstfix.customer.CustomerApi;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Puts a contract on record, as a draft or in force at once. */
@Component
@Permission("contract.maintain")
public final class RegisterContract {
    private final Work work;
    private final JooqContracts contracts;
    private final LineWish.Check check;
    private final CustomerApi customers;
    private final ContractSearch search;
    private final Announcements announcements;
    private final Clock clock;

    RegisterContract(Work work, JooqContracts contracts, LineWish.Check check, CustomerApi customers, ContractSearch search,
            Announcements announcements, Clock clock) {
        this.work = work;
        this.contracts = contracts;
        this.check = check;
        this.customers = customers;
        this.search = search;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** @param number the number on the paper; the next free one if none */
    public record Command(AccountId accountId, Optional<String> number, Contract.Terms terms, List<LineWish> lines, boolean inForce) {}

    public Contract handle(Command command) {
        return work.perform(this, () -> {
            AccountSummary account = customers.account(command.accountId());
            String number = command.number().orElseGet(
                    () -> contracts.nextNumber(clock.instant().atZone(ZoneOffset.UTC).getYear()));
            Contract draft = new Contract(new ContractId(UUID.randomUUID()), number, command.accountId(), ContractStatus.DRAFT, "",
                    command.terms(), check.lines(command.accountId(), command.lines(), List.of()), account.orgPath(), 0);
            Contract contract = command.inForce() ? draft.activate() : draft;
            if (!contracts.add(contract, clock.instant())) {
                throw Problem.conflict("contract.number-taken", Map.of("number", number));
            }
            search.put(contract);
            announcements.announce(new ContractChanged(contract.id(), number, contract.accountId(), "REGISTERED", "",
                    contract.orgPath(), clock.instant()));
            return contract;
        });
    }
}
