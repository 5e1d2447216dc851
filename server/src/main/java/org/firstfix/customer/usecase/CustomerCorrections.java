package org.firstfix.customer.usecase;

import static org.firstfix.platform.journal.Correction.difference;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.AccountSummary;
import org.firstfix.customer.ContactId;
import org.firstfix.customer.CustomerApi;
import org.firstfix.customer.SiteId;
import org.firstfix.customer.SiteSummary;
import org.firstfix.customer.domain.Account;
import org.firstfix.customer.domain.AccountTier;
import org.firstfix.customer.domain.Accounts;
import org.firstfix.customer.domain.Contact;
import org.firstfix.customer.domain.ContactPosition;
import org.firstfix.customer.domain.Contacts;
import org.firstfix.customer.domain.PreferredChannel;
import org.firstfix.customer.domain.Site;
import org.firstfix.customer.domain.Sites;
import org.firstfix.customer.query.CustomerLookup;
import org.firstfix.organization.OrganizationApi;
import org.firstfix.platform.journal.Correction;
import org.firstfix.platform.journal.FieldChange;
import org.firstfix.platform.problem.Problem;
import org.springframework.stereotype.Component;

/** What a list that comes in says otherwise about customers that are known, and how it is made so. Comparing only reads. */
@Component
class CustomerCorrections {
    private final Accounts accounts;
    private final Sites sites;
    private final Contacts contacts;
    private final CustomerLookup customers;
    private final OrganizationApi organization;
    private final ChangeAccount changeAccount;
    private final ChangeSite changeSite;
    private final ChangeContact changeContact;

    CustomerCorrections(Accounts accounts, Sites sites, Contacts contacts, CustomerLookup customers, OrganizationApi organization,
            ChangeAccount changeAccount, ChangeSite changeSite, ChangeContact changeContact) {
        this.accounts = accounts;
        this.sites = sites;
        this.contacts = contacts;
        this.customers = customers;
        this.organization = organization;
        this.changeAccount = changeAccount;
        this.changeSite = changeSite;
        this.changeContact = changeContact;
    }

    Correction of(AccountId id, CustomerApi.AccountWish wanted, String reason) {
        Account account = accounts.findByNumber(customers.account(id).number()).orElseThrow(() -> Problem.notFound("account", id.value()));
        Account.Facts now = account.facts();
        String unit = organization.unit(now.orgUnitId()).code();
        Optional<String> parent = numberOf(now.parent());
        List<FieldChange> differences = all(difference("name", now.name(), wanted.name()),
                difference("shortName", now.shortName(), wanted.shortName()), difference("tier", now.tier().name(), wanted.tier()),
                difference("language", now.language(), wanted.language()), difference("industry", now.industry(), wanted.industry()),
                difference("orgUnit", unit, wanted.orgUnit()), difference("parentAccount", parent.orElse(""), wanted.parentAccount()));
        return new Correction(differences, () -> changeAccount.handle(new ChangeAccount.Command(account.number(), account.version(),
                new AccountInput(wanted.name().orElse(now.name()), wanted.shortName().orElse(now.shortName()),
                        wanted.tier().map(tier -> oneOf(AccountTier.class, "tier", tier)).orElse(now.tier()),
                        wanted.industry().orElse(now.industry()), wanted.language().orElse(now.language()), now.overdue(), now.remarks(),
                        now.active(), wanted.orgUnit().orElse(unit), wanted.parentAccount().or(() -> parent).orElse(null),
                        numberOf(now.debtor()).orElse(null), reason))));
    }

    Correction of(SiteId id, CustomerApi.SiteWish wanted, String reason) {
        Site site = sites.findByNumber(customers.site(id).number()).orElseThrow(() -> Problem.notFound("site", id.value()));
        Site.Facts now = site.facts();
        String unit = organization.unit(now.orgUnitId()).code();
        List<FieldChange> differences = all(difference("address", now.address(), wanted.address()),
                difference("city", now.city(), wanted.city()), difference("district", now.district(), wanted.district()),
                difference("zone", now.zone(), wanted.zone()),
                difference("latitude", text(now.latitude()), wanted.latitude().map(String::valueOf)),
                difference("longitude", text(now.longitude()), wanted.longitude().map(String::valueOf)),
                difference("accessNotes", now.accessNotes(), wanted.accessNotes()), difference("orgUnit", unit, wanted.orgUnit()));
        return new Correction(differences, () -> changeSite.handle(new ChangeSite.Command(site.number(), site.version(),
                new SiteInput(now.name(), wanted.address().orElse(now.address()), wanted.city().orElse(now.city()),
                        wanted.district().orElse(now.district()), wanted.zone().orElse(now.zone()),
                        wanted.latitude().or(now::latitude).orElse(null), wanted.longitude().or(now::longitude).orElse(null),
                        wanted.accessNotes().orElse(now.accessNotes()), now.active(), wanted.orgUnit().orElse(unit), reason))));
    }

    Correction of(ContactId id, CustomerApi.ContactWish wanted, String reason) {
        Contact contact = contacts.find(id).orElseThrow(() -> Problem.notFound("contact", id.value()));
        Contact.Facts now = contact.facts();
        Optional<String> site = now.siteId().map(customers::site).map(SiteSummary::number);
        List<FieldChange> differences = all(difference("site", site.orElse(""), wanted.site()),
                difference("jobTitle", now.jobTitle(), wanted.jobTitle()), difference("position", now.position().name(), wanted.position()),
                difference("phone", now.phone(), wanted.phone()), difference("mobile", now.mobile(), wanted.mobile()),
                difference("email", now.email(), wanted.email()),
                difference("preferredChannel", now.preferredChannel().name(), wanted.preferredChannel()),
                difference("language", now.language(), wanted.language()));
        return new Correction(differences, () -> changeContact.handle(new ChangeContact.Command(id, contact.version(),
                new ContactInput(now.name(), wanted.jobTitle().orElse(now.jobTitle()),
                        wanted.position().map(position -> oneOf(ContactPosition.class, "position", position)).orElse(now.position()),
                        now.decides(), now.reportsTo().orElse(null), wanted.site().or(() -> site).orElse(null),
                        wanted.phone().orElse(now.phone()), wanted.mobile().orElse(now.mobile()), wanted.email().orElse(now.email()),
                        wanted.preferredChannel().map(channel -> oneOf(PreferredChannel.class, "preferredChannel", channel))
                                .orElse(now.preferredChannel()),
                        wanted.language().orElse(now.language()), now.interests(), now.active(), reason))));
    }

    private Optional<String> numberOf(Optional<AccountId> account) {
        return account.flatMap(id -> Optional.ofNullable(customers.accounts(List.of(id)).get(id))).map(AccountSummary::number);
    }

    private static String text(Optional<Double> degrees) {
        return degrees.map(String::valueOf).orElse("");
    }

    @SafeVarargs
    private static List<FieldChange> all(List<FieldChange>... differences) {
        return Stream.of(differences).flatMap(List::stream).toList();
    }

    static <E extends Enum<E>> E oneOf(Class<E> type, String field, String written) {
        return Arrays.stream(type.getEnumConstants()).filter(value -> value.name().equals(written)).findFirst()
                .orElseThrow(() -> Problem.invalidField(field, "customer.value-unknown", Map.of("value", written,
                        "known", String.join(", ", Arrays.stream(type.getEnumConstants()).map(Enum::name).toList()))));
    }
}
