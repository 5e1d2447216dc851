package org.firstfix.sla.query;

import static org.firstfix.schema.sla.Tables.MILESTONE;
import static org.firstfix.schema.sla.Tables.SLA_CLOCK;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.val;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.firstfix.contract.Milestone;
import org.firstfix.platform.paging.Cursor;
import org.firstfix.platform.paging.Page;
import org.firstfix.platform.paging.PageRequest;
import org.firstfix.platform.scope.BranchFilter;
import org.firstfix.platform.scope.DataScope;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.platform.work.Query;
import org.firstfix.sla.domain.ClockReading;
import org.firstfix.sla.domain.KeptShare;
import org.firstfix.sla.domain.MilestoneClock;
import org.firstfix.sla.domain.SlaClock;
import org.firstfix.sla.storage.CachedTimes;
import org.firstfix.sla.storage.JooqClocks;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;

/**
 * What was promised and what was kept, by contract level: every milestone that was due in a span of time. The verdicts are
 * those of the clocks themselves, so this says the same as the case, the reminder and the paper.
 */
@Query
public class Compliance {
    private static final String ORDER = "compliance-due";
    private static final Condition NOT_CANCELLED = MILESTONE.STATUS.ne(inline(MilestoneClock.Status.CANCELLED.name()))
            .or(condition(MILESTONE.MISSED));
    private static final Condition KEPT = MILESTONE.REACHED_AT.isNotNull().and(not(condition(MILESTONE.MISSED)));
    private static final Condition WAITING = condition(MILESTONE.AWAITED).and(not(condition(MILESTONE.MISSED)));

    private final DSLContext database;
    private final BranchFilter branches;
    private final JooqClocks clocks;
    private final CachedTimes times;
    private final Clock house;

    Compliance(DSLContext database, BranchFilter branches, JooqClocks clocks, CachedTimes times, Clock house) {
        this.database = database;
        this.branches = branches;
        this.clocks = clocks;
        this.times = times;
        this.house = house;
    }

    /** Milestones due from the first instant until before the last. @param branch below which place; empty: all that the scope shows */
    public record Span(Instant from, Instant to, Optional<OrgPath> branch) {}

    /**
     * @param kept reached in time
     * @param missed not reached in time, whether it has been reached meanwhile or not
     * @param waiting due in the span, not reached and not late yet
     * @param keptPercent of those decided, 0 to 100 with one digit, rounded down; none while nothing is decided
     */
    public record Line(String coverageCode, Milestone milestone, long kept, long missed, long waiting, Optional<BigDecimal> keptPercent) {}

    public enum Verdict {
        KEPT,
        MISSED,
        WAITING
    }

    /** Which milestones of a span; what is empty does not matter. */
    public record Which(Optional<String> coverageCode, Optional<Milestone> milestone, Optional<Verdict> verdict) {}

    /** @param lateSeconds contract time beyond the target, until it was reached or until now; 0 if it was kept */
    public record Row(UUID caseId, String caseNumber, String coverageCode, String priority, Milestone milestone, Instant dueAt,
            Optional<Instant> reachedAt, Verdict verdict, long lateSeconds, String zone) {}

    /** By coverage code, then in the order of the milestones. */
    public List<Line> lines(DataScope scope, Span span) {
        return database.select(SLA_CLOCK.COVERAGE_CODE, MILESTONE.KIND, count().filterWhere(KEPT), count().filterWhere(MILESTONE.MISSED),
                        count().filterWhere(WAITING))
                .from(MILESTONE).join(SLA_CLOCK).on(SLA_CLOCK.ID.eq(MILESTONE.CLOCK_ID)).where(within(scope, span)).and(NOT_CANCELLED)
                .groupBy(SLA_CLOCK.COVERAGE_CODE, MILESTONE.KIND)
                .fetch(row -> new Line(row.value1(), Milestone.valueOf(row.value2()), row.value3(), row.value4(), row.value5(),
                        new KeptShare(row.value3(), row.value4()).percent()))
                .stream().sorted((one, other) -> {
                    int byCode = one.coverageCode().compareTo(other.coverageCode());
                    return byCode != 0 ? byCode : one.milestone().compareTo(other.milestone());
                }).toList();
    }

    /** The milestones behind a line, the latest first. */
    public Page<Row> milestones(DataScope scope, Span span, Which which, PageRequest page) {
        List<Condition> conditions = new ArrayList<>(within(scope, span));
        conditions.add(NOT_CANCELLED);
        which.coverageCode().ifPresent(code -> conditions.add(SLA_CLOCK.COVERAGE_CODE.eq(code)));
        which.milestone().ifPresent(kind -> conditions.add(MILESTONE.KIND.eq(kind.name())));
        which.verdict().ifPresent(verdict -> conditions.add(switch (verdict) {
            case KEPT -> KEPT;
            case MISSED -> condition(MILESTONE.MISSED);
            case WAITING -> WAITING;
        }));
        page.after(ORDER, 3).ifPresent(cursor -> conditions.add(DSL.row(MILESTONE.DUE_AT, MILESTONE.CLOCK_ID, MILESTONE.KIND)
                .lt(DSL.row(val(cursor.instant(0)), val(cursor.uuid(1)), val(cursor.text(2))))));
        List<? extends Record> rows = database.select(MILESTONE.CASE_ID, MILESTONE.CLOCK_ID, MILESTONE.KIND, MILESTONE.DUE_AT)
                .from(MILESTONE).join(SLA_CLOCK).on(SLA_CLOCK.ID.eq(MILESTONE.CLOCK_ID)).where(conditions)
                .orderBy(MILESTONE.DUE_AT.desc(), MILESTONE.CLOCK_ID.desc(), MILESTONE.KIND.desc()).limit(page.limit() + 1).fetch();
        Page<Record> found = Page.of(List.copyOf(rows), page.limit(), last -> Cursor.after(ORDER, last.get(MILESTONE.DUE_AT),
                last.get(MILESTONE.CLOCK_ID), last.get(MILESTONE.KIND)));
        return new Page<>(read(found.items()), found.nextCursor());
    }

    private List<Condition> within(DataScope scope, Span span) {
        return List.of(MILESTONE.DUE_AT.ge(span.from()), MILESTONE.DUE_AT.lt(span.to()),
                branches.within(MILESTONE.BRANCH, scope, span.branch()));
    }

    private List<Row> read(List<Record> rows) {
        Instant now = house.instant();
        Map<UUID, SlaClock.State> states = clocks.states(rows.stream().map(row -> row.get(MILESTONE.CASE_ID)).distinct().toList()).stream()
                .collect(Collectors.toMap(state -> state.reference().id(), Function.identity()));
        return rows.stream().map(row -> row(states.get(row.get(MILESTONE.CASE_ID)), Milestone.valueOf(row.get(MILESTONE.KIND)), now)).toList();
    }

    private Row row(SlaClock.State state, Milestone kind, Instant now) {
        MilestoneClock milestone = state.milestones().stream().filter(one -> one.kind() == kind).findFirst().orElseThrow();
        Verdict verdict = milestone.missed() ? Verdict.MISSED : milestone.reachedAt().isPresent() ? Verdict.KEPT : Verdict.WAITING;
        return new Row(state.reference().id(), state.reference().number(), state.coverageCode(), state.fault().priority().name(), kind,
                milestone.dueAt().orElseThrow(), milestone.reachedAt(), verdict,
                verdict == Verdict.MISSED ? new ClockReading(state, times, now).late(milestone).toSeconds() : 0,
                milestone.calendar().zone().getId());
    }
}
