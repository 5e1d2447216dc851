package org.firstfix.notification.usecase;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.firstfix.notification.domain.MailAddress;
import org.firstfix.notification.domain.NewInboxMessage;
import org.firstfix.notification.domain.NewMail;
import org.firstfix.notification.domain.Values;
import org.firstfix.organization.OrganizationApi;
import org.firstfix.organization.PersonSummary;
import org.firstfix.platform.work.Work;
import org.firstfix.reminder.Channel;
import org.firstfix.reminder.ReminderGiven;
import org.springframework.stereotype.Component;

/** Writes a reminder into inboxes and mails, in the transaction of its moment. */
@Component
public class TellReminded {
    private final Work work;
    private final OrganizationApi organization;
    private final Telling telling;
    private final Postbox postbox;

    TellReminded(Work work, OrganizationApi organization, Telling telling, Postbox postbox) {
        this.work = work;
        this.organization = organization;
        this.telling = telling;
        this.postbox = postbox;
    }

    public void tell(ReminderGiven given) {
        work.asTheHouse("notification", () -> {
            Collection<PersonSummary> people = organization.peopleOfUsers(given.recipients()).values();
            String template = "reminder-" + given.moment().name().toLowerCase(Locale.ROOT).replace('_', '-');
            String once = "reminder:" + given.onceKey();
            Values values = valuesOf(given);
            if (given.channels().contains(Channel.INBOX)) {
                telling.people(people, new NewInboxMessage(once, template, values.asMap(), "/reminders?id=" + given.dutyId().value(), given.urgent()));
            }
            if (given.channels().contains(Channel.MAIL)) {
                people.forEach(person -> mail(given, template, once, values, person));
            }
        });
    }

    private Values valuesOf(ReminderGiven given) {
        String responsible = organization.findByUser(given.responsible()).map(PersonSummary::name).orElse("");
        return new Values().with("number", given.number()).with("title", Values.pair(given.titleZh(), given.titleEn()))
                .with("due", Values.moment(given.dueAt(), given.zone())).with("responsible", responsible).with("level", given.level())
                .fact("number", given.number()).fact("due", Values.moment(given.dueAt(), given.zone())).fact("responsible", responsible);
    }

    private void mail(ReminderGiven given, String template, String once, Values values, PersonSummary person) {
        MailAddress.find(person.email()).ifPresent(address -> postbox.post(new NewMail(once + "@" + person.id().value(), address, person.name(),
                person.language(), template, values.asMap(), Optional.empty(), Optional.empty(), given.number(), List.of(), given.orgPath())));
    }
}
