package org.firstfix.customer.domain;

import java.util.List;
import java.util.Optional;
import org.firstfix.customer.AccountId;

/** What a group of companies may look like. */
public final class GroupStructure {
    private GroupStructure() {}

    /**
     * An account never stands above itself.
     *
     * @param lineageOfParent the new parent, its parent, and so on
     */
    public static boolean parentWouldCloseACycle(AccountId account, List<AccountId> lineageOfParent) {
        return lineageOfParent.contains(account);
    }

    /** The legal person that owes the money pays for itself: debts are not handed on twice. */
    public static boolean debtorPaysForItself(Account debtor) {
        return debtor.facts().debtor().isEmpty();
    }

    /** Naming oneself as debtor says nothing and is left out. */
    public static Optional<AccountId> debtorOtherThan(AccountId account, Optional<AccountId> debtor) {
        return debtor.filter(id -> !id.equals(account));
    }
}
