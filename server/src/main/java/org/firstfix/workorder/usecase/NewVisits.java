package org.firstfix.workorder.usecase;

import java.time.Clock;
import java.time.Instant;
import java.time.Year;
import java.util.Optional;
import org.firstfix.asset.AssetApi;
import org.firstfix.asset.AssetSummary;
import org.firstfix.cases.CaseSummary;
import org.firstfix.contract.Milestone;
import org.firstfix.customer.AccountSummary;
import org.firstfix.customer.ContactSummary;
import org.firstfix.customer.CustomerApi;
import org.firstfix.customer.SiteSummary;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.search.SearchIndex;
import org.firstfix.platform.text.Language;
import org.firstfix.sla.ClockSummary;
import org.firstfix.sla.SlaApi;
import org.firstfix.workorder.WorkOrderId;
import org.firstfix.workorder.WorkOrderReleased;
import org.firstfix.workorder.WorkOrderStatus;
import org.firstfix.workorder.domain.SkillFollowsTheModelsCategory;
import org.firstfix.workorder.domain.WorkOrder;
import org.firstfix.workorder.domain.WorkOrders;
import org.firstfix.workorder.domain.WorkType;
import org.firstfix.workorder.domain.WorkTypes;
import org.springframework.stereotype.Component;

/** Makes the work order of the next visit of a case: the first one, or one that follows. */
@Component
class NewVisits {
    private final WorkOrders workOrders;
    private final WorkTypes workTypes;
    private final CustomerApi customers;
    private final AssetApi assets;
    private final SlaApi sla;
    private final SearchIndex search;
    private final Announcements announcements;
    private final Clock clock;

    NewVisits(WorkOrders workOrders, WorkTypes workTypes, CustomerApi customers, AssetApi assets, SlaApi sla, SearchIndex search,
            Announcements announcements, Clock clock) {
        this.workOrders = workOrders;
        this.workTypes = workTypes;
        this.customers = customers;
        this.assets = assets;
        this.sla = sla;
        this.search = search;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** @param first the state it begins in: RELEASED, or waiting for a part or the customer */
    WorkOrder release(CaseSummary serviceCase, String workType, String reason, WorkOrderStatus first,
            Optional<WorkOrderId> follows) {
        Instant now = clock.instant();
        WorkType type = workTypes.get(workType);
        SiteSummary site = customers.site(serviceCase.siteId());
        AccountSummary account = customers.account(serviceCase.accountId());
        Optional<AssetSummary> asset = serviceCase.assetId().map(assets::asset);
        WorkOrders.Key key = workOrders.nextKey(Year.from(now.atZone(site.zone())));
        WorkOrder workOrder = WorkOrder.released(new WorkOrder.Facts(key.id(), key.number(), serviceCase.id(),
                serviceCase.number(), type.code(), serviceCase.subject(), serviceCase.accountId(), serviceCase.siteId(),
                serviceCase.contactId(), serviceCase.assetId(), skillFor(asset), type.expectedMinutes(),
                workOrders.visitsOf(serviceCase.id()) + 1, follows, reason, languageOf(serviceCase, account), now,
                serviceCase.orgPath()), promiseOf(serviceCase), type.crewSize(), first, type.checklist());
        workOrders.add(workOrder);
        search.put(new SearchIndex.Entry("work-order", key.id(), key.number(), serviceCase.subject(),
                account.shortName().isBlank() ? account.name() : account.shortName(), serviceCase.orgPath(),
                new SearchIndex.Tokens().startingWith(key.number()).endingWith(key.number())));
        announcements.announce(new WorkOrderReleased(key.id(), key.number(), serviceCase.id(),
                workOrder.facts().visitNumber(), serviceCase.orgPath(), now));
        return workOrder;
    }

    /** Due is the next promise that is still open: to be there, or to have it repaired. */
    WorkOrder.Promise promiseOf(CaseSummary serviceCase) {
        Optional<Instant> due = sla.clockOf(serviceCase.id().value()).flatMap(NewVisits::nextVisitPromise);
        return new WorkOrder.Promise(serviceCase.priority(), due.or(serviceCase::dueAt));
    }

    private static Optional<Instant> nextVisitPromise(ClockSummary clock) {
        return clock.milestones().stream()
                .filter(milestone -> (milestone.kind() == Milestone.ON_SITE || milestone.kind() == Milestone.RESTORE) && milestone.reachedAt().isEmpty())
                .flatMap(milestone -> milestone.dueAt().stream()).findFirst();
    }

    private Optional<String> skillFor(Optional<AssetSummary> asset) {
        return asset.flatMap(machine -> assets.findModel(machine.modelCode()))
                .flatMap(model -> SkillFollowsTheModelsCategory.skillFor(model.category()));
    }

    private Language languageOf(CaseSummary serviceCase, AccountSummary account) {
        return serviceCase.contactId().map(customers::contact).map(ContactSummary::language).orElse(account.language());
    }
}
