package org.firstfix.platform.stream;

import static org.firstfix.schema.platform.Tables.JOURNAL;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
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
import org.jooq.OrderField;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
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

    /**
     * @param type what kind of thing changed and how: {@code case.CaseReceived}
     * @param subject the id of the thing
     */
    record LiveEvent(String id, String type, String subject, Instant at) {}

    private record Entry(long position, LiveEvent event, OrgPath orgPath) {}

    private final DSLContext database;
    private final DataSource dataSource;
    private final Work work;
    private final Clock clock;
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;
    private volatile long position = -1;

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
        send(listener, SseEmitter.event().comment("welcome").reconnectTime(2_000));
        if (lastSeen.isPresent()) {
            catchUp(listener, after(lastSeen.getAsLong(), LONGEST_CATCH_UP + 1));
        } else if (age.isPositive()) {
            catchUp(listener, since(clock.instant().minus(age)));
        }
        return emitter;
    }

    private void catchUp(Listener listener, List<Entry> missed) {
        if (missed.size() > LONGEST_CATCH_UP) {
            send(listener, SseEmitter.event().name("resync").data("{}"));
        } else {
            missed.forEach(entry -> send(listener, entry));
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        Thread.ofVirtual().name("live-stream").start(this::readForEver);
        Thread.ofVirtual().name("live-stream-heartbeat").start(this::beatForEver);
    }

    @PreDestroy
    void stop() {
        stopped = true;
        listeners.forEach(listener -> listener.emitter().complete());
    }

    private void readForEver() {
        while (!stopped) {
            try (var connection = dataSource.getConnection(); var statement = connection.createStatement()) {
                statement.execute("listen firstfix_journal");
                PGConnection wakeUps = connection.unwrap(PGConnection.class);
                // A database that was put back from a backup counts on from an earlier place.
                long newest = newest();
                if (position < 0 || newest < position) {
                    position = newest;
                }
                while (!stopped) {
                    wakeUps.getNotifications(1_000);
                    List<Entry> news = after(position, 1_000);
                    news.forEach(entry -> listeners.forEach(listener -> send(listener, entry)));
                    position = news.isEmpty() ? position : news.getLast().position();
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

    private long newest() {
        return work.asTheHouse("live stream", () -> {
            Long newest = database.select(max(JOURNAL.POSITION)).from(JOURNAL).fetchSingle().value1();
            return newest == null ? 0 : newest;
        });
    }

    /** Only rows below the oldest running transaction: a lower position may otherwise still be on its way. */
    private List<Entry> after(long seen, int most) {
        return read(JOURNAL.POSITION.gt(seen), JOURNAL.POSITION.asc(), most);
    }

    /** Looks back from the newest row only as far as can be told; asked for by time, the whole journal might be read. */
    private List<Entry> since(Instant when) {
        return read(noCondition(), JOURNAL.POSITION.desc(), LONGEST_CATCH_UP + 1).stream()
                .filter(entry -> !entry.event().at().isBefore(when)).sorted(Comparator.comparing(Entry::position)).toList();
    }

    private List<Entry> read(Condition which, OrderField<Long> order, int most) {
        return work.asTheHouse("live stream", () -> database
                .select(JOURNAL.POSITION, JOURNAL.TYPE, JOURNAL.SUBJECT_TYPE, JOURNAL.SUBJECT_ID, JOURNAL.RECORDED_AT, JOURNAL.ORG_PATH)
                .from(JOURNAL)
                .where(which)
                .and("transaction_id < pg_snapshot_xmin(pg_current_snapshot())")
                .orderBy(order).limit(most)
                .fetch(row -> new Entry(row.value1(), new LiveEvent(Long.toString(row.value1()),
                        row.value3() + "." + row.value2(), row.value4(), row.value5()), new OrgPath(row.value6()))));
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
