package org.firstfix.sla.query;

import static org.firstfix.schema.sla.Tables.SLA_CLOCK;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.contract.Milestone;
import org.firstfix.contract.Priority;
import org.firstfix.contract.Targets;
import org.firstfix.platform.scope.BranchFilter;
import org.firstfix.platform.scope.DataScope;
import org.firstfix.platform.work.Query;
import org.firstfix.sla.domain.ClockPause;
import org.firstfix.sla.domain.MilestoneClock;
import org.firstfix.sla.domain.SlaClock;
import org.firstfix.sla.storage.CachedTimes;
import org.firstfix.sla.storage.JooqCalendars;
import org.firstfix.sla.storage.JooqClocks;
import org.firstfix.worktime.WorkTime;
import org.jooq.DSLContext;

/**
 * What another promise would have meant: the last cases of a contract level, each with the times things really happened and
 * the pauses it had, held against other targets or another calendar. A question; nothing is changed.
 */
@Query
public class PolicyTrial {
    private final DSLContext database;
    private final BranchFilter branches;
    private final JooqClocks clocks;
    private final JooqCalendars calendars;
    private final CachedTimes times;
    private final Clock house;

    PolicyTrial(DSLContext database, BranchFilter branches, JooqClocks clocks, JooqCalendars calendars, CachedTimes times, Clock house) {
        this.database = database;
        this.branches = branches;
        this.clocks = clocks;
        this.calendars = calendars;
        this.times = times;
        this.house = house;
    }

    /**
     * @param coverageCode whose cases are looked at
     * @param targets what would be promised; special targets of a contract line are not part of a trial
     * @param most how many of the last cases
     */
    public record Wish(String coverageCode, String calendarCode, Targets targets, int most) {}

    /**
     * @param missedBefore milestones missed as things were
     * @param missedAfter milestones that would have been missed
     */
    public record View(List<CaseTried> cases, int missedBefore, int missedAfter) {}

    public record CaseTried(UUID caseId, String caseNumber, Priority priority, Instant startedAt, String zone, List<MilestoneTried> milestones) {}

    /**
     * @param dueBefore none if it was not promised, or never due because the clock stopped while it was paused
     * @param dueAfter none if it would not be promised
     * @param reachedAt when it really happened; none if it has not
     */
    public record MilestoneTried(Milestone milestone, Optional<Instant> dueBefore, boolean missedBefore, Optional<Instant> dueAfter,
            boolean missedAfter, Optional<Instant> reachedAt) {}

    public View show(DataScope scope, Wish wish) {
        List<UUID> last = database.select(SLA_CLOCK.CASE_ID).from(SLA_CLOCK)
                .where(SLA_CLOCK.COVERAGE_CODE.eq(wish.coverageCode()), branches.within(SLA_CLOCK.BRANCH, scope))
                .orderBy(SLA_CLOCK.STARTED_AT.desc(), SLA_CLOCK.ID.desc()).limit(wish.most()).fetch(SLA_CLOCK.CASE_ID);
        List<CaseTried> tried = clocks.states(last).stream().sorted(Comparator.comparing(SlaClock.State::startedAt).reversed())
                .map(state -> tried(state, wish)).toList();
        return new View(tried, count(tried, true), count(tried, false));
    }

    private static int count(List<CaseTried> cases, boolean before) {
        return (int) cases.stream().flatMap(one -> one.milestones().stream())
                .filter(milestone -> before ? milestone.missedBefore() : milestone.missedAfter()).count();
    }

    private CaseTried tried(SlaClock.State state, Wish wish) {
        WorkTime time = times.on(calendars.newest(wish.calendarCode(), state.calendar().zone()));
        Map<Milestone, Duration> targets = wish.targets().of(state.fault());
        List<MilestoneTried> milestones = new ArrayList<>();
        for (Milestone kind : Milestone.values()) {
            Optional<MilestoneClock> was = state.milestones().stream().filter(one -> one.kind() == kind).findFirst();
            Optional<Duration> target = Optional.ofNullable(targets.get(kind));
            if (was.isPresent() || target.isPresent()) {
                milestones.add(tried(state, kind, was, target, time));
            }
        }
        return new CaseTried(state.reference().id(), state.reference().number(), state.fault().priority(), state.startedAt(),
                state.calendar().zone().getId(), milestones);
    }

    private MilestoneTried tried(SlaClock.State state, Milestone kind, Optional<MilestoneClock> was, Optional<Duration> target, WorkTime time) {
        Optional<Instant> reached = was.flatMap(MilestoneClock::reachedAt);
        // What paused after it was reached, or after the clock stopped, moves nothing any more.
        Instant seen = reached.or(state::stoppedAt).orElse(house.instant());
        Optional<Instant> begun = was.map(MilestoneClock::begunAt)
                .orElse(kind.countsFromTheReport() ? Optional.of(state.startedAt()) : Optional.empty());
        Optional<Instant> due = target.flatMap(duration -> begun.flatMap(from -> time.deadline(from, duration,
                ClockPause.until(state.pauses(), seen.isBefore(from) ? from : seen)).instant()));
        return new MilestoneTried(kind, was.flatMap(MilestoneClock::dueAt), was.filter(MilestoneClock::missed).isPresent(), due,
                due.filter(seen::isAfter).isPresent(), reached);
    }
}
