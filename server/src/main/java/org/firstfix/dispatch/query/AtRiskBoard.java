package org.firstfix.dispatch.query;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.firstfix.asset.AssetApi;
import org.firstfix.asset.AssetId;
import org.firstfix.asset.AssetSummary;
import org.firstfix.cases.CaseApi;
import org.firstfix.cases.CaseId;
import org.firstfix.cases.CaseSummary;
import org.firstfix.contract.Milestone;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.AccountSummary;
import org.firstfix.customer.CustomerApi;
import org.firstfix.customer.SiteId;
import org.firstfix.customer.SiteSummary;
import org.firstfix.organization.OrganizationApi;
import org.firstfix.organization.PersonSummary;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.paging.Page;
import org.firstfix.platform.paging.PageRequest;
import org.firstfix.platform.scope.DataScope;
import org.firstfix.platform.work.Query;
import org.firstfix.sla.AtRiskApi;
import org.firstfix.workorder.WorkOrderApi;
import org.firstfix.workorder.WorkOrderSummary;

/** Milestones in danger, with what a dispatcher must know to do something about them. Each module is asked once per page. */
@Query
public class AtRiskBoard {
    private final AtRiskApi clocks;
    private final CaseApi cases;
    private final CustomerApi customers;
    private final AssetApi assets;
    private final WorkOrderApi workOrders;
    private final OrganizationApi organization;

    AtRiskBoard(AtRiskApi clocks, CaseApi cases, CustomerApi customers, AssetApi assets, WorkOrderApi workOrders,
            OrganizationApi organization) {
        this.clocks = clocks;
        this.cases = cases;
        this.customers = customers;
        this.assets = assets;
        this.workOrders = workOrders;
        this.organization = organization;
    }

    /**
     * @param remainingSeconds of contract time, negative once overdue
     * @param band of this milestone: CALM, WARM, HOT or MISSED
     * @param customerName the short name if it has one
     * @param workOrderNumber the last one; nothing before the case is released
     * @param engineerName who is chosen for it
     */
    public record Row(UUID caseId, String caseNumber, String subject, String customerName, String siteName, Optional<String> serial,
            Optional<String> modelNameZh, Optional<String> modelNameEn, Optional<String> workOrderNumber, Optional<String> engineerName,
            Milestone milestone, Instant dueAt, long remainingSeconds, String band, int usedPercent, String priority,
            String coverageCode, String zone) {}

    public Page<Row> show(DataScope scope, AtRiskApi.Filter filter, PageRequest request) {
        Page<AtRiskApi.Row> page = clocks.show(scope, filter, request);
        Map<CaseId, CaseSummary> known = cases.get(of(page, row -> new CaseId(row.caseId())));
        Map<AccountId, AccountSummary> accounts = customers.accounts(of(known, CaseSummary::accountId));
        Map<SiteId, SiteSummary> sites = customers.sites(of(known, CaseSummary::siteId));
        Map<AssetId, AssetSummary> machines = assets.assets(known.values().stream().flatMap(one -> one.assetId().stream())
                .collect(Collectors.toSet()));
        Map<CaseId, WorkOrderSummary> orders = workOrders.latestOf(known.keySet());
        Map<PersonId, PersonSummary> people = organization.people(orders.values().stream()
                .flatMap(order -> order.engineerId().stream()).collect(Collectors.toSet()));
        return page.map(row -> {
            Optional<CaseSummary> one = Optional.ofNullable(known.get(new CaseId(row.caseId())));
            Optional<AssetSummary> machine = one.flatMap(CaseSummary::assetId).map(machines::get);
            Optional<WorkOrderSummary> order = Optional.ofNullable(orders.get(new CaseId(row.caseId())));
            return new Row(row.caseId(), row.caseNumber(), one.map(CaseSummary::subject).orElse(""),
                    one.map(CaseSummary::accountId).map(accounts::get).map(AtRiskBoard::shortName).orElse(""),
                    one.map(CaseSummary::siteId).map(sites::get).map(SiteSummary::name).orElse(""),
                    machine.map(AssetSummary::serial), machine.map(AssetSummary::modelNameZh), machine.map(AssetSummary::modelNameEn),
                    order.map(WorkOrderSummary::number),
                    order.flatMap(WorkOrderSummary::engineerId).map(people::get).map(PersonSummary::name),
                    row.milestone(), row.dueAt(), row.remainingSeconds(), row.band(), row.usedPercent(), row.priority(),
                    row.coverageCode(), row.zone());
        });
    }

    private static <T> Set<T> of(Page<AtRiskApi.Row> page, Function<AtRiskApi.Row, T> id) {
        return page.items().stream().map(id).collect(Collectors.toSet());
    }

    private static <T> Set<T> of(Map<CaseId, CaseSummary> known, Function<CaseSummary, T> id) {
        return known.values().stream().map(id).collect(Collectors.toSet());
    }

    private static String shortName(AccountSummary account) {
        return account.shortName().isBlank() ? account.name() : account.shortName();
    }
}
