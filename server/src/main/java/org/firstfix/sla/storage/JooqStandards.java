package org.firstfix.sla.storage;

import static org.firstfix.schema.sla.Tables.STANDARD;
import static org.firstfix.schema.sla.Tables.STANDARD_CLOCK;
import static org.firstfix.schema.sla.Tables.STANDARD_SUBJECT;
import static org.jooq.impl.DSL.inline;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.schema.sla.tables.records.StandardRecord;
import org.firstfix.sla.CaseReference;
import org.firstfix.sla.ServiceMoment;
import org.firstfix.sla.domain.CalendarKey;
import org.firstfix.sla.domain.ServiceStandard;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The standards of the house and how each stands for a case. */
@Component
public class JooqStandards {
    private static final int MOST = 500;

    private final DSLContext database;

    JooqStandards(DSLContext database) {
        this.database = database;
    }

    /** A case as the standards see it. */
    public record Subject(CaseReference reference, String tier, ZoneId zone, OrgPath orgPath) {}

    /** By audience, then by code. */
    public List<ServiceStandard> all() {
        return database.selectFrom(STANDARD).orderBy(STANDARD.AUDIENCE, STANDARD.CODE).limit(MOST).fetch(JooqStandards::toStandard);
    }

    public List<ServiceStandard> thatBeginWith(ServiceMoment moment) {
        return which(STANDARD.ACTIVE.isTrue().and(STANDARD.BEGINS_WITH.eq(moment.name())));
    }

    public Optional<ServiceStandard> find(String code) {
        return which(STANDARD.CODE.eq(code)).stream().findFirst();
    }

    /** The standard, kept from changes by others until the transaction ends. */
    public Optional<ServiceStandard> lock(String code) {
        return database.selectFrom(STANDARD).where(STANDARD.CODE.eq(code)).forUpdate().fetchOptional().map(JooqStandards::toStandard);
    }

    private List<ServiceStandard> which(Condition condition) {
        return database.selectFrom(STANDARD).where(condition).orderBy(STANDARD.CODE).limit(MOST).fetch(JooqStandards::toStandard);
    }

    /** @return false if the code is taken */
    public boolean add(ServiceStandard standard) {
        return database.insertInto(STANDARD).set(toRecord(standard)).onConflictDoNothing().execute() == 1;
    }

    public void change(ServiceStandard standard) {
        database.update(STANDARD).set(toRecord(standard)).where(STANDARD.CODE.eq(standard.code())).execute();
    }

    private StandardRecord toRecord(ServiceStandard standard) {
        StandardRecord row = database.newRecord(STANDARD);
        row.setCode(standard.code());
        row.setNameZh(standard.nameZh());
        row.setNameEn(standard.nameEn());
        row.setAudience(standard.audience().name());
        row.setTier(standard.tier().orElse(null));
        row.setBeginsWith(standard.beginsWith().name());
        row.setEndsWith(standard.endsWith().name());
        row.setMinutes((int) standard.target().toMinutes());
        row.setCalendarCode(standard.calendarCode());
        row.setResponsibleRole(standard.responsibleRole());
        row.setActive(standard.active());
        row.setVersion(standard.version());
        return row;
    }

    private static ServiceStandard toStandard(StandardRecord row) {
        return new ServiceStandard(row.getCode(), row.getNameZh(), row.getNameEn(), ServiceStandard.Audience.valueOf(row.getAudience()),
                Optional.ofNullable(row.getTier()), ServiceMoment.valueOf(row.getBeginsWith()), ServiceMoment.valueOf(row.getEndsWith()),
                Duration.ofMinutes(row.getMinutes()), row.getCalendarCode(), row.getResponsibleRole(), row.getActive(), row.getVersion());
    }

    public void add(Subject subject) {
        database.insertInto(STANDARD_SUBJECT)
                .set(STANDARD_SUBJECT.CASE_ID, subject.reference().id()).set(STANDARD_SUBJECT.CASE_NUMBER, subject.reference().number())
                .set(STANDARD_SUBJECT.TIER, subject.tier()).set(STANDARD_SUBJECT.ZONE, subject.zone().getId())
                .set(STANDARD_SUBJECT.ORG_PATH, subject.orgPath().value()).onConflictDoNothing().execute();
    }

    public Optional<Subject> subject(UUID caseId) {
        return database.selectFrom(STANDARD_SUBJECT).where(STANDARD_SUBJECT.CASE_ID.eq(caseId)).fetchOptional(row -> new Subject(
                new CaseReference(row.getCaseId(), row.getCaseNumber()), row.getTier(), ZoneId.of(row.getZone()), new OrgPath(row.getOrgPath())));
    }

    /** It begins, or has begun earlier than was known; of two times the earlier one holds. */
    public void begin(Subject subject, ServiceStandard standard, CalendarKey calendar, Instant at, Instant due) {
        database.insertInto(STANDARD_CLOCK)
                .set(STANDARD_CLOCK.CASE_ID, subject.reference().id()).set(STANDARD_CLOCK.STANDARD_CODE, standard.code())
                .set(STANDARD_CLOCK.CASE_NUMBER, subject.reference().number()).set(STANDARD_CLOCK.STARTED_AT, at)
                .set(STANDARD_CLOCK.TARGET_SECONDS, standard.target().toSeconds()).set(STANDARD_CLOCK.CALENDAR_CODE, calendar.code())
                .set(STANDARD_CLOCK.CALENDAR_VERSION, calendar.version()).set(STANDARD_CLOCK.OFFICIAL_REVISION, calendar.officialRevision())
                .set(STANDARD_CLOCK.ZONE, calendar.zone().getId()).set(STANDARD_CLOCK.DUE_AT, due)
                .set(STANDARD_CLOCK.ORG_PATH, subject.orgPath().value())
                .onConflict(STANDARD_CLOCK.CASE_ID, STANDARD_CLOCK.STANDARD_CODE).doUpdate()
                .set(STANDARD_CLOCK.STARTED_AT, at).set(STANDARD_CLOCK.DUE_AT, due)
                .where(STANDARD_CLOCK.STARTED_AT.gt(at)).execute();
    }

    /** Of two times the earlier one holds. */
    public void end(UUID caseId, ServiceMoment moment, Instant at) {
        database.update(STANDARD_CLOCK).set(STANDARD_CLOCK.ENDED_AT, at).from(STANDARD)
                .where(STANDARD_CLOCK.CASE_ID.eq(caseId), STANDARD.CODE.eq(STANDARD_CLOCK.STANDARD_CODE), STANDARD.ENDS_WITH.eq(moment.name()),
                        STANDARD_CLOCK.ENDED_AT.isNull().or(STANDARD_CLOCK.ENDED_AT.gt(at))).execute();
    }

    public void cancel(UUID caseId) {
        database.update(STANDARD_CLOCK).set(STANDARD_CLOCK.CANCELLED, inline(true))
                .where(STANDARD_CLOCK.CASE_ID.eq(caseId), STANDARD_CLOCK.ENDED_AT.isNull()).execute();
    }
}
