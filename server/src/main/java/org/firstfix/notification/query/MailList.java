package org.firstfix.notification.query;

import static org.firstfix.schema.notification.Tables.OUTGOING_MAIL;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.row;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.notification.domain.MailStatus;
import org.firstfix.notification.domain.OutgoingMail;
import org.firstfix.notification.storage.JooqOutgoingMails;
import org.firstfix.notification.usecase.MailRoute;
import org.firstfix.notification.usecase.ResendMail;
import org.firstfix.notification.usecase.WriteMail;
import org.firstfix.platform.files.FileStore;
import org.firstfix.platform.files.StoredFile;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.paging.Cursor;
import org.firstfix.platform.paging.Page;
import org.firstfix.platform.paging.PageRequest;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.BranchFilter;
import org.firstfix.platform.text.Language;
import org.firstfix.platform.text.Texts;
import org.firstfix.platform.work.Query;
import org.firstfix.schema.notification.tables.records.OutgoingMailRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Mails to customers: what went out, what waits, what failed and why. */
@Query
public class MailList {
    private static final String ORDER = "mails";

    private final DSLContext database;
    private final BranchFilter branches;
    private final JsonMapper json;
    private final WriteMail writer;
    private final MailRoute route;
    private final JooqOutgoingMails mails;
    private final FileStore files;
    private final Texts texts;

    MailList(DSLContext database, BranchFilter branches, JsonMapper json, WriteMail writer, MailRoute route, JooqOutgoingMails mails, FileStore files,
            Texts texts) {
        this.database = database;
        this.branches = branches;
        this.json = json;
        this.writer = writer;
        this.route = route;
        this.mails = mails;
        this.files = files;
        this.texts = texts;
    }

    /** @param reference the number of the case; {@code error} why the last attempt failed, empty if none did */
    public record MailRow(UUID id, Instant createdAt, String toAddress, String toName, String language, String template,
            String subject, String reference, MailStatus status, Optional<Instant> sentAt, int attempts,
            Optional<Instant> nextAttemptAt, String error, List<String> actions) {}

    /** One mail as it is, or will be, read. */
    public record MailView(UUID id, String toAddress, String subject, String text, String html, MailStatus status,
            List<StoredFile> attachments, List<String> actions) {}

    /** @param serverConfigured without a mail server mails wait */
    public record MailSummary(boolean serverConfigured, String host, String from, int waiting, int failed) {}

    /** @param text a part of the address, or a case number */
    public record Filter(Optional<MailStatus> status, Optional<String> reference, Optional<String> address) {}

    public Page<MailRow> page(Filter filter, PageRequest request) {
        Condition which = branches.within(OUTGOING_MAIL.BRANCH, Actors.current().scope());
        which = filter.status().map(MailStatus::name).map(OUTGOING_MAIL.STATUS::eq).map(which::and).orElse(which);
        which = filter.reference().map(OUTGOING_MAIL.REFERENCE::eq).map(which::and).orElse(which);
        which = filter.address().map(OUTGOING_MAIL.TO_ADDRESS::containsIgnoreCase).map(which::and).orElse(which);
        Condition from = request.after(ORDER, 2).map(cursor ->
                row(OUTGOING_MAIL.CREATED_AT, OUTGOING_MAIL.ID).lt(cursor.instant(0), cursor.uuid(1))).map(which::and).orElse(which);
        return Page.of(database.selectFrom(OUTGOING_MAIL).where(from)
                        .orderBy(OUTGOING_MAIL.CREATED_AT.desc(), OUTGOING_MAIL.ID.desc()).limit(request.limit() + 1)
                        .fetch(this::toRow),
                request.limit(), mail -> Cursor.after(ORDER, mail.createdAt(), mail.id()));
    }

    public MailView one(UUID id) {
        OutgoingMail mail = mails.find(id).orElseThrow(() -> Problem.notFound("mail", id));
        WriteMail.WrittenMail written = writer.write(mail);
        return new MailView(mail.id(), mail.to().value(), written.subject(), written.text(), written.html(), mail.status(),
                mail.attachments().stream().map(files::find).toList(), actions(mail.status()));
    }

    public MailSummary summary() {
        return database.select(count().filterWhere(OUTGOING_MAIL.STATUS.eq(MailStatus.WAITING.name())),
                        count().filterWhere(OUTGOING_MAIL.STATUS.eq(MailStatus.FAILED.name())))
                .from(OUTGOING_MAIL).where(OUTGOING_MAIL.STATUS.in(MailStatus.WAITING.name(), MailStatus.FAILED.name()))
                .fetchSingle(counts -> new MailSummary(route.exists(), route.host(), route.from(), counts.value1(), counts.value2()));
    }

    private MailRow toRow(OutgoingMailRecord mail) {
        Map<String, Object> values = json.readValue(mail.getValues().data(), new TypeReference<>() {});
        MailStatus status = MailStatus.valueOf(mail.getStatus());
        return new MailRow(mail.getId(), mail.getCreatedAt(), mail.getToAddress(), mail.getToName(), mail.getLanguage(),
                mail.getTemplate(), writer.subject(Language.of(mail.getLanguage()), mail.getTemplate(), values),
                mail.getReference(), status, Optional.ofNullable(mail.getSentAt()), mail.getAttempts(),
                Optional.ofNullable(mail.getNextAttemptAt()), error(mail.getLastError()), actions(status));
    }

    private String error(String error) {
        return error.equals("too-old") ? texts.text(Actors.current().language(), "notification.mail-too-old") : error;
    }

    private static List<String> actions(MailStatus status) {
        return ResendMail.mayBeSentAgain(status) ? List.of("resend") : List.of();
    }
}
