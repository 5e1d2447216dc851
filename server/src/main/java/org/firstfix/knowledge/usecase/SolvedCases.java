package org.firstfix.knowledge.usecase;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.firstfix.asset.AssetApi;
import org.firstfix.asset.AssetSummary;
import org.firstfix.asset.PartSummary;
import org.firstfix.cases.CaseApi;
import org.firstfix.cases.CaseStatus;
import org.firstfix.cases.CaseSummary;
import org.firstfix.customer.AccountSummary;
import org.firstfix.customer.ContactSummary;
import org.firstfix.customer.CustomerApi;
import org.firstfix.customer.SiteSummary;
import org.firstfix.diagnosis.DiagnosisApi;
import org.firstfix.knowledge.domain.CaseEnding;
import org.firstfix.knowledge.domain.Masking;
import org.firstfix.knowledge.domain.SolvedCase;
import org.firstfix.knowledge.domain.SolvedCase.Named;
import org.firstfix.knowledge.domain.SolvedCase.Visit;
import org.firstfix.knowledge.storage.JooqEndings;
import org.firstfix.organization.OrganizationApi;
import org.firstfix.organization.PersonSummary;
import org.firstfix.workorder.WorkOrderApi;
import org.firstfix.workorder.WorkOrderSummary;
import org.springframework.stereotype.Component;

/** What a solved case has to tell, and which names in it are the customer's. */
@Component
class SolvedCases {
    private final CaseApi cases;
    private final DiagnosisApi diagnosis;
    private final WorkOrderApi workOrders;
    private final AssetApi assets;
    private final CustomerApi customers;
    private final OrganizationApi organization;
    private final JooqEndings endings;

    SolvedCases(CaseApi cases, DiagnosisApi diagnosis, WorkOrderApi workOrders, AssetApi assets, CustomerApi customers,
            OrganizationApi organization, JooqEndings endings) {
        this.cases = cases;
        this.diagnosis = diagnosis;
        this.workOrders = workOrders;
        this.assets = assets;
        this.customers = customers;
        this.organization = organization;
        this.endings = endings;
    }

    static boolean isSolved(CaseSummary it) {
        return switch (it.status()) {
            case WORK_DONE, RESOLVED_REMOTELY, CLOSED -> true;
            case RECEIVED, WAITING_FOR_CUSTOMER, RELEASED, WITH_VENDOR, CANCELLED -> false;
        };
    }

    SolvedCase of(CaseSummary it) {
        List<WorkOrderApi.VisitRecord> records = workOrders.visitRecords(it.id());
        List<Visit> visits = new ArrayList<>(records.stream().map(visit -> new Visit(visit.findings(), visit.actions())).toList());
        // What the last engineer did is the resolution of the case already.
        if (it.status() == CaseStatus.RESOLVED_REMOTELY || visits.isEmpty()) {
            visits.add(new Visit("", cases.resolutionOf(it.id())));
        }
        List<String> causes = endings.find(it.id()).map(CaseEnding::causes).filter(found -> !found.isEmpty())
                .orElseGet(() -> records.stream().flatMap(visit -> visit.trueCauses().stream()).distinct().toList());
        Map<String, PartSummary> parts = assets.parts(records.stream().flatMap(visit -> visit.partsUsed().stream()).distinct().toList());
        return new SolvedCase(it.symptomCode().flatMap(this::symptom), causes(causes), List.of(it.subject(), it.description()), visits,
                parts.values().stream().map(part -> new Named(part.number(), part.nameZh(), part.nameEn())).distinct().toList(), it.family(),
                it.modelCode());
    }

    private Optional<Named> symptom(String code) {
        return cases.symptoms().stream().filter(symptom -> symptom.code().equals(code)).findFirst()
                .map(symptom -> new Named(symptom.code(), symptom.nameZh(), symptom.nameEn()));
    }

    private List<Named> causes(List<String> codes) {
        return diagnosis.causes().stream().filter(cause -> codes.contains(cause.code()))
                .map(cause -> new Named(cause.code(), cause.nameZh(), cause.nameEn())).toList();
    }

    Masking masking(CaseSummary it) {
        AccountSummary account = customers.account(it.accountId());
        SiteSummary site = customers.site(it.siteId());
        Stream<String> machine = it.assetId().map(assets::asset).stream().flatMap(SolvedCases::words);
        Stream<String> people = customers.contactsOf(it.accountId()).stream().flatMap(SolvedCases::words);
        Stream<String> engineers = workOrders.ofCase(it.id()).stream().map(WorkOrderSummary::engineerId).flatMap(Optional::stream).distinct()
                .map(organization::person).map(PersonSummary::name);
        return new Masking(Stream.of(Stream.of(account.name(), account.shortName(), account.number(), site.name(), site.number(), site.address(),
                it.number()), machine, people, engineers).flatMap(names -> names).toList());
    }

    private static Stream<String> words(AssetSummary asset) {
        return Stream.of(asset.serial(), asset.number(), asset.location());
    }

    private static Stream<String> words(ContactSummary contact) {
        return Stream.of(contact.name(), contact.phone(), contact.mobile(), contact.email());
    }
}
