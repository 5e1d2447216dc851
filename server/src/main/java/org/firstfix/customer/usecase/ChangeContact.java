package org.firstfix.customer.usecase;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.firstfix.customer.AccountSummary;
import org.firstfix.customer.ContactChanged;
import org.firstfix.customer.ContactId;
import org.firstfix.customer.domain.Contact;
import org.firstfix.customer.domain.Contacts;
import org.firstfix.customer.query.ContactList;
import org.firstfix.customer.query.CustomerLookup;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.journal.FieldChange;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Inputs;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Corrects the facts of a contact, or notes that they left. */
@Component
@Permission("customer.maintain")
public final class ChangeContact {
    private final Work work;
    private final Inputs inputs;
    private final Contacts contacts;
    private final ContactList list;
    private final CustomerLookup customers;
    private final ContactFacts facts;
    private final FindableCustomers findable;
    private final Announcements announcements;
    private final Clock clock;

    ChangeContact(Work work, Inputs inputs, Contacts contacts, ContactList list, CustomerLookup customers,
            ContactFacts facts, FindableCustomers findable, Announcements announcements, Clock clock) {
        this.work = work;
        this.inputs = inputs;
        this.contacts = contacts;
        this.list = list;
        this.customers = customers;
        this.facts = facts;
        this.findable = findable;
        this.announcements = announcements;
        this.clock = clock;
    }

    public record Command(ContactId id, int basedOn, ContactInput contact) {}

    public void handle(Command command) {
        work.perform(this, () -> {
            ContactInput input = inputs.checked(command.contact());
            Contact contact = contacts.findForChange(command.id())
                    .orElseThrow(() -> Problem.notFound("contact", command.id().value()));
            if (contact.version() != command.basedOn()) {
                throw Problem.stale(command.basedOn(), contact.version(), list.one(command.id()));
            }
            AccountSummary account = customers.account(contact.accountId());
            Contact changed = contact.changed(facts.of(input, account, Optional.of(contact.id())));
            List<FieldChange> changes = contact.changesTo(changed.facts());
            if (changes.isEmpty()) {
                return;
            }
            contacts.save(changed);
            findable.contact(changed, account);
            announcements.announce(new ContactChanged(contact.id(), account.id(), input.name(), changes,
                    changed.facts().orgPath(), clock.instant(), input.reason()));
        });
    }
}
