package org.firstfix.cases.query;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.asset.AssetApi;
import org.firstfix.asset.AssetId;
import org.firstfix.asset.AssetSummary;
import org.firstfix.contract.EntitlementApi;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.AccountSummary;
import org.firstfix.customer.ContactSummary;
import org.firstfix.customer.CustomerApi;
import org.firstfix.customer.SiteId;
import org.firstfix.customer.SiteSummary;
import org.firstfix.platform.work.Query;

/** Who is calling, before saying hello: contact, customer, sites, machines with what covers them, and what is open. */
@Query
public class ScreenPop {
    private static final int MOST_CANDIDATES = 5;
    private static final int MOST_CONTACTS = 50;
    private static final int MOST_SITES = 5;
    private static final int MOST_MACHINES = 40;
    private static final int MOST_OPEN = 20;
    private static final int MOST_VISITS = 8;

    private final CallLog calls;
    private final CustomerApi customers;
    private final AssetApi assets;
    private final EntitlementApi entitlements;
    private final CaseList cases;
    private final Clock clock;

    ScreenPop(CallLog calls, CustomerApi customers, AssetApi assets, EntitlementApi entitlements, CaseList cases, Clock clock) {
        this.calls = calls;
        this.customers = customers;
        this.assets = assets;
        this.entitlements = entitlements;
        this.cases = cases;
        this.clock = clock;
    }

    /** @param candidates none for an unknown number; several if people share it: then somebody must choose */
    public record Pop(CallLog.Line call, List<Candidate> candidates) {}

    /**
     * A customer as the form of a new case needs it.
     *
     * @param contact who calls or writes; none if nobody is known yet
     * @param contacts whom else the case may be about
     * @param openCases on top: most calls are about them
     */
    public record Candidate(Optional<Person> contact, List<Person> contacts, CaseView.Customer customer, List<Site> sites, List<CaseList.Line> openCases,
            List<Visit> lastVisits, List<Promise> promises) {}

    /** One line of a machine's service file; {@code kind} and {@code summary} are worded by the screen. */
    public record Visit(String assetSerial, Instant at, String kind, String reference, Map<String, Object> summary, String personName) {}

    public record Promise(String what, Instant dueAt, String ownerName) {}

    public record Person(UUID id, String name, String jobTitle, String position, String phone, String mobile, String email,
            String preferredChannel) {}

    public record Site(String number, String name, String city, String address, String zone, List<Machine> machines) {}

    /** @param covered whether anything may be claimed now, and as what */
    public record Machine(String serial, String number, String modelCode, String modelNameZh, String modelNameEn, String family,
            String importance, String location, boolean covered, CaseView.Cover cover) {}

    public Pop of(UUID callId) {
        CallLog.Line call = calls.call(callId);
        List<ContactSummary> contacts = customers.contactsByPhone(call.number()).stream().limit(MOST_CANDIDATES).toList();
        Map<AccountId, AccountSummary> accounts = contacts.isEmpty() ? Map.of()
                : customers.accounts(contacts.stream().map(ContactSummary::accountId).distinct().toList());
        return new Pop(call, contacts.stream().filter(contact -> accounts.containsKey(contact.accountId()))
                .map(contact -> candidate(Optional.of(contact), contact.siteId(), accounts.get(contact.accountId()))).toList());
    }

    /** The same without a call: the customer of a place, that place first. */
    public Candidate at(AccountId account, Optional<SiteId> site) {
        return candidate(Optional.empty(), site, customers.account(account));
    }

    private Candidate candidate(Optional<ContactSummary> contact, Optional<SiteId> near, AccountSummary account) {
        List<SiteSummary> sites = sites(near, account);
        Map<AssetId, AssetSummary> machines = new LinkedHashMap<>();
        sites.forEach(site -> assets.assetsOfSite(site.id()).stream().limit(MOST_MACHINES - machines.size())
                .forEach(asset -> machines.put(asset.id(), asset)));
        Instant now = clock.instant();
        List<Site> places = sites.stream().map(site -> new Site(site.number(), site.name(), site.city(), site.address(), site.zone().getId(),
                machines.values().stream().filter(asset -> asset.siteId().equals(site.id())).map(asset -> machine(asset, account, now)).toList())).toList();
        List<Visit> visits = machines.isEmpty() ? List.of() : assets.newestOfServiceFiles(machines.keySet(), MOST_VISITS).stream()
                .map(line -> new Visit(machines.get(line.assetId()).serial(), line.occurredAt(), line.kind(), line.reference(), line.summary(),
                        line.personName())).toList();
        List<Promise> promises = customers.openPromises(account.id()).stream()
                .map(promise -> new Promise(promise.what(), promise.dueAt(), promise.ownerName())).toList();
        return new Candidate(contact.map(ScreenPop::person), customers.contactsOf(account.id()).stream().limit(MOST_CONTACTS).map(ScreenPop::person).toList(),
                new CaseView.Customer(account.number(), account.name(), account.shortName(), account.tier(), account.overdue()),
                places, cases.openOf(List.of(account.id()), MOST_OPEN), visits, promises);
    }

    private static Person person(ContactSummary contact) {
        return new Person(contact.id().value(), contact.name(), contact.jobTitle(), contact.position(), contact.phone(), contact.mobile(),
                contact.email(), contact.preferredChannel());
    }

    /** The nearest first. */
    private List<SiteSummary> sites(Optional<SiteId> near, AccountSummary account) {
        List<SiteSummary> sites = new ArrayList<>(customers.sitesOf(account.id()));
        sites.sort((one, other) -> Boolean.compare(near.filter(other.id()::equals).isPresent(), near.filter(one.id()::equals).isPresent()));
        return sites.subList(0, Math.min(MOST_SITES, sites.size()));
    }

    private Machine machine(AssetSummary asset, AccountSummary account, Instant now) {
        var entitlement = entitlements.entitlementOf(account.id(), asset.siteId(), Optional.of(asset.id()), now);
        return new Machine(asset.serial(), asset.number(), asset.modelCode(), asset.modelNameZh(), asset.modelNameEn(), asset.family(),
                asset.importance().name(), asset.location(), entitlement.covered(), CaseView.cover(entitlement));
    }
}
