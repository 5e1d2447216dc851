package org.firstfix.customer.domain;

import java.util.List;
import java.util.Optional;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.ContactId;

/** All contacts within the actor's scope. */
public interface Contacts {
    Contact add(AccountId account, Contact.Facts facts);

    Optional<Contact> find(ContactId id);

    Optional<Contact> findForChange(ContactId id);

    void save(Contact changed);

    /** The contact, whom they report to, and so on upwards. */
    List<ContactId> lineOf(ContactId contact);

    /** Waits until nobody else rearranges the people of that account. */
    void lockOrganisationOf(AccountId account);
}
