package org.firstfix.customer.usecase;

import java.util.Map;
import java.util.Optional;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.domain.Account;
import org.firstfix.customer.domain.Accounts;
import org.firstfix.customer.domain.GroupStructure;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Work;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds parents and debtors by number and holds the rules of groups. */
@Component
class CustomerGroups {
    private final Accounts accounts;
    private final Work work;

    CustomerGroups(Accounts accounts, Work work) {
        this.accounts = accounts;
        this.work = work;
    }

    /** The parent of a new account, or of one that has another parent so far. */
    Optional<AccountId> parent(@Nullable String number, Optional<AccountId> child) {
        if (number == null) {
            return Optional.empty();
        }
        AccountId parent = visible(number, "parentNumber").id();
        child.ifPresent(account -> {
            accounts.lockGroups();
            // The line upwards may leave the actor's own part of the house; the rule holds there as well.
            var lineage = work.asTheHouse("customer groups", () -> accounts.lineageOf(parent));
            if (GroupStructure.parentWouldCloseACycle(account, lineage)) {
                throw Problem.invalidField("parentNumber", "customer.group-cycle", Map.of("parent", number));
            }
        });
        return Optional.of(parent);
    }

    Optional<AccountId> debtor(@Nullable String number, Optional<AccountId> account) {
        if (number == null) {
            return Optional.empty();
        }
        Account debtor = visible(number, "debtorNumber");
        if (account.isPresent() && GroupStructure.debtorOtherThan(account.get(), Optional.of(debtor.id())).isEmpty()) {
            return Optional.empty();
        }
        if (!GroupStructure.debtorPaysForItself(debtor)) {
            throw Problem.invalidField("debtorNumber", "customer.debtor-has-a-debtor", Map.of("debtor", number));
        }
        return Optional.of(debtor.id());
    }

    private Account visible(String number, String field) {
        return accounts.findByNumber(number)
                .orElseThrow(() -> Problem.invalidField(field, "customer.account-unknown", Map.of("number", number)));
    }
}
