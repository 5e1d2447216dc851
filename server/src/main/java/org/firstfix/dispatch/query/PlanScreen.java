package org.firstfix.dispatch.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.AccountSummary;
import org.firstfix.customer.CustomerApi;
import org.firstfix.dispatch.domain.Engineer;
import org.firstfix.dispatch.domain.Engineers;
import org.firstfix.dispatch.domain.PlanArea;
import org.firstfix.dispatch.domain.PlanVersion;
import org.firstfix.dispatch.domain.Plans;
import org.firstfix.dispatch.domain.ProposedChange;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.work.Query;
import org.firstfix.workorder.WorkOrderApi;
import org.firstfix.workorder.WorkOrderId;
import org.firstfix.workorder.WorkOrderSummary;

/** The plan of a day: what is proposed, and which versions there were. */
@Query
public class PlanScreen {
    private static final int MOST_VERSIONS = 30;

    private final Plans plans;
    private final Engineers engineers;
    private final WorkOrderApi workOrders;
    private final CustomerApi customers;
    private final RuleWords words;

    PlanScreen(Plans plans, Engineers engineers, WorkOrderApi workOrders, CustomerApi customers, RuleWords words) {
        this.plans = plans;
        this.engineers = engineers;
        this.workOrders = workOrders;
        this.customers = customers;
        this.words = words;
    }

    /** @param published number of the version in force; 0 before the first. @param open computed at the moment, or waiting for a decision */
    public record View(Optional<String> territory, LocalDate date, int published, Optional<Version> open, List<Version> versions) {}

    /**
     * @param before what the day cost as it was; {@code after} as proposed
     * @param seed as text, since browsers cannot count so far
     * @param mayUndo whether it is the version in force
     */
    public record Version(UUID id, Optional<Integer> number, PlanVersion.Status status, PlanVersion.Cause cause, String note, String seed,
            long iterations, int policyVersion, Candidates.Price before, Candidates.Price after, String requestedBy, Instant requestedAt,
            Optional<Instant> computedAt, Optional<String> decidedBy, Optional<Instant> decidedAt, boolean mayUndo, List<Change> changes) {}

    public record Change(int position, ProposedChange.Kind kind, ProposedChange.State state, String workOrderNumber, String subject, String customerName,
            Optional<String> appointment, Optional<Slot> former, Optional<Slot> wanted, List<RuleWords.Line> reasons) {}

    public record Slot(String engineerCode, String engineerName, List<Candidates.Colleague> crew, Instant startsAt, Instant endsAt) {}

    public View of(PlanArea area) {
        int published = plans.published(area);
        return new View(area.territory(), area.day(), published, plans.viewOpen(area).map(version -> told(version, published)),
                plans.decided(area, MOST_VERSIONS).stream().map(version -> told(version, published)).toList());
    }

    public Version version(UUID id) {
        PlanVersion version = plans.view(id);
        return told(version, plans.published(version.area()));
    }

    private Version told(PlanVersion version, int published) {
        Map<WorkOrderId, WorkOrderSummary> orders = workOrders.get(version.changes().stream().map(ProposedChange::workOrder).toList());
        Map<AccountId, AccountSummary> accounts = customers.accounts(orders.values().stream().map(WorkOrderSummary::accountId).collect(Collectors.toSet()));
        Map<PersonId, Engineer> people = new HashMap<>();
        return new Version(version.id(), version.number(), version.status(), version.cause(), version.note(), Long.toString(version.seed()),
                version.iterations(), version.policyVersion(), Candidates.Price.of(version.before()), Candidates.Price.of(version.after()),
                version.requestedBy(), version.requestedAt(), version.computedAt(), version.decidedBy(), version.decidedAt(),
                version.status() == PlanVersion.Status.PUBLISHED && version.number().filter(number -> number == published).isPresent(),
                version.changes().stream().filter(change -> orders.containsKey(change.workOrder()))
                        .map(change -> change(change, orders.get(change.workOrder()), accounts, people, version.area())).toList());
    }

    private Change change(ProposedChange change, WorkOrderSummary order, Map<AccountId, AccountSummary> accounts, Map<PersonId, Engineer> people,
            PlanArea area) {
        String customer = Optional.ofNullable(accounts.get(order.accountId()))
                .map(account -> account.shortName().isBlank() ? account.name() : account.shortName()).orElse("");
        return new Change(change.position(), change.kind(), change.state(), order.number(), order.subject(), customer, change.appointment(),
                change.former().map(slot -> slot(slot, people)), change.wanted().map(slot -> slot(slot, people)), words.lines(change.reasons(), area.zone()));
    }

    private Slot slot(ProposedChange.Slot slot, Map<PersonId, Engineer> people) {
        List<Engineer> crew = slot.people().stream().map(person -> people.computeIfAbsent(person, id -> engineers.find(id).orElseThrow())).toList();
        Engineer engineer = crew.getFirst();
        return new Slot(engineer.code(), engineer.name(), crew.stream().skip(1).sorted(Comparator.comparing(Engineer::code)).map(Candidates.Colleague::of).toList(), slot.period().startsAt(), slot.period().endsAt());
    }
}
