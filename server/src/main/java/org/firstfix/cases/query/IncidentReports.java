package org.firstfix.cases.query;

import static org.firstfix.schema.cases.Tables.CRITICAL_WATCH;
import static org.firstfix.schema.cases.Tables.PROGRESS_MESSAGE;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.firstfix.cases.domain.Case;
import org.firstfix.cases.domain.Cases;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Query;
import org.firstfix.schema.cases.tables.records.CriticalWatchRecord;
import org.jooq.DSLContext;

/** Critical watches of a case, each with its messages; an ended one with its incident report. */
@Query
public class IncidentReports {
    private final DSLContext database;
    private final Cases cases;
    private final CaseView view;
    private final CaseActivity activity;

    IncidentReports(DSLContext database, Cases cases, CaseView view, CaseActivity activity) {
        this.database = database;
        this.cases = cases;
        this.view = view;
        this.activity = activity;
    }

    /** @param report none while the watch goes on */
    public record Watch(String id, String reason, int intervalMinutes, Instant startedAt, String startedBy,
            Optional<Instant> nextMessageAt, Optional<Instant> endedAt, String endedBy, String report, List<Message> messages) {}

    public record Message(Instant at, String text, String authorName, boolean late) {}

    /**
     * @param lateMessages how many of them came after their time
     * @param missedIntervals how many intervals passed without any
     * @param timeline what happened while the case was watched, oldest first
     */
    public record IncidentReport(CaseView.View about, Watch watch, int lateMessages, int missedIntervals, List<CaseActivity.Item> timeline) {}

    /** Newest first. */
    public List<Watch> watchesOf(String number) {
        return watches(cases.find(number).orElseThrow(() -> Problem.notFound("case", number)));
    }

    /** Of the last watch that ended. */
    public IncidentReport incidentReport(String number) {
        Case it = cases.find(number).orElseThrow(() -> Problem.notFound("case", number));
        Watch watch = watches(it).stream().filter(each -> each.endedAt().isPresent()).findFirst()
                .orElseThrow(() -> Problem.notFound("incident-report", number));
        Instant from = watch.startedAt();
        Instant to = watch.endedAt().orElseThrow();
        List<CaseActivity.Item> during = activity.of(it).reversed().stream()
                .filter(item -> !item.recordedAt().isBefore(from) && !item.recordedAt().isAfter(to)).toList();
        return new IncidentReport(view.of(number), watch, (int) watch.messages().stream().filter(Message::late).count(),
                (int) during.stream().filter(item -> item.kind().equals("ProgressMessageOverdue")).count(), during);
    }

    private List<Watch> watches(Case it) {
        return database.selectFrom(CRITICAL_WATCH).where(CRITICAL_WATCH.CASE_ID.eq(it.key()))
                .orderBy(CRITICAL_WATCH.STARTED_AT.desc()).limit(50).fetch(this::watch);
    }

    private Watch watch(CriticalWatchRecord row) {
        List<Message> messages = database.selectFrom(PROGRESS_MESSAGE).where(PROGRESS_MESSAGE.WATCH_ID.eq(row.getId()))
                .orderBy(PROGRESS_MESSAGE.AT).limit(1_000)
                .fetch(line -> new Message(line.getAt(), line.getText(), line.getAuthorName(), line.getLate()));
        return new Watch(row.getId().toString(), row.getReason(), row.getIntervalMinutes(), row.getStartedAt(), row.getStartedBy(),
                Optional.ofNullable(row.getNextMessageAt()), Optional.ofNullable(row.getEndedAt()), row.getEndedBy(),
                row.getIncidentReport(), messages);
    }
}
