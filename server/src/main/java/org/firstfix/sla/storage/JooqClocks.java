package org.firstfix.sla.storage;

import static org.firstfix.schema.sla.Tables.CLOCK_ENTRY;
import static org.firstfix.schema.sla.Tables.CLOCK_PAUSE;
import static org.firstfix.schema.sla.Tables.MILESTONE;
import static org.firstfix.schema.sla.Tables.SLA_CLOCK;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.firstfix.asset.Importance;
import org.firstfix.contract.ContractLineId;
import org.firstfix.contract.Fault;
import org.firstfix.contract.Impact;
import org.firstfix.contract.Milestone;
import org.firstfix.contract.PauseRight;
import org.firstfix.contract.PauseRights;
import org.firstfix.contract.Priority;
import org.firstfix.platform.id.Id;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.schema.sla.tables.records.ClockPauseRecord;
import org.firstfix.schema.sla.tables.records.MilestoneRecord;
import org.firstfix.schema.sla.tables.records.SlaClockRecord;
import org.firstfix.sla.CaseReference;
import org.firstfix.sla.domain.CalendarKey;
import org.firstfix.sla.domain.ClockEntry;
import org.firstfix.sla.domain.ClockPause;
import org.firstfix.sla.domain.MilestoneClock;
import org.firstfix.sla.domain.SlaClock;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Clocks with their milestones, pauses and ledger. */
@Component
public class JooqClocks {
    private static final TypeReference<List<PauseRight>> RIGHTS = new TypeReference<>() {};

    private final DSLContext database;
    private final CachedTimes times;
    private final JsonMapper json;
    private final Clock clock;

    JooqClocks(DSLContext database, CachedTimes times, JsonMapper json, Clock clock) {
        this.database = database;
        this.times = times;
        this.json = json;
        this.clock = clock;
    }

    public List<SlaClock.State> states(Collection<UUID> caseIds) {
        return caseIds.isEmpty() ? List.of() : withParts(database.selectFrom(SLA_CLOCK).where(SLA_CLOCK.CASE_ID.in(caseIds)).fetch());
    }

    public Optional<SlaClock.State> state(UUID caseId) {
        return states(List.of(caseId)).stream().findFirst();
    }

    /** The clock of a case, kept from changes by others until the transaction ends. */
    public Optional<SlaClock> lock(UUID caseId) {
        return withParts(database.selectFrom(SLA_CLOCK).where(SLA_CLOCK.CASE_ID.eq(caseId)).forUpdate().fetch()).stream()
                .findFirst().map(state -> new SlaClock(state, times));
    }

    /** The same by the clock's own id; empty as well if somebody else is at it right now. */
    public Optional<SlaClock> lockIfFree(UUID clockId) {
        return withParts(database.selectFrom(SLA_CLOCK).where(SLA_CLOCK.ID.eq(clockId)).forUpdate().skipLocked().fetch()).stream()
                .findFirst().map(state -> new SlaClock(state, times));
    }

    /** Clocks with a milestone whose time, or whose warning, has come, or with a pause that is over. */
    public List<UUID> toLookAt(Instant now, Set<UUID> except, int limit) {
        Condition running = MILESTONE.STATUS.eq(DSL.inline(MilestoneClock.Status.RUNNING.name()));
        if (!except.isEmpty()) {
            running = running.and(MILESTONE.CLOCK_ID.notIn(except));
        }
        List<UUID> missed = idsOfMilestones(running.and(MILESTONE.DUE_AT.lt(now)), limit);
        List<UUID> warned = idsOfMilestones(running.andNot(MILESTONE.WARNED).and(MILESTONE.WARN_AT.le(now)), limit);
        List<UUID> all = new ArrayList<>(missed);
        all.addAll(warned);
        all.addAll(pausedTooLong(now, except, limit));
        return all.stream().distinct().toList();
    }

    private List<UUID> pausedTooLong(Instant now, Set<UUID> except, int limit) {
        return database.select(CLOCK_PAUSE.CLOCK_ID).from(CLOCK_PAUSE).where(CLOCK_PAUSE.ENDED_AT.isNull(), CLOCK_PAUSE.LIMIT_AT.le(now),
                CLOCK_PAUSE.CLOCK_ID.notIn(except)).limit(limit).fetch(CLOCK_PAUSE.CLOCK_ID);
    }

    private List<UUID> idsOfMilestones(Condition which, int limit) {
        return database.select(MILESTONE.CLOCK_ID).from(MILESTONE).where(which).limit(limit).fetch(MILESTONE.CLOCK_ID);
    }

    /** Open clocks that do not know the newest version of their calendar or the newest official notice yet. */
    public List<UUID> behindTheirCalendar(String code, int version, int officialRevision, int limit) {
        return database.select(SLA_CLOCK.ID).from(SLA_CLOCK)
                .where(SLA_CLOCK.STATUS.ne(DSL.inline(SlaClock.Status.STOPPED.name())), SLA_CLOCK.CALENDAR_CODE.eq(code),
                        SLA_CLOCK.CALENDAR_VERSION.lt(version).or(SLA_CLOCK.OFFICIAL_REVISION.lt(officialRevision)))
                .limit(limit).fetch(SLA_CLOCK.ID);
    }

