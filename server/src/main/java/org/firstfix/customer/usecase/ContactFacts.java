package org.firstfix.customer.usecase;

import java.util.Map;
import java.util.Optional;
import org.firstfix.customer.AccountSummary;
import org.firstfix.customer.ContactId;
import org.firstfix.customer.SiteSummary;
import org.firstfix.customer.domain.Contact;
import org.firstfix.customer.domain.Contacts;
import org.firstfix.customer.query.CustomerLookup;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Reads what people filled in for a contact, and places the person in the customer's organisation. */
@Component
class ContactFacts {
    private final Contacts contacts;
    private final CustomerLookup customers;
    private final Work work;

    ContactFacts(Contacts contacts, CustomerLookup customers, Work work) {
        this.contacts = contacts;
        this.customers = customers;
        this.work = work;
    }

    Contact.Facts of(ContactInput input, AccountSummary account, Optional<ContactId> contact) {
        Optional<SiteSummary> site = Optional.ofNullable(input.siteNumber()).map(number -> customers.siteByNumber(number)
                .filter(found -> found.accountId().equals(account.id()))
                .orElseThrow(() -> Problem.invalidField("siteNumber", "customer.site-of-another-account",
                        Map.of("site", number, "account", account.number()))));
        OrgPath place = site.map(SiteSummary::orgPath).orElse(account.orgPath());
        return new Contact.Facts(site.map(SiteSummary::id), input.name(), input.jobTitle(), input.position(), input.decides(),
                superior(input, account, contact), input.phone(), input.mobile(), input.email(), input.preferredChannel(),
                input.language(), input.interests(), !Boolean.FALSE.equals(input.active()), place);
    }

    private Optional<ContactId> superior(ContactInput input, AccountSummary account, Optional<ContactId> contact) {
        ContactId superior = input.reportsTo();
        if (superior == null) {
            return Optional.empty();
        }
        contacts.find(superior).filter(found -> found.accountId().equals(account.id()))
                .orElseThrow(() -> Problem.invalidField("reportsTo", "customer.superior-unknown", Map.of("account", account.number())));
        contact.ifPresent(id -> {
            contacts.lockOrganisationOf(account.id());
            var line = work.asTheHouse("contacts of a customer", () -> contacts.lineOf(superior));
            if (Contact.superiorWouldCloseACycle(id, line)) {
                throw Problem.invalidField("reportsTo", "customer.superior-cycle", Map.of("name", input.name()));
            }
        });
        return Optional.of(superior);
    }
}
