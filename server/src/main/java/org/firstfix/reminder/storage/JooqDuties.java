package org.firstfix.reminder.storage;

import static org.firstfix.schema.reminder.Tables.DUTY;
import static org.firstfix.schema.reminder.Tables.REMINDER_ENTRY;
import static org.jooq.impl.DSL.inline;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.firstfix.platform.id.Id;
import org.firstfix.platform.identity.Actor;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.identity.UserId;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.reminder.DutyId;
import org.firstfix.reminder.Moment;
import org.firstfix.reminder.ReminderApi;
import org.firstfix.reminder.domain.Duty;
import org.firstfix.reminder.domain.DutyEntry;
import org.firstfix.reminder.domain.Plan.Planned;
import org.firstfix.schema.reminder.tables.records.DutyRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Duties and their ledger. */
@Component
public class JooqDuties {
    private final DSLContext database;
    private final JsonMapper json;

    JooqDuties(DSLContext database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** A number that sorts by time, so that new rows lie together. */
    public DutyId newId() {
        return new DutyId(database.select(DSL.field("uuidv7()", UUID.class)).fetchSingle().value1());
    }

    /** Kinds of the open duties of a subject. */
    public Set<String> openKinds(String subjectType, String subjectId) {
        return database.select(DUTY.KIND).from(DUTY)
                .where(DUTY.SUBJECT_TYPE.eq(subjectType), DUTY.SUBJECT_ID.eq(subjectId), DUTY.STATUS.eq(inline("OPEN"))).fetchSet(DUTY.KIND);
    }

    public Optional<Duty> lock(ReminderApi.Key key) {
        return lock(DUTY.SUBJECT_TYPE.eq(key.type()).and(DUTY.SUBJECT_ID.eq(key.id())).and(DUTY.KIND.eq(key.kind())));
    }

    public Optional<Duty> lock(DutyId id) {
        return lock(DUTY.ID.eq(id.value()));
    }

    private Optional<Duty> lock(Condition which) {
        return database.selectFrom(DUTY).where(which).forUpdate().fetchOptional(JooqDuties::toDuty);
    }

    /** Empty as well if somebody else is at it right now. */
    public Optional<Duty> lockIfFree(UUID id) {
        return database.selectFrom(DUTY).where(DUTY.ID.eq(id)).forUpdate().skipLocked().fetchOptional(JooqDuties::toDuty);
    }

    /** Duties whose next moment has come, the longest waiting first. */
    public List<UUID> due(Instant now, Set<UUID> except, int limit) {
        Condition come = DUTY.NEXT_AT.le(now);
        return database.select(DUTY.ID).from(DUTY).where(except.isEmpty() ? come : come.and(DUTY.ID.notIn(except)))
                .orderBy(DUTY.NEXT_AT).limit(limit).fetch(DUTY.ID);
    }

    /** @return whether it is new: of two who entrust the same at once one waits and finds the other's */
    public boolean add(Duty duty) {
        boolean added = database.insertInto(DUTY).set(toRecord(duty))
                .onConflict(DUTY.SUBJECT_TYPE, DUTY.SUBJECT_ID, DUTY.KIND).doNothing().execute() == 1;
        if (added) {
            write(duty);
        }
        return added;
    }

    /** Call with the row locked. */
    public void save(Duty duty) {
        DutyRecord row = toRecord(duty);
        row.setVersion(duty.standing().version() + 1);
        database.update(DUTY).set(row).where(DUTY.ID.eq(duty.id().value())).execute();
        write(duty);
    }

    private void write(Duty duty) {
        Actor actor = Actors.current();
        for (DutyEntry entry : duty.newEntries()) {
            database.insertInto(REMINDER_ENTRY)
                    .set(REMINDER_ENTRY.DUTY_ID, duty.id().value())
                    .set(REMINDER_ENTRY.KIND, entry.kind().name())
                    .set(REMINDER_ENTRY.ROUND, duty.standing().round())
                    .set(REMINDER_ENTRY.LEVEL, duty.standing().level())
                    .set(REMINDER_ENTRY.MOMENT, entry.moment().map(Moment::name).orElse(null))
                    .set(REMINDER_ENTRY.OCCURRED_AT, entry.occurredAt())
                    .set(REMINDER_ENTRY.ACTOR_ID, actor.userId().map(Id::value).orElse(null))
                    .set(REMINDER_ENTRY.ACTOR_NAME, actor.name())
                    .set(REMINDER_ENTRY.REASON, entry.reason())
                    .set(REMINDER_ENTRY.PEOPLE, entry.people().stream().map(Id::value).toArray(UUID[]::new))
                    .set(REMINDER_ENTRY.DETAILS, JSONB.valueOf(json.writeValueAsString(entry.details())))
                    .set(REMINDER_ENTRY.ORG_PATH, duty.orgPath().value()).execute();
        }
    }

    private DutyRecord toRecord(Duty duty) {
        Duty.Facts facts = duty.facts();
        Duty.Standing standing = duty.standing();
        DutyRecord row = database.newRecord(DUTY);
        row.setId(duty.id().value());
        row.setSubjectType(duty.key().type());
        row.setSubjectId(duty.key().id());
        row.setKind(duty.key().kind());
        row.setSubjectNumber(facts.number());
        row.setLink(facts.link());
        row.setTitleZh(facts.titleZh());
        row.setTitleEn(facts.titleEn());
        row.setPolicyCode(facts.policyCode());
        row.setCalendarCode(facts.calendarCode());
        row.setZone(facts.zone().getId());
        row.setUrgent(facts.urgent());
        row.setEntrustedBy(facts.entrustedBy());
        row.setUserId(standing.responsible().value());
        row.setStatus(standing.open() ? "OPEN" : "WITHDRAWN");
        row.setArrivedAt(standing.arrivedAt());
        row.setDueAt(standing.dueAt());
        row.setAcknowledgedAt(standing.acknowledged().map(Duty.Acknowledged::at).orElse(null));
        row.setAcknowledgedBy(standing.acknowledged().map(Duty.Acknowledged::by).orElse(null));
        row.setSnoozedUntil(standing.snoozedUntil().orElse(null));
        row.setNextMoment(standing.next().map(Planned::moment).map(Moment::name).orElse(null));
        row.setNextAt(standing.next().map(Planned::at).orElse(null));
        row.setRound(standing.round());
        row.setLevel(standing.level());
        row.setEscalatedTo(standing.escalatedTo().map(OrgPath::value).orElse(null));
        row.setOrgPath(duty.orgPath().value());
        row.setVersion(standing.version());
        return row;
    }

    public static Duty toDuty(DutyRecord row) {
        Optional<Planned> next = Optional.ofNullable(row.getNextAt()).map(at -> new Planned(Moment.valueOf(row.getNextMoment()), at));
        return new Duty(new DutyId(row.getId()), new ReminderApi.Key(row.getSubjectType(), row.getSubjectId(), row.getKind()),
                new OrgPath(row.getOrgPath()),
                new Duty.Facts(row.getSubjectNumber(), row.getLink(), row.getTitleZh(), row.getTitleEn(), row.getPolicyCode(),
                        row.getCalendarCode(), ZoneId.of(row.getZone()), row.getUrgent(), row.getEntrustedBy()),
                new Duty.Standing(row.getStatus().equals("OPEN"), new UserId(row.getUserId()), row.getArrivedAt(), row.getDueAt(),
                        Optional.ofNullable(row.getAcknowledgedAt()).map(at -> new Duty.Acknowledged(at, row.getAcknowledgedBy())),
                        Optional.ofNullable(row.getSnoozedUntil()), next, row.getRound(), row.getLevel(),
                        Optional.ofNullable(row.getEscalatedTo()).map(OrgPath::new), row.getVersion()));
    }
}