    /** A number that sorts by time, so that new rows lie together. */
    public UUID newId() {
        return database.select(DSL.field("uuidv7()", UUID.class)).fetchSingle().value1();
    }

    public void add(SlaClock started) {
        SlaClock.State state = started.state();
        SlaClockRecord row = toRecord(state);
        database.insertInto(SLA_CLOCK).set(row).execute();
        writeMilestones(state, state.milestones());
        writeEntries(started);
    }

    public void save(SlaClock changed) {
        SlaClock.State state = changed.state();
        SlaClockRecord row = toRecord(state);
        row.setVersion(state.version() + 1);
        database.update(SLA_CLOCK).set(row).where(SLA_CLOCK.ID.eq(state.id())).execute();
        writeMilestones(state, changed.changedMilestones());
        for (ClockPause pause : changed.changedPauses()) {
            database.insertInto(CLOCK_PAUSE)
                    .set(CLOCK_PAUSE.ID, pause.id()).set(CLOCK_PAUSE.CLOCK_ID, state.id())
                    .set(CLOCK_PAUSE.STARTED_AT, pause.startedAt()).set(CLOCK_PAUSE.ENDED_AT, pause.endedAt().orElse(null))
                    .set(CLOCK_PAUSE.REASON, pause.reason()).set(CLOCK_PAUSE.EVIDENCE, pause.evidence())
                    .set(CLOCK_PAUSE.PAUSED_BY, pause.pausedBy()).set(CLOCK_PAUSE.ORG_PATH, state.orgPath().value())
                    .set(CLOCK_PAUSE.LONGEST_MINUTES, pause.longest().map(Duration::toMinutes).orElse(null))
                    .set(CLOCK_PAUSE.LIMIT_AT, pause.limitAt().orElse(null)).set(CLOCK_PAUSE.RAN_OUT, pause.ranOut())
                    .onConflict(CLOCK_PAUSE.ID).doUpdate()
                    .set(CLOCK_PAUSE.STARTED_AT, pause.startedAt()).set(CLOCK_PAUSE.ENDED_AT, pause.endedAt().orElse(null))
                    .set(CLOCK_PAUSE.LIMIT_AT, pause.limitAt().orElse(null)).set(CLOCK_PAUSE.RAN_OUT, pause.ranOut())
                    .execute();
        }
        writeEntries(changed);
    }

    private SlaClockRecord toRecord(SlaClock.State state) {
        SlaClockRecord row = database.newRecord(SLA_CLOCK);
        row.setId(state.id());
        row.setCaseId(state.reference().id());
        row.setCaseNumber(state.reference().number());
        row.setCoverageCode(state.coverageCode());
        row.setContractLineId(state.lineId().map(Id::value).orElse(null));
        row.setPriority(state.fault().priority().name());
        row.setImportance(state.fault().importance().map(Enum::name).orElse(null));
        row.setImpact(state.fault().impact().map(Enum::name).orElse(null));
        row.setCalendarCode(state.calendar().code());
        row.setCalendarVersion(state.calendar().version());
        row.setOfficialRevision(state.calendar().officialRevision());
        row.setZone(state.calendar().zone().getId());
        row.setStartedAt(state.startedAt());
        row.setStatus(state.status().name());
        row.setPausedSince(state.openPause().map(ClockPause::startedAt).orElse(null));
        row.setPauseReason(state.openPause().map(ClockPause::reason).orElse(null));
        row.setStoppedAt(state.stoppedAt().orElse(null));
        row.setPauseRights(JSONB.valueOf(json.writeValueAsString(state.pauseRights().rights())));
        row.setOrgPath(state.orgPath().value());
        row.setVersion(state.version());
        return row;
    }

    private void writeMilestones(SlaClock.State state, List<MilestoneClock> milestones) {
        if (milestones.isEmpty()) {
            return;
        }
        database.insertInto(MILESTONE).set(milestones.stream().map(milestone -> {
            MilestoneRecord row = database.newRecord(MILESTONE);
            row.setClockId(state.id());
            row.setKind(milestone.kind().name());
            row.setCaseId(state.reference().id());
            row.setCaseNumber(state.reference().number());
            row.setTargetSeconds(milestone.target().toSeconds());
            row.setCalendarCode(milestone.calendar().code());
            row.setCalendarVersion(milestone.calendar().version());
            row.setOfficialRevision(milestone.calendar().officialRevision());
            row.setZone(milestone.calendar().zone().getId());
            row.setStatus(milestone.status().name());
            row.setBegunAt(milestone.begunAt().orElse(null));
            row.setDueAt(milestone.dueAt().orElse(null));
            row.setWarnAt(milestone.warnAt().orElse(null));
            row.setWarned(milestone.warned());
            row.setRemainingSeconds(milestone.remaining().map(Duration::toSeconds).orElse(null));
            row.setReachedAt(milestone.reachedAt().orElse(null));
            row.setMissed(milestone.missed());
            row.setAwaited(milestone.awaited());
            row.setOrgPath(state.orgPath().value());
            return row;
        }).toList()).onConflict(MILESTONE.CLOCK_ID, MILESTONE.KIND).doUpdate().setNonKeyToExcluded().execute();
    }

