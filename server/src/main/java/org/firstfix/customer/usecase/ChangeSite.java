package org.firstfix.customer.usecase;

import java.time.Clock;
import java.util.List;
import org.firstfix.customer.SiteChanged;
import org.firstfix.customer.domain.Site;
import org.firstfix.customer.domain.Sites;
import org.firstfix.customer.query.CustomerLookup;
import org.firstfix.customer.query.SiteFile;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.journal.FieldChange;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Inputs;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Corrects the facts of a site, or gives it to another branch. */
@Component
@Permission("customer.maintain")
public final class ChangeSite {
    private final Work work;
    private final Inputs inputs;
    private final Sites sites;
    private final SiteFile file;
    private final CustomerLookup customers;
    private final SiteFacts facts;
    private final FindableCustomers findable;
    private final Announcements announcements;
    private final Clock clock;

    ChangeSite(Work work, Inputs inputs, Sites sites, SiteFile file, CustomerLookup customers, SiteFacts facts,
            FindableCustomers findable, Announcements announcements, Clock clock) {
        this.work = work;
        this.inputs = inputs;
        this.sites = sites;
        this.file = file;
        this.customers = customers;
        this.facts = facts;
        this.findable = findable;
        this.announcements = announcements;
        this.clock = clock;
    }

    public record Command(String number, int basedOn, SiteInput site) {}

    public void handle(Command command) {
        work.perform(this, () -> {
            SiteInput input = inputs.checked(command.site());
            Site site = sites.findForChange(command.number()).orElseThrow(() -> Problem.notFound("site", command.number()));
            if (site.version() != command.basedOn()) {
                throw Problem.stale(command.basedOn(), site.version(), file.show(command.number()));
            }
            Site changed = site.changed(facts.of(input));
            List<FieldChange> changes = site.changesTo(changed.facts());
            if (changes.isEmpty()) {
                return;
            }
            sites.save(changed);
            work.asTheHouse("search", () -> findable.site(changed, customers.account(site.accountId())));
            announcements.announce(new SiteChanged(site.id(), site.accountId(), site.number(), changes,
                    changed.facts().orgPath(), clock.instant(), input.reason()));
        });
    }
}
