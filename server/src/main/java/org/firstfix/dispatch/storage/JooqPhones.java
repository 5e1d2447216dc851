package org.firstfix.dispatch.storage;

import static org.firstfix.schema.dispatch.Tables.PHONE_CONTACT;
import static org.jooq.impl.DSL.max;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.firstfix.dispatch.domain.Phones;
import org.firstfix.platform.identity.PersonId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

@Repository
class JooqPhones implements Phones {
    private static final Duration AT_MOST_EVERY = Duration.ofMinutes(1);
    /** More devices than anybody has; then it begins anew, which costs one more write for each. */
    private static final int REMEMBERED = 20_000;

    private record Device(PersonId person, String name) {}

    private final DSLContext database;
    private final Clock clock;
    private final Map<Device, Instant> written = new ConcurrentHashMap<>();

    JooqPhones(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void heard(PersonId person, String device) {
        Instant now = clock.instant();
        Device from = new Device(person, device);
        Instant before = written.get(from);
        if (before != null && before.plus(AT_MOST_EVERY).isAfter(now)) {
            return;
        }
        if (written.size() >= REMEMBERED) {
            written.clear();
        }
        written.put(from, now);
        database.insertInto(PHONE_CONTACT).set(PHONE_CONTACT.PERSON_ID, person.value()).set(PHONE_CONTACT.DEVICE, device).set(PHONE_CONTACT.HEARD_AT, now)
                .onConflict(PHONE_CONTACT.PERSON_ID, PHONE_CONTACT.DEVICE).doUpdate().set(PHONE_CONTACT.HEARD_AT, now)
                .where(PHONE_CONTACT.HEARD_AT.lt(now)).execute();
    }

    @Override
    public Map<PersonId, Instant> lastHeard(Collection<PersonId> people) {
        return database.select(PHONE_CONTACT.PERSON_ID, max(PHONE_CONTACT.HEARD_AT)).from(PHONE_CONTACT)
                .where(PHONE_CONTACT.PERSON_ID.in(people.stream().map(PersonId::value).toList())).groupBy(PHONE_CONTACT.PERSON_ID).fetch().stream()
                .collect(Collectors.toMap(row -> new PersonId(row.value1()), row -> row.value2()));
    }
}
