package org.firstfix.customer.usecase;

import org.firstfix.customer.AccountSummary;
import org.firstfix.customer.domain.Account;
import org.firstfix.customer.domain.Contact;
import org.firstfix.customer.domain.PhoneNumber;
import org.firstfix.customer.domain.Site;
import org.firstfix.platform.search.SearchIndex;
import org.firstfix.platform.search.SearchIndex.Entry;
import org.firstfix.platform.search.SearchIndex.Tokens;
import org.springframework.stereotype.Component;

/** The ways to ask for a customer: number, names, pinyin initials, the last digits of a telephone number. */
@Component
class FindableCustomers {
    private final SearchIndex index;

    FindableCustomers(SearchIndex index) {
        this.index = index;
    }

    void account(Account account) {
        Account.Facts facts = account.facts();
        index.put(new Entry("account", account.id(), account.number(), facts.name(), facts.shortName(), facts.orgPath(),
                new Tokens().endingWith(account.number()).name(facts.name()).name(facts.shortName())));
    }

    void site(Site site, AccountSummary account) {
        Site.Facts facts = site.facts();
        index.put(new Entry("site", site.id(), site.number(), facts.name(), account.name() + " · " + facts.address(),
                facts.orgPath(), new Tokens().endingWith(site.number()).name(facts.name()).startingWith(facts.address())));
    }

    /** A contact who left is no longer found. */
    void contact(Contact contact, AccountSummary account) {
        Contact.Facts facts = contact.facts();
        if (!facts.active()) {
            index.remove("contact", contact.id());
            return;
        }
        Tokens tokens = new Tokens().name(facts.name()).startingWith(facts.email());
        PhoneNumber.digitsIn(facts.mobile()).forEach(tokens::endingWith);
        PhoneNumber.digitsIn(facts.phone()).forEach(tokens::endingWith);
        index.put(new Entry("contact", contact.id(), account.number(), facts.name(),
                account.name() + (facts.jobTitle().isEmpty() ? "" : " · " + facts.jobTitle()), facts.orgPath(), tokens));
    }
}
