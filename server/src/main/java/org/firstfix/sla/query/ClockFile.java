package org.firstfix.sla.query;

import static org.firstfix.schema.sla.Tables.CLOCK_ENTRY;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.firstfix.contract.Milestone;
import org.firstfix.contract.PauseRight;
import org.firstfix.contract.Priority;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Query;
import org.firstfix.sla.ClockSummary;
import org.firstfix.sla.PausedTime;
import org.firstfix.sla.domain.ClockPause;
import org.firstfix.sla.domain.ClockReading;
import org.firstfix.sla.domain.MilestoneClock;
import org.firstfix.sla.domain.SlaClock;
import org.firstfix.sla.storage.CachedTimes;
import org.firstfix.sla.storage.JooqClocks;
import org.firstfix.worktime.Segment;
import org.jooq.DSLContext;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** One clock with everything that happened to it, and the reason for each deadline. */
@Query
public class ClockFile {
    private static final int MOST_ENTRIES = 500;
    private static final int MOST_SEGMENTS = 2_000;

    private final DSLContext database;
    private final JooqClocks clocks;
    private final CachedTimes times;
    private final HolidayNames names;
    private final JsonMapper json;
    private final Clock house;

    ClockFile(DSLContext database, JooqClocks clocks, CachedTimes times, HolidayNames names, JsonMapper json, Clock house) {
        this.database = database;
        this.clocks = clocks;
        this.times = times;
        this.names = names;
        this.json = json;
        this.house = house;
    }

    /**
     * @param now the server's time of this answer: what remains was counted at it
     * @param clock milestones and band
     * @param unconfirmedYears whose official days are not known, although an open deadline lies in them
     * @param pauseRights for which reasons it may stand still
     * @param pauses how long it stood still, and why; the customer may see it
     * @param pausedSeconds contract time that did not count
     * @param entries the ledger, oldest first by when it happened
     */
    public record View(UUID caseId, String caseNumber, Instant now, ClockSummary clock, Priority priority, String calendarCode,
            int calendarVersion, Instant startedAt, Optional<Instant> pausedSince, Optional<Instant> stoppedAt,
            Set<Integer> unconfirmedYears, List<PauseRight> pauseRights, List<PausedTime> pauses, long pausedSeconds,
            List<EntryView> entries) {}

    public record EntryView(String kind, Instant occurredAt, Instant recordedAt, String actor, String reason, Map<String, Object> details) {}

    /**
     * Why a milestone is due when it is.
     *
     * @param startedAt from when its time counts
     * @param segments from the start to the deadline without gaps, at most {@value #MOST_SEGMENTS}
     */
    public record Explanation(Milestone milestone, long targetSeconds, Instant startedAt, Optional<Instant> dueAt,
            Optional<Instant> reachedAt, String zone, Set<Integer> unconfirmedYears, List<SegmentView> segments) {}

    /**
     * @param kind OPEN, PAUSED or CLOSED
     * @param rule as in a calendar's year
     * @param countedSeconds contract time that ran in it; {@code totalSeconds} since the start
     */
    public record SegmentView(Instant start, Instant end, String kind, String rule, String reasonZh, String reasonEn, String calendar,
            String calendarVersion, long countedSeconds, long totalSeconds) {}

    /** @throws Problem 404 */
    public View show(UUID caseId) {
        SlaClock.State state = find(caseId);
        ClockReading reading = new ClockReading(state, times, house.instant());
        List<PausedTime> pauses = reading.pauses();
        return new View(caseId, state.reference().number(), house.instant(), reading.summary(), state.fault().priority(), state.calendar().code(),
                state.calendar().version(), state.startedAt(), state.openPause().map(ClockPause::startedAt), state.stoppedAt(),
                reading.unconfirmedYears(), state.pauseRights().rights(), pauses, pauses.stream().mapToLong(PausedTime::workingSeconds).sum(),
                entries(state.id()));
    }

    /** @throws Problem 404 */
    public Explanation explain(UUID caseId, Milestone kind) {
        SlaClock.State state = find(caseId);
        MilestoneClock milestone = state.milestones().stream().filter(one -> one.kind() == kind).findFirst()
                .orElseThrow(() -> Problem.notFound("milestone", kind));
        ClockReading reading = new ClockReading(state, times, house.instant());
        return new Explanation(kind, milestone.target().toSeconds(), milestone.begunAt().orElse(state.startedAt()), milestone.dueAt(), milestone.reachedAt(),
                milestone.calendar().zone().getId(), reading.unconfirmedYears(), segments(reading.explain(milestone)));
    }

    private SlaClock.State find(UUID caseId) {
        return clocks.state(caseId).orElseThrow(() -> Problem.notFound("clock", caseId));
    }

    private List<SegmentView> segments(List<Segment> segments) {
        Map<String, String> english = names.english();
        List<SegmentView> views = new ArrayList<>();
        Duration total = Duration.ZERO;
        for (Segment segment : segments.subList(0, Math.min(segments.size(), MOST_SEGMENTS))) {
            Duration counted = segment.kind() == Segment.Kind.OPEN ? segment.duration() : Duration.ZERO;
            total = total.plus(counted);
            views.add(new SegmentView(segment.start(), segment.end(), segment.kind().name(), segment.rule().textKey(), segment.reason(),
                    english.getOrDefault(segment.reason(), segment.reason()), segment.calendar(), segment.calendarVersion(),
                    counted.toSeconds(), total.toSeconds()));
        }
        return views;
    }

    private List<EntryView> entries(UUID clockId) {
        return database.select(CLOCK_ENTRY.KIND, CLOCK_ENTRY.OCCURRED_AT, CLOCK_ENTRY.RECORDED_AT, CLOCK_ENTRY.ACTOR_NAME,
                        CLOCK_ENTRY.REASON, CLOCK_ENTRY.DETAILS)
                .from(CLOCK_ENTRY).where(CLOCK_ENTRY.CLOCK_ID.eq(clockId)).orderBy(CLOCK_ENTRY.OCCURRED_AT, CLOCK_ENTRY.ID)
                .limit(MOST_ENTRIES).fetch(row -> new EntryView(row.get(CLOCK_ENTRY.KIND), row.get(CLOCK_ENTRY.OCCURRED_AT),
                        row.get(CLOCK_ENTRY.RECORDED_AT), row.get(CLOCK_ENTRY.ACTOR_NAME), row.get(CLOCK_ENTRY.REASON),
                        json.readValue(row.get(CLOCK_ENTRY.DETAILS).data(), new TypeReference<Map<String, Object>>() {})));
    }
}
