package org.firstfix.exam.storage;

import static org.firstfix.schema.exam.Tables.ASSIGNMENT;
import static org.firstfix.schema.exam.Tables.EXAM_;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.firstfix.exam.AssignmentId;
import org.firstfix.exam.domain.Assignment;
import org.firstfix.exam.domain.Drawing;
import org.firstfix.exam.domain.Exam;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.identity.UserId;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.schema.exam.tables.records.AssignmentRecord;
import org.firstfix.schema.exam.tables.records.ExamRecord;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Exams, and who is to take them. */
@Component
public class JooqExams {
    private static final int MOST = 500;

    private final DSLContext database;
    private final JsonMapper json;

    JooqExams(DSLContext database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    public Optional<Exam> find(String code) {
        return database.selectFrom(EXAM_).where(EXAM_.CODE.eq(code)).fetchOptional(this::toExam);
    }

    /** The exam, kept from changes by others until the transaction ends. */
    public Optional<Exam> lock(String code) {
        return database.selectFrom(EXAM_).where(EXAM_.CODE.eq(code)).forUpdate().fetchOptional(this::toExam);
    }

    public List<Exam> open() {
        return database.selectFrom(EXAM_).where(EXAM_.STATUS.eq(Exam.Status.OPEN.name())).orderBy(EXAM_.CODE).limit(MOST).fetch(this::toExam);
    }

    /** @return false if the code is taken */
    public boolean add(Exam exam) {
        return database.insertInto(EXAM_).set(row(exam)).onConflictDoNothing().execute() == 1;
    }

    public void change(Exam exam) {
        database.update(EXAM_).set(row(exam)).where(EXAM_.CODE.eq(exam.code())).execute();
    }

    private ExamRecord row(Exam exam) {
        ExamRecord row = database.newRecord(EXAM_);
        row.setCode(exam.code());
        row.setTitleZh(exam.titleZh());
        row.setTitleEn(exam.titleEn());
        row.setSkillCode(exam.skill());
        row.setLevel(exam.level());
        row.setPassPercent(exam.passPercent());
        row.setMinutes(exam.minutes());
        row.setAttemptsAllowed(exam.attemptsAllowed());
        row.setWaitHours(exam.waitHours());
        row.setValidityMonths(exam.validityMonths().orElse(null));
        row.setRenewDays(exam.renewDays());
        row.setDrawing(JSONB.valueOf(json.writeValueAsString(exam.drawing())));
        row.setStatus(exam.status().name());
        row.setVersion(exam.version());
        row.setOrgPath(exam.orgPath().value());
        return row;
    }

    public Exam toExam(ExamRecord row) {
        return new Exam(row.getCode(), row.getTitleZh(), row.getTitleEn(), row.getSkillCode(), row.getLevel(), row.getPassPercent(), row.getMinutes(),
                row.getAttemptsAllowed(), row.getWaitHours(), Optional.ofNullable(row.getValidityMonths()), row.getRenewDays(),
                json.readValue(row.getDrawing().data(), Drawing.class), Exam.Status.valueOf(row.getStatus()), row.getVersion(), new OrgPath(row.getOrgPath()));
    }

    /** @return none if this engineer has an open one, or had one for the same renewal */
    public Optional<Assignment> assign(Assignment wanted) {
        return database.insertInto(ASSIGNMENT).set(ASSIGNMENT.EXAM_CODE, wanted.examCode()).set(ASSIGNMENT.ENGINEER_ID, wanted.engineerId().value())
                .set(ASSIGNMENT.ENGINEER_CODE, wanted.engineerCode()).set(ASSIGNMENT.ENGINEER_NAME, wanted.engineerName())
                .set(ASSIGNMENT.USER_ID, wanted.userId().value()).set(ASSIGNMENT.DUE_AT, wanted.dueAt()).set(ASSIGNMENT.RENEWS, wanted.renews().orElse(null))
                .set(ASSIGNMENT.STATUS, wanted.status().name()).set(ASSIGNMENT.ASSIGNED_AT, wanted.assignedAt())
                .set(ASSIGNMENT.ASSIGNED_BY, wanted.assignedBy()).set(ASSIGNMENT.ORG_PATH, wanted.orgPath().value())
                .onConflictDoNothing().returning().fetchOptional().map(JooqExams::toAssignment);
    }

    public Optional<Assignment> lockAssignment(AssignmentId id) {
        return database.selectFrom(ASSIGNMENT).where(ASSIGNMENT.ID.eq(id.value())).forUpdate().fetchOptional(JooqExams::toAssignment);
    }

    public Assignment assignment(AssignmentId id) {
        return database.selectFrom(ASSIGNMENT).where(ASSIGNMENT.ID.eq(id.value())).fetchSingle(JooqExams::toAssignment);
    }

    public void settle(AssignmentId id, Assignment.Status status, Optional<LocalDate> validUntil) {
        database.update(ASSIGNMENT).set(ASSIGNMENT.STATUS, status.name()).set(ASSIGNMENT.VALID_UNTIL, validUntil.orElse(null))
                .where(ASSIGNMENT.ID.eq(id.value())).execute();
    }

    /** Of an exam, not over yet. */
    public List<Assignment> openAssignments(String exam) {
        return database.selectFrom(ASSIGNMENT).where(ASSIGNMENT.EXAM_CODE.eq(exam), ASSIGNMENT.STATUS.eq(Assignment.Status.OPEN.name()))
                .orderBy(ASSIGNMENT.ID).limit(MOST).fetch(JooqExams::toAssignment);
    }

    public static Assignment toAssignment(AssignmentRecord row) {
        return new Assignment(new AssignmentId(row.getId()), row.getExamCode(), new PersonId(row.getEngineerId()), row.getEngineerCode(),
                row.getEngineerName(), new UserId(row.getUserId()), row.getDueAt(), Optional.ofNullable(row.getRenews()), Assignment.Status.valueOf(row.getStatus()),
                row.getAssignedAt(), row.getAssignedBy(), Optional.ofNullable(row.getValidUntil()), new OrgPath(row.getOrgPath()));
    }
}
