package org.firstfix.cases.query;

import static org.firstfix.schema.cases.Tables.SERVICE_CASE;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.firstfix.customer.ContactId;
import org.firstfix.customer.ContactSummary;
import org.firstfix.customer.CustomerApi;
import org.firstfix.platform.work.Query;
import org.jooq.DSLContext;

/** Somebody who might call: for the demo's telephone. */
@Query
public class RecentCallers {
    private static final int AMONG = 200;

    private final DSLContext database;
    private final CustomerApi customers;

    RecentCallers(DSLContext database, CustomerApi customers) {
        this.database = database;
        this.customers = customers;
    }

    /** The number of one of the contacts of the newest cases. */
    public Optional<String> somebody() {
        List<ContactId> contacts = database.select(SERVICE_CASE.CONTACT_ID).from(SERVICE_CASE)
                .where(SERVICE_CASE.CONTACT_ID.isNotNull())
                .orderBy(SERVICE_CASE.REPORTED_AT.desc(), SERVICE_CASE.ID.desc()).limit(AMONG)
                .fetch(row -> new ContactId(row.value1()));
        List<String> numbers = customers.contacts(contacts.stream().distinct().toList()).values().stream()
                .map(RecentCallers::number).filter(number -> !number.isBlank()).sorted().toList();
        return numbers.isEmpty() ? Optional.empty() : Optional.of(numbers.get(ThreadLocalRandom.current().nextInt(numbers.size())));
    }

    private static String number(ContactSummary contact) {
        return contact.mobile().isBlank() ? contact.phone() : contact.mobile();
    }
}
