package org.firstfix.customer.usecase;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.AccountSummary;
import org.firstfix.customer.ContactId;
import org.firstfix.customer.ContactSummary;
import org.firstfix.customer.InteractionId;
import org.firstfix.customer.InteractionRecorded;
import org.firstfix.customer.domain.Interactions;
import org.firstfix.customer.query.CustomerLookup;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Inputs;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Writes down that we were in touch with a customer. */
@Component
@Permission("interaction.record")
public final class RecordInteraction {
    private final Work work;
    private final Inputs inputs;
    private final CustomerLookup customers;
    private final Interactions interactions;
    private final Announcements announcements;
    private final Clock clock;

    RecordInteraction(Work work, Inputs inputs, CustomerLookup customers, Interactions interactions,
            Announcements announcements, Clock clock) {
        this.work = work;
        this.inputs = inputs;
        this.customers = customers;
        this.interactions = interactions;
        this.announcements = announcements;
        this.clock = clock;
    }

    public record Command(AccountId accountId, InteractionInput interaction) {}

    public InteractionId handle(Command command) {
        return work.perform(this, () -> {
            InteractionInput input = inputs.checked(command.interaction());
            AccountSummary account = customers.account(command.accountId());
            Instant now = clock.instant();
            Instant occurredAt = Optional.ofNullable(input.occurredAt()).orElse(now);
            if (occurredAt.isAfter(now)) {
                throw Problem.invalidField("occurredAt", "customer.interaction-in-the-future", Map.of("at", occurredAt.toString()));
            }
            Optional<ContactId> contact = Optional.ofNullable(input.contactId());
            contact.ifPresent(id -> requireContactOf(account, id));
            InteractionId id = interactions.add(new Interactions.Interaction(account.id(), contact, input.channel(),
                    input.direction(), occurredAt, now, input.subject(), input.body(), input.reference(),
                    Actors.current().name(), account.orgPath()));
            announcements.announce(new InteractionRecorded(id, account.id(), input.channel().name(),
                    input.direction().name(), input.subject(), account.orgPath(), occurredAt, ""));
            return id;
        });
    }

    private void requireContactOf(AccountSummary account, ContactId id) {
        ContactSummary contact = customers.contact(id);
        if (!contact.accountId().equals(account.id())) {
            throw Problem.invalidField("contactId", "customer.contact-of-another-account",
                    Map.of("name", contact.name(), "account", account.number()));
        }
    }
}
