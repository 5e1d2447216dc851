package org.firstfix.notification.usecase;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.firstfix.asset.AssetSummary;
import org.firstfix.cases.CaseSummary;
import org.firstfix.contract.Priority;
import org.firstfix.customer.AccountSummary;
import org.firstfix.customer.ContactSummary;
import org.firstfix.customer.SiteSummary;
import org.firstfix.notification.domain.Values;

/** What a message about a case needs to know. */
public record CaseBackground(CaseSummary facts, AccountSummary account, SiteSummary site, Optional<AssetSummary> asset,
        Optional<ContactSummary> contact) {
    public String number() {
        return facts.number();
    }

    public ZoneId zone() {
        return site.zone();
    }

    public String link() {
        return "/cases/" + facts.number();
    }

    /** The machine stands still: such news is not read tomorrow. */
    public boolean isUrgent() {
        return facts.priority() == Priority.P1 || facts.criticalWatch();
    }

    /** What every message about a case can say. */
    public Values values() {
        return new Values().with("case", facts.number()).with("subject", facts.subject())
                .with("priority", facts.priority().name()).with("account", accountName()).with("place", place());
    }

    private String accountName() {
        return account.shortName().isBlank() ? account.name() : account.shortName();
    }

    /** A customer with one place is often called as the place is. */
    private String place() {
        return site.name().equals(account.name()) ? accountName() : accountName() + " · " + site.name();
    }

    /** The table that customers see: what it is about. */
    public Values customerFacts() {
        return values()
                .fact("case", facts.number())
                .fact("subject", facts.subject())
                .fact("machine", asset.map(machine -> Values.pair(machine.modelNameZh() + " · " + machine.serial(),
                        machine.modelNameEn() + " · " + machine.serial())))
                .fact("site", site.address().isBlank() ? site.name() : site.name() + ", " + site.address());
    }

    public Map<String, Object> moment(Instant at) {
        return Values.moment(at, zone());
    }
}
