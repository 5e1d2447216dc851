package org.firstfix.sla.query;

import static org.firstfix.schema.sla.Tables.MILESTONE;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.firstfix.contract.Milestone;
import org.firstfix.platform.paging.Cursor;
import org.firstfix.platform.paging.Page;
import org.firstfix.platform.paging.PageRequest;
import org.firstfix.platform.scope.BranchFilter;
import org.firstfix.platform.scope.DataScope;
import org.firstfix.platform.work.Query;
import org.firstfix.sla.AtRiskApi;
import org.firstfix.sla.ClockSummary;
import org.firstfix.sla.domain.ClockReading;
import org.firstfix.sla.domain.MilestoneClock;
import org.firstfix.sla.domain.SlaClock;
import org.firstfix.sla.storage.CachedTimes;
import org.firstfix.sla.storage.JooqClocks;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Milestones that somebody must reach soon, or should have reached already, the most urgent first. */
@Query
public class AtRiskList implements AtRiskApi {
    private static final String ORDER = "due";
    /** Written out and not bound, so that the partial index is chosen whatever the plan. */
    private static final Condition COUNTING = condition(MILESTONE.AWAITED)
            .and(MILESTONE.STATUS.ne(inline(MilestoneClock.Status.PAUSED.name())));

    private final DSLContext database;
    private final BranchFilter branches;
    private final JooqClocks clocks;
    private final CachedTimes times;
    private final Clock house;

    AtRiskList(DSLContext database, BranchFilter branches, JooqClocks clocks, CachedTimes times, Clock house) {
        this.database = database;
        this.branches = branches;
        this.clocks = clocks;
        this.times = times;
        this.house = house;
    }

    @Override
    public List<Due> dueWithin(DataScope scope, Duration within, int most) {
        Instant now = house.instant();
        return database.select(MILESTONE.CASE_ID, MILESTONE.KIND, MILESTONE.DUE_AT).from(MILESTONE)
                .where(COUNTING, branches.within(MILESTONE.BRANCH, scope), MILESTONE.DUE_AT.ge(now), MILESTONE.DUE_AT.lt(now.plus(within)))
                .orderBy(MILESTONE.DUE_AT, MILESTONE.CLOCK_ID, MILESTONE.KIND).limit(most)
                .fetch(row -> new AtRiskApi.Due(row.value1(), Milestone.valueOf(row.value2()), row.value3()));
    }

    @Override
    public Page<Row> show(DataScope scope, Filter filter, PageRequest page) {
        Instant now = house.instant();
        List<Condition> conditions = new ArrayList<>();
        conditions.add(COUNTING);
        conditions.add(branches.within(MILESTONE.BRANCH, scope));
        conditions.add(MILESTONE.DUE_AT.le(now.plus(filter.within())));
        filter.milestone().ifPresent(kind -> conditions.add(MILESTONE.KIND.eq(kind.name())));
        filter.missed().ifPresent(missed -> conditions.add(missed ? MILESTONE.DUE_AT.lt(now) : MILESTONE.DUE_AT.ge(now)));
        page.after(ORDER, 3).ifPresent(cursor -> conditions.add(row(MILESTONE.DUE_AT, MILESTONE.CLOCK_ID, MILESTONE.KIND)
                .gt(row(val(cursor.instant(0)), val(cursor.uuid(1)), val(cursor.text(2))))));
        List<? extends Record> found = database.select(MILESTONE.CASE_ID, MILESTONE.KIND, MILESTONE.DUE_AT, MILESTONE.CLOCK_ID)
                .from(MILESTONE).where(conditions).orderBy(MILESTONE.DUE_AT, MILESTONE.CLOCK_ID, MILESTONE.KIND)
                .limit(page.limit() + 1).fetch();
        return Page.of(rows(found, now), page.limit(),
                last -> Cursor.after(ORDER, last.row().dueAt(), last.clockId(), last.row().milestone())).map(Numbered::row);
    }

    private record Numbered(UUID clockId, Row row) {}

    private List<Numbered> rows(List<? extends Record> found, Instant now) {
        Map<UUID, SlaClock.State> states = clocks.states(found.stream().map(row -> row.get(MILESTONE.CASE_ID)).distinct().toList())
                .stream().collect(Collectors.toMap(state -> state.reference().id(), Function.identity()));
        return found.stream().map(row -> {
            SlaClock.State state = states.get(row.get(MILESTONE.CASE_ID));
            Milestone kind = Milestone.valueOf(row.get(MILESTONE.KIND));
            ClockSummary.MilestoneView view = new ClockReading(state, times, now).summary().milestones().stream()
                    .filter(milestone -> milestone.kind() == kind).findFirst().orElseThrow();
            Instant due = row.get(MILESTONE.DUE_AT);
            String band = view.missed() || due.isBefore(now) ? "MISSED" : ClockReading.bandOf(view.usedPercent());
            return new Numbered(row.get(MILESTONE.CLOCK_ID), new Row(state.reference().id(), state.reference().number(), kind, due,
                    view.remainingSeconds().orElse(0L), band, view.usedPercent(), state.fault().priority().name(), state.coverageCode(),
                    state.calendar().zone().getId()));
        }).toList();
    }
}
