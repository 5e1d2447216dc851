package org.firstfix.workorder.paper;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.firstfix.asset.AssetApi;
import org.firstfix.asset.AssetSummary;
import org.firstfix.asset.PartSummary;
import org.firstfix.cases.CaseId;
import org.firstfix.customer.AccountSummary;
import org.firstfix.customer.ContactSummary;
import org.firstfix.customer.CustomerApi;
import org.firstfix.customer.SiteSummary;
import org.firstfix.diagnosis.DiagnosisApi;
import org.firstfix.organization.OrganizationApi;
import org.firstfix.organization.PersonSummary;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.platform.text.Language;
import org.firstfix.platform.text.Texts;
import org.firstfix.sla.PausedTime;
import org.firstfix.sla.SlaApi;
import org.firstfix.workorder.domain.ChecklistItem;
import org.firstfix.workorder.domain.PartMovement;
import org.firstfix.workorder.domain.ReportDocument;
import org.firstfix.workorder.domain.ServiceReport;
import org.firstfix.workorder.domain.VisitPhoto;
import org.firstfix.workorder.domain.WorkOrder;
import org.firstfix.workorder.domain.WorkType;
import org.firstfix.workorder.domain.WorkTypes;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Writes the service report the way the customer reads it: names instead of codes, in the customer's language. */
@Component
public class ReportDocuments {
    private final WorkTypes workTypes;
    private final CustomerApi customers;
    private final AssetApi assets;
    private final OrganizationApi organization;
    private final DiagnosisApi diagnosis;
    private final SlaApi sla;
    private final Texts texts;
    private final JsonMapper json;

    ReportDocuments(WorkTypes workTypes, CustomerApi customers, AssetApi assets, OrganizationApi organization,
            DiagnosisApi diagnosis, SlaApi sla, Texts texts, JsonMapper json) {
        this.workTypes = workTypes;
        this.customers = customers;
        this.assets = assets;
        this.organization = organization;
        this.diagnosis = diagnosis;
        this.sla = sla;
        this.texts = texts;
        this.json = json;
    }

    public ReportDocument write(WorkOrder workOrder) {
        WorkOrder.Facts facts = workOrder.facts();
        Language language = facts.customerLanguage();
        ServiceReport.Draft draft = workOrder.report().draft();
        SiteSummary site = customers.site(facts.siteId());
        WorkType type = workTypes.get(facts.workType());
        return new ReportDocument(ReportDocument.FORM, language.tag(), house(facts.orgPath(), language), facts.number(),
                facts.caseNumber(), facts.visitNumber(), language.choose(type.nameZh(), type.nameEn()), facts.subject(), customer(facts, site),
                facts.assetId().map(assets::asset).map(asset -> machine(asset, language))
                        .orElse(new ReportDocument.Machine("", "", "")),
                workOrder.engineer().map(organization::person).map(PersonSummary::name).orElse(""),
                workOrder.startedAt().map(at -> ReportTimes.wallClock(at, site.zone())).orElse(""),
                workOrder.checklist().stream().map(item -> check(item, language)).toList(), draft.findings(), draft.actions(),
                causes(draft.trueCauses(), language), parts(workOrder.parts(), language), draft.advice(),
                pauses(facts.caseId(), site.zone(), language),
                draft.outcome().map(Enum::name).orElse(""),
                draft.outcome().map(outcome -> texts.text(language, "workorder.outcome." + outcome.name())).orElse(""),
                draft.outcomeNote(), workOrder.photos().stream().map(photo -> photo(photo, language)).toList());
    }

    /** The document as plain values, for hashing and storing. */
    public Map<String, Object> asMap(ReportDocument document) {
        return json.convertValue(document, new TypeReference<>() {});
    }

    public ReportDocument fromMap(Map<String, Object> document) {
        return json.convertValue(document, ReportDocument.class);
    }

    private String house(OrgPath place, Language language) {
        OrgPath top = new OrgPath(place.value().split("\\.")[0]);
        return Stream.of(top, place).distinct().flatMap(path -> organization.findUnitAt(path).stream())
                .map(unit -> language.choose(unit.nameZh(), unit.nameEn())).collect(Collectors.joining(" · "));
    }

    private ReportDocument.Customer customer(WorkOrder.Facts facts, SiteSummary site) {
        AccountSummary account = customers.account(facts.accountId());
        String contact = facts.contactId().map(customers::contact).map(ContactSummary::name).orElse("");
        return new ReportDocument.Customer(account.number(), account.name(), site.name(),
                (site.city() + " " + site.address()).strip(), contact);
    }

    private static ReportDocument.Machine machine(AssetSummary asset, Language language) {
        return new ReportDocument.Machine(asset.serial(), language.choose(asset.modelNameZh(), asset.modelNameEn()),
                asset.location());
    }

    private ReportDocument.Check check(ChecklistItem item, Language language) {
        boolean fault = item.answer().filter(ChecklistItem.Answer.NOT_OK::equals).isPresent();
        String answer = item.reading().map(value -> (value.stripTrailingZeros().toPlainString() + " " + item.unit()).strip())
                .orElseGet(() -> texts.text(language, "workorder.answer." + item.answer().map(Enum::name).orElse("OPEN")));
        return new ReportDocument.Check(language.choose(item.textZh(), item.textEn()), answer, fault || item.isOutOfRange(),
                item.note());
    }

    private List<String> causes(List<String> codes, Language language) {
        if (codes.isEmpty()) {
            return List.of();
        }
        Map<String, DiagnosisApi.Cause> known = diagnosis.causes().stream()
                .collect(Collectors.toMap(DiagnosisApi.Cause::code, Function.identity()));
        return codes.stream().map(code -> Optional.ofNullable(known.get(code))
                .map(cause -> language.choose(cause.nameZh(), cause.nameEn())).orElse(code)).toList();
    }

    /** Only what is over: the time of a pause under way would change while the customer reads. */
    private List<ReportDocument.Pause> pauses(CaseId caseId, ZoneId zone, Language language) {
        return sla.pausesOf(caseId.value()).stream().filter(pause -> pause.until().isPresent() && minutes(pause) > 0)
                .map(pause -> new ReportDocument.Pause(texts.text(language, "sla.pause-reason." + pause.reason()),
                        ReportTimes.wallClock(pause.from(), zone), ReportTimes.wallClock(pause.until().orElseThrow(), zone),
                        texts.text(language, "workorder.paper.pause-time", Map.of("minutes", minutes(pause))),
                        pause.evidence())).toList();
    }

    /** Rounded as on the screens, so that nobody reads two figures. */
    private static long minutes(PausedTime pause) {
        return Math.round(pause.workingSeconds() / 60.0);
    }

    private List<ReportDocument.Part> parts(List<PartMovement> movements, Language language) {
        Map<String, PartSummary> known = assets.parts(movements.stream().map(PartMovement::partNumber).collect(Collectors.toSet()));
        return movements.stream().map(part -> new ReportDocument.Part(
                texts.text(language, "workorder.part-kind." + part.kind().name()), part.partNumber(),
                Optional.ofNullable(known.get(part.partNumber()))
                        .map(found -> language.choose(found.nameZh(), found.nameEn())).orElse(""),
                part.quantity(), part.serial())).toList();
    }

    private ReportDocument.Photo photo(VisitPhoto photo, Language language) {
        return new ReportDocument.Photo(texts.text(language, "workorder.moment." + photo.moment().name()), photo.sha256());
    }
}
