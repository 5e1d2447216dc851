package org.firstfix.reminder.usecase;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.util.TimeZone;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import org.firstfix.organization.OrganizationApi;
import org.firstfix.organization.PersonSummary;
import org.firstfix.platform.text.Language;
import org.firstfix.platform.text.Texts;
import org.firstfix.reminder.domain.Duty;
import org.firstfix.reminder.storage.JooqDeliveries.Delivery;
import org.firstfix.reminder.storage.JooqWebhookMessages;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes what the webhook is to send, in the recipient's language; nothing where the house has no such service. */
@Component
class WebhookPost {
    private final WebhookRoute route;
    private final JooqWebhookMessages messages;
    private final OrganizationApi organization;
    private final Texts texts;
    private final JsonMapper json;

    WebhookPost(WebhookRoute route, JooqWebhookMessages messages, OrganizationApi organization, Texts texts, JsonMapper json) {
        this.route = route;
        this.messages = messages;
        this.organization = organization;
        this.texts = texts;
        this.json = json;
    }

    void post(Duty duty, Delivery delivery, Instant now) {
        if (route.address().isEmpty()) {
            return;
        }
        organization.findByUser(delivery.user()).ifPresent(person ->
                messages.add(delivery.id(), json.writeValueAsString(body(duty, delivery, person)), now, duty.orgPath()));
    }

    private Map<String, Object> body(Duty duty, Delivery delivery, PersonSummary person) {
        Language language = person.language();
        String title = language.choose(duty.facts().titleZh(), duty.facts().titleEn());
        String responsible = organization.findByUser(duty.standing().responsible()).map(PersonSummary::name).orElse("");
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", delivery.id().toString());
        body.put("reminder", duty.id().value().toString());
        body.put("moment", delivery.moment().name());
        body.put("level", delivery.level());
        body.put("number", duty.facts().number());
        body.put("title", title);
        body.put("text", texts.text(language, "reminder.webhook.text", Map.of("moment", delivery.moment().name(), "title", title,
                "due", local(duty.standing().dueAt(), duty.facts().zone(), language), "responsible", responsible)));
        body.put("link", duty.facts().link());
        body.put("dueAt", duty.standing().dueAt().toString());
        body.put("zone", duty.facts().zone().getId());
        body.put("urgent", duty.facts().urgent());
        body.put("recipient", Map.of("name", person.name(), "phone", person.phone(), "email", person.email(), "language", language.tag()));
        return body;
    }

    private static String local(Instant at, ZoneId zone, Language language) {
        DateFormat format = DateFormat.getInstanceForSkeleton("yMMMEdHm", language.locale());
        format.setTimeZone(TimeZone.getTimeZone(zone.getId()));
        return format.format(Date.from(at));
    }
}
