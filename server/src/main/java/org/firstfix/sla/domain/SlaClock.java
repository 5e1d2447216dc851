package org.firstfix.sla.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.contract.ContractLineId;
import org.firstfix.contract.Fault;
import org.firstfix.contract.Milestone;
import org.firstfix.contract.PauseRight;
import org.firstfix.contract.PauseRights;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.sla.CaseReference;
import org.firstfix.sla.domain.ClockEntry.Kind;

/**
 * The clock of a case. Every change writes a line into its ledger and works out all milestones anew from what is known:
 * start, targets, calendars, pauses and the times things happened. Nothing is counted forward from an earlier result, so
 * the order in which late news arrives makes no difference.
 */
public final class SlaClock {
    public enum Status {
        RUNNING,
        PAUSED,
        STOPPED
    }

    /** What the clock promises, and by which contract line. */
    public record Promise(String coverageCode, Optional<ContractLineId> lineId, Fault fault, CalendarKey calendar,
            Map<Milestone, Duration> targets, PauseRights pauseRights) {}

    /** Everything there is to store. */
    public record State(UUID id, CaseReference reference, String coverageCode, Optional<ContractLineId> lineId, Fault fault,
            CalendarKey calendar, Instant startedAt, Optional<Instant> stoppedAt, List<ClockPause> pauses,
            List<MilestoneClock> milestones, PauseRights pauseRights, OrgPath orgPath, int version) {
        public Status status() {
            if (stoppedAt.isPresent()) {
                return Status.STOPPED;
            }
            return openPause().isPresent() ? Status.PAUSED : Status.RUNNING;
        }

        public Optional<ClockPause> openPause() {
            return pauses.stream().filter(ClockPause::isOpen).findFirst();
        }
    }

    /** Something that must be announced once. */
    public record News(Milestone milestone, Instant dueAt, Instant at, boolean missed) {}

    private final UUID id;
    private final CaseReference reference;
    private final Instant startedAt;
    private final OrgPath orgPath;
    private final int version;
    private final State before;
    private String coverageCode;
    private Optional<ContractLineId> lineId;
    private Fault fault;
    private CalendarKey calendar;
    private Optional<Instant> stoppedAt;
    private final PauseBook pauses;
    private final Reckoning reckoning;
    private PauseRights pauseRights;
    private final Map<Milestone, MilestoneClock> milestones = new EnumMap<>(Milestone.class);
    private final List<ClockEntry> entries = new ArrayList<>();
    private final List<News> news = new ArrayList<>();

    public SlaClock(State state, Times times) {
        id = state.id();
        reference = state.reference();
        coverageCode = state.coverageCode();
        lineId = state.lineId();
        fault = state.fault();
        calendar = state.calendar();
        startedAt = state.startedAt();
        stoppedAt = state.stoppedAt();
        pauses = new PauseBook(state.pauses());
        pauseRights = state.pauseRights();
        state.milestones().forEach(milestone -> milestones.put(milestone.kind(), milestone));
        orgPath = state.orgPath();
        version = state.version();
        reckoning = new Reckoning(startedAt, pauses, times);
        before = state;
    }

    public static SlaClock start(UUID id, CaseReference reference, Promise promise, Instant startedAt, OrgPath orgPath, Times times,
            Instant now) {
        List<MilestoneClock> milestones = new ArrayList<>();
        promise.targets().forEach((kind, target) -> milestones.add(MilestoneClock.promised(kind, target, promise.calendar(), startedAt)));
        SlaClock clock = new SlaClock(new State(id, reference, promise.coverageCode(), promise.lineId(), promise.fault(),
                promise.calendar(), startedAt, Optional.empty(), List.of(), milestones, promise.pauseRights(), orgPath, 0), times);
        clock.workOut(startedAt, now);
        Map<String, Object> details = new LinkedHashMap<>(Map.of("coverage", promise.coverageCode(), "priority", promise.fault().priority().name(),
                "calendar", promise.calendar().code(), "calendarVersion", promise.calendar().version(), "due", clock.due()));
        chosenFor(promise.fault(), details);
        clock.note(Kind.STARTED, startedAt, "", details);
        return clock;
    }

    /** @see org.firstfix.sla.SlaApi#begin */
    public void begin(Milestone kind, Instant at, Instant now) {
        MilestoneClock before = milestones.get(kind);
        if (stoppedAt.isPresent() || before == null || before.awaited() || before.missed()) {
            return;
        }
        endPauseOver(at, now);
        milestones.put(kind, before.begunAt(reckoning.notBeforeStart(at)));
        workOut(at, now);
        note(Kind.BEGUN, at, "", Map.of("milestone", kind.name(), "due", due()));
    }

