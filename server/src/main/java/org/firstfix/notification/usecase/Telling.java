package org.firstfix.notification.usecase;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.firstfix.asset.AssetApi;
import org.firstfix.cases.CaseApi;
import org.firstfix.cases.CaseId;
import org.firstfix.cases.CaseSummary;
import org.firstfix.customer.CustomerApi;
import org.firstfix.notification.domain.MailAddress;
import org.firstfix.notification.domain.NewInboxMessage;
import org.firstfix.notification.domain.NewMail;
import org.firstfix.notification.domain.Values;
import org.firstfix.notification.storage.JooqInbox;
import org.firstfix.organization.OrganizationApi;
import org.firstfix.organization.PersonSummary;
import org.firstfix.platform.files.FileId;
import org.firstfix.platform.identity.Actor;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.identity.UserId;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.platform.time.HouseClock;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/**
 * Tells people of the house and the customer what happened. It works with the reach of the house, since the one who
 * acted may not see everybody who must know. Nothing is put into words yet: that is the reader's language, later.
 */
@Component
public class Telling {
    private final Work work;
    private final CaseApi cases;
    private final CustomerApi customers;
    private final AssetApi assets;
    private final OrganizationApi organization;
    private final JooqInbox inbox;
    private final Postbox postbox;

    Telling(Work work, CaseApi cases, CustomerApi customers, AssetApi assets, OrganizationApi organization, JooqInbox inbox,
            Postbox postbox) {
        this.work = work;
        this.cases = cases;
        this.customers = customers;
        this.assets = assets;
        this.organization = organization;
        this.inbox = inbox;
        this.postbox = postbox;
    }

    public void about(CaseId id, Consumer<CaseBackground> message) {
        if (HouseClock.relivesThePast()) {
            return;
        }
        work.asTheHouse("notification", () -> message.accept(backgroundOf(cases.get(id))));
    }

    private CaseBackground backgroundOf(CaseSummary facts) {
        return new CaseBackground(facts, customers.account(facts.accountId()), customers.site(facts.siteId()),
                facts.assetId().map(assets::asset), facts.contactId().map(customers::contact));
    }

    public PersonSummary person(PersonId id) {
        return organization.person(id);
    }

    public void holdersOf(String permission, OrgPath place, NewInboxMessage message) {
        people(organization.holdersOf(permission, place), message);
    }

    public void holdersOfAny(List<String> permissions, OrgPath place, NewInboxMessage message) {
        people(permissions.stream().flatMap(permission -> organization.holdersOf(permission, place).stream()).toList(), message);
    }

    public void people(Collection<PersonSummary> people, NewInboxMessage message) {
        Set<UserId> users = people.stream().map(PersonSummary::userId).flatMap(Optional::stream)
                .filter(Telling::didNotDoItThemselves).collect(Collectors.toSet());
        inbox.put(message, users);
    }

    /** Nobody is told what they have just done. */
    private static boolean didNotDoItThemselves(UserId user) {
        return Actors.find().flatMap(Actor::userId).stream().noneMatch(user::equals);
    }

    /** Writes to the contact of the case, in the contact's language; a contact without an address is called instead. */
    public void customer(CaseBackground about, String onceKey, String template, Values values, FileId... attachments) {
        about.contact().ifPresent(contact -> MailAddress.find(contact.email()).ifPresent(address ->
                postbox.post(new NewMail(onceKey, address, contact.name(), contact.language(), template, values.asMap(),
                        Optional.of(contact.accountId()), Optional.of(contact.id()), about.number(), Stream.of(attachments).toList(),
                        about.facts().orgPath()))));
    }
}
