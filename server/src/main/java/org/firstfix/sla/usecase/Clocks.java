package org.firstfix.sla.usecase;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.firstfix.contract.Milestone;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.sla.CaseReference;
import org.firstfix.sla.ClockSummary;
import org.firstfix.sla.PausedTime;
import org.firstfix.sla.SlaApi;
import org.firstfix.sla.WorkingTimes;
import org.firstfix.sla.domain.CalendarKey;
import org.firstfix.sla.domain.ClockReading;
import org.firstfix.sla.domain.PauseRule;
import org.firstfix.sla.domain.SlaClock;
import org.firstfix.sla.storage.CachedTimes;
import org.firstfix.sla.storage.JooqCalendars;
import org.firstfix.sla.storage.JooqClocks;
import org.firstfix.worktime.Pauses;
import org.firstfix.worktime.WorkTime;
import org.springframework.stereotype.Component;

/** What the modules above do with the clock of a case, inside their own use cases. */
@Component
class Clocks implements SlaApi {
    private final JooqClocks clocks;
    private final JooqCalendars calendars;
    private final CachedTimes times;
    private final ClockNews news;
    private final Clock house;

    Clocks(JooqClocks clocks, JooqCalendars calendars, CachedTimes times, ClockNews news, Clock house) {
        this.clocks = clocks;
        this.calendars = calendars;
        this.times = times;
        this.news = news;
        this.house = house;
    }

    @Override
    public Map<Milestone, Instant> forecast(Terms terms, Instant startedAt) {
        WorkTime time = times.on(calendars.newest(terms.calendarCode(), terms.zone()));
        Map<Milestone, Instant> due = new EnumMap<>(Milestone.class);
        terms.targets().forEach((milestone, target) -> {
            if (milestone.countsFromTheReport()) {
                due.put(milestone, time.deadline(startedAt, target, Pauses.none()).instant().orElseThrow());
            }
        });
        return due;
    }

    @Override
    public ClockSummary start(CaseReference subject, Terms terms, Instant startedAt, OrgPath orgPath) {
        if (clocks.state(subject.id()).isPresent()) {
            throw Problem.conflict("sla.clock-started", Map.of("case", subject.number()));
        }
        SlaClock started = SlaClock.start(clocks.newId(), subject, promise(terms), startedAt, orgPath, times, house.instant());
        clocks.add(started);
        return reading(started.state());
    }

    @Override
    public Optional<ClockSummary> begin(UUID caseId, Milestone milestone, Instant at) {
        return change(caseId, clock -> clock.begin(milestone, at, house.instant()));
    }

    @Override
    public Optional<ClockSummary> reach(UUID caseId, Milestone milestone, Instant at) {
        return change(caseId, clock -> clock.reach(milestone, at, house.instant()));
    }

    @Override
    public Optional<ClockSummary> pause(UUID caseId, String reason, String evidence, Instant at) {
        return change(caseId, clock -> clock.pause(reason, evidence, Actors.current().name(), at, house.instant()));
    }

    @Override
    public boolean mayPause(UUID caseId, String reason, String evidence) {
        return clocks.state(caseId).map(state -> PauseRule.rightFor(state.pauseRights(), reason, evidence).isPresent()).orElse(true);
    }

    @Override
    public List<PausedTime> pausesOf(UUID caseId) {
        return clocks.state(caseId).map(state -> new ClockReading(state, times, house.instant()).pauses()).orElse(List.of());
    }

    @Override
    public Optional<ClockSummary> resume(UUID caseId, Instant at) {
        return change(caseId, clock -> clock.resume(at, house.instant()));
    }

    @Override
    public Optional<ClockSummary> restored(UUID caseId, Instant at) {
        return change(caseId, clock -> clock.restored(at, house.instant()));
    }

    @Override
    public Optional<ClockSummary> resolved(UUID caseId, Instant at) {
        return change(caseId, clock -> clock.resolved(at, house.instant()));
    }

    @Override
    public Optional<ClockSummary> changeTerms(UUID caseId, Terms terms, String reason, Instant at) {
        return change(caseId, clock -> clock.changeTerms(promise(terms), reason, at, house.instant()));
    }

    @Override
    public Optional<ClockSummary> stop(UUID caseId, Instant at) {
        return change(caseId, clock -> clock.stop(at, house.instant()));
    }

    @Override
    public Optional<ClockSummary> restart(UUID caseId, String reason, Instant at) {
        return change(caseId, clock -> clock.restart(reason, Actors.current().name(), at, house.instant()));
    }

    @Override
    public Optional<ClockSummary> clockOf(UUID caseId) {
        return clocks.state(caseId).map(this::reading);
    }

    @Override
    public Optional<WorkingTimes.WorkingTime> serviceTimeOf(UUID caseId) {
        return clocks.state(caseId).map(state -> new CalendarTimes.Hours(times.on(state.calendar())));
    }

    @Override
    public Map<UUID, ClockSummary> clocksOf(Collection<UUID> caseIds) {
        return clocks.states(caseIds).stream().map(this::reading)
                .collect(Collectors.toMap(ClockSummary::caseId, summary -> summary));
    }

    /** A case without a clock was never promised anything: there is nothing to change. */
    private Optional<ClockSummary> change(UUID caseId, Consumer<SlaClock> change) {
        return clocks.lock(caseId).map(clock -> {
            change.accept(clock);
            if (!clock.newEntries().isEmpty()) {
                clocks.save(clock);
                news.announce(clock);
            }
            return reading(clock.state());
        });
    }

    private SlaClock.Promise promise(Terms terms) {
        CalendarKey calendar = calendars.newest(terms.calendarCode(), terms.zone());
        return new SlaClock.Promise(terms.coverageCode(), terms.lineId(), terms.fault(), calendar, terms.targets(), terms.pauseRights());
    }

    private ClockSummary reading(SlaClock.State state) {
        return new ClockReading(state, times, house.instant()).summary();
    }
}