    /** @see org.firstfix.sla.SlaApi#reach */
    public void reach(Milestone kind, Instant at, Instant now) {
        endPauseOver(at, now);
        arrivedDuringPause(kind, at, now);
        MilestoneClock before = milestones.get(kind);
        if (before == null || before.notBegun() || before.reachedAt().filter(known -> !at.isBefore(known)).isPresent() || tooLateToMatter(before, at)) {
            return;
        }
        milestones.put(kind, reckoning.reached(before, at));
        MilestoneClock after = milestones.get(kind);
        Map<String, Object> details = new LinkedHashMap<>(Map.of("milestone", kind.name(), "dueAt", after.dueAt().orElseThrow().toString(),
                "missed", after.missed()));
        if (before.reachedAt().isPresent() || before.missed() && !after.missed() || before.cancelled()) {
            details.put("wasMissed", before.missed());
            before.reachedAt().ifPresent(known -> details.put("before", known.toString()));
            note(Kind.CORRECTED, at, "", details);
        } else {
            note(Kind.REACHED, at, "", details);
        }
        if (after.missed() && !before.missed()) {
            missed(after, after.dueAt().orElseThrow(), now);
        }
    }

    /** A cancelled milestone only changes if it was reached while it was still waited for. */
    private boolean tooLateToMatter(MilestoneClock milestone, Instant at) {
        return milestone.cancelled() && stoppedAt.or(this::restoredAt).filter(gone -> !at.isAfter(gone)).isEmpty();
    }

    private Optional<Instant> restoredAt() {
        return Optional.ofNullable(milestones.get(Milestone.RESTORE)).flatMap(MilestoneClock::reachedAt);
    }

    /**
     * A pause that becomes known late does not undo what is known of later. Nothing changes while it is paused already or has stopped.
     *
     * @throws Problem if the promise gives no right to it, or only with evidence
     */
    public void pause(String reason, String evidence, String by, Instant at, Instant now) {
        if (stoppedAt.isPresent()) {
            return;
        }
        PauseRight right = PauseRule.rightFor(pauseRights, reason, evidence)
                .orElseThrow(() -> PauseRule.refusal(pauseRights, reference.number(), coverageCode, reason));
        endPauseOver(at, now);
        Instant since = reckoning.notBeforeStart(at);
        if (pauses.covering(since).isPresent()) {
            return;
        }
        boolean knownLate = pauses.nextAfter(since).isPresent();
        ClockPause pause = pauses.begin(ClockPause.since(since, right, evidence, by), now, begun -> reckoning.limited(begun, calendar));
        workOut(at, now);
        if (knownLate) {
            correctedPause(pause, at, Map.of("evidence", evidence, "due", due()));
        } else {
            note(Kind.PAUSED, at, reason, Map.of("evidence", evidence, "remaining", Reckoning.remaining(milestones.values())));
        }
        if (pause.ranOut()) {
            ranOut(pause);
        }
    }

    /** A true time that lies before the known end of a pause shortens it, with a line saying so. */
    public void resume(Instant at, Instant now) {
        endPauseOver(at, now);
        shortenPauseOver(at, now);
        pauses.open().ifPresent(open -> {
            pauses.replace(open, pause -> pause.endingAt(at));
            workOut(at, now);
            note(Kind.RESUMED, at, open.reason(), Map.of("pausedSince", open.startedAt().toString(), "due", due()));
        });
    }

    /** Who is on site found the customer ready: from then on nobody waited for the customer any more. */
    private void arrivedDuringPause(Milestone kind, Instant at, Instant now) {
        if (kind == Milestone.ON_SITE) {
            shortenPauseOver(at, now);
        }
    }

    private void shortenPauseOver(Instant at, Instant now) {
        pauses.covering(at).filter(pause -> !pause.isOpen() && pause.longest().isPresent() && stoppedAt.filter(at::isAfter).isEmpty())
                .ifPresent(known -> {
                    ClockPause shorter = pauses.replace(known, pause -> pause.endingAt(at));
                    workOut(at, now);
                    correctedPause(shorter, at, Map.of("endBefore", known.endedAt().orElseThrow().toString(), "due", due()));
                });
    }

    private void correctedPause(ClockPause pause, Instant at, Map<String, Object> more) {
        Map<String, Object> details = new LinkedHashMap<>(Map.of("pausedSince", pause.startedAt().toString()));
        pause.endedAt().ifPresent(end -> details.put("pausedUntil", end.toString()));
        details.putAll(more);
        note(Kind.CORRECTED, at, pause.reason(), details);
    }

