package org.firstfix.customer.usecase;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.AccountSummary;
import org.firstfix.customer.ContactId;
import org.firstfix.customer.ContactSummary;
import org.firstfix.customer.CustomerApi;
import org.firstfix.customer.PromiseId;
import org.firstfix.customer.SiteId;
import org.firstfix.customer.SiteSummary;
import org.firstfix.customer.domain.AccountTier;
import org.firstfix.customer.domain.ContactPosition;
import org.firstfix.customer.domain.Direction;
import org.firstfix.customer.domain.InteractionChannel;
import org.firstfix.customer.domain.PreferredChannel;
import org.firstfix.customer.query.CustomerLookup;
import org.firstfix.customer.query.OpenPromises;
import org.firstfix.customer.query.PromiseList;
import org.firstfix.platform.identity.UserId;
import org.firstfix.platform.journal.Correction;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Where the modules above ask about customers and have them recorded. */
@Component
class CustomerDesk implements CustomerApi {
    private final Work work;
    private final CustomerLookup customers;
    private final RegisterAccount registerAccount;
    private final RegisterSite registerSite;
    private final RegisterContact registerContact;
    private final RecordInteraction recordInteraction;
    private final OpenPromises openPromises;
    private final CustomerCorrections corrections;
    private final PromiseList promises;
    private final HandOverPromise handOverPromise;

    CustomerDesk(Work work, CustomerLookup customers, RegisterAccount registerAccount, RegisterSite registerSite,
            RegisterContact registerContact, RecordInteraction recordInteraction, OpenPromises openPromises,
            CustomerCorrections corrections, PromiseList promises, HandOverPromise handOverPromise) {
        this.corrections = corrections;
        this.promises = promises;
        this.handOverPromise = handOverPromise;
        this.openPromises = openPromises;
        this.work = work;
        this.customers = customers;
        this.registerAccount = registerAccount;
        this.registerSite = registerSite;
        this.registerContact = registerContact;
        this.recordInteraction = recordInteraction;
    }

    @Override
    public AccountSummary account(AccountId id) {
        return customers.account(id);
    }

    @Override
    public Map<AccountId, AccountSummary> accounts(Collection<AccountId> ids) {
        return customers.accounts(ids);
    }

    @Override
    public Optional<AccountSummary> findAccountByNumber(String number) {
        return customers.accountByNumber(number);
    }

    /** Who belongs to whom is known to the whole house, or a parent's contract would not be found in another branch. */
    @Override
    public List<AccountId> parentsOf(AccountId account) {
        return work.asTheHouse("customer groups", () -> customers.parentsOf(account));
    }

    @Override
    public List<AccountId> groupOf(AccountId account) {
        return work.asTheHouse("customer groups", () -> customers.groupOf(account));
    }

    @Override
    public Optional<AccountSummary> findAccountByName(String name) {
        return customers.accountByName(name);
    }

    @Override
    public SiteSummary site(SiteId id) {
        return customers.site(id);
    }

    @Override
    public Map<SiteId, SiteSummary> sites(Collection<SiteId> ids) {
        return customers.sites(ids);
    }

    @Override
    public List<SiteSummary> sitesOf(AccountId account) {
        return customers.sitesOf(account);
    }

    @Override
    public Optional<SiteSummary> findSiteByNumber(String number) {
        return customers.siteByNumber(number);
    }

    @Override
    public ContactSummary contact(ContactId id) {
        return customers.contact(id);
    }

    @Override
    public Map<ContactId, ContactSummary> contacts(Collection<ContactId> ids) {
        return customers.contacts(ids);
    }

    @Override
    public List<ContactSummary> contactsOf(AccountId account) {
        return customers.contactsOf(account);
    }

    @Override
    public List<ContactSummary> contactsByPhone(String number) {
        return customers.contactsByPhone(number);
    }

    @Override
    public Map<String, List<ContactSummary>> contactsByPhones(Collection<String> numbers) {
        return customers.contactsByPhones(numbers);
    }

    @Override
    public List<OpenPromise> openPromises(AccountId account) {
        return openPromises.of(account);
    }

    @Override
    public void handOverPromise(PromiseId promise, UserId owner, String reason) {
        PromiseList.PromiseView now = promises.one(promise);
        if (!now.ownerUserId().equals(owner)) {
            handOverPromise.handle(new HandOverPromise.Command(promise, now.version(), owner, reason));
        }
    }

    @Override
    public void recordInteraction(NewInteraction interaction) {
        recordInteraction.handle(new RecordInteraction.Command(interaction.accountId(), new InteractionInput(
                interaction.contactId().orElse(null), CustomerCorrections.oneOf(InteractionChannel.class, "channel", interaction.channel()),
                interaction.inbound() ? Direction.INBOUND : Direction.OUTBOUND, interaction.occurredAt(),
                interaction.subject(), interaction.body(), interaction.reference())));
    }

    @Override
    public AccountId registerAccount(NewAccount account) {
        return registerAccount.handle(new RegisterAccount.Command(new AccountInput(account.name(), account.shortName(),
                CustomerCorrections.oneOf(AccountTier.class, "tier", account.tier()), account.industry(), account.language(), false, "", true,
                account.orgUnitCode(), account.parentNumber().orElse(null), null, ""))).id();
    }

    @Override
    public SiteId registerSite(NewSite site) {
        return registerSite.handle(new RegisterSite.Command(customers.account(site.accountId()).number(), new SiteInput(
                site.name(), site.address(), site.city(), site.district(), site.zone(), site.latitude().orElse(null),
                site.longitude().orElse(null), site.accessNotes(), true, site.orgUnitCode(), ""))).id();
    }

    @Override
    public ContactId registerContact(NewContact contact) {
        return registerContact.handle(new RegisterContact.Command(customers.account(contact.accountId()).number(),
                new ContactInput(contact.name(), contact.jobTitle(),
                        CustomerCorrections.oneOf(ContactPosition.class, "position", contact.position()), "", null,
                        contact.siteId().map(id -> customers.site(id).number()).orElse(null), contact.phone(),
                        contact.mobile(), contact.email(),
                        CustomerCorrections.oneOf(PreferredChannel.class, "preferredChannel", contact.preferredChannel()), contact.language(),
                        "", true, "")));
    }

    @Override
    public Correction correctionOf(AccountId id, AccountWish wanted) {
        return corrections.of(id, wanted, "");
    }

    @Override
    public Correction correctionOf(SiteId id, SiteWish wanted) {
        return corrections.of(id, wanted, "");
    }

    @Override
    public Correction correctionOf(ContactId id, ContactWish wanted) {
        return corrections.of(id, wanted, "");
    }
}
