package org.firstfix.cases.query;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.asset.AssetApi;
import org.firstfix.asset.AssetSummary;
import org.firstfix.contract.EntitlementApi;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.AccountSummary;
import org.firstfix.customer.ContactSummary;
import org.firstfix.customer.CustomerApi;
import org.firstfix.customer.SiteSummary;
import org.firstfix.platform.work.Query;

/** Who is calling, before saying hello: contact, customer, sites, machines with what covers them, and what is open. */
@Query
public class ScreenPop {
    private static final int MOST_CANDIDATES = 5;
    private static final int MOST_SITES = 5;
    private static final int MOST_MACHINES = 40;
    private static final int MOST_OPEN = 20;

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

    /** @param openCases on top: most calls are about them */
    public record Candidate(Person contact, CaseView.Customer customer, List<Site> sites, List<CaseList.Line> openCases) {}

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
                .map(contact -> candidate(contact, accounts.get(contact.accountId()))).toList());
    }

    private Candidate candidate(ContactSummary contact, AccountSummary account) {
        return new Candidate(new Person(contact.id().value(), contact.name(), contact.jobTitle(), contact.position(), contact.phone(),
                contact.mobile(), contact.email(), contact.preferredChannel()),
                new CaseView.Customer(account.number(), account.name(), account.shortName(), account.tier(), account.overdue()),
                sites(contact, account), cases.openOf(List.of(account.id()), MOST_OPEN));
    }

    /** The contact's own site first. */
    private List<Site> sites(ContactSummary contact, AccountSummary account) {
        List<SiteSummary> sites = new ArrayList<>(customers.sitesOf(account.id()));
        sites.sort((one, other) -> Boolean.compare(contact.siteId().filter(other.id()::equals).isPresent(),
                contact.siteId().filter(one.id()::equals).isPresent()));
        List<Site> found = new ArrayList<>();
        int left = MOST_MACHINES;
        Instant now = clock.instant();
        for (SiteSummary site : sites.subList(0, Math.min(MOST_SITES, sites.size()))) {
            List<Machine> machines = assets.assetsOfSite(site.id()).stream().limit(left).map(asset -> machine(asset, account, now)).toList();
            left -= machines.size();
            found.add(new Site(site.number(), site.name(), site.city(), site.address(), site.zone().getId(), machines));
        }
        return found;
    }

    private Machine machine(AssetSummary asset, AccountSummary account, Instant now) {
        var entitlement = entitlements.entitlementOf(account.id(), asset.siteId(), Optional.of(asset.id()), now);
        return new Machine(asset.serial(), asset.number(), asset.modelCode(), asset.modelNameZh(), asset.modelNameEn(), asset.family(),
                asset.importance(), asset.location(), entitlement.covered(), CaseView.cover(entitlement));
    }
}
