package org.firstfix.platform.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.firstfix.schema.platform.Tables.JOURNAL;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.firstfix.platform.identity.Actor;
import org.firstfix.platform.identity.UserId;
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
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells browsers what changed: the journal, without its contents, as server-sent events. One reader per node, woken by
 * the database; each browser gets only what lies in its user's scope, and what it missed when it comes back with the
 * last id it saw. It is told to fetch anew when that is too long ago.
 *
 * <p>Each browser is written to by the (virtual) thread of its own request. So one that takes nothing in holds up nobody
 * else, and nobody writes to a request that the web server has ended meanwhile.
 */
@Component
public class LiveStream {
    private static final Logger LOG = LoggerFactory.getLogger(LiveStream.class);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final Duration LONGEST_STREAM = Duration.ofHours(12);
    private static final int LONGEST_CATCH_UP = 2_000;
    /** A change is recorded at most this long before the end of its transaction, and only then told. */
    private static final Duration LONGEST_TRANSACTION = Duration.ofMinutes(1);
    private static final List<Field<?>> TOLD = List.of(JOURNAL.POSITION, JOURNAL.TYPE, JOURNAL.SUBJECT_TYPE, JOURNAL.SUBJECT_ID, JOURNAL.RECORDED_AT,
            JOURNAL.ORG_PATH);
    private static final byte[] WELCOME = ":welcome\nretry:2000\n\n".getBytes(UTF_8);
    private static final byte[] BEAT = "event:heartbeat\ndata:{}\n\n".getBytes(UTF_8);
    private static final byte[] FETCH_ANEW = "event:resync\ndata:{}\n\n".getBytes(UTF_8);
    private static final String USER = "user";
    private static final Field<String> SNAPSHOT = field("pg_current_snapshot()::text", String.class);

    /**
     * @param type what kind of thing changed and how: {@code case.CaseReceived}
     * @param subject the id of the thing
     */
    record LiveEvent(String id, String type, String subject, Instant at) {}

    /** @param message the event as all browsers get it */
    private record Entry(LiveEvent event, OrgPath orgPath, byte[] message) {
        boolean isAbout(UserId user) {
            return event.type().startsWith(USER + ".") && event.subject().equals(user.value().toString());
        }
    }

    /** @param snapshot which transactions had ended, as PostgreSQL writes it */
    private record News(String snapshot, List<Entry> entries) {}

    private final DSLContext database;
    private final DataSource dataSource;
    private final Work work;
    private final Clock clock;
    private final JsonMapper json;
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private volatile boolean stopped;

    LiveStream(DSLContext database, DataSource dataSource, Work work, Clock clock, JsonMapper json) {
        this.database = database;
        this.dataSource = dataSource;
        this.work = work;
        this.clock = clock;
        this.json = json;
    }

    /** What waits to be written to one browser. */
    private static final class Listener {
        private final Actor actor;
        private final BlockingQueue<byte[]> waiting = new LinkedBlockingQueue<>(LONGEST_CATCH_UP);
        private volatile boolean ended;

        Listener(Actor actor) {
            this.actor = actor;
        }

        void tell(List<Entry> news) {
            if (actor.userId().filter(user -> news.stream().anyMatch(entry -> entry.isAbout(user))).isPresent()) {
                end();
            } else if (news.size() > LONGEST_CATCH_UP) {
                insteadOfAll(FETCH_ANEW);
            } else {
                news.stream().filter(entry -> isSeenBy(actor, entry)).forEach(this::tell);
            }
        }

        private void tell(Entry entry) {
            if (!waiting.offer(entry.message())) {
                insteadOfAll(FETCH_ANEW);
            }
        }

        /** What this user may see has perhaps changed. The browser comes back, if it still may, and fetches anew. */
        void end() {
            ended = true;
            // It is no longer written; it wakes who waits for it.
            insteadOfAll(BEAT);
        }

        private void insteadOfAll(byte[] message) {
            waiting.clear();
            waiting.offer(message);
        }
    }

    /**
     * Writes until the browser leaves, the server stops, the user is changed or the stream has become old.
     *
     * @param lastSeen the newest event the browser knows; none when it opens the stream for the first time
     * @param age how old what the browser shows may be already: a page is read before its stream is open
     */
    void write(Actor actor, OptionalLong lastSeen, Duration age, OutputStream browser) {
        Instant tooOld = clock.instant().plus(LONGEST_STREAM);
        Listener listener = new Listener(actor);
        listeners.add(listener);
        try {
            browser.write(WELCOME);
            for (byte[] message : missed(actor, lastSeen, age)) {
                browser.write(message);
            }
            byte[] next = BEAT;
            while (!listener.ended && !stopped && clock.instant().isBefore(tooOld)) {
                browser.write(next);
                if (listener.waiting.isEmpty()) {
                    browser.flush();
                }
                next = Objects.requireNonNullElse(listener.waiting.poll(HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS), BEAT);
            }
        } catch (IOException browserLeft) {
            LOG.debug("A browser has left its stream.", browserLeft);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            listeners.remove(listener);
        }
    }

