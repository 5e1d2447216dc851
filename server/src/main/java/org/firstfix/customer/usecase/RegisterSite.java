package org.firstfix.customer.usecase;

import java.time.Clock;
import org.firstfix.customer.AccountSummary;
import org.firstfix.customer.SiteId;
import org.firstfix.customer.SiteRegistered;
import org.firstfix.customer.domain.Site;
import org.firstfix.customer.domain.Sites;
import org.firstfix.customer.query.CustomerLookup;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Inputs;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Adds a site to a customer. */
@Component
@Permission("customer.maintain")
public final class RegisterSite {
    private final Work work;
    private final Inputs inputs;
    private final CustomerLookup customers;
    private final Sites sites;
    private final SiteFacts facts;
    private final FindableCustomers findable;
    private final Announcements announcements;
    private final Clock clock;

    RegisterSite(Work work, Inputs inputs, CustomerLookup customers, Sites sites, SiteFacts facts, FindableCustomers findable,
            Announcements announcements, Clock clock) {
        this.work = work;
        this.inputs = inputs;
        this.customers = customers;
        this.sites = sites;
        this.facts = facts;
        this.findable = findable;
        this.announcements = announcements;
        this.clock = clock;
    }

    public record Command(String accountNumber, SiteInput site) {}

    public record Registered(SiteId id, String number) {}

    public Registered handle(Command command) {
        return work.perform(this, () -> {
            SiteInput input = inputs.checked(command.site());
            AccountSummary account = customers.accountByNumber(command.accountNumber())
                    .orElseThrow(() -> Problem.notFound("account", command.accountNumber()));
            Site site = sites.add(account.id(), facts.of(input));
            findable.site(site, account);
            announcements.announce(new SiteRegistered(site.id(), account.id(), site.number(), input.name(),
                    site.facts().orgPath(), clock.instant(), input.reason()));
            return new Registered(site.id(), site.number());
        });
    }
}
