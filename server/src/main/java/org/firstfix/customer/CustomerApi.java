package org.firstfix.customer;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstfix.platform.identity.UserId;
import org.firstfix.platform.journal.Correction;
import org.firstfix.platform.problem.Problem;

/** Questions about customers, and the one record of every contact with them. Call inside a transaction. */
public interface CustomerApi {
    /** @throws Problem 404 */
    AccountSummary account(AccountId id);

    Map<AccountId, AccountSummary> accounts(Collection<AccountId> ids);

    Optional<AccountSummary> findAccountByNumber(String number);

    /** The parents of an account, nearest first, at most ten; a parent's contract covers its subsidiaries. */
    List<AccountId> parentsOf(AccountId account);

    /** The account and all its subsidiaries. */
    List<AccountId> groupOf(AccountId account);

    Optional<AccountSummary> findAccountByName(String name);

    /** @throws Problem 404 */
    SiteSummary site(SiteId id);

    Map<SiteId, SiteSummary> sites(Collection<SiteId> ids);

    List<SiteSummary> sitesOf(AccountId account);

    Optional<SiteSummary> findSiteByNumber(String number);

    /** @throws Problem 404 */
    ContactSummary contact(ContactId id);

    Map<ContactId, ContactSummary> contacts(Collection<ContactId> ids);

    List<ContactSummary> contactsOf(AccountId account);

    /** Who calls from this number, however it is written; several if they share it. */
    List<ContactSummary> contactsByPhone(String number);

    /** The same for the numbers of a page of calls, asked at once; a number nobody is known by is left out. */
    Map<String, List<ContactSummary>> contactsByPhones(Collection<String> numbers);

    /** What was promised to a customer and is not kept yet, the first due first; at most 50. */
    List<OpenPromise> openPromises(AccountId account);

    record OpenPromise(String what, Instant dueAt, String ownerName) {}

    /** Another keeps the promise from now on. Nothing happens if it is theirs already. */
    void handOverPromise(PromiseId promise, UserId owner, String reason);

    void recordInteraction(NewInteraction interaction);

    /**
     * @param channel PHONE, PORTAL, EMAIL, CHAT, VISIT, MEETING or OTHER
     * @param inbound whether the customer came to us
     * @param reference the number of what it was about; empty if nothing
     */
    record NewInteraction(AccountId accountId, Optional<ContactId> contactId, String channel, boolean inbound,
            Instant occurredAt, String subject, String body, String reference) {}

    /** For imports and other modules' use cases: the use case {@code customer.maintain} performs these as well. */
    AccountId registerAccount(NewAccount account);

    SiteId registerSite(NewSite site);

    ContactId registerContact(NewContact contact);

    /** How far an account is from what is wanted; nothing changes before the correction is made. */
    Correction correctionOf(AccountId id, AccountWish wanted);

    Correction correctionOf(SiteId id, SiteWish wanted);

    Correction correctionOf(ContactId id, ContactWish wanted);

    /** What is not given stays as it is. */
    record AccountWish(Optional<String> name, Optional<String> shortName, Optional<String> tier, Optional<String> language,
            Optional<String> industry, Optional<String> orgUnit, Optional<String> parentAccount) {}

    record SiteWish(Optional<String> address, Optional<String> city, Optional<String> district, Optional<String> zone,
            Optional<Double> latitude, Optional<Double> longitude, Optional<String> accessNotes, Optional<String> orgUnit) {}

    /** @param site number of the site */
    record ContactWish(Optional<String> site, Optional<String> jobTitle, Optional<String> position, Optional<String> phone,
            Optional<String> mobile, Optional<String> email, Optional<String> preferredChannel, Optional<String> language) {}

    record NewAccount(String name, String shortName, String tier, String language, String industry, String orgUnitCode,
            Optional<String> parentNumber) {}

    record NewSite(AccountId accountId, String name, String address, String city, String district, String zone,
            Optional<Double> latitude, Optional<Double> longitude, String accessNotes, String orgUnitCode) {}

    record NewContact(AccountId accountId, Optional<SiteId> siteId, String name, String jobTitle, String position, String phone,
            String mobile, String email, String preferredChannel, String language) {}
}
