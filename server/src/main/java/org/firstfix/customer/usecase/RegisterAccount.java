package org.firstfix.customer.usecase;

import java.time.Clock;
import java.util.Optional;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.AccountRegistered;
import org.firstfix.customer.domain.Account;
import org.firstfix.customer.domain.Accounts;
import org.firstfix.organization.OrgUnitSummary;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.work.Inputs;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Makes a customer known to the house. */
@Component
@Permission("customer.maintain")
public final class RegisterAccount {
    private final Work work;
    private final Inputs inputs;
    private final Accounts accounts;
    private final CustomerGroups group;
    private final CustomerPlacement placement;
    private final FindableCustomers findable;
    private final Announcements announcements;
    private final Clock clock;

    RegisterAccount(Work work, Inputs inputs, Accounts accounts, CustomerGroups group, CustomerPlacement placement, FindableCustomers findable,
            Announcements announcements, Clock clock) {
        this.work = work;
        this.inputs = inputs;
        this.accounts = accounts;
        this.group = group;
        this.placement = placement;
        this.findable = findable;
        this.announcements = announcements;
        this.clock = clock;
    }

    public record Command(AccountInput account) {}

    public record Registered(AccountId id, String number) {}

    public Registered handle(Command command) {
        return work.perform(this, () -> {
            AccountInput input = inputs.checked(command.account());
            OrgUnitSummary unit = placement.of(input.orgUnitCode());
            Account account = accounts.add(new Account.Facts(input.name(), input.shortName(),
                    group.parent(input.parentNumber(), Optional.empty()), group.debtor(input.debtorNumber(), Optional.empty()),
                    input.tier(), input.industry(), input.language(), input.overdue(), input.remarks(),
                    !Boolean.FALSE.equals(input.active()), unit.id(), unit.path()), clock.instant());
            findable.account(account);
            announcements.announce(new AccountRegistered(account.id(), account.number(), input.name(), input.tier().name(),
                    unit.path(), account.createdAt(), input.reason()));
            return new Registered(account.id(), account.number());
        });
    }
}
