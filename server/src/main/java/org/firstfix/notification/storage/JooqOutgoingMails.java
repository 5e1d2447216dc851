package org.firstfix.notification.storage;

import static org.firstfix.schema.notification.Tables.MAIL_ATTACHMENT;
import static org.firstfix.schema.notification.Tables.OUTGOING_MAIL;
import static org.jooq.impl.DSL.val;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.ContactId;
import org.firstfix.notification.domain.MailAddress;
import org.firstfix.notification.domain.MailStatus;
import org.firstfix.notification.domain.NewMail;
import org.firstfix.notification.domain.OutgoingMail;
import org.firstfix.platform.files.FileId;
import org.firstfix.platform.id.Id;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.platform.text.Language;
import org.firstfix.platform.time.HouseClock;
import org.firstfix.schema.notification.tables.records.OutgoingMailRecord;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Component
public class JooqOutgoingMails {
    private static final int LONGEST_ERROR = 1000;

    private final DSLContext database;
    private final JsonMapper json;
    private final Clock clock;

    JooqOutgoingMails(DSLContext database, JsonMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /** Writes the mail unless there is one for that occasion, or the occasion is told as history. */
    public Optional<UUID> add(NewMail mail) {
        if (HouseClock.isMoved() && isHistory()) {
            return Optional.empty();
        }
        Optional<UUID> id = database.insertInto(OUTGOING_MAIL)
                .set(OUTGOING_MAIL.ONCE_KEY, mail.onceKey())
                .set(OUTGOING_MAIL.TO_ADDRESS, mail.to().value())
                .set(OUTGOING_MAIL.TO_NAME, mail.toName())
                .set(OUTGOING_MAIL.LANGUAGE, mail.language().tag())
                .set(OUTGOING_MAIL.TEMPLATE, mail.template())
                .set(OUTGOING_MAIL.VALUES, JSONB.valueOf(json.writeValueAsString(mail.values())))
                .set(OUTGOING_MAIL.STATUS, MailStatus.WAITING.name())
                .set(OUTGOING_MAIL.CREATED_AT, clock.instant())
                .set(OUTGOING_MAIL.ACCOUNT_ID, mail.accountId().map(Id::value).orElse(null))
                .set(OUTGOING_MAIL.CONTACT_ID, mail.contactId().map(Id::value).orElse(null))
                .set(OUTGOING_MAIL.REFERENCE, mail.reference())
                .set(OUTGOING_MAIL.ORG_PATH, mail.orgPath().value())
                .onConflict(OUTGOING_MAIL.ONCE_KEY).doNothing()
                .returning(OUTGOING_MAIL.ID).fetchOptional(OUTGOING_MAIL.ID);
        id.ifPresent(written -> mail.attachments().forEach(file -> database.insertInto(MAIL_ATTACHMENT)
                .set(MAIL_ATTACHMENT.MAIL_ID, written)
                .set(MAIL_ATTACHMENT.FILE_ID, file.value())
                .set(MAIL_ATTACHMENT.ORG_PATH, mail.orgPath().value()).execute()));
        return id;
    }

    /** The demo lives its past through the product; nobody was written to then, and the database knows the real time. */
    private boolean isHistory() {
        return Boolean.TRUE.equals(database.fetchValue("select {0} < now() - interval '24 hours'", val(clock.instant())));
    }

    public Optional<OutgoingMail> find(UUID id) {
        return database.selectFrom(OUTGOING_MAIL).where(OUTGOING_MAIL.ID.eq(id)).fetchOptional(this::toMail);
    }

    /** The same, and nobody else changes it until the end of the transaction. */
    public Optional<OutgoingMail> lock(UUID id) {
        return database.selectFrom(OUTGOING_MAIL).where(OUTGOING_MAIL.ID.eq(id)).forUpdate().fetchOptional(this::toMail);
    }

    /** Waiting mails, oldest first. */
    public List<UUID> waiting(int most) {
        return database.select(OUTGOING_MAIL.ID).from(OUTGOING_MAIL)
                .where(OUTGOING_MAIL.STATUS.eq(MailStatus.WAITING.name()))
                .orderBy(OUTGOING_MAIL.CREATED_AT, OUTGOING_MAIL.ID).limit(most).fetch(OUTGOING_MAIL.ID);
    }

    public void sent(UUID id, Instant at) {
        database.update(OUTGOING_MAIL)
                .set(OUTGOING_MAIL.STATUS, MailStatus.SENT.name())
                .set(OUTGOING_MAIL.SENT_AT, at)
                .set(OUTGOING_MAIL.ATTEMPTS, OUTGOING_MAIL.ATTEMPTS.plus(1))
                .setNull(OUTGOING_MAIL.NEXT_ATTEMPT_AT)
                .set(OUTGOING_MAIL.LAST_ERROR, "")
                .where(OUTGOING_MAIL.ID.eq(id)).execute();
    }

    /** It did not go out: again at that time, or never. */
    public void notSent(UUID id, String error, Optional<Instant> again) {
        database.update(OUTGOING_MAIL)
                .set(OUTGOING_MAIL.STATUS, (again.isPresent() ? MailStatus.WAITING : MailStatus.FAILED).name())
                .set(OUTGOING_MAIL.ATTEMPTS, OUTGOING_MAIL.ATTEMPTS.plus(1))
                .set(OUTGOING_MAIL.NEXT_ATTEMPT_AT, again.orElse(null))
                .set(OUTGOING_MAIL.LAST_ERROR, error.length() > LONGEST_ERROR ? error.substring(0, LONGEST_ERROR) : error)
                .where(OUTGOING_MAIL.ID.eq(id)).execute();
    }

    /** Back into the queue as if it were new. */
    public void waitAgain(UUID id, boolean underNewMessageId) {
        database.update(OUTGOING_MAIL)
                .set(OUTGOING_MAIL.STATUS, MailStatus.WAITING.name())
                .set(OUTGOING_MAIL.ATTEMPTS, 0)
                .set(OUTGOING_MAIL.CREATED_AT, clock.instant())
                .setNull(OUTGOING_MAIL.NEXT_ATTEMPT_AT)
                .set(OUTGOING_MAIL.RESENDS, OUTGOING_MAIL.RESENDS.plus(underNewMessageId ? 1 : 0))
                .set(OUTGOING_MAIL.LAST_ERROR, "")
                .where(OUTGOING_MAIL.ID.eq(id)).execute();
    }

    private OutgoingMail toMail(OutgoingMailRecord row) {
        List<FileId> attachments = database.select(MAIL_ATTACHMENT.FILE_ID).from(MAIL_ATTACHMENT)
                .where(MAIL_ATTACHMENT.MAIL_ID.eq(row.getId())).fetch(file -> new FileId(file.value1()));
        return new OutgoingMail(row.getId(), row.getOnceKey(), new MailAddress(row.getToAddress()), row.getToName(),
                Language.of(row.getLanguage()), row.getTemplate(),
                json.readValue(row.getValues().data(), new TypeReference<>() {}), MailStatus.valueOf(row.getStatus()),
                row.getCreatedAt(), Optional.ofNullable(row.getSentAt()), row.getAttempts(), row.getResends(),
                row.getLastError(), Optional.ofNullable(row.getAccountId()).map(AccountId::new), Optional.ofNullable(row.getContactId()).map(ContactId::new),
                row.getReference(), attachments, new OrgPath(row.getOrgPath()));
    }
}