    /** A pause whose longest duration has passed by a moment ended then, whenever that is noticed. */
    private void endPauseOver(Instant moment, Instant now) {
        pauses.open().filter(open -> open.isOverBy(moment)).ifPresent(open -> {
            ClockPause ended = pauses.replace(open, pause -> pause.runOutBy(moment));
            workOut(ended.endedAt().orElseThrow(), now);
            ranOut(ended);
        });
    }

    private void ranOut(ClockPause pause) {
        note(Kind.PAUSE_RAN_OUT, pause.endedAt().orElseThrow(), pause.reason(), Map.of("pausedSince", pause.startedAt().toString(),
                "longestMinutes", pause.longest().orElseThrow().toMinutes(), "due", due()));
    }

    /** Milestones that are neither reached nor missed follow the new promise, counted from the original start. */
    public void changeTerms(Promise promise, String reason, Instant at, Instant now) {
        if (stoppedAt.isPresent()) {
            return;
        }
        endPauseOver(now, now);
        Map<String, Object> details = new LinkedHashMap<>(Map.of("coverageBefore", coverageCode, "coverage", promise.coverageCode(),
                "priorityBefore", fault.priority().name(), "priority", promise.fault().priority().name(), "dueBefore", due()));
        chosenFor(promise.fault(), details);
        coverageCode = promise.coverageCode();
        lineId = promise.lineId();
        fault = promise.fault();
        calendar = promise.calendar();
        pauseRights = promise.pauseRights();
        for (Milestone kind : Milestone.values()) {
            Duration target = promise.targets().get(kind);
            MilestoneClock known = milestones.get(kind);
            if (known == null && target != null) {
                milestones.put(kind, MilestoneClock.promised(kind, target, calendar, startedAt));
            } else if (known != null && known.undecided()) {
                milestones.put(kind, target == null ? known.given(false, Optional.empty()) : known.promised(target, calendar));
            }
        }
        workOut(at, now);
        details.put("due", due());
        note(Kind.TERMS_CHANGED, at, reason, details);
    }

    /** A newer version of the calendar: only what is neither reached nor missed moves. */
    public void followCalendar(int calendarVersion, int officialRevision, String reason, Instant now) {
        if (stoppedAt.isPresent()) {
            return;
        }
        endPauseOver(now, now);
        Map<String, Object> dueBefore = due();
        CalendarKey newer = new CalendarKey(calendar.code(), calendarVersion, officialRevision, calendar.zone());
        Map<String, Object> details = new LinkedHashMap<>(Map.of("calendar", calendar.code(), "versionBefore", calendar.version(),
                "version", calendarVersion, "officialBefore", calendar.officialRevision(), "official", officialRevision,
                "dueBefore", dueBefore));
        calendar = newer;
        milestones.replaceAll((kind, known) -> known.undecided() ? known.promised(known.target(), newer) : known);
        workOut(now, now);
        details.put("due", due());
        note(Kind.CALENDAR_CHANGED, now, reason, details);
    }

    public void stop(Instant at, Instant now) {
        if (stoppedAt.isPresent()) {
            return;
        }
        Instant end = reckoning.notBeforeStart(at);
        endPauseOver(end, now);
        pauses.open().ifPresent(open -> pauses.replace(open, pause -> pause.endingAt(end)));
        stoppedAt = Optional.of(end);
        List.copyOf(milestones.values()).stream().filter(MilestoneClock::awaited).forEach(awaited -> give(awaited, end, now));
        note(Kind.STOPPED, at, "", Map.of());
    }

    private void give(MilestoneClock before, Instant at, Instant now) {
        Instant due = reckoning.dueWithPausesUntil(before, at);
        MilestoneClock after = before.given(due.isBefore(at), Optional.of(due));
        milestones.put(before.kind(), after);
        tellCorrection(before, after, at);
        if (after.missed() && !before.missed()) {
            missed(after, due, now);
        }
    }

    /** @see org.firstfix.sla.SlaApi#restored */
    public void restored(Instant at, Instant now) {
        resume(at, now);
        reach(Milestone.RESPONSE, at, now);
        reach(Milestone.RESTORE, at, now);
        if (isAwaited(Milestone.RESOLVE)) {
            Instant end = reckoning.notBeforeStart(at);
            milestones.values().stream().filter(one -> one.awaited() && one.kind() != Milestone.RESOLVE).toList()
                    .forEach(awaited -> give(awaited, end, now));
        } else {
            stop(at, now);
        }
    }

    private boolean isAwaited(Milestone kind) {
        return Optional.ofNullable(milestones.get(kind)).filter(MilestoneClock::awaited).isPresent();
    }

