package org.firstfix.reminder;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.platform.identity.UserDirectory;
import org.firstfix.platform.identity.UserId;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.platform.time.HouseClock;
import org.firstfix.testing.TestHouse;
import org.jooq.DSLContext;
import tools.jackson.databind.JsonNode;

/** Duties and what became of them, for the tests of this module. */
final class ReminderScene {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final OrgPath HANGZHOU = new OrgPath("house.east.hangzhou");

    private final TestHouse house;
    private final ReminderApi reminders;
    private final UserDirectory users;
    private final DSLContext database;

    ReminderScene(TestHouse house, ReminderApi reminders, UserDirectory users, DSLContext database) {
        this.house = house;
        this.reminders = reminders;
        this.users = users;
        this.database = database;
    }

    UserId user(String name) {
        return users.credentialsOf(name).orElseThrow().userId();
    }

    /** Entrusted by the house now, so that it is news to the person. */
    DutyId entrust(ReminderApi.Key key, String who, Instant due, Optional<String> calendar, boolean urgent) {
        return house.asTheHouse(() -> reminders.entrust(new ReminderApi.NewDuty(key, "A-" + key.id().substring(0, 8), "/customers/A-1001",
                new ReminderApi.Title.Words("回电 " + key.id(), "Call back " + key.id()), user(who), HANGZHOU, due, calendar, Optional.of(ZONE),
                "PROMISE", urgent)));
    }

    DutyId entrustAt(Instant now, ReminderApi.Key key, String who, Instant due, Optional<String> calendar, boolean urgent) {
        return HouseClock.at(now, () -> entrust(key, who, due, calendar, urgent));
    }

    static ReminderApi.Key newKey() {
        return new ReminderApi.Key("test", UUID.randomUUID().toString(), "call");
    }

    /** Kinds of the ledger, oldest first. */
    List<String> ledger(DutyId duty) {
        return house.asTheHouse(() -> database.fetch("select kind from reminder.reminder_entry where duty_id = ? order by id", duty.value())
                .getValues("kind", String.class));
    }

    int count(String sql, Object... values) {
        return house.asTheHouse(() -> database.fetchSingle(sql, values).get(0, Integer.class));
    }

    /** Templates of the messages about a duty in somebody's inbox, oldest first. */
    List<String> inbox(String who, DutyId duty) {
        return house.client(who).get("/api/v1/inbox?limit=500").expect(200).json().path("items").valueStream()
                .filter(message -> message.path("link").asString().endsWith(duty.value().toString()))
                .map(message -> message.path("template").asString()).toList().reversed();
    }

    Optional<JsonNode> waiting(String who, DutyId duty) {
        return house.client(who).get("/api/v1/reminders?limit=500").expect(200).json().path("items").valueStream()
                .filter(row -> row.path("id").asString().equals(duty.value().toString())).findFirst();
    }

    /** @param local as {@code 06-16T10:00} of 2098: nothing there is due for the server's own clock */
    static Instant at(String local) {
        return LocalDateTime.parse("2098-" + local).atZone(ZONE).toInstant();
    }
}
