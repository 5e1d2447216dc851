package org.firstfix.customer.usecase;

import java.time.Clock;
import java.util.Optional;
import org.firstfix.customer.AccountSummary;
import org.firstfix.customer.ContactId;
import org.firstfix.customer.ContactRegistered;
import org.firstfix.customer.domain.Contact;
import org.firstfix.customer.domain.Contacts;
import org.firstfix.customer.query.CustomerLookup;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Inputs;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Makes somebody at the customer's known. */
@Component
@Permission("customer.maintain")
public final class RegisterContact {
    private final Work work;
    private final Inputs inputs;
    private final CustomerLookup customers;
    private final Contacts contacts;
    private final ContactFacts facts;
    private final FindableCustomers findable;
    private final Announcements announcements;
    private final Clock clock;

    RegisterContact(Work work, Inputs inputs, CustomerLookup customers, Contacts contacts, ContactFacts facts,
            FindableCustomers findable, Announcements announcements, Clock clock) {
        this.work = work;
        this.inputs = inputs;
        this.customers = customers;
        this.contacts = contacts;
        this.facts = facts;
        this.findable = findable;
        this.announcements = announcements;
        this.clock = clock;
    }

    public record Command(String accountNumber, ContactInput contact) {}

    public ContactId handle(Command command) {
        return work.perform(this, () -> {
            ContactInput input = inputs.checked(command.contact());
            AccountSummary account = customers.accountByNumber(command.accountNumber())
                    .orElseThrow(() -> Problem.notFound("account", command.accountNumber()));
            Contact contact = contacts.add(account.id(), facts.of(input, account, Optional.empty()));
            findable.contact(contact, account);
            announcements.announce(new ContactRegistered(contact.id(), account.id(), input.name(), contact.facts().orgPath(),
                    clock.instant(), input.reason()));
            return contact.id();
        });
    }
}
