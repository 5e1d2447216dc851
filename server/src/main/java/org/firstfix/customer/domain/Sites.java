package org.firstfix.customer.domain;

import java.util.Optional;
import org.firstfix.customer.AccountId;

/** All sites within the actor's scope. */
public interface Sites {
    Site add(AccountId account, Site.Facts facts);

    Optional<Site> findByNumber(String number);

    Optional<Site> findForChange(String number);

    /** Saves the new facts; the contacts at the site move with it in the house. */
    void save(Site changed);
}