    /** @see org.firstfix.sla.SlaApi#resolved */
    public void resolved(Instant at, Instant now) {
        reach(Milestone.RESOLVE, at, now);
        stop(at, now);
    }

    /** RESTORE and RESOLVE count on from where they stood when the machine was thought to work. */
    public void restart(String reason, String by, Instant at, Instant now) {
        Optional<Instant> thoughtRestored = restoredAt().or(() -> stoppedAt);
        if (thoughtRestored.isEmpty()) {
            return;
        }
        Instant workedSince = thoughtRestored.get();
        Instant again = at.isBefore(workedSince) ? workedSince : at;
        pauses.add(ClockPause.whileThoughtRestored(reckoning.notBeforeStart(workedSince), reckoning.notBeforeStart(again), reason, by));
        stoppedAt = Optional.empty();
        for (Milestone kind : List.of(Milestone.RESTORE, Milestone.RESOLVE)) {
            milestones.computeIfPresent(kind, (any, known) -> known.awaited() ? known : known.awaitedAgain());
        }
        workOut(again, now);
        note(Kind.RESTARTED, at, reason, Map.of("due", due()));
    }

    /** Ends a pause that is over, marks what has run out by now, and what has used three quarters of its time. */
    public void look(Instant now) {
        endPauseOver(now, now);
        for (MilestoneClock milestone : List.copyOf(milestones.values())) {
            if (milestone.status() != MilestoneClock.Status.RUNNING) {
                continue;
            }
            Instant due = milestone.dueAt().orElseThrow();
            Instant warning = milestone.warnAt().orElseThrow();
            if (due.isBefore(now)) {
                milestones.put(milestone.kind(), milestone.late(due));
                missed(milestone, due, now);
            } else if (!milestone.warned() && !warning.isAfter(now)) {
                milestones.put(milestone.kind(), milestone.warningAnnounced());
                note(Kind.AT_RISK, warning, "", Map.of("milestone", milestone.kind().name(), "dueAt", due.toString()));
                news.add(new News(milestone.kind(), due, warning, false));
            }
        }
    }

    public State state() {
        return new State(id, reference, coverageCode, lineId, fault, calendar, startedAt, stoppedAt, pauses.all(),
                List.copyOf(milestones.values()), pauseRights, orgPath, version);
    }

    /** Lines written since the clock was read. */
    public List<ClockEntry> newEntries() {
        return List.copyOf(entries);
    }

    /** For storage: milestones that are new or stand differently since the clock was read. */
    public List<MilestoneClock> changedMilestones() {
        return milestones.values().stream().filter(milestone -> !before.milestones().contains(milestone)).toList();
    }

    /** For storage: pauses that began or ended since the clock was read. */
    public List<ClockPause> changedPauses() {
        return pauses.changed();
    }

    /** What came up since the clock was read. */
    public List<News> news() {
        return List.copyOf(news);
    }

    private Status status() {
        return state().status();
    }

    private void missed(MilestoneClock milestone, Instant due, Instant now) {
        note(Kind.MISSED, due, "", Map.of("milestone", milestone.kind().name(), "dueAt", due.toString(), "noticedAt", now.toString()));
        news.add(new News(milestone.kind(), due, due, true));
    }

    /** All milestones from what is known; a verdict that turns out wrong is put right with a line saying so. */
    private void workOut(Instant at, Instant now) {
        pauses.open().ifPresent(open -> pauses.replace(open, pause -> reckoning.limited(pause, calendar)));
        for (MilestoneClock before : List.copyOf(milestones.values())) {
            MilestoneClock after = reckoning.workedOut(before, now);
            milestones.put(before.kind(), after);
            tellCorrection(before, after, at);
            if (after.reachedAt().isPresent() && after.missed() && !before.missed()) {
                missed(after, after.dueAt().orElseThrow(), now);
            }
        }
    }

    private void tellCorrection(MilestoneClock before, MilestoneClock after, Instant at) {
        if (before.missed() && !after.missed()) {
            note(Kind.CORRECTED, at, "", Map.of("milestone", before.kind().name(), "wasMissed", true, "missed", false,
                    "dueBefore", before.dueAt().map(Instant::toString).orElse("")));
        }
    }

    /** What the targets were chosen for beside the priority, for a line of the ledger. */
    private static void chosenFor(Fault fault, Map<String, Object> details) {
        fault.importance().ifPresent(importance -> details.put("importance", importance.name()));
        fault.impact().ifPresent(impact -> details.put("impact", impact.name()));
    }

    private void note(Kind kind, Instant at, String reason, Map<String, Object> details) {
        entries.add(new ClockEntry(kind, at, reason, details));
    }

    private Map<String, Object> due() {
        return Reckoning.due(milestones.values());
    }
}
