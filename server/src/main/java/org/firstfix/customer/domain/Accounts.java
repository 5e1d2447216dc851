package org.firstfix.customer.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.firstfix.customer.AccountId;

/** All accounts within the actor's scope. */
public interface Accounts {
    Account add(Account.Facts facts, Instant createdAt);

    Optional<Account> findByNumber(String number);

    /** Reads for a change: nobody else changes it until the transaction ends. */
    Optional<Account> findForChange(String number);

    /** Saves the new facts; what lies in the account's place of the house moves with it. */
    void save(Account changed);

    /** The account itself, its parent, and so on up to the head of the group. */
    List<AccountId> lineageOf(AccountId account);

    /** Waits until nobody else rearranges groups: a cycle could otherwise close between two checks. */
    void lockGroups();
}
