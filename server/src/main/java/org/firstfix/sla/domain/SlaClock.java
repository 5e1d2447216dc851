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
import org.firstfix.contract.Milestone;
import org.firstfix.contract.Priority;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.sla.CaseReference;
import org.firstfix.sla.domain.ClockEntry.Kind;
import org.firstfix.worktime.Deadline;
import org.firstfix.worktime.Pauses;
import org.firstfix.worktime.WorkTime;

/**
 * The clock of a case. Every change writes a line into its ledger and works out all milestones anew from what is known:
 * start, targets, calendars, pauses and the times things happened. Nothing is counted forward from an earlier result, so
 * the order in which late news arrives makes no difference.
 */
public final class SlaClock {
    /** A warning is due when this share of the target is used. */
    public static final int WARNING_PERCENT = 75;

    public enum Status {
        RUNNING,
        PAUSED,
        STOPPED
    }

    /** What the clock promises, and by which contract line. */
    public record Promise(String coverageCode, Optional<ContractLineId> lineId, Priority priority, CalendarKey calendar,
            Map<Milestone, Duration> targets) {}

    /** Everything there is to store. */
    public record State(UUID id, CaseReference reference, String coverageCode, Optional<ContractLineId> lineId, Priority priority,
            CalendarKey calendar, Instant startedAt, Optional<Instant> stoppedAt, List<ClockPause> pauses,
            List<MilestoneClock> milestones, OrgPath orgPath, int version) {
        public Status status() {
            if (stoppedAt.isPresent()) {
                return Status.STOPPED;
            }
            return openPause().isPresent() ? Status.PAUSED : Status.RUNNING;
        }

        public Optional<ClockPause> openPause() {
            return pauses.stream().filter(pause -> pause.endedAt().isEmpty()).findFirst();
        }
    }

    /** Something that must be announced once. */
    public record News(Milestone milestone, Instant dueAt, Instant at, boolean missed) {}

    private final UUID id;
    private final CaseReference reference;
    private final Instant startedAt;
    private final OrgPath orgPath;
    private final int version;
    private final Times times;
    private final State before;
    private String coverageCode;
    private Optional<ContractLineId> lineId;
    private Priority priority;
    private CalendarKey calendar;
    private Optional<Instant> stoppedAt;
    private final List<ClockPause> pauses;
    private final Map<Milestone, MilestoneClock> milestones = new EnumMap<>(Milestone.class);
    private final List<ClockEntry> entries = new ArrayList<>();
    private final List<News> news = new ArrayList<>();

    public SlaClock(State state, Times times) {
        id = state.id();
        reference = state.reference();
        coverageCode = state.coverageCode();
        lineId = state.lineId();
        priority = state.priority();
        calendar = state.calendar();
        startedAt = state.startedAt();
        stoppedAt = state.stoppedAt();
        pauses = new ArrayList<>(state.pauses());
        state.milestones().forEach(milestone -> milestones.put(milestone.kind(), milestone));
        orgPath = state.orgPath();
        version = state.version();
        this.times = times;
        before = state;
    }

    public static SlaClock start(UUID id, CaseReference reference, Promise promise, Instant startedAt, OrgPath orgPath, Times times,
            Instant now) {
        List<MilestoneClock> milestones = new ArrayList<>();
        promise.targets().forEach((kind, target) -> milestones.add(MilestoneClock.awaiting(kind, target, promise.calendar())));
        SlaClock clock = new SlaClock(new State(id, reference, promise.coverageCode(), promise.lineId(), promise.priority(),
                promise.calendar(), startedAt, Optional.empty(), List.of(), milestones, orgPath, 0), times);
        clock.workOut(startedAt, now);
        clock.note(Kind.STARTED, startedAt, "", Map.of("coverage", promise.coverageCode(), "priority", promise.priority().name(),
                "calendar", promise.calendar().code(), "calendarVersion", promise.calendar().version(), "due", clock.due()));
        return clock;
    }

    /** @see org.firstfix.sla.SlaApi#reach */
    public void reach(Milestone kind, Instant at, Instant now) {
        MilestoneClock before = milestones.get(kind);
        if (before == null || before.reachedAt().filter(known -> !at.isBefore(known)).isPresent() || tooLateToMatter(before, at)) {
            return;
        }
        milestones.put(kind, reached(before, at));
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
        return milestone.cancelled() && (stoppedAt.isEmpty() || at.isAfter(stoppedAt.get()));
    }

    /** Does nothing to a clock that is paused or stopped. */
    public void pause(String reason, String evidence, String by, Instant at, Instant now) {
        if (status() != Status.RUNNING) {
            return;
        }
        pauses.add(new ClockPause(UUID.randomUUID(), notBeforeStart(at), Optional.empty(), reason, evidence, by));
        workOut(at, now);
        note(Kind.PAUSED, at, reason, Map.of("evidence", evidence, "remaining", remaining()));
    }

    public void resume(Instant at, Instant now) {
        openPause().ifPresent(open -> {
            pauses.set(pauses.indexOf(open), open.endingAt(at));
            workOut(at, now);
            note(Kind.RESUMED, at, open.reason(), Map.of("pausedSince", open.startedAt().toString(), "due", due()));
        });
    }

