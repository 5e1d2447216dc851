package org.firstfix.notification.usecase;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.firstfix.customer.CustomerApi;
import org.firstfix.notification.domain.MailRetries;
import org.firstfix.notification.domain.MailStatus;
import org.firstfix.notification.domain.MessageId;
import org.firstfix.notification.domain.OutgoingMail;
import org.firstfix.notification.storage.JooqOutgoingMails;
import org.firstfix.platform.files.FileId;
import org.firstfix.platform.files.FileStore;
import org.firstfix.platform.files.StoredFile;
import org.firstfix.platform.work.Work;
import org.firstfix.workorder.WorkOrderApi;
import org.firstfix.workorder.WorkOrderId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.FileSystemResource;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/**
 * Sends one mail. The database is not held while the mail server thinks; a crash after the server took the mail and
 * before that was noted sends it a second time, under the same Message-ID.
 */
@Component
public class DeliverMail {
    private static final Logger LOG = LoggerFactory.getLogger(DeliverMail.class);

    private final Work work;
    private final JooqOutgoingMails mails;
    private final WriteMail writer;
    private final MailRoute route;
    private final FileStore files;
    private final CustomerApi customers;
    private final WorkOrderApi workOrders;
    private final Clock clock;

    public DeliverMail(Work work, JooqOutgoingMails mails, WriteMail writer, MailRoute route, FileStore files,
            CustomerApi customers, WorkOrderApi workOrders, Clock clock) {
        this.work = work;
        this.mails = mails;
        this.writer = writer;
        this.route = route;
        this.files = files;
        this.customers = customers;
        this.workOrders = workOrders;
        this.clock = clock;
    }

    private record Letter(OutgoingMail mail, WriteMail.WrittenMail written, List<StoredFile> attachments) {}

    /** Tries once. @return when to try again; nothing when it is sent, given up, or cannot be tried for want of a server */
    public Optional<Instant> deliver(UUID id) {
        if (!route.exists()) {
            return Optional.empty();
        }
        Optional<OutgoingMail> waiting = work.asTheHouse("mail", () -> mails.find(id))
                .filter(mail -> mail.status() == MailStatus.WAITING);
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        OutgoingMail mail = waiting.get();
        if (MailRetries.isTooOldToSend(mail.createdAt(), clock.instant())) {
            return notSent(mail, "too-old", Optional.empty());
        }
        try {
            Letter letter = work.asTheHouse("mail", () -> new Letter(mail, writer.write(mail), attachments(mail)));
            route.send(message(letter));
            sent(letter);
            return Optional.empty();
        } catch (MessagingException | UnsupportedEncodingException | RuntimeException e) {
            Instant now = clock.instant();
            boolean forGood = isRefusedForGood(e);
            return notSent(mail, reason(e), forGood ? Optional.empty() : MailRetries.nextAttempt(mail.attempts() + 1, now));
        }
    }

    /** The signed report is printed after it was signed, so it is asked for when the mail goes out. */
    private List<StoredFile> attachments(OutgoingMail mail) {
        Stream<FileId> report = Optional.ofNullable(mail.values().get("reportOf")).stream()
                .map(id -> workOrders.signedReport(new WorkOrderId(UUID.fromString(String.valueOf(id)))));
        return Stream.concat(mail.attachments().stream(), report).map(files::find).toList();
    }

    private void sent(Letter letter) {
        OutgoingMail mail = letter.mail();
        work.asTheHouse("mail", () -> {
            mails.sent(mail.id(), clock.instant());
            mail.accountId().ifPresent(account -> customers.recordInteraction(new CustomerApi.NewInteraction(account, mail.contactId(),
                    "EMAIL", false, clock.instant(), letter.written().subject(), letter.written().text(), mail.reference())));
        });
    }

    private Optional<Instant> notSent(OutgoingMail mail, String error, Optional<Instant> again) {
        LOG.warn("Mail {} ({}) was not sent: {}. {}", mail.id(), mail.template(), error,
                again.map(at -> "Again at " + at + ".").orElse("Given up."));
        work.asTheHouse("mail", () -> mails.notSent(mail.id(), error, again));
        return again;
    }

    private MimeMessage message(Letter letter) throws MessagingException, UnsupportedEncodingException {
        OutgoingMail mail = letter.mail();
        String utf8 = StandardCharsets.UTF_8.name();
        MimeMessage message = route.newMessage();
        MimeMessageHelper helper = new MimeMessageHelper(message, true, utf8);
        helper.setValidateAddresses(true);
        helper.setFrom(new InternetAddress(route.from(), oneLine(route.fromName()), utf8));
        helper.setTo(new InternetAddress(mail.to().value(), oneLine(mail.toName()), utf8));
        if (!route.replyTo().isEmpty()) {
            helper.setReplyTo(route.replyTo());
        }
        helper.setSubject(letter.written().subject());
        helper.setText(letter.written().text(), letter.written().html());
        helper.setSentDate(Date.from(clock.instant()));
        for (StoredFile file : letter.attachments()) {
            helper.addAttachment(oneLine(file.fileName()), new FileSystemResource(files.content(file)), file.mediaType());
        }
        message.setHeader("Message-ID", MessageId.of(mail.onceKey(), mail.resends(), route.house()));
        // Nobody's holiday answer should come back to a machine (RFC 3834).
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", "All");
        message.setHeader("Content-Language", mail.language().tag());
        return message;
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\u2028\u2029]+", " ").strip();
    }

    /** The server knows the address and will not have it: asking again does not help. */
    private static boolean isRefusedForGood(Exception failure) {
        for (Throwable cause : causes(failure)) {
            if (cause instanceof SendFailedException refused && refused.getInvalidAddresses() != null
                    && refused.getInvalidAddresses().length > 0 && String.valueOf(refused.getNextException()).matches("(?s).*\\b5\\d\\d\\b.*")) {
                return true;
            }
        }
        return false;
    }

    private static String reason(Exception failure) {
        List<String> messages = new ArrayList<>();
        for (Throwable cause : causes(failure)) {
            String message = cause.getClass().getSimpleName() + ": " + oneLine(String.valueOf(cause.getMessage()));
            if (messages.stream().noneMatch(known -> known.contains(oneLine(String.valueOf(cause.getMessage()))))) {
                messages.add(message);
            }
        }
        return String.join(" / ", messages);
    }

    private static List<Throwable> causes(Exception failure) {
        List<Throwable> all = new ArrayList<>();
        if (failure instanceof MailSendException several) {
            all.addAll(several.getFailedMessages().values());
        }
        for (Throwable cause = failure; cause != null && all.size() < 12; cause = cause.getCause()) {
            all.add(cause);
            if (cause instanceof MessagingException messaging && messaging.getNextException() != null) {
                all.add(messaging.getNextException());
            }
        }
        return all;
    }
}
