package org.firstfix.workorder.query;

import static org.firstfix.schema.workorder.Tables.SERVICE_REPORT;
import static org.firstfix.schema.workorder.Tables.WORK_ORDER;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.firstfix.asset.AssetApi;
import org.firstfix.asset.AssetSummary;
import org.firstfix.asset.PartSummary;
import org.firstfix.cases.CaseApi;
import org.firstfix.cases.CaseSummary;
import org.firstfix.customer.AccountSummary;
import org.firstfix.customer.ContactSummary;
import org.firstfix.customer.CustomerApi;
import org.firstfix.customer.SiteSummary;
import org.firstfix.diagnosis.DiagnosisApi;
import org.firstfix.diagnosis.DiagnosisSummary;
import org.firstfix.diagnosis.SiteCondition;
import org.firstfix.organization.OrganizationApi;
import org.firstfix.organization.PersonSummary;
import org.firstfix.platform.files.FileId;
import org.firstfix.platform.files.FileStore;
import org.firstfix.platform.identity.Actor;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.work.Query;
import org.springframework.modulith.NamedInterface;
import org.firstfix.sla.ClockSummary;
import org.firstfix.sla.SlaApi;
import org.firstfix.workorder.WorkOrderStatus;
import org.firstfix.workorder.domain.ChecklistItem;
import org.firstfix.workorder.domain.Completeness;
import org.firstfix.workorder.domain.PartMovement;
import org.firstfix.workorder.domain.ReportDocument;
import org.firstfix.workorder.domain.ServiceReport;
import org.firstfix.workorder.domain.Signature;
import org.firstfix.workorder.domain.VisitOutcome;
import org.firstfix.workorder.domain.VisitPhoto;
import org.firstfix.workorder.domain.WorkOrder;
import org.firstfix.workorder.domain.WorkOrderLine;
import org.firstfix.workorder.domain.WorkOrders;
import org.firstfix.workorder.domain.WorkType;
import org.firstfix.workorder.domain.WorkTypes;
import org.firstfix.workorder.paper.ReportDocuments;
import org.firstfix.workorder.paper.ReportPress;
import org.jooq.DSLContext;

/** Everything about one work order: for the console's page, the phone's visit and the report. */
@Query
@NamedInterface("use-cases")
public class WorkOrderScreen {
    private final DSLContext database;
    private final WorkOrders workOrders;
    private final WorkTypes workTypes;
    private final CustomerApi customers;
    private final AssetApi assets;
    private final CaseApi cases;
    private final DiagnosisApi diagnosis;
    private final OrganizationApi organization;
    private final SlaApi sla;
    private final Predictions predictions;
    private final ReportDocuments documents;
    private final ReportPress press;
    private final FileStore files;

    WorkOrderScreen(DSLContext database, WorkOrders workOrders, WorkTypes workTypes, CustomerApi customers, AssetApi assets,
            CaseApi cases, DiagnosisApi diagnosis, OrganizationApi organization, SlaApi sla, Predictions predictions,
            ReportDocuments documents, ReportPress press, FileStore files) {
        this.database = database;
        this.workOrders = workOrders;
        this.workTypes = workTypes;
        this.customers = customers;
        this.assets = assets;
        this.cases = cases;
        this.diagnosis = diagnosis;
        this.organization = organization;
        this.sla = sla;
        this.predictions = predictions;
        this.documents = documents;
        this.press = press;
        this.files = files;
    }

    /**
     * A work order as its page shows it.
     *
     * @param dueAt when somebody must be there, or have repaired it
     * @param actions what state and permissions allow: CANCEL, CREW_SIZE, PART_ARRIVED, CUSTOMER_READY, ADD_LINE, WRITE, SIGN, COMPLETE
     */
    public record View(String number, int version, WorkOrderStatus status, Kind workType, String subject, String priority,
            CaseFacts serviceCase, Customer customer, Site site, Optional<Contact> contact, Optional<Machine> machine,
            Optional<String> requiredSkill, int expectedMinutes, int crewSize, int visitNumber, String visitReason, Optional<PersonId> engineerId,
            Optional<String> engineerName, Optional<Instant> dueAt, Instant releasedAt, Optional<Instant> startedAt,
            Optional<Instant> finishedAt, String customerLanguage, List<WorkOrderLine> lines, List<Check> checklist,
            List<Part> parts, List<VisitPhoto> photos, Report report, Optional<Prediction> prediction, List<Visit> visits,
            Optional<ClockSummary> clock, List<Completeness.Missing> missing, List<String> actions) {}

    public record Kind(String code, String nameZh, String nameEn) {}

    public record CaseFacts(String number, String description, boolean criticalWatch) {}

    public record Customer(String number, String name, String tier) {}

    public record Site(String number, String name, String address, String city, String accessNotes, String zone,
            Optional<Double> latitude, Optional<Double> longitude) {}

    public record Contact(String name, String jobTitle, String phone, String mobile, String language) {}

    public record Machine(String number, String serial, String modelNameZh, String modelNameEn, String family, String location,
            String importance) {}