    /** Milestones that are neither reached nor missed follow the new promise, counted from the original start. */
    public void changeTerms(Promise promise, String reason, Instant at, Instant now) {
        if (stoppedAt.isPresent()) {
            return;
        }
        Map<String, Object> details = new LinkedHashMap<>(Map.of("coverageBefore", coverageCode, "coverage", promise.coverageCode(),
                "priorityBefore", priority.name(), "priority", promise.priority().name(), "dueBefore", due()));
        coverageCode = promise.coverageCode();
        lineId = promise.lineId();
        priority = promise.priority();
        calendar = promise.calendar();
        for (Milestone kind : Milestone.values()) {
            Duration target = promise.targets().get(kind);
            MilestoneClock known = milestones.get(kind);
            if (known == null && target != null) {
                milestones.put(kind, MilestoneClock.awaiting(kind, target, calendar));
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
        Instant end = notBeforeStart(at);
        openPause().ifPresent(open -> pauses.set(pauses.indexOf(open), open.endingAt(end)));
        stoppedAt = Optional.of(end);
        for (MilestoneClock before : List.copyOf(milestones.values())) {
            if (before.awaited()) {
                Instant due = dueWithPausesUntil(before, end);
                MilestoneClock after = before.given(due.isBefore(end), Optional.of(due));
                milestones.put(before.kind(), after);
                tellCorrection(before, after, end);
                if (after.missed() && !before.missed()) {
                    missed(after, due, now);
                }
            }
        }
        note(Kind.STOPPED, at, "", Map.of());
    }

    /** @see org.firstfix.sla.SlaApi#restored */
    public void restored(Instant at, Instant now) {
        resume(at, now);
        reach(Milestone.RESPONSE, at, now);
        reach(Milestone.RESTORE, at, now);
        stop(at, now);
    }

    /** RESTORE counts on from where it stood when the machine was thought to work. */
    public void restart(String reason, String by, Instant at, Instant now) {
        if (stoppedAt.isEmpty()) {
            return;
        }
        MilestoneClock restore = milestones.get(Milestone.RESTORE);
        Instant workedSince = Optional.ofNullable(restore).flatMap(MilestoneClock::reachedAt).orElse(stoppedAt.get());
        Instant again = at.isBefore(workedSince) ? workedSince : at;
        pauses.add(new ClockPause(UUID.randomUUID(), notBeforeStart(workedSince), Optional.of(notBeforeStart(again)),
                ClockPause.RESTORED, reason, by));
        stoppedAt = Optional.empty();
        if (restore != null) {
            milestones.put(Milestone.RESTORE, restore.awaitedAgain());
        }
        workOut(again, now);
        note(Kind.RESTARTED, at, reason, Map.of("due", due()));
    }

    /** Marks what has run out by now, and what has used three quarters of its time. */
    public void look(Instant now) {
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
        return new State(id, reference, coverageCode, lineId, priority, calendar, startedAt, stoppedAt, List.copyOf(pauses),
                List.copyOf(milestones.values()), orgPath, version);
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
        return pauses.stream().filter(pause -> !before.pauses().contains(pause)).toList();
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
        for (MilestoneClock before : List.copyOf(milestones.values())) {
            MilestoneClock after = workedOut(before, now);
            milestones.put(before.kind(), after);
            tellCorrection(before, after, at);
            if (after.reachedAt().isPresent() && after.missed() && !before.missed()) {
                missed(after, after.dueAt().orElseThrow(), now);
            }
        }
    }

    private MilestoneClock workedOut(MilestoneClock milestone, Instant now) {
        if (milestone.reachedAt().isPresent()) {
            return reached(milestone, milestone.reachedAt().get());
        }
        if (!milestone.awaited()) {
            return milestone;
        }
        WorkTime time = times.on(milestone.calendar());
        Pauses all = ClockPause.all(pauses);
        return switch (time.deadline(startedAt, milestone.target(), all)) {
            case Deadline.Suspended suspended -> milestone.paused(suspended.remaining());
            case Deadline.At due when milestone.missed() && due.at().isBefore(now) -> milestone.late(due.at());
            case Deadline.At due -> {
                // The warning lies before the deadline, so no open pause can suspend it.
                Instant warning = time.warning(startedAt, milestone.target(), WARNING_PERCENT, all).instant().orElse(due.at());
                yield milestone.running(due.at(), warning, milestone.warned() && !warning.isAfter(now));
            }
        };
    }

    private MilestoneClock reached(MilestoneClock milestone, Instant at) {
        return milestone.reached(at, dueWithPausesUntil(milestone, at));
    }

    /** When it was due as seen at that moment: what paused later does not move it any more. */
    private Instant dueWithPausesUntil(MilestoneClock milestone, Instant at) {
        return times.on(milestone.calendar()).deadline(startedAt, milestone.target(), ClockPause.until(pauses, notBeforeStart(at)))
                .instant().orElseThrow();
    }

    private void tellCorrection(MilestoneClock before, MilestoneClock after, Instant at) {
        if (before.missed() && !after.missed()) {
            note(Kind.CORRECTED, at, "", Map.of("milestone", before.kind().name(), "wasMissed", true, "missed", false,
                    "dueBefore", before.dueAt().map(Instant::toString).orElse("")));
        }
    }

    private Optional<ClockPause> openPause() {
        return state().openPause();
    }

    private Instant notBeforeStart(Instant at) {
        return at.isBefore(startedAt) ? startedAt : at;
    }

    private void note(Kind kind, Instant at, String reason, Map<String, Object> details) {
        entries.add(new ClockEntry(kind, at, reason, details));
    }

    private Map<String, Object> due() {
        Map<String, Object> due = new LinkedHashMap<>();
        milestones.values().stream().filter(MilestoneClock::awaited)
                .forEach(milestone -> milestone.dueAt().ifPresent(at -> due.put(milestone.kind().name(), at.toString())));
        return due;
    }

    private Map<String, Object> remaining() {
        Map<String, Object> remaining = new LinkedHashMap<>();
        milestones.values().forEach(
                milestone -> milestone.remaining().ifPresent(left -> remaining.put(milestone.kind().name(), left.toSeconds())));
        return remaining;
    }
}