    private void writeEntries(SlaClock changed) {
        SlaClock.State state = changed.state();
        var insert = database.insertInto(CLOCK_ENTRY, CLOCK_ENTRY.CLOCK_ID, CLOCK_ENTRY.KIND, CLOCK_ENTRY.OCCURRED_AT,
                CLOCK_ENTRY.RECORDED_AT, CLOCK_ENTRY.ACTOR_NAME, CLOCK_ENTRY.REASON, CLOCK_ENTRY.DETAILS, CLOCK_ENTRY.ORG_PATH);
        for (ClockEntry entry : changed.newEntries()) {
            insert = insert.values(state.id(), entry.kind().name(), entry.occurredAt(), clock.instant(), Actors.current().name(),
                    entry.reason(), JSONB.valueOf(json.writeValueAsString(entry.details())), state.orgPath().value());
        }
        if (!changed.newEntries().isEmpty()) {
            insert.execute();
        }
    }

    private List<SlaClock.State> withParts(List<SlaClockRecord> rows) {
        List<UUID> ids = rows.stream().map(SlaClockRecord::getId).toList();
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<MilestoneClock>> milestones = database.selectFrom(MILESTONE).where(MILESTONE.CLOCK_ID.in(ids)).stream()
                .collect(Collectors.groupingBy(MilestoneRecord::getClockId,
                        Collectors.mapping(JooqClocks::toMilestone, Collectors.toList())));
        Map<UUID, List<ClockPause>> pauses = database.selectFrom(CLOCK_PAUSE).where(CLOCK_PAUSE.CLOCK_ID.in(ids))
                .orderBy(CLOCK_PAUSE.STARTED_AT, CLOCK_PAUSE.ID).stream().collect(Collectors.groupingBy(ClockPauseRecord::getClockId,
                        Collectors.mapping(JooqClocks::toPause, Collectors.toList())));
        return rows.stream().map(row -> toState(row, milestones.getOrDefault(row.getId(), List.of()),
                pauses.getOrDefault(row.getId(), List.of()))).toList();
    }

    private SlaClock.State toState(SlaClockRecord row, List<MilestoneClock> milestones, List<ClockPause> pauses) {
        return new SlaClock.State(row.getId(), new CaseReference(row.getCaseId(), row.getCaseNumber()), row.getCoverageCode(),
                Optional.ofNullable(row.getContractLineId()).map(ContractLineId::new), toFault(row),
                new CalendarKey(row.getCalendarCode(), row.getCalendarVersion(), row.getOfficialRevision(), ZoneId.of(row.getZone())),
                row.getStartedAt(), Optional.ofNullable(row.getStoppedAt()), pauses,
                milestones.stream().sorted(Comparator.comparing(MilestoneClock::kind)).toList(),
                new PauseRights(json.readValue(row.getPauseRights().data(), RIGHTS)), new OrgPath(row.getOrgPath()), row.getVersion());
    }

    private static Fault toFault(SlaClockRecord row) {
        return new Fault(Priority.valueOf(row.getPriority()), Optional.ofNullable(row.getImportance()).map(Importance::valueOf),
                Optional.ofNullable(row.getImpact()).map(Impact::valueOf));
    }

    private static MilestoneClock toMilestone(MilestoneRecord row) {
        return new MilestoneClock(Milestone.valueOf(row.getKind()), Duration.ofSeconds(row.getTargetSeconds()),
                new CalendarKey(row.getCalendarCode(), row.getCalendarVersion(), row.getOfficialRevision(), ZoneId.of(row.getZone())),
                MilestoneClock.Status.valueOf(row.getStatus()), Optional.ofNullable(row.getBegunAt()), Optional.ofNullable(row.getDueAt()), Optional.ofNullable(row.getWarnAt()),
                row.getWarned(), Optional.ofNullable(row.getRemainingSeconds()).map(Duration::ofSeconds),
                Optional.ofNullable(row.getReachedAt()), row.getMissed(), row.getAwaited());
    }

    private static ClockPause toPause(ClockPauseRecord row) {
        return new ClockPause(row.getId(), row.getStartedAt(), Optional.ofNullable(row.getEndedAt()), row.getReason(),
                row.getEvidence(), row.getPausedBy(), Optional.ofNullable(row.getLongestMinutes()).map(Duration::ofMinutes),
                Optional.ofNullable(row.getLimitAt()), row.getRanOut());
    }
}
