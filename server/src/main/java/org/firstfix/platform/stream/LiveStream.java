package org.firstfix.platform.stream;

import static org.firstfix.schema.platform.Tables.JOURNAL;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.firstfix.platform.identity.Actor;
import org.firstfix.platform.scope.DataScope;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.platform.work.Work;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells browsers what changed: the journal, without its contents, as server-sent events. One reader per node, woken by
 * the database; each browser gets only what lies in its user's scope, and what it missed when it comes back with the
 * last id it saw. It is told to fetch anew when that is too long ago.
 */
@Component
public class LiveStream {
    private static final Logger LOG = LoggerFactory.getLogger(LiveStream.class);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final int LONGEST_CATCH_UP = 2_000;
    /** A change is recorded at most this long before the end of its transaction, and only then told. */
    private static final Duration LONGEST_TRANSACTION = Duration.ofMinutes(1);
    private static final List<Field<?>> TOLD = List.of(JOURNAL.POSITION, JOURNAL.TYPE, JOURNAL.SUBJECT_TYPE, JOURNAL.SUBJECT_ID, JOURNAL.RECORDED_AT,
            JOURNAL.ORG_PATH);
    private static final Field<String> SNAPSHOT = field("pg_current_snapshot()::text", String.class);

    /**
     * @param type what kind of thing changed and how: {@code case.CaseReceived}
     * @param subject the id of the thing
     */
    record LiveEvent(String id, String type, String subject, Instant at) {}

    private record Entry(LiveEvent event, OrgPath orgPath) {}

    /** @param snapshot which transactions had ended, as PostgreSQL writes it */
    private record News(String snapshot, List<Entry> entries) {}

    private final DSLContext database;
    private final DataSource dataSource;
    private final Work work;
    private final Clock clock;
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;

    LiveStream(DSLContext database, DataSource dataSource, Work work, Clock clock) {
        this.database = database;
        this.dataSource = dataSource;
        this.work = work;
        this.clock = clock;
    }

    private record Listener(SseEmitter emitter, DataScope scope) {}

    /**
     * @param lastSeen the newest event the browser knows; none when it opens the stream for the first time
     * @param age how old what the browser shows may be already: a page is read before its stream is open
     */
    SseEmitter open(Actor actor, OptionalLong lastSeen, Duration age) {
        SseEmitter emitter = new SseEmitter(Duration.ofHours(12).toMillis());
        Listener listener = new Listener(emitter, actor.scope());
        Runnable leave = () -> listeners.remove(listener);
        emitter.onCompletion(leave);
        emitter.onTimeout(leave);
        emitter.onError(failure -> leave.run());
        listeners.add(listener);
        if (stopped) {
            emitter.complete();
        }
        send(listener, SseEmitter.event().comment("welcome").reconnectTime(2_000));
        if (lastSeen.isPresent()) {
            recordedAt(lastSeen.getAsLong()).ifPresentOrElse(at -> catchUp(listener, at.minus(LONGEST_TRANSACTION)), () -> tellToFetchAnew(listener));
        } else if (age.isPositive()) {
            catchUp(listener, clock.instant().minus(age).minus(LONGEST_TRANSACTION));
        }
        return emitter;
    }

