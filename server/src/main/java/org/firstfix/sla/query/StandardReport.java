package org.firstfix.sla.query;

import static org.firstfix.schema.sla.Tables.STANDARD_CLOCK;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.val;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.paging.Cursor;
import org.firstfix.platform.paging.Page;
import org.firstfix.platform.paging.PageRequest;
import org.firstfix.platform.scope.BranchFilter;
import org.firstfix.platform.scope.DataScope;
import org.firstfix.platform.work.Query;
import org.firstfix.schema.sla.tables.records.StandardClockRecord;
import org.firstfix.sla.ServiceMoment;
import org.firstfix.sla.domain.CalendarKey;
import org.firstfix.sla.domain.KeptShare;
import org.firstfix.sla.domain.ServiceStandard;
import org.firstfix.sla.query.Compliance.Span;
import org.firstfix.sla.query.Compliance.Verdict;
import org.firstfix.sla.storage.CachedTimes;
import org.firstfix.sla.storage.JooqStandards;
import org.firstfix.worktime.Pauses;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** The standards of the house, and how well each was kept. */
@Query
public class StandardReport {
    private static final String ORDER = "standard-due";
    private static final Condition NOT_CANCELLED = not(condition(STANDARD_CLOCK.CANCELLED));

    private final DSLContext database;
    private final BranchFilter branches;
    private final JooqStandards standards;
    private final CachedTimes times;
    private final Clock house;

    StandardReport(DSLContext database, BranchFilter branches, JooqStandards standards, CachedTimes times, Clock house) {
        this.database = database;
        this.branches = branches;
        this.standards = standards;
        this.times = times;
        this.house = house;
    }

    /** @param minutes working time of the calendar; {@code tier} none: for every customer */
    public record View(String code, String nameZh, String nameEn, ServiceStandard.Audience audience, Optional<String> tier, ServiceMoment beginsWith,
            ServiceMoment endsWith, long minutes, String calendarCode, String responsibleRole, boolean active, int version) {
        public static View of(ServiceStandard standard) {
            return new View(standard.code(), standard.nameZh(), standard.nameEn(), standard.audience(), standard.tier(), standard.beginsWith(),
                    standard.endsWith(), standard.target().toMinutes(), standard.calendarCode(), standard.responsibleRole(), standard.active(),
                    standard.version());
        }
    }

    /**
     * @param kept ended in time; {@code missed} not in time, whether it has ended meanwhile or not; {@code waiting} still in time
     * @param keptPercent of those decided, 0 to 100 with one digit, rounded down; none while nothing is decided
     * @param actions CHANGE, if the caller may
     */
    public record Line(View standard, long kept, long missed, long waiting, Optional<BigDecimal> keptPercent, List<String> actions) {}

    /** @param lateSeconds working time beyond the target, until it ended or until now; 0 if it was kept */
    public record Row(UUID caseId, String caseNumber, String standardCode, Instant startedAt, Instant dueAt, Optional<Instant> endedAt,
            Verdict verdict, long lateSeconds, String zone) {}

    /** Every standard with what was due in the span, those to customers first. */
    public List<Line> lines(DataScope scope, Span span) {
        Instant now = house.instant();
        Map<String, Counts> counts = database.select(STANDARD_CLOCK.STANDARD_CODE, count().filterWhere(kept()), count().filterWhere(missed(now)),
                        count().filterWhere(waiting(now)))
                .from(STANDARD_CLOCK).where(within(scope, span)).groupBy(STANDARD_CLOCK.STANDARD_CODE)
                .fetchMap(row -> row.value1(), row -> new Counts(row.value2(), row.value3(), row.value4()));
        List<String> actions = Actors.current().may("standard.maintain") ? List.of("CHANGE") : List.of();
        return standards.all().stream().map(standard -> {
            Counts of = counts.getOrDefault(standard.code(), new Counts(0, 0, 0));
            return new Line(View.of(standard), of.kept(), of.missed(), of.waiting(), new KeptShare(of.kept(), of.missed()).percent(), actions);
        }).toList();
    }

    private record Counts(long kept, long missed, long waiting) {}

    /** What stands behind the figures, the latest first. */
    public Page<Row> clocks(DataScope scope, Span span, Optional<String> standard, Optional<Verdict> verdict, PageRequest page) {
        Instant now = house.instant();
        List<Condition> conditions = new ArrayList<>(within(scope, span));
        standard.ifPresent(code -> conditions.add(STANDARD_CLOCK.STANDARD_CODE.eq(code)));
        verdict.ifPresent(which -> conditions.add(switch (which) {
            case KEPT -> kept();
            case MISSED -> missed(now);
            case WAITING -> waiting(now);
        }));
        page.after(ORDER, 3).ifPresent(cursor -> conditions.add(DSL.row(STANDARD_CLOCK.DUE_AT, STANDARD_CLOCK.CASE_ID, STANDARD_CLOCK.STANDARD_CODE)
                .lt(DSL.row(val(cursor.instant(0)), val(cursor.uuid(1)), val(cursor.text(2))))));
        List<Row> rows = database.selectFrom(STANDARD_CLOCK).where(conditions)
                .orderBy(STANDARD_CLOCK.DUE_AT.desc(), STANDARD_CLOCK.CASE_ID.desc(), STANDARD_CLOCK.STANDARD_CODE.desc())
                .limit(page.limit() + 1).fetch(row -> row(row, now));
        return Page.of(rows, page.limit(), last -> Cursor.after(ORDER, last.dueAt(), last.caseId(), last.standardCode()));
    }

    private List<Condition> within(DataScope scope, Span span) {
        return List.of(STANDARD_CLOCK.DUE_AT.ge(span.from()), STANDARD_CLOCK.DUE_AT.lt(span.to()), NOT_CANCELLED,
                branches.within(STANDARD_CLOCK.BRANCH, scope, span.branch()));
    }

    private static Condition kept() {
        return STANDARD_CLOCK.ENDED_AT.le(STANDARD_CLOCK.DUE_AT);
    }

    private static Condition missed(Instant now) {
        return STANDARD_CLOCK.ENDED_AT.gt(STANDARD_CLOCK.DUE_AT).or(STANDARD_CLOCK.ENDED_AT.isNull().and(STANDARD_CLOCK.DUE_AT.lt(now)));
    }

    private static Condition waiting(Instant now) {
        return STANDARD_CLOCK.ENDED_AT.isNull().and(STANDARD_CLOCK.DUE_AT.ge(now));
    }

    private Row row(StandardClockRecord row, Instant now) {
        Optional<Instant> ended = Optional.ofNullable(row.getEndedAt());
        boolean late = ended.orElse(now).isAfter(row.getDueAt());
        Verdict verdict = late ? Verdict.MISSED : ended.isPresent() ? Verdict.KEPT : Verdict.WAITING;
        CalendarKey calendar = new CalendarKey(row.getCalendarCode(), row.getCalendarVersion(), row.getOfficialRevision(), ZoneId.of(row.getZone()));
        Duration beyond = late ? times.on(calendar).elapsed(row.getStartedAt(), ended.orElse(now), Pauses.none()).minusSeconds(row.getTargetSeconds())
                : Duration.ZERO;
        return new Row(row.getCaseId(), row.getCaseNumber(), row.getStandardCode(), row.getStartedAt(), row.getDueAt(), ended, verdict,
                Math.max(0, beyond.toSeconds()), row.getZone());
    }
}
