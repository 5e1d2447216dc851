package org.firstfix.platform.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.firstfix.schema.platform.Tables.JOURNAL;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.firstfix.organization.OrgUnitRegistered;
import org.firstfix.organization.UserChanged;
import org.firstfix.organization.domain.RoleGrant;
import org.firstfix.organization.usecase.RegisterUser;
import org.firstfix.platform.identity.UserId;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.testing.ServerTest;
import org.firstfix.testing.TestHouse;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class LiveStreamTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Autowired
    TestHouse house;
    @Autowired
    Announcements announcements;
    @Autowired
    RegisterUser registerUser;
    @Autowired
    DSLContext database;

    /** The database was put back to its beginning under the running server, which needs a moment to notice. */
    @BeforeEach
    void theServerReadsThisDatabase() throws Exception {
        for (int turn = 0; turn < 30; turn++) {
            // Streams end when the server has lost its database, so that each turn needs one of its own.
            try (var stream = open("administrator.house", null)) {
                if (stream.until(register("hangzhou"), Duration.ofSeconds(1)).isPresent()) {
                    return;
                }
            }
        }
        throw new AssertionError("The stream tells nothing of this database.");
    }

    @Test
    void tellsWhoSeesThePlaceAndNobodyElse() throws Exception {
        try (var above = open("administrator.house", null); var elsewhere = open("agent.ningbo", null)) {
            String code = register("hangzhou");
            assertThat(above.until(code)).contains("org-unit.OrgUnitRegistered");
            String marker = register("ningbo");
            assertThat(elsewhere.until(marker)).doesNotContain(code);
        }
    }

    @Test
    void givesWhatWasMissedToABrowserThatComesBack() throws Exception {
        String lastSeen;
        try (var stream = open("administrator.house", null)) {
            String seen = stream.until(register("hangzhou"));
            lastSeen = seen.replaceAll("(?s).*\"id\":\"(\\d+)\".*", "$1");
        }
        String missed = register("hangzhou");
        try (var stream = open("administrator.house", lastSeen)) {
            assertThat(stream.until(missed)).contains(missed);
        }
    }

    @Test
    void tellsWhatHappenedBetweenReadingThePageAndOpeningTheStream() throws Exception {
        String missed = register("hangzhou");
        try (var stream = read("administrator.house", "/api/v1/stream?age=60000", null)) {
            assertThat(stream.until(missed)).contains(missed);
        }
        try (var stream = read("administrator.house", "/api/v1/stream", null)) {
            String later = register("hangzhou");
            assertThat(stream.until(later)).doesNotContain(missed);
        }
    }

    /** Positions in the journal are handed out before the commit: what is told must not depend on them. */
    @Test
    void aChangeThatIsCommittedAfterLaterOnesIsToldToo() throws Exception {
        CountDownLatch olderRuns = new CountDownLatch(1);
        CountDownLatch youngerHasAPlace = new CountDownLatch(1);
        CountDownLatch olderWasTold = new CountDownLatch(1);
        try (var stream = open("administrator.house", null); var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var older = threads.submit(() -> house.asTheHouse(() -> {
                database.fetch("select pg_current_xact_id()");
                olderRuns.countDown();
                await(youngerHasAPlace);
                return announce();
            }));
            await(olderRuns);
            var younger = threads.submit(() -> house.asTheHouse(() -> {
                String code = announce();
                youngerHasAPlace.countDown();
                await(olderWasTold);
                return code;
            }));
            assertThat(stream.until(older.get())).contains("org-unit.OrgUnitRegistered");
            olderWasTold.countDown();
            assertThat(stream.until(younger.get())).contains("org-unit.OrgUnitRegistered");
        } finally {
            olderWasTold.countDown();
        }
    }

    /** What a backup of another database brings back may carry numbers of transactions that are still to come here. */
    @Test
    void whatWasPutBackFromABackupIsNoNews() throws Exception {
        try (var stream = open("administrator.house", null)) {
            String old = "put-back";
            house.asTheHouse(() -> database.insertInto(JOURNAL).columns(JOURNAL.MODULE, JOURNAL.TYPE, JOURNAL.SUBJECT_TYPE, JOURNAL.SUBJECT_ID, JOURNAL.ORG_PATH,
                    JOURNAL.OCCURRED_AT, JOURNAL.RECORDED_AT, JOURNAL.ACTOR_NAME, JOURNAL.PAYLOAD, field("transaction_id"))
                    .values(val("organization"), val("OrgUnitRegistered"), val("org-unit"), val(old), val("house"), val(now()), val(now()), val("test"), val(JSONB.valueOf("{}")),
                            field("'1000000'::xid8")).execute());
            assertThat(stream.until(register("hangzhou"))).doesNotContain(old);
        }
    }

    /** A telephone in a tunnel, a closed laptop: what they do not take in fills the line, and whoever writes to it waits. */
    @Test
    void aBrowserThatDoesNotReadHoldsUpNobodyElse() throws Exception {
        try (InputStream asleep = house.anonymous().signIn("administrator.house", TestHouse.PASSWORD).stream("/api/v1/stream", null);
                var awake = open("administrator.house", null)) {
            house.asTheHouse(() -> muchHappens(1_900, "x".repeat(10_000)));
            assertThat(awake.until(register("hangzhou"))).contains("org-unit.OrgUnitRegistered");
        }
    }

    /** What a stream tells was settled when it was opened. */
    @Test
    void whoseRolesChangeComesBackWithWhatTheySeeNow() throws Exception {
        UserId id = agent("moves");
        try (var stream = open("moves", null); var other = open("agent.hangzhou", null)) {
            stream.until(register("hangzhou"));
            house.client("administrator.house").put("/api/v1/users/" + id.value(), Map.of("name", "搬家", "phone", "", "email", "", "language", "en", "active", true,
                    "roles", List.of(Map.of("role", "AGENT", "orgUnitCode", "ningbo"))), 0).expect(200);
            assertThat(stream.ended(PATIENCE)).isTrue();
            other.until(register("hangzhou"));
            assertThat(other.ended(Duration.ZERO)).isFalse();
        }
    }

    @Test
    void ofTooMuchAtOnceOnlyThatIsTold() throws Exception {
        UserId id = agent("moves-in-a-crowd");
        try (var stream = open("administrator.house", null); var moves = open("moves-in-a-crowd", null)) {
            String marker = register("hangzhou");
            stream.until(marker);
            moves.until(marker);
            house.asTheHouse(() -> {
                int rows = muchHappens(2_100, "crowd");
                announcements.announce(new UserChanged(id, "moves-in-a-crowd", Set.of("roles"), new OrgPath("house"), now()));
                return rows;
            });
            stream.until("resync");
            assertThat(stream.until(register("hangzhou"))).doesNotContain("crowd");
            assertThat(moves.ended(PATIENCE)).isTrue();
        }
    }

    /** Recorded yesterday, so that browsers of other tests, which come back after a moment, have not missed it. */
    private int muchHappens(int changes, String subject) {
        return database.execute("""
                insert into platform.journal (module, type, subject_type, subject_id, org_path, occurred_at, recorded_at, actor_name, payload)
                select 'test', 'Changed', 'test', {0} || n, 'house', now(), now() - interval '1 day', 'test', '{}' from generate_series(1, {1}) n""", val(subject), val(changes));
    }

    private UserId agent(String userName) {
        return house.asTheHouse(() -> registerUser.handle(new RegisterUser.Command(userName, TestHouse.PASSWORD, false, "搬家", "", "", "en", "hangzhou",
                List.of(new RoleGrant("AGENT", "hangzhou"))))).userId();
    }

    @Test
    void aBrowserThatKnowsAnotherDatabaseFetchesAnew() throws Exception {
        try (var stream = open("administrator.house", "999999999")) {
            assertThat(stream.until("resync")).isEmpty();
        }
    }

    private String announce() {
        String code = "u" + UUID.randomUUID().toString().substring(0, 8);
        announcements.announce(new OrgUnitRegistered(code, "STATION", new OrgPath("house"), now()));
        return code;
    }

    private static Instant now() {
        return Clock.systemUTC().instant();
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("nothing happened within " + PATIENCE);
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private String register(String parent) {
        String code = "u" + UUID.randomUUID().toString().substring(0, 8);
        house.client("administrator.house").post("/api/v1/org-units", Map.of("code", code, "kind", "STATION", "nameZh", code,
                "nameEn", code, "parentCode", parent, "zone", "Asia/Shanghai")).expect(201);
        return code;
    }

    private Listening open(String user, @Nullable String lastSeen) {
        return read(user, "/api/v1/stream", lastSeen);
    }

    private Listening read(String user, String path, @Nullable String lastSeen) {
        return new Listening(house.anonymous().signIn(user, TestHouse.PASSWORD).stream(path, lastSeen));
    }

    /** A browser that keeps what it hears. Read beside the test: who reads a quiet stream himself cannot give up. */
    private static final class Listening implements AutoCloseable {
        private final InputStream stream;
        private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
        private final CountDownLatch ended = new CountDownLatch(1);

        Listening(InputStream stream) {
            this.stream = stream;
            Thread.ofVirtual().start(() -> {
                try {
                    new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8)).lines().forEach(heard::add);
                    ended.countDown();
                } catch (RuntimeException closed) {
                    // The test has heard enough.
                }
            });
        }

        /** All data lines up to the one that names the subject. */
        Optional<String> until(String subject, Duration patience) throws InterruptedException {
            StringBuilder seen = new StringBuilder();
            long end = System.nanoTime() + patience.toNanos();
            for (String line = next(end); line != null; line = next(end)) {
                if (line.startsWith("data:")) {
                    seen.append(line);
                }
                if (line.contains(subject)) {
                    return Optional.of(seen.toString());
                }
            }
            return Optional.empty();
        }

        String until(String subject) throws InterruptedException {
            return until(subject, PATIENCE).orElseThrow(() -> new AssertionError("nothing of " + subject + " within " + PATIENCE));
        }

        /** Whether the server ended it. */
        boolean ended(Duration patience) throws InterruptedException {
            return ended.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        }

        private @Nullable String next(long end) throws InterruptedException {
            return heard.poll(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        }

        @Override
        public void close() throws IOException {
            stream.close();
        }
    }
}
