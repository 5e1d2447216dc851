package org.firstfix.customer.storage;

import static org.firstfix.schema.customer.Tables.INTERACTION;

import org.firstfix.customer.ContactId;
import org.firstfix.customer.InteractionId;
import org.firstfix.customer.domain.Interactions;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

@Component
class JooqInteractions implements Interactions {
    private final DSLContext database;

    JooqInteractions(DSLContext database) {
        this.database = database;
    }

    @Override
    public InteractionId add(Interaction interaction) {
        return new InteractionId(database.insertInto(INTERACTION)
                .set(INTERACTION.ACCOUNT_ID, interaction.accountId().value())
                .set(INTERACTION.CONTACT_ID, interaction.contactId().map(ContactId::value).orElse(null))
                .set(INTERACTION.CHANNEL, interaction.channel().name())
                .set(INTERACTION.DIRECTION, interaction.direction().name())
                .set(INTERACTION.OCCURRED_AT, interaction.occurredAt())
                .set(INTERACTION.RECORDED_AT, interaction.recordedAt())
                .set(INTERACTION.SUBJECT, interaction.subject())
                .set(INTERACTION.BODY, interaction.body())
                .set(INTERACTION.REFERENCE, interaction.reference())
                .set(INTERACTION.PERSON_NAME, interaction.personName())
                .set(INTERACTION.ORG_PATH, interaction.orgPath().value())
                .returning(INTERACTION.ID).fetchSingle().getId());
    }
}
