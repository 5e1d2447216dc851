package org.firstfix.customer.usecase;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.firstfix.customer.AccountChanged;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.domain.Account;
import org.firstfix.customer.domain.Accounts;
import org.firstfix.customer.query.AccountFile;
import org.firstfix.organization.OrgUnitSummary;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.journal.FieldChange;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Inputs;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Corrects the facts of an account, moves it in its group or to another part of the house. */
@Component
@Permission("customer.maintain")
public final class ChangeAccount {
    private final Work work;
    private final Inputs inputs;
    private final Accounts accounts;
    private final AccountFile file;
    private final CustomerGroups groups;
    private final CustomerPlacement placement;
    private final FindableCustomers findable;
    private final Announcements announcements;
    private final Clock clock;

    ChangeAccount(Work work, Inputs inputs, Accounts accounts, AccountFile file, CustomerGroups groups,
            CustomerPlacement placement, FindableCustomers findable, Announcements announcements, Clock clock) {
        this.work = work;
        this.inputs = inputs;
        this.accounts = accounts;
        this.file = file;
        this.groups = groups;
        this.placement = placement;
        this.findable = findable;
        this.announcements = announcements;
        this.clock = clock;
    }

    public record Command(String number, int basedOn, AccountInput account) {}

    public void handle(Command command) {
        work.perform(this, () -> {
            AccountInput input = inputs.checked(command.account());
            Account account = accounts.findForChange(command.number())
                    .orElseThrow(() -> Problem.notFound("account", command.number()));
            if (account.version() != command.basedOn()) {
                throw Problem.stale(command.basedOn(), account.version(), file.show(command.number()));
            }
            OrgUnitSummary unit = placement.of(input.orgUnitCode());
            Account.Facts now = account.facts();
            Account changed = account.changed(new Account.Facts(input.name(), input.shortName(),
                    sameOr(now.parent(), input.parentNumber(), () -> groups.parent(input.parentNumber(), Optional.of(account.id()))),
                    sameOr(now.debtor(), input.debtorNumber(), () -> groups.debtor(input.debtorNumber(), Optional.of(account.id()))),
                    input.tier(), input.industry(), input.language(), input.overdue(), input.remarks(),
                    !Boolean.FALSE.equals(input.active()), unit.id(), unit.path()));
            List<FieldChange> changes = account.changesTo(changed.facts());
            if (changes.isEmpty()) {
                return;
            }
            accounts.save(changed);
            findable.account(changed);
            announcements.announce(new AccountChanged(account.id(), account.number(), input.name(), changes, unit.path(),
                    clock.instant(), input.reason()));
        });
    }

    /** Who is named already stays, even where the actor may not look at them. */
    private Optional<AccountId> sameOr(Optional<AccountId> now, @Nullable String number,
            Supplier<Optional<AccountId>> other) {
        boolean same = number != null && now.isPresent()
                && now.equals(work.asTheHouse("customer groups", () -> accounts.findByNumber(number)).map(Account::id));
        return same ? now : other.get();
    }
}
