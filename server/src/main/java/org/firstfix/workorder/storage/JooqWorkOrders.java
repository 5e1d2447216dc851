package org.firstfix.workorder.storage;

import static org.firstfix.schema.workorder.Sequences.WORK_ORDER_NUMBER;
import static org.firstfix.schema.workorder.Tables.CHECKLIST_ITEM;
import static org.firstfix.schema.workorder.Tables.PART_MOVEMENT;
import static org.firstfix.schema.workorder.Tables.SERVICE_REPORT;
import static org.firstfix.schema.workorder.Tables.WORK_ORDER;
import static org.firstfix.schema.workorder.Tables.WORK_ORDER_LINE;
import static org.firstfix.schema.workorder.Tables.WORK_ORDER_PHOTO;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.selectFrom;

import java.time.Year;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.firstfix.asset.AssetId;
import org.firstfix.cases.CaseId;
import org.firstfix.contract.Priority;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.ContactId;
import org.firstfix.customer.SiteId;
import org.firstfix.diagnosis.SiteCondition;
import org.firstfix.platform.files.FileId;
import org.firstfix.platform.id.Id;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.platform.text.Language;
import org.firstfix.schema.workorder.tables.records.ChecklistItemRecord;
import org.firstfix.schema.workorder.tables.records.ServiceReportRecord;
import org.firstfix.schema.workorder.tables.records.WorkOrderRecord;
import org.firstfix.workorder.WorkOrderId;
import org.firstfix.workorder.WorkOrderStatus;
import org.firstfix.workorder.domain.CanonicalJson;
import org.firstfix.workorder.domain.ChecklistItem;
import org.firstfix.workorder.domain.PartMovement;
import org.firstfix.workorder.domain.ServiceReport;
import org.firstfix.workorder.domain.Signature;
import org.firstfix.workorder.domain.VisitOutcome;
import org.firstfix.workorder.domain.VisitPhoto;
import org.firstfix.workorder.domain.WorkOrder;
import org.firstfix.workorder.domain.WorkOrderLine;
import org.firstfix.workorder.domain.WorkOrders;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JooqWorkOrders implements WorkOrders {
    private static final List<String> OPEN = List.of("RELEASED", "IN_WORK", "WAITING_FOR_PART", "WAITING_FOR_CUSTOMER");

    private static final Field<List<WorkOrderLine>> LINES = multiset(
            selectFrom(WORK_ORDER_LINE).where(WORK_ORDER_LINE.WORK_ORDER_ID.eq(SERVICE_REPORT.WORK_ORDER_ID))
                    .orderBy(WORK_ORDER_LINE.POSITION))
            .convertFrom(rows -> rows.map(row -> new WorkOrderLine(row.getPosition(), row.getTask(),
                    WorkOrderLine.Status.valueOf(row.getStatus()))));
    private static final Field<List<ChecklistItem>> CHECKLIST = multiset(
            selectFrom(CHECKLIST_ITEM).where(CHECKLIST_ITEM.WORK_ORDER_ID.eq(SERVICE_REPORT.WORK_ORDER_ID))
                    .orderBy(CHECKLIST_ITEM.POSITION))
            .convertFrom(rows -> rows.map(row -> new ChecklistItem(row.getPosition(), row.getTextZh(), row.getTextEn(),
                    ChecklistItem.Kind.valueOf(row.getKind()), row.getUnit(), Optional.ofNullable(row.getLow()),
                    Optional.ofNullable(row.getHigh()), row.getRequired(),
                    Optional.ofNullable(row.getAnswer()).map(ChecklistItem.Answer::valueOf),
                    Optional.ofNullable(row.getReading()), row.getNote(), Optional.ofNullable(row.getAnsweredAt()))));
    private static final Field<List<PartMovement>> PARTS = multiset(
            selectFrom(PART_MOVEMENT).where(PART_MOVEMENT.WORK_ORDER_ID.eq(SERVICE_REPORT.WORK_ORDER_ID))
                    .orderBy(PART_MOVEMENT.OCCURRED_AT, PART_MOVEMENT.ID))
            .convertFrom(rows -> rows.map(row -> new PartMovement(row.getId(), PartMovement.Kind.valueOf(row.getKind()),
                    row.getPartNumber(), row.getQuantity(), row.getSerial(), row.getOccurredAt())));
    private static final Field<List<VisitPhoto>> PHOTOS = multiset(
            selectFrom(WORK_ORDER_PHOTO).where(WORK_ORDER_PHOTO.WORK_ORDER_ID.eq(SERVICE_REPORT.WORK_ORDER_ID))
                    .orderBy(WORK_ORDER_PHOTO.FILE_ID))
            .convertFrom(rows -> rows.map(row -> new VisitPhoto(new FileId(row.getFileId()),
                    VisitPhoto.Moment.valueOf(row.getMoment()), row.getSha256())));

    private final DSLContext database;
    private final JsonMapper json;

    JooqWorkOrders(DSLContext database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public WorkOrder load(WorkOrderId id) {
        return load(WORK_ORDER.ID.eq(id.value())).stream().findFirst()
                .orElseThrow(() -> Problem.notFound("work-order", id.value()));
    }

    @Override
    public WorkOrder load(String number) {
        return load(WORK_ORDER.NUMBER.eq(number)).stream().findFirst()
                .orElseThrow(() -> Problem.notFound("work-order", number));
    }

    @Override
    public WorkOrder view(String number) {
        return database.selectFrom(WORK_ORDER).where(WORK_ORDER.NUMBER.eq(number)).fetchOptional(this::toWorkOrder)
                .orElseThrow(() -> Problem.notFound("work-order", number));
    }

    @Override
    public List<WorkOrder> loadOpenOf(CaseId id) {
        return load(WORK_ORDER.CASE_ID.eq(id.value()).and(WORK_ORDER.STATUS.in(OPEN)));
    }

    @Override
    public Optional<WorkOrderId> newestOf(CaseId id) {
        return database.select(WORK_ORDER.ID).from(WORK_ORDER).where(WORK_ORDER.CASE_ID.eq(id.value()))
                .orderBy(WORK_ORDER.VISIT_NUMBER.desc()).limit(1).fetchOptional(row -> new WorkOrderId(row.value1()));
    }

    @Override
    public int visitsOf(CaseId id) {
        Integer visits = database.select(max(WORK_ORDER.VISIT_NUMBER)).from(WORK_ORDER)
                .where(WORK_ORDER.CASE_ID.eq(id.value())).fetchSingle().value1();
        return visits == null ? 0 : visits;
    }

    @Override
    public Key nextKey(Year year) {
        var row = database.select(field("uuidv7()", UUID.class), WORK_ORDER_NUMBER.nextval()).fetchSingle();
        return new Key(new WorkOrderId(row.value1()), "W-%d-%06d".formatted(year.getValue(), row.value2()));
    }

    @Override
    public void add(WorkOrder workOrder) {
        WorkOrder.Facts facts = workOrder.facts();
        WorkOrderRecord row = database.newRecord(WORK_ORDER);
        row.setId(facts.id().value());
        row.setNumber(facts.number());
        row.setCaseId(facts.caseId().value());
        row.setCaseNumber(facts.caseNumber());
        row.setWorkType(facts.workType());
        row.setSubject(facts.subject());
        row.setAccountId(facts.accountId().value());
        row.setSiteId(facts.siteId().value());
        row.setContactId(value(facts.contactId()));
        row.setAssetId(value(facts.assetId()));
        row.setRequiredSkill(facts.requiredSkill().orElse(null));
        row.setExpectedMinutes(facts.expectedMinutes());
        row.setVisitNumber(facts.visitNumber());
        row.setFollowsId(value(facts.follows()));
        row.setVisitReason(facts.visitReason());
        row.setCustomerLanguage(facts.customerLanguage().tag());
        row.setReleasedAt(facts.releasedAt());
        row.setOrgPath(facts.orgPath().value());
        row.setVersion(workOrder.version());
        fill(row, workOrder);
        row.insert();
        ServiceReportRecord report = database.newRecord(SERVICE_REPORT);
        report.setWorkOrderId(facts.id().value());
        report.setOrgPath(facts.orgPath().value());
        report.insert();
        if (!workOrder.checklist().isEmpty()) {
            database.insertInto(CHECKLIST_ITEM).set(workOrder.checklist().stream().map(item -> {
                ChecklistItemRecord line = database.newRecord(CHECKLIST_ITEM);
                line.setWorkOrderId(facts.id().value());
                line.setPosition(item.position());
                line.setTextZh(item.textZh());
                line.setTextEn(item.textEn());
                line.setKind(item.kind().name());
                line.setUnit(item.unit());
                line.setLow(item.low().orElse(null));
                line.setHigh(item.high().orElse(null));
                line.setRequired(item.required());
                line.setOrgPath(facts.orgPath().value());
                return line;
            }).toList()).execute();
        }
        saveLines(workOrder, workOrder.lines());
    }

    @Override
    public void save(WorkOrder workOrder) {
        UUID id = workOrder.facts().id().value();
        WorkOrderRecord row = database.newRecord(WORK_ORDER);
        fill(row, workOrder);
        row.setVersion(workOrder.version() + 1);
        database.update(WORK_ORDER).set(row).where(WORK_ORDER.ID.eq(id)).execute();
        saveLines(workOrder, workOrder.changedLines());
        if (!workOrder.wasSigned()) {
            saveChecklist(workOrder);
            saveParts(workOrder);
            if (workOrder.photosChanged()) {
                savePhotos(workOrder);
            }
        }
        if (workOrder.report().isChanged()) {
            saveReport(workOrder, workOrder.wasSigned());
        }
    }

    private static void fill(WorkOrderRecord row, WorkOrder workOrder) {
        row.setPriority(workOrder.promise().priority().name());
        row.setDueAt(workOrder.promise().dueAt().orElse(null));
        row.setCrewSize(workOrder.crewSize());
        row.setStatus(workOrder.status().name());
        row.setEngineerId(value(workOrder.engineer()));
        row.setStartedAt(workOrder.startedAt().orElse(null));
        row.setFinishedAt(workOrder.finishedAt().orElse(null));
        row.setOutcome(workOrder.report().draft().outcome().map(Enum::name).orElse(null));
    }

    private void saveLines(WorkOrder workOrder, List<WorkOrderLine> lines) {
        for (WorkOrderLine line : lines) {
            database.insertInto(WORK_ORDER_LINE)
                    .set(WORK_ORDER_LINE.WORK_ORDER_ID, workOrder.facts().id().value())
                    .set(WORK_ORDER_LINE.POSITION, line.position())
                    .set(WORK_ORDER_LINE.TASK, line.task())
                    .set(WORK_ORDER_LINE.STATUS, line.status().name())
                    .set(WORK_ORDER_LINE.ORG_PATH, workOrder.facts().orgPath().value())
                    .onConflict(WORK_ORDER_LINE.WORK_ORDER_ID, WORK_ORDER_LINE.POSITION).doUpdate()
                    .set(WORK_ORDER_LINE.STATUS, line.status().name()).execute();
        }
    }

    private void saveChecklist(WorkOrder workOrder) {
        UUID id = workOrder.facts().id().value();
        for (ChecklistItem item : workOrder.changedChecklist()) {
            database.update(CHECKLIST_ITEM)
                    .set(CHECKLIST_ITEM.ANSWER, item.answer().map(Enum::name).orElse(null))
                    .set(CHECKLIST_ITEM.READING, item.reading().orElse(null))
                    .set(CHECKLIST_ITEM.NOTE, item.note())
                    .set(CHECKLIST_ITEM.ANSWERED_AT, item.answeredAt().orElse(null))
                    .where(CHECKLIST_ITEM.WORK_ORDER_ID.eq(id), CHECKLIST_ITEM.POSITION.eq(item.position())).execute();
        }
    }

    private void saveParts(WorkOrder workOrder) {
        UUID id = workOrder.facts().id().value();
        for (PartMovement part : workOrder.removedParts()) {
            database.deleteFrom(PART_MOVEMENT).where(PART_MOVEMENT.WORK_ORDER_ID.eq(id), PART_MOVEMENT.ID.eq(part.id())).execute();
        }
        for (PartMovement part : workOrder.addedParts()) {
            database.insertInto(PART_MOVEMENT)
                    .set(PART_MOVEMENT.ID, part.id())
                    .set(PART_MOVEMENT.WORK_ORDER_ID, id)
                    .set(PART_MOVEMENT.KIND, part.kind().name())
                    .set(PART_MOVEMENT.PART_NUMBER, part.partNumber())
                    .set(PART_MOVEMENT.QUANTITY, part.quantity())
                    .set(PART_MOVEMENT.SERIAL, part.serial())
                    .set(PART_MOVEMENT.OCCURRED_AT, part.occurredAt())
                    .set(PART_MOVEMENT.ORG_PATH, workOrder.facts().orgPath().value()).execute();
        }
    }

    private void savePhotos(WorkOrder workOrder) {
        UUID id = workOrder.facts().id().value();
        List<UUID> kept = workOrder.photos().stream().map(photo -> photo.fileId().value()).toList();
        database.deleteFrom(WORK_ORDER_PHOTO)
                .where(WORK_ORDER_PHOTO.WORK_ORDER_ID.eq(id), WORK_ORDER_PHOTO.FILE_ID.notIn(kept)).execute();
        database.batch(workOrder.photos().stream().map(photo -> database.insertInto(WORK_ORDER_PHOTO)
                .set(WORK_ORDER_PHOTO.WORK_ORDER_ID, id)
                .set(WORK_ORDER_PHOTO.FILE_ID, photo.fileId().value())
                .set(WORK_ORDER_PHOTO.MOMENT, photo.moment().name())
                .set(WORK_ORDER_PHOTO.SHA256, photo.sha256())
                .set(WORK_ORDER_PHOTO.ORG_PATH, workOrder.facts().orgPath().value())
                .onConflict(WORK_ORDER_PHOTO.WORK_ORDER_ID, WORK_ORDER_PHOTO.FILE_ID).doUpdate()
                .set(WORK_ORDER_PHOTO.MOMENT, photo.moment().name())).toList()).execute();
    }

    /** A signed report only ever gets the time of leaving. */
    private void saveReport(WorkOrder workOrder, boolean alreadySigned) {
        ServiceReport report = workOrder.report();
        ServiceReportRecord row = database.newRecord(SERVICE_REPORT);
        row.setLeftAt(report.leftAt().orElse(null));
        row.setVersion(report.version() + 1);
        if (!alreadySigned) {
            ServiceReport.Draft draft = report.draft();
            row.setStatus(report.isSigned() ? "SIGNED" : "DRAFT");
            row.setFindings(draft.findings());
            row.setActions(draft.actions());
            row.setAdvice(draft.advice());
            row.setTrueCauses(draft.trueCauses().toArray(String[]::new));
            row.setSiteConditions(draft.siteConditions().stream().map(Enum::name).sorted().toArray(String[]::new));
            row.setPredictionRight(draft.predictionRight().orElse(null));
            row.setOutcome(draft.outcome().map(Enum::name).orElse(null));
            row.setOutcomeNote(draft.outcomeNote());
            row.setArrivedAt(report.arrivedAt().orElse(null));
            report.signature().ifPresent(signature -> {
                row.setDocument(JSONB.valueOf(CanonicalJson.write(signature.document())));
                row.setDocumentSha256(signature.documentSha256());
                row.setSignedByName(signature.name());
                row.setSignatureFileId(signature.picture().value());
                row.setSignaturePictureSha256(signature.pictureSha256());
                row.setSignatureStrokes(JSONB.valueOf(json.writeValueAsString(signature.strokes().lines())));
                row.setSignatureSha256(signature.seal());
                row.setSignedAt(signature.at());
            });
        }
        database.update(SERVICE_REPORT).set(row)
                .where(SERVICE_REPORT.WORK_ORDER_ID.eq(workOrder.facts().id().value())).execute();
    }

    @Override
    public void keepPrint(WorkOrderId id, FileId print) {
        database.update(SERVICE_REPORT).set(SERVICE_REPORT.PDF_FILE_ID, print.value()).where(SERVICE_REPORT.WORK_ORDER_ID.eq(id.value())).execute();
    }

    private List<WorkOrder> load(Condition which) {
        return database.selectFrom(WORK_ORDER).where(which).orderBy(WORK_ORDER.VISIT_NUMBER).forUpdate().fetch(this::toWorkOrder);
    }

    /** What belongs to it is asked after it is locked, so that nothing is missing that somebody wrote meanwhile. */
    private WorkOrder toWorkOrder(WorkOrderRecord row) {
        return database.select(SERVICE_REPORT, LINES, CHECKLIST, PARTS, PHOTOS).from(SERVICE_REPORT)
                .where(SERVICE_REPORT.WORK_ORDER_ID.eq(row.getId()))
                .fetchSingle(parts -> new WorkOrder(facts(row),
                        new WorkOrder.Promise(Priority.valueOf(row.getPriority()), Optional.ofNullable(row.getDueAt())), row.getCrewSize(),
                        WorkOrderStatus.valueOf(row.getStatus()), Optional.ofNullable(row.getEngineerId()).map(PersonId::new),
                        Optional.ofNullable(row.getStartedAt()), Optional.ofNullable(row.getFinishedAt()), row.getVersion(),
                        parts.value2(), parts.value3(), parts.value4(), parts.value5(), report(parts.value1())));
    }

    private static WorkOrder.Facts facts(WorkOrderRecord row) {
        return new WorkOrder.Facts(new WorkOrderId(row.getId()), row.getNumber(), new CaseId(row.getCaseId()),
                row.getCaseNumber(), row.getWorkType(), row.getSubject(), new AccountId(row.getAccountId()), new SiteId(row.getSiteId()),
                Optional.ofNullable(row.getContactId()).map(ContactId::new),
                Optional.ofNullable(row.getAssetId()).map(AssetId::new), Optional.ofNullable(row.getRequiredSkill()),
                row.getExpectedMinutes(), row.getVisitNumber(), Optional.ofNullable(row.getFollowsId()).map(WorkOrderId::new),
                row.getVisitReason(), Language.of(row.getCustomerLanguage()), row.getReleasedAt(), new OrgPath(row.getOrgPath()));
    }

    private ServiceReport report(ServiceReportRecord row) {
        ServiceReport.Draft draft = new ServiceReport.Draft(row.getFindings(), row.getActions(), row.getAdvice(),
                List.of(row.getTrueCauses()),
                Arrays.stream(row.getSiteConditions()).map(SiteCondition::valueOf).collect(Collectors.toSet()), Optional.ofNullable(row.getPredictionRight()),
                Optional.ofNullable(row.getOutcome()).map(VisitOutcome::valueOf), row.getOutcomeNote());
        return new ServiceReport(draft, Optional.ofNullable(row.getArrivedAt()), Optional.ofNullable(row.getLeftAt()),
                signature(row), Optional.ofNullable(row.getPdfFileId()).map(FileId::new), row.getVersion());
    }

    private Optional<Signature> signature(ServiceReportRecord row) {
        if (!row.getStatus().equals("SIGNED")) {
            return Optional.empty();
        }
        Map<String, Object> document = json.readValue(row.getDocument().data(), new TypeReference<>() {});
        List<List<Integer>> strokes = json.readValue(row.getSignatureStrokes().data(), new TypeReference<>() {});
        return Optional.of(new Signature(row.getSignedByName(), new Signature.Strokes(strokes),
                new FileId(row.getSignatureFileId()), row.getSignaturePictureSha256(), document, row.getDocumentSha256(),
                row.getSignatureSha256(), row.getSignedAt()));
    }

    private static @Nullable UUID value(Optional<? extends Id> id) {
        return id.map(Id::value).orElse(null);
    }
}
