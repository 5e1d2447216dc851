package org.firstfix.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.firstfix.reminder.ReminderScene.at;
import static org.firstfix.reminder.ReminderScene.newKey;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.firstfix.organization.domain.RoleGrant;
import org.firstfix.organization.usecase.RegisterUser;
import org.firstfix.platform.identity.UserDirectory;
import org.firstfix.platform.time.HouseClock;
import org.firstfix.reminder.usecase.RunMoments;
import org.firstfix.testing.ServerTest;
import org.firstfix.testing.TestHouse;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Moments on a real database, in 2098: by the policy for promises, office hours 09:00 to 18:00. Monday is 06-16. */
@ServerTest
class ReminderEngineTest {
    private static final String AGENT = "agent.hangzhou";
    private static final String MANAGER = "service_manager.hangzhou";

    @Autowired
    TestHouse house;
    @Autowired
    ReminderApi reminders;
    @Autowired
    RunMoments moments;
    @Autowired
    UserDirectory users;
    @Autowired
    RegisterUser registerUser;
    @Autowired
    DSLContext database;

    private ReminderScene scene;

    @BeforeEach
    void scene() {
        scene = new ReminderScene(house, reminders, users, database);
    }

    @Test
    void remindsOnArrivalAndBeforeItRunsOverAndThenGoesUp() {
        house.asTheHouse(() -> registerUser.handle(new RegisterUser.Command("director.house", TestHouse.PASSWORD, false, "总监", "", "director@firstfix.test",
                "en", "house", List.of(new RoleGrant("SERVICE_MANAGER", "house")))));
        DutyId duty = scene.entrustAt(at("06-16T10:00"), newKey(), AGENT, at("06-16T15:00"), Optional.empty(), false);
        runAt("06-16T10:00");
        assertThat(scene.inbox(AGENT, duty)).containsExactly("reminder-arrival");
        runAt("06-16T13:59");
        assertThat(scene.inbox(AGENT, duty)).as("not yet").hasSize(1);
        runAt("06-16T14:00");
        assertThat(scene.inbox(AGENT, duty)).containsExactly("reminder-arrival", "reminder-before-due");
        assertThat(mails(duty)).isEqualTo(1);
        runAt("06-16T15:00");
        assertThat(scene.inbox(MANAGER, duty)).containsExactly("reminder-escalation");
        assertThat(scene.inbox("service_manager.ningbo", duty)).isEmpty();
        assertThat(scene.inbox("director.house", duty)).as("not yet").isEmpty();
        runAt("06-16T17:00");
        assertThat(scene.inbox("director.house", duty)).as("nobody in the region, so the house").containsExactly("reminder-escalation");
        assertThat(scene.inbox(MANAGER, duty)).hasSize(1);
        // Two working hours later is Tuesday at ten.
        runAt("06-17T09:59");
        assertThat(scene.inbox("director.house", duty)).hasSize(1);
        runAt("06-17T10:00");
        assertThat(scene.inbox("director.house", duty)).as("the top hears it again").hasSize(2);
        assertThat(scene.ledger(duty)).containsExactly("SCHEDULED", "REMINDED", "REMINDED", "ESCALATED", "ESCALATED", "ESCALATED");
        house.client(MANAGER).post("/api/v1/reminders/" + duty.value() + "/acknowledge", Map.of("reason", "已联系客户")).expect(200);
        runAt("06-18T15:00");
        assertThat(scene.inbox("director.house", duty)).as("acknowledged: it climbs no further").hasSize(2);
    }

    @Test
    void severalRunnersRemindExactlyOnce() throws Exception {
        List<DutyId> duties = IntStream.range(0, 40)
                .mapToObj(i -> scene.entrustAt(at("07-01T10:00"), newKey(), AGENT, at("07-01T15:00"), Optional.empty(), false)).toList();
        for (String moment : List.of("07-01T10:00", "07-01T14:00", "07-01T15:00")) {
            runTogether(4, () -> HouseClock.at(at(moment), () -> moments.run()));
        }
        for (DutyId duty : duties) {
            assertThat(scene.ledger(duty)).containsExactly("SCHEDULED", "REMINDED", "REMINDED", "ESCALATED");
            assertThat(scene.count("select count(*) from platform.journal where type = 'ReminderGiven' and subject_id = ?", duty.value().toString())).isEqualTo(3);
            assertThat(scene.count("select count(*) from notification.inbox_message where link = ?", "/reminders?id=" + duty.value())).isEqualTo(3);
            assertThat(mails(duty)).as("before it is due, and upwards").isEqualTo(2);
        }
    }

    @Test
    void whatAKilledServerHadBegunIsDoneOnceByAnother() {
        DutyId duty = scene.entrustAt(at("08-04T10:00"), newKey(), AGENT, at("08-04T15:00"), Optional.empty(), false);
        assertThatThrownBy(() -> house.asTheHouse(() -> {
            runAt("08-04T10:00");
            assertThat(ledgerInside(duty)).as("done, but not committed").containsExactly("SCHEDULED", "REMINDED");
            throw new IllegalStateException("killed");
        })).hasMessage("killed");
        assertThat(scene.ledger(duty)).containsExactly("SCHEDULED");
        assertThat(scene.inbox(AGENT, duty)).isEmpty();
        runAt("08-04T10:00");
        runAt("08-04T10:00");
        assertThat(scene.ledger(duty)).containsExactly("SCHEDULED", "REMINDED");
        assertThat(scene.inbox(AGENT, duty)).containsExactly("reminder-arrival");
    }