    public record Check(int position, String textZh, String textEn, ChecklistItem.Kind kind, String unit, Optional<BigDecimal> low,
            Optional<BigDecimal> high, boolean required, Optional<ChecklistItem.Answer> answer, Optional<BigDecimal> reading,
            boolean outOfRange, String note, Optional<Instant> answeredAt) {
        public static Check of(ChecklistItem item) {
            return new Check(item.position(), item.textZh(), item.textEn(), item.kind(), item.unit(), item.low(), item.high(),
                    item.required(), item.answer(), item.reading(), item.isOutOfRange(), item.note(), item.answeredAt());
        }
    }

    public record Part(UUID id, PartMovement.Kind kind, String partNumber, String nameZh, String nameEn, int quantity,
            String serial, Instant occurredAt) {}

    /** @param pdfFileId the printed report, some moments after it was signed */
    public record Report(int version, boolean signed, String findings, String actions, String advice, List<String> trueCauses, List<SiteCondition> siteConditions,
            Optional<Boolean> predictionRight, Optional<VisitOutcome> outcome, String outcomeNote, Optional<Instant> arrivedAt,
            Optional<Instant> leftAt, Optional<String> signedByName, Optional<Instant> signedAt, Optional<String> documentSha256,
            Optional<FileId> signatureFileId, Optional<FileId> pdfFileId) {}

    public record Prediction(String status, boolean unknown, String remarks, String recordedBy,
            List<DiagnosisSummary.LikelyCause> likelyCauses, List<PartSummary> carriedParts) {}

    /** Another visit of the same case. */
    public record Visit(String number, int visitNumber, String visitReason, WorkOrderStatus status, Optional<String> outcome,
            Optional<String> engineerName, Optional<Instant> startedAt, Optional<Instant> finishedAt) {}

    /** What is missing, and the document as the customer would sign it now. */
    public record Completion(List<Completeness.Missing> beforeSignature, List<Completeness.Missing> beforeLeaving,
            ReportDocument document, String documentSha256) {}

    /**
     * Whether a signed report still is what was signed.
     *
     * @param documentMatches the stored document has the hash that was signed
     * @param signatureMatches name, strokes, picture and time are those that were bound to it
     * @param printMatches the kept PDF is what the report prints to today; none if none is kept
     */
    public record Verification(String number, String documentSha256, String recomputedSha256, boolean documentMatches,
            boolean signatureMatches, Optional<Boolean> printMatches, String signedByName, Instant signedAt) {}

    public View show(String number) {
        WorkOrder order = workOrders.view(number);
        WorkOrder.Facts facts = order.facts();
        CaseSummary serviceCase = cases.get(facts.caseId());
        AccountSummary account = customers.account(facts.accountId());
        SiteSummary site = customers.site(facts.siteId());
        WorkType type = workTypes.get(facts.workType());
        boolean predicted = predictions.wasPredicted(order);
        return new View(facts.number(), order.version(), order.status(), new Kind(type.code(), type.nameZh(), type.nameEn()),
                facts.subject(), order.promise().priority().name(),
                new CaseFacts(serviceCase.number(), serviceCase.description(), serviceCase.criticalWatch()),
                new Customer(account.number(), account.name(), account.tier()),
                new Site(site.number(), site.name(), site.address(), site.city(), site.accessNotes(), site.zone().getId(),
                        site.latitude(), site.longitude()),
                facts.contactId().map(customers::contact).map(WorkOrderScreen::contact),
                facts.assetId().map(assets::asset).map(WorkOrderScreen::machine), facts.requiredSkill(), facts.expectedMinutes(), order.crewSize(),
                facts.visitNumber(), facts.visitReason(), order.engineer(),
                order.engineer().map(organization::person).map(PersonSummary::name), order.promise().dueAt(), facts.releasedAt(),
                order.startedAt(), order.finishedAt(), facts.customerLanguage().tag(), order.lines(),
                order.checklist().stream().map(Check::of).toList(), parts(order.parts()), order.photos(), report(order.report()),
                diagnosis.diagnosisOf(facts.caseId()).map(WorkOrderScreen::prediction), visits(order),
                sla.clockOf(facts.caseId().value()), Completeness.beforeLeaving(order, predicted), actions(order, predicted));
    }

    public List<Check> checklist(String number) {
        return workOrders.view(number).checklist().stream().map(Check::of).toList();
    }

    public Report report(String number) {
        return report(workOrders.view(number).report());
    }

    public Completion completion(String number) {
        WorkOrder order = workOrders.view(number);
        boolean predicted = predictions.wasPredicted(order);
        Map<String, Object> document = order.report().signature().map(Signature::document)
                .orElseGet(() -> documents.asMap(documents.write(order)));
        return new Completion(order.report().isSigned() ? List.of() : Completeness.beforeSignature(order, predicted),
                Completeness.beforeLeaving(order, predicted), documents.fromMap(document), Signature.hash(document));
    }

    public Verification verify(String number) {
        WorkOrder order = workOrders.view(number);
        byte[] print = press.print(order);
        Signature signature = order.report().signature().orElseThrow();
        Optional<Boolean> printMatches = order.report().pdf().map(files::find)
                .map(file -> sha256(files.content(file)).equals(sha256(print)));
        return new Verification(number, signature.documentSha256(), Signature.hash(signature.document()),
                signature.documentMatches(), signature.signatureMatches(sha256(files.content(files.find(signature.picture())))),
                printMatches, signature.name(), signature.at());
    }

