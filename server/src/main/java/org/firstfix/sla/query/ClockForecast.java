package org.firstfix.sla.query;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.firstfix.asset.AssetApi;
import org.firstfix.asset.AssetSummary;
import org.firstfix.contract.Entitlement;
import org.firstfix.contract.EntitlementApi;
import org.firstfix.contract.Fault;
import org.firstfix.contract.Impact;
import org.firstfix.contract.Milestone;
import org.firstfix.contract.Priority;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.CustomerApi;
import org.firstfix.customer.SiteSummary;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Query;
import org.firstfix.sla.SlaApi;
import org.firstfix.sla.domain.CalendarKey;
import org.firstfix.sla.storage.CachedTimes;
import org.firstfix.sla.storage.JooqCalendars;
import org.firstfix.worktime.Pauses;
import org.firstfix.worktime.WorkTime;

/** What would be promised if the case were opened now: asked with every keystroke of a new case. */
@Query
public class ClockForecast {
    private final EntitlementApi entitlements;
    private final CustomerApi customers;
    private final AssetApi assets;
    private final JooqCalendars calendars;
    private final CachedTimes times;
    private final Clock house;

    ClockForecast(EntitlementApi entitlements, CustomerApi customers, AssetApi assets, JooqCalendars calendars, CachedTimes times,
            Clock house) {
        this.entitlements = entitlements;
        this.customers = customers;
        this.assets = assets;
        this.calendars = calendars;
        this.times = times;
        this.house = house;
    }

    /** @param siteNumber may be missing if a machine is named: it stands somewhere */
    public record Wish(Optional<String> siteNumber, Optional<String> serial, Priority priority, Optional<Impact> impact,
            Optional<Instant> startedAt) {}

    /**
     * @param basis CONTRACT, WARRANTY or NONE; nothing is promised then
     * @param reason as in an entitlement
     * @param milestones that count from the report, in the order of their kind
     * @param unconfirmedYears whose official days are not known yet: the deadlines may move
     */
    public record View(String basis, String reason, Optional<String> contractNumber, Optional<String> coverageCode,
            Optional<String> calendarCode, Priority priority, Instant startedAt, String zone, boolean accountOverdue, String specialTerms,
            List<Due> milestones, Set<Integer> unconfirmedYears) {}

    public record Due(Milestone kind, long targetSeconds, Instant dueAt) {}

    /** @throws Problem 400 if neither site nor machine is named, 404 for what is not there */
    public View show(Wish wish) {
        Optional<AssetSummary> asset = wish.serial().map(serial -> assets.findBySerial(serial)
                .orElseThrow(() -> Problem.notFound("asset", serial)));
        SiteSummary site = wish.siteNumber().map(number -> customers.findSiteByNumber(number)
                        .orElseThrow(() -> Problem.notFound("site", number)))
                .or(() -> asset.map(machine -> customers.site(machine.siteId())))
                .orElseThrow(() -> Problem.invalid("contract.claim-about-nothing", Map.of()));
        AccountId account = asset.map(AssetSummary::accountId).orElse(site.accountId());
        Instant start = wish.startedAt().orElseGet(house::instant);
        Entitlement entitlement = entitlements.entitlementOf(account, site.id(), asset.map(AssetSummary::id), start);
        Optional<SlaApi.Terms> terms = SlaApi.Terms.of(entitlement,
                new Fault(wish.priority(), asset.map(AssetSummary::importance), wish.impact()), site.zone());
        List<Due> due = terms.map(promised -> due(promised, start)).orElse(List.of());
        Set<Integer> unconfirmed = terms.map(promised -> unconfirmed(promised, start, due)).orElse(Set.of());
        return new View(entitlement.basis().name(), entitlement.reason(), entitlement.contractNumber(), entitlement.coverageCode(),
                entitlement.calendarCode(), wish.priority(), start, site.zone().getId(), entitlement.accountOverdue(),
                entitlement.specialTerms(), due, unconfirmed);
    }

    private List<Due> due(SlaApi.Terms terms, Instant start) {
        WorkTime time = time(terms);
        return terms.targets().entrySet().stream().filter(target -> target.getKey().countsFromTheReport()).sorted(Map.Entry.comparingByKey()).map(target -> new Due(target.getKey(),
                target.getValue().toSeconds(), time.deadline(start, target.getValue(), Pauses.none()).instant().orElseThrow())).toList();
    }

    private Set<Integer> unconfirmed(SlaApi.Terms terms, Instant start, List<Due> due) {
        Set<Integer> years = new TreeSet<>();
        due.forEach(milestone -> years.addAll(time(terms).unconfirmedYears(start, milestone.dueAt())));
        return years;
    }

    private WorkTime time(SlaApi.Terms terms) {
        CalendarKey newest = calendars.newest(terms.calendarCode(), terms.zone());
        return times.on(newest);
    }
}