    @Test
    void whatOneRunnerHoldsTheOtherLeavesAlone() throws Exception {
        DutyId duty = scene.entrustAt(at("08-05T10:00"), newKey(), AGENT, at("08-05T15:00"), Optional.empty(), false);
        try (var pool = Executors.newSingleThreadExecutor()) {
            house.asTheHouse(() -> {
                database.fetch("select 1 from reminder.duty where id = ? for update", duty.value());
                try {
                    pool.submit(() -> runAt("08-05T10:00")).get();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
                return true;
            });
        }
        assertThat(scene.ledger(duty)).containsExactly("SCHEDULED");
        runAt("08-05T10:00");
        assertThat(scene.ledger(duty)).containsExactly("SCHEDULED", "REMINDED");
    }

    @Test
    void quietHoursHoldBackUntilTheirEnd() {
        DutyId duty = scene.entrustAt(at("09-01T19:00"), newKey(), AGENT, at("09-01T23:00"), Optional.of("ALWAYS"), false);
        runAt("09-01T19:00");
        runAt("09-01T22:00");
        runAt("09-01T23:00");
        assertThat(scene.inbox(AGENT, duty)).as("the second came when it was quiet").containsExactly("reminder-arrival");
        assertThat(scene.inbox(MANAGER, duty)).isEmpty();
        runAt("09-02T08:00");
        assertThat(scene.inbox(AGENT, duty)).containsExactly("reminder-arrival", "reminder-before-due");
        assertThat(scene.inbox(MANAGER, duty)).containsExactly("reminder-escalation");
        assertThat(scene.ledger(duty)).containsExactly("SCHEDULED", "REMINDED", "REMINDED", "ESCALATED");
        runAt("09-02T09:59");
        assertThat(scene.ledger(duty)).as("the next level counts from when it was heard").hasSize(4);
    }

    @Test
    void whatIsUrgentIsNotHeldBackAndWhatIsDoneIsNotSaidLater() {
        DutyId urgent = scene.entrustAt(at("09-08T22:00"), newKey(), AGENT, at("09-08T23:30"), Optional.of("ALWAYS"), true);
        ReminderApi.Key key = newKey();
        DutyId done = scene.entrustAt(at("09-08T22:00"), key, AGENT, at("09-08T23:30"), Optional.of("ALWAYS"), false);
        runAt("09-08T22:00");
        assertThat(scene.inbox(AGENT, urgent)).containsExactly("reminder-arrival");
        assertThat(scene.inbox(AGENT, done)).isEmpty();
        HouseClock.at(at("09-08T22:10"), () -> house.asTheHouse(() -> {
            reminders.withdraw(key, "done");
            return true;
        }));
        runAt("09-09T08:00");
        assertThat(scene.inbox(AGENT, done)).isEmpty();
        assertThat(scene.ledger(done)).containsExactly("SCHEDULED", "REMINDED", "WITHDRAWN");
    }

    @Test
    void sayingTheSameTwiceChangesNothingAndAnotherTimeMovesIt() {
        ReminderApi.Key key = newKey();
        DutyId duty = scene.entrustAt(at("10-08T10:00"), key, AGENT, at("10-08T15:00"), Optional.empty(), false);
        assertThat(scene.entrustAt(at("10-08T10:01"), key, AGENT, at("10-08T15:00"), Optional.empty(), false)).isEqualTo(duty);
        assertThat(scene.ledger(duty)).containsExactly("SCHEDULED");
        scene.entrustAt(at("10-08T10:02"), key, AGENT, at("10-08T17:00"), Optional.empty(), false);
        assertThat(scene.ledger(duty)).containsExactly("SCHEDULED", "MOVED");
        assertThat(nextAt(duty)).isEqualTo(at("10-08T16:00"));
        HouseClock.at(at("10-08T11:00"), () -> house.asTheHouse(() -> {
            reminders.withdraw(key, "kept");
            reminders.withdraw(key, "kept");
            reminders.withdraw(newKey(), "unknown");
            return true;
        }));
        assertThat(scene.ledger(duty)).containsExactly("SCHEDULED", "MOVED", "WITHDRAWN");
        scene.entrustAt(at("10-08T12:00"), key, AGENT, at("10-08T17:00"), Optional.empty(), false);
        assertThat(scene.ledger(duty)).as("it came back").containsExactly("SCHEDULED", "MOVED", "WITHDRAWN", "SCHEDULED");
    }

    @Test
    void theLedgerCannotBeRewritten() {
        scene.entrustAt(at("11-03T10:00"), newKey(), AGENT, at("11-03T15:00"), Optional.empty(), false);
        for (String change : List.of("update reminder.reminder_entry set reason = 'x'", "delete from reminder.reminder_entry")) {
            assertThatThrownBy(() -> house.asTheHouse(() -> database.execute(change))).rootCause().hasMessageContaining("permission denied");
        }
    }

    private int mails(DutyId duty) {
        return scene.count("select count(*) from notification.outgoing_mail where once_key like ?", "reminder:" + duty.value() + "%");
    }

    private List<String> ledgerInside(DutyId duty) {
        return database.fetch("select kind from reminder.reminder_entry where duty_id = ? order by id", duty.value()).getValues("kind", String.class);
    }

    private Instant nextAt(DutyId duty) {
        return house.asTheHouse(() -> database.fetchSingle("select next_at from reminder.duty where id = ?", duty.value()).get(0, Instant.class));
    }

    private void runAt(String local) {
        HouseClock.at(at(local), () -> moments.run());
    }

    private static void runTogether(int runners, Callable<Integer> run) throws Exception {
        CyclicBarrier together = new CyclicBarrier(runners);
        try (var pool = Executors.newFixedThreadPool(runners)) {
            List<Future<Integer>> results = pool.invokeAll(IntStream.range(0, runners).<Callable<Integer>>mapToObj(i -> () -> {
                together.await();
                return run.call();
            }).toList());
            for (Future<Integer> result : results) {
                result.get();
            }
        }
    }
}
