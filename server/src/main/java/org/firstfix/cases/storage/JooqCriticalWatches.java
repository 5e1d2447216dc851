package org.firstfix.cases.storage;

import static org.firstfix.schema.cases.Tables.CRITICAL_WATCH;
import static org.firstfix.schema.cases.Tables.PROGRESS_MESSAGE;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.firstfix.cases.CaseId;
import org.firstfix.cases.domain.CriticalWatch;
import org.firstfix.cases.domain.CriticalWatch.End;
import org.firstfix.cases.domain.CriticalWatch.Start;
import org.firstfix.cases.domain.CriticalWatches;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.schema.cases.tables.records.CriticalWatchRecord;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

@Component
class JooqCriticalWatches implements CriticalWatches {
    private final DSLContext database;

    JooqCriticalWatches(DSLContext database) {
        this.database = database;
    }

    @Override
    public Optional<CriticalWatch> findOpenForChange(CaseId caseId) {
        return database.selectFrom(CRITICAL_WATCH)
                .where(CRITICAL_WATCH.CASE_ID.eq(caseId.value()), CRITICAL_WATCH.ENDED_AT.isNull())
                .forUpdate().fetchOptional().map(JooqCriticalWatches::toWatch);
    }

    @Override
    public List<CriticalWatch> alarmsDue(Instant now, int most) {
        return database.selectFrom(CRITICAL_WATCH)
                .where(CRITICAL_WATCH.ENDED_AT.isNull(), CRITICAL_WATCH.NEXT_ALARM_AT.le(now))
                .orderBy(CRITICAL_WATCH.NEXT_ALARM_AT).limit(most)
                .forUpdate().skipLocked().fetch(JooqCriticalWatches::toWatch);
    }

    @Override
    public void add(CriticalWatch watch) {
        CriticalWatchRecord row = database.newRecord(CRITICAL_WATCH);
        Start start = watch.start();
        row.setId(start.id());
        row.setCaseId(start.caseId().value());
        row.setReason(start.reason());
        row.setIntervalMinutes((int) start.interval().toMinutes());
        row.setStartedAt(start.startedAt());
        row.setStartedBy(start.startedBy());
        row.setOrgPath(start.orgPath().value());
        write(watch, row);
        row.insert();
    }

    @Override
    public void save(CriticalWatch watch) {
        CriticalWatchRecord row = database.newRecord(CRITICAL_WATCH);
        write(watch, row);
        database.update(CRITICAL_WATCH).set(row).set(CRITICAL_WATCH.VERSION, CRITICAL_WATCH.VERSION.plus(1))
                .where(CRITICAL_WATCH.ID.eq(watch.start().id())).execute();
    }

    @Override
    public void addMessage(CriticalWatch watch, Message message) {
        database.insertInto(PROGRESS_MESSAGE)
                .set(PROGRESS_MESSAGE.ID, message.id())
                .set(PROGRESS_MESSAGE.WATCH_ID, watch.start().id())
                .set(PROGRESS_MESSAGE.AT, message.at())
                .set(PROGRESS_MESSAGE.TEXT, message.text())
                .set(PROGRESS_MESSAGE.AUTHOR_NAME, message.authorName())
                .set(PROGRESS_MESSAGE.LATE, message.late())
                .set(PROGRESS_MESSAGE.ORG_PATH, watch.start().orgPath().value())
                .execute();
    }

    private static void write(CriticalWatch watch, CriticalWatchRecord row) {
        row.setNextMessageAt(watch.nextMessageAt().orElse(null));
        row.setNextAlarmAt(watch.nextAlarmAt().orElse(null));
        row.setEndedAt(watch.end().map(End::at).orElse(null));
        row.setEndedBy(watch.end().map(End::by).orElse(""));
        row.setIncidentReport(watch.end().map(End::incidentReport).orElse(""));
    }

    private static CriticalWatch toWatch(CriticalWatchRecord row) {
        Start start = new Start(row.getId(), new CaseId(row.getCaseId()), row.getReason(),
                Duration.ofMinutes(row.getIntervalMinutes()), row.getStartedAt(), row.getStartedBy(),
                new OrgPath(row.getOrgPath()));
        Optional<End> end = Optional.ofNullable(row.getEndedAt())
                .map(at -> new End(at, row.getEndedBy(), row.getIncidentReport()));
        return CriticalWatch.restored(start, Optional.ofNullable(row.getNextMessageAt()),
                Optional.ofNullable(row.getNextAlarmAt()), end);
    }
}
