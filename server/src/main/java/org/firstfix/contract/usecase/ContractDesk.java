package org.firstfix.contract.usecase;

import java.time.Clock;
import java.time.ZoneId;
import java.util.function.UnaryOperator;
import org.firstfix.contract.ContractChanged;
import org.firstfix.contract.domain.Contract;
import org.firstfix.contract.query.ContractFile;
import org.firstfix.contract.storage.JooqContracts;
import org.firstfix.organization.OrgUnitSummary;
import org.firstfix.organization.OrganizationApi;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.problem.Problem;
import org.springframework.stereotype.Component;

/** What every change of a contract has in common: nobody overwrites another's change, and everybody hears of it. */
@Component
class ContractDesk {
    private static final ZoneId HOME = ZoneId.of("Asia/Shanghai");

    private final JooqContracts contracts;
    private final ContractFile file;
    private final ContractSearch search;
    private final OrganizationApi organization;
    private final Announcements announcements;
    private final Clock clock;

    ContractDesk(JooqContracts contracts, ContractFile file, ContractSearch search, OrganizationApi organization,
            Announcements announcements, Clock clock) {
        this.contracts = contracts;
        this.file = file;
        this.search = search;
        this.organization = organization;
        this.announcements = announcements;
        this.clock = clock;
    }

    Contract change(String number, int expectedVersion, String what, String reason, UnaryOperator<Contract> change) {
        Contract before = contracts.lock(number).orElseThrow(() -> Problem.notFound("contract", number));
        if (before.version() != expectedVersion) {
            throw Problem.stale(expectedVersion, before.version(), file.show(number));
        }
        return save(change.apply(before), what, reason);
    }

    Contract save(Contract changed, String what, String reason) {
        Contract saved = contracts.save(changed);
        search.put(saved);
        announcements.announce(new ContractChanged(saved.id(), saved.number(), saved.accountId(), what, reason, saved.orgPath(),
                clock.instant()));
        return saved;
    }

    /** The wall clock of the branch that holds the contract. */
    ZoneId zoneOf(Contract contract) {
        return organization.findUnitAt(contract.orgPath()).map(OrgUnitSummary::zone).orElse(HOME);
    }
}
