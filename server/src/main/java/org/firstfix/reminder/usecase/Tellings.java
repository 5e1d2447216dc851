package org.firstfix.reminder.usecase;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.firstfix.organization.OrganizationApi;
import org.firstfix.organization.PersonSummary;
import org.firstfix.platform.identity.UserId;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.reminder.Channel;
import org.firstfix.reminder.Moment;
import org.firstfix.reminder.ReminderGiven;
import org.firstfix.reminder.domain.Duty;
import org.firstfix.reminder.domain.Policy;
import org.firstfix.reminder.storage.JooqDeliveries;
import org.firstfix.reminder.storage.JooqDeliveries.Delivery;
import org.springframework.stereotype.Component;

/** Tells people of a moment: who is awake at once, the others when it is no longer quiet where they are. */
@Component
class Tellings {
    private final OrganizationApi organization;
    private final JooqDeliveries deliveries;
    private final WebhookPost webhook;
    private final Announcements announcements;
    private final Clock clock;

    Tellings(OrganizationApi organization, JooqDeliveries deliveries, WebhookPost webhook, Announcements announcements, Clock clock) {
        this.organization = organization;
        this.deliveries = deliveries;
        this.webhook = webhook;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** When each of them hears it: in the local time of their own unit. */
    List<Duty.Told> hearing(Collection<PersonSummary> people, Duty duty, Policy policy, Instant now) {
        return people.stream().filter(PersonSummary::active).flatMap(person -> person.userId().stream().map(user -> new Duty.Told(user,
                duty.facts().urgent() ? now : policy.quietHours()
                        .map(quiet -> quiet.heldBack(now, organization.unit(person.orgUnitId()).zone())).orElse(now)))).toList();
    }

    void tell(Duty duty, Moment moment, List<Duty.Told> told, Set<Channel> channels, Instant now) {
        List<Delivery> all = told.stream().map(one -> deliveries.add(duty, moment, one, channels)).toList();
        List<Delivery> atOnce = all.stream().filter(delivery -> !delivery.at().isAfter(now)).toList();
        if (!atOnce.isEmpty()) {
            deliver(duty, atOnce);
        }
    }

    /** Something held back is said only if it still holds. */
    void tellLater(Duty duty, Delivery delivery) {
        if (isStillNews(duty, delivery)) {
            deliver(duty, List.of(delivery));
        } else {
            deliveries.dropped(delivery.id(), clock.instant());
        }
    }

    private static boolean isStillNews(Duty duty, Delivery delivery) {
        return duty.standing().open() && duty.standing().acknowledged().isEmpty() && duty.standing().round() == delivery.round();
    }

    private void deliver(Duty duty, List<Delivery> now) {
        Delivery first = now.getFirst();
        Instant at = clock.instant();
        deliveries.delivered(now.stream().map(Delivery::id).toList(), at);
        Set<Channel> channels = EnumSet.noneOf(Channel.class);
        now.forEach(delivery -> channels.addAll(delivery.channels()));
        List<UserId> recipients = now.stream().map(Delivery::user).toList();
        Duty.Facts facts = duty.facts();
        announcements.announce(new ReminderGiven(duty.id(), onceKey(first), first.moment(), first.level(), recipients, channels,
                duty.standing().responsible(), facts.number(), facts.titleZh(), facts.titleEn(), facts.link(), duty.standing().dueAt(),
                facts.zone(), facts.urgent(), duty.orgPath(), at));
        if (channels.contains(Channel.WEBHOOK)) {
            now.forEach(delivery -> webhook.post(duty, delivery, at));
        }
    }

    private static String onceKey(Delivery delivery) {
        return delivery.dutyId().value() + ":" + delivery.round() + ":" + delivery.moment() + ":" + delivery.level();
    }
}