    /** Some of it may be told twice: news says only that something is to be fetched again. */
    private List<byte[]> missed(Actor actor, OptionalLong lastSeen, Duration age) {
        if (lastSeen.isEmpty() && !age.isPositive()) {
            return List.of();
        }
        Optional<Instant> from = lastSeen.isPresent() ? recordedAt(lastSeen.getAsLong()) : Optional.of(clock.instant().minus(age));
        List<Entry> missed = from.map(at -> since(at.minus(LONGEST_TRANSACTION))).orElse(List.of());
        return from.isEmpty() || missed.size() > LONGEST_CATCH_UP ? List.of(FETCH_ANEW)
                : missed.stream().filter(entry -> isSeenBy(actor, entry)).map(Entry::message).toList();
    }

    private static boolean isSeenBy(Actor actor, Entry entry) {
        return actor.scope().contains(entry.orgPath());
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        Thread.ofVirtual().name("live-stream").start(this::readForEver);
    }

    /** Before the server waits for running requests to end, or it waits for every open browser. */
    @EventListener(ContextClosedEvent.class)
    void stop() {
        stopped = true;
        listeners.forEach(Listener::end);
    }

    private void readForEver() {
        while (!stopped) {
            try (var connection = dataSource.getConnection(); var statement = connection.createStatement()) {
                statement.execute("listen firstfix_journal");
                PGConnection wakeUps = connection.unwrap(PGConnection.class);
                String seen = snapshot();
                // Nobody knows what happened while the database was away, or whether it is still the same one.
                listeners.forEach(Listener::end);
                while (!stopped) {
                    wakeUps.getNotifications(1_000);
                    News news = after(seen);
                    listeners.forEach(listener -> listener.tell(news.entries()));
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

    private String snapshot() {
        return work.asTheHouse("live stream", () -> database.select(SNAPSHOT).fetchSingle().value1());
    }

    /**
     * What was committed since that snapshot was taken, by whichever transaction, and the snapshot that follows it: a lower position may be
     * committed after a higher one. Rows of transactions that are still to come were put back from the backup of another database.
     * Of too many, those about users come first: whose they are must be known.
     */
    private News after(String snapshot) {
        Condition isNew = condition("""
                transaction_id >= pg_snapshot_xmin({0}::pg_snapshot) and not pg_visible_in_snapshot(transaction_id, {0}::pg_snapshot)
                and transaction_id < pg_snapshot_xmax(pg_current_snapshot())""", val(snapshot));
        return work.asTheHouse("live stream", () -> {
            var rows = database.select(SNAPSHOT).select(TOLD).from(selectOne()).leftJoin(JOURNAL).on(isNew)
                    .orderBy(JOURNAL.SUBJECT_TYPE.eq(USER).desc(), JOURNAL.POSITION).limit(LONGEST_CATCH_UP + 1).fetch();
            return new News(rows.getFirst().get(SNAPSHOT), rows.stream().filter(row -> row.get(JOURNAL.POSITION) != null).map(this::toEntry).toList());
        });
    }

    private Optional<Instant> recordedAt(long position) {
        return work.asTheHouse("live stream", () -> database.select(JOURNAL.RECORDED_AT).from(JOURNAL).where(JOURNAL.POSITION.eq(position))
                .fetchOptional(JOURNAL.RECORDED_AT));
    }

    /** Looks back from the newest row only as far as can be told; asked for by time, the whole journal might be read. */
    private List<Entry> since(Instant when) {
        return work.asTheHouse("live stream", () -> database.select(TOLD).from(JOURNAL).orderBy(JOURNAL.POSITION.desc()).limit(LONGEST_CATCH_UP + 1).fetch()
                .reversed().stream().filter(row -> !row.get(JOURNAL.RECORDED_AT).isBefore(when)).map(this::toEntry).toList());
    }

    private Entry toEntry(Record row) {
        String position = Long.toString(row.get(JOURNAL.POSITION));
        LiveEvent event = new LiveEvent(position, row.get(JOURNAL.SUBJECT_TYPE) + "." + row.get(JOURNAL.TYPE), row.get(JOURNAL.SUBJECT_ID), row.get(JOURNAL.RECORDED_AT));
        byte[] message = "id:%s\ndata:%s\n\n".formatted(position, json.writeValueAsString(event)).getBytes(UTF_8);
        return new Entry(event, new OrgPath(row.get(JOURNAL.ORG_PATH)), message);
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
