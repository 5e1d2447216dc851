package org.firstfix.cases.usecase;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.firstfix.asset.AssetApi;
import org.firstfix.asset.AssetId;
import org.firstfix.asset.AssetSummary;
import org.firstfix.cases.CaseChanged;
import org.firstfix.cases.domain.Case;
import org.firstfix.cases.domain.Case.Coverage;
import org.firstfix.cases.domain.Case.Facts;
import org.firstfix.contract.Fault;
import org.firstfix.contract.Impact;
import org.firstfix.cases.domain.PriorityFromImpactAndUrgency;
import org.firstfix.cases.domain.Urgency;
import org.firstfix.cases.query.CaseView;
import org.firstfix.cases.query.Symptoms;
import org.firstfix.contract.Entitlement;
import org.firstfix.contract.EntitlementApi;
import org.firstfix.contract.Priority;
import org.firstfix.customer.CustomerApi;
import org.firstfix.customer.SiteSummary;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.firstfix.sla.SlaApi;
import org.springframework.stereotype.Component;

/**
 * Corrects facts of a case, with the reason: every changed fact is journalled, and the clock follows a new priority or
 * machine from the original start.
 */
@Component
@Permission("case.work")
public final class CorrectCase {
    private final Work work;
    private final Desk desk;
    private final Symptoms symptoms;
    private final AssetApi assets;
    private final CustomerApi customers;
    private final EntitlementApi entitlements;
    private final CaseView view;

    CorrectCase(Work work, Desk desk, Symptoms symptoms, AssetApi assets, CustomerApi customers, EntitlementApi entitlements,
            CaseView view) {
        this.work = work;
        this.desk = desk;
        this.symptoms = symptoms;
        this.assets = assets;
        this.customers = customers;
        this.entitlements = entitlements;
        this.view = view;
    }

    /**
     * What is empty stays as it is.
     *
     * @param priority said by somebody against the matrix; without it impact, urgency and machine decide
     */
    public record Command(String number, int expectedVersion, Optional<String> subject, Optional<String> description,
            Optional<String> symptomCode, Optional<AssetId> assetId, Optional<Impact> impact, Optional<Urgency> urgency,
            Optional<Priority> priority, String reason) {}

    public void handle(Command command) {
        work.perform(this, () -> correct(command));
    }

    private void correct(Command command) {
        Case it = desk.cases().forChange(command.number());
        if (it.version() != command.expectedVersion()) {
            throw Problem.stale(command.expectedVersion(), it.version(), view.of(command.number()));
        }
        command.symptomCode().ifPresent(symptoms::require);
        Facts before = it.facts();
        Facts after = corrected(before, command, it);
        Map<String, String[]> changes = changes(before, after);
        if (changes.isEmpty()) {
            return;
        }
        Instant now = desk.now();
        it.correct(after);
        if (changes.containsKey("asset") || changes.containsKey("priority") || changes.containsKey("impact")) {
            moveClock(it, command.reason(), now);
        }
        desk.cases().save(it);
        desk.memory().makeFindable(it);
        changes.forEach((field, values) -> desk.announcements().announce(new CaseChanged(it.id(), it.number(), field,
                values[0], values[1], it.orgPath(), now, command.reason())));
    }

    private Facts corrected(Facts before, Command command, Case it) {
        Optional<AssetSummary> asset = command.assetId().or(before::assetId).map(assets::asset);
        asset.filter(machine -> !machine.siteId().equals(it.report().siteId())).ifPresent(machine -> {
            throw Problem.invalidField("assetSerial", "cases.asset-at-other-site",
                    Map.of("serial", machine.serial(), "site", customers.site(it.report().siteId()).number()));
        });
        Impact impact = command.impact().orElse(before.impact());
        Urgency urgency = command.urgency().orElse(before.urgency());
        boolean matrixDecides = command.impact().isPresent() || command.urgency().isPresent() || command.assetId().isPresent();
        Priority priority = command.priority().orElseGet(() -> matrixDecides
                ? PriorityFromImpactAndUrgency.of(impact, urgency, asset.map(AssetSummary::importance))
                : before.priority());
        return new Facts(command.subject().map(String::strip).orElse(before.subject()),
                command.description().map(String::strip).orElse(before.description()),
                command.symptomCode().or(before::symptomCode), command.assetId().or(before::assetId),
                asset.map(AssetSummary::modelCode).or(before::modelCode), asset.map(AssetSummary::family).or(before::family),
                impact, urgency, priority);
    }

    private void moveClock(Case it, String reason, Instant now) {
        SiteSummary site = customers.site(it.report().siteId());
        Entitlement entitlement = entitlements.entitlementOf(it.report().accountId(), site.id(), it.facts().assetId(),
                it.report().reportedAt());
        Optional<SlaApi.Terms> terms = SlaApi.Terms.of(entitlement, new Fault(it.facts().priority(),
                it.facts().assetId().map(assets::asset).map(AssetSummary::importance), Optional.of(it.facts().impact())), site.zone());
        if (terms.isPresent()) {
            it.cover(new Coverage(Optional.of(terms.get().coverageCode()), terms.get().lineId()));
            desk.clock().startOrChange(it, terms.get(), reason, now);
            desk.quotes().withdraw(it, now);
        } else {
            if (it.hasClock()) {
                desk.clock().stop(it, now);
                it.cover(Coverage.NONE);
            }
            desk.quotes().request(it, entitlement.reason(), now);
        }
    }

    private static Map<String, String[]> changes(Facts before, Facts after) {
        Map<String, Function<Facts, String>> fields = new LinkedHashMap<>();
        fields.put("subject", Facts::subject);
        fields.put("description", Facts::description);
        fields.put("symptom", facts -> facts.symptomCode().orElse(""));
        fields.put("asset", facts -> facts.assetId().map(id -> id.value().toString()).orElse(""));
        fields.put("impact", facts -> facts.impact().name());
        fields.put("urgency", facts -> facts.urgency().name());
        fields.put("priority", facts -> facts.priority().name());
        Map<String, String[]> changes = new LinkedHashMap<>();
        fields.forEach((field, of) -> {
            if (!Objects.equals(of.apply(before), of.apply(after))) {
                changes.put(field, new String[] {of.apply(before), of.apply(after)});
            }
        });
        return changes;
    }
}