    /** The printed report, as it was kept or as it prints now: the same bytes. */
    public byte[] pdf(String number) {
        WorkOrder order = workOrders.view(number);
        return order.report().pdf().map(file -> read(files.content(files.find(file)))).orElseGet(() -> press.print(order));
    }

    private static Contact contact(ContactSummary contact) {
        return new Contact(contact.name(), contact.jobTitle(), contact.phone(), contact.mobile(), contact.language().tag());
    }

    private static Machine machine(AssetSummary asset) {
        return new Machine(asset.number(), asset.serial(), asset.modelNameZh(), asset.modelNameEn(), asset.family(),
                asset.location(), asset.importance().name());
    }

    private static Prediction prediction(DiagnosisSummary found) {
        return new Prediction(found.status(), found.unknown(), found.remarks(), found.recordedBy(), found.likelyCauses(),
                found.carriedParts());
    }

    private List<Part> parts(List<PartMovement> movements) {
        Map<String, PartSummary> known = assets.parts(movements.stream().map(PartMovement::partNumber).collect(Collectors.toSet()));
        return movements.stream().map(part -> {
            Optional<PartSummary> found = Optional.ofNullable(known.get(part.partNumber()));
            return new Part(part.id(), part.kind(), part.partNumber(), found.map(PartSummary::nameZh).orElse(""),
                    found.map(PartSummary::nameEn).orElse(""), part.quantity(), part.serial(), part.occurredAt());
        }).toList();
    }

    private static Report report(ServiceReport report) {
        ServiceReport.Draft draft = report.draft();
        Optional<Signature> signature = report.signature();
        return new Report(report.version(), report.isSigned(), draft.findings(), draft.actions(), draft.advice(),
                draft.trueCauses(), draft.siteConditions().stream().sorted().toList(), draft.predictionRight(), draft.outcome(), draft.outcomeNote(), report.arrivedAt(),
                report.leftAt(), signature.map(Signature::name), signature.map(Signature::at),
                signature.map(Signature::documentSha256), signature.map(Signature::picture), report.pdf());
    }

    private List<Visit> visits(WorkOrder order) {
        var rows = database.select(WORK_ORDER.NUMBER, WORK_ORDER.VISIT_NUMBER, WORK_ORDER.VISIT_REASON, WORK_ORDER.STATUS,
                        SERVICE_REPORT.OUTCOME, WORK_ORDER.ENGINEER_ID, WORK_ORDER.STARTED_AT, WORK_ORDER.FINISHED_AT)
                .from(WORK_ORDER).join(SERVICE_REPORT).on(SERVICE_REPORT.WORK_ORDER_ID.eq(WORK_ORDER.ID))
                .where(WORK_ORDER.CASE_ID.eq(order.facts().caseId().value())).orderBy(WORK_ORDER.VISIT_NUMBER).fetch();
        Map<PersonId, PersonSummary> people = organization.people(rows.stream().map(row -> row.value6())
                .filter(Objects::nonNull).map(PersonId::new).collect(Collectors.toSet()));
        return rows.map(row -> new Visit(row.value1(), row.value2(), row.value3(), WorkOrderStatus.valueOf(row.value4()),
                Optional.ofNullable(row.value5()), Optional.ofNullable(row.value6()).map(PersonId::new).map(people::get)
                        .map(PersonSummary::name), Optional.ofNullable(row.value7()), Optional.ofNullable(row.value8())));
    }

    private static List<String> actions(WorkOrder order, boolean predicted) {
        Actor actor = Actors.current();
        boolean maintains = actor.may("work-order.maintain");
        boolean carriesOut = maintains || actor.may("work-order.carry-out") && actor.personId().equals(order.engineer());
        boolean signed = order.report().isSigned();
        boolean inWork = order.status() == WorkOrderStatus.IN_WORK;
        List<String> actions = new ArrayList<>();
        if (maintains && order.may(WorkOrderStatus.CANCELLED)) {
            actions.add("CANCEL");
        }
        if (maintains && order.mayChangeCrewSize()) {
            actions.add("CREW_SIZE");
        }
        if (maintains && order.isOpen() && !signed) {
            actions.add("ADD_LINE");
        }
        if (maintains && order.status() == WorkOrderStatus.WAITING_FOR_PART) {
            actions.add("PART_ARRIVED");
        }
        if (maintains && order.status() == WorkOrderStatus.WAITING_FOR_CUSTOMER) {
            actions.add("CUSTOMER_READY");
        }
        if (carriesOut && inWork) {
            actions.add("CHANGE_LINE");
            if (!signed) {
                actions.add("WRITE");
                if (Completeness.beforeSignature(order, predicted).isEmpty()) {
                    actions.add("SIGN");
                }
            }
            if (Completeness.beforeLeaving(order, predicted).isEmpty()) {
                actions.add("COMPLETE");
            }
        }
        return actions;
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(Path file) {
        return sha256(read(file));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