    /** Some of it may be told twice: news says only that something is to be fetched again. */
    private void catchUp(Listener listener, Instant from) {
        List<Entry> missed = since(from);
        if (missed.size() > LONGEST_CATCH_UP) {
            tellToFetchAnew(listener);
        } else {
            missed.forEach(entry -> send(listener, entry));
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        Thread.ofVirtual().name("live-stream").start(this::readForEver);
        Thread.ofVirtual().name("live-stream-heartbeat").start(this::beatForEver);
    }

    /** Before the server waits for running requests to end, or it waits for every open browser. */
    @EventListener(ContextClosedEvent.class)
    void stop() {
        stopped = true;
        listeners.forEach(listener -> listener.emitter().complete());
    }

    private void readForEver() {
        while (!stopped) {
            try (var connection = dataSource.getConnection(); var statement = connection.createStatement()) {
                statement.execute("listen firstfix_journal");
                PGConnection wakeUps = connection.unwrap(PGConnection.class);
                String seen = snapshot();
                // Nobody knows what was told while the database was away, or whether it is still the same one.
                listeners.forEach(this::tellToFetchAnew);
                while (!stopped) {
                    wakeUps.getNotifications(1_000);
                    News news = after(seen);
                    tell(news.entries());
                    seen = news.snapshot();
                }
            } catch (SQLException | RuntimeException e) {
                if (!stopped) {
                    LOG.warn("The live stream lost the database and tries again: {}", e.getMessage());
                    pause(Duration.ofSeconds(1));
                }
            }
        }
    }

    private void beatForEver() {
        while (!stopped) {
            pause(HEARTBEAT);
            listeners.forEach(listener -> send(listener, SseEmitter.event().name("heartbeat").data("{}")));
        }
    }

    private void tell(List<Entry> news) {
        if (news.size() > LONGEST_CATCH_UP) {
            listeners.forEach(this::tellToFetchAnew);
        } else {
            news.forEach(entry -> listeners.forEach(listener -> send(listener, entry)));
        }
    }

    private String snapshot() {
        return work.asTheHouse("live stream", () -> database.select(SNAPSHOT).fetchSingle().value1());
    }

    /**
     * What was committed since that snapshot was taken, by whichever transaction, and the snapshot that follows it: a lower position may be
     * committed after a higher one. Rows of transactions that are still to come were put back from the backup of another database.
     */
    private News after(String snapshot) {
        Condition isNew = condition("""
                transaction_id >= pg_snapshot_xmin({0}::pg_snapshot) and not pg_visible_in_snapshot(transaction_id, {0}::pg_snapshot)
                and transaction_id < pg_snapshot_xmax(pg_current_snapshot())""", val(snapshot));
        return work.asTheHouse("live stream", () -> {
            var rows = database.select(SNAPSHOT).select(TOLD).from(selectOne()).leftJoin(JOURNAL).on(isNew)
                    .orderBy(JOURNAL.POSITION).limit(LONGEST_CATCH_UP + 1).fetch();
            return new News(rows.getFirst().get(SNAPSHOT), rows.stream().filter(row -> row.get(JOURNAL.POSITION) != null).map(LiveStream::toEntry).toList());
        });
    }

    private Optional<Instant> recordedAt(long position) {
        return work.asTheHouse("live stream", () -> database.select(JOURNAL.RECORDED_AT).from(JOURNAL).where(JOURNAL.POSITION.eq(position))
                .fetchOptional(JOURNAL.RECORDED_AT));
    }

    /** Looks back from the newest row only as far as can be told; asked for by time, the whole journal might be read. */
    private List<Entry> since(Instant when) {
        return work.asTheHouse("live stream", () -> database.select(TOLD).from(JOURNAL).orderBy(JOURNAL.POSITION.desc()).limit(LONGEST_CATCH_UP + 1)
                .fetch(LiveStream::toEntry)).reversed().stream().filter(entry -> !entry.event().at().isBefore(when)).toList();
    }

    private static Entry toEntry(Record row) {
        String position = Long.toString(row.get(JOURNAL.POSITION));
        return new Entry(new LiveEvent(position, row.get(JOURNAL.SUBJECT_TYPE) + "." + row.get(JOURNAL.TYPE), row.get(JOURNAL.SUBJECT_ID),
                row.get(JOURNAL.RECORDED_AT)), new OrgPath(row.get(JOURNAL.ORG_PATH)));
    }

    private void tellToFetchAnew(Listener listener) {
        send(listener, SseEmitter.event().name("resync").data("{}"));
    }

    private void send(Listener listener, Entry entry) {
        if (listener.scope().contains(entry.orgPath())) {
            send(listener, SseEmitter.event().id(entry.event().id()).data(entry.event()));
        }
    }

    private void send(Listener listener, SseEmitter.SseEventBuilder event) {
        try {
            listener.emitter().send(event);
        } catch (IOException | IllegalStateException e) {
            listeners.remove(listener);
        }
    }

    private void pause(Duration time) {
        try {
            TimeUnit.MILLISECONDS.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stopped = true;
        }
    }
}
