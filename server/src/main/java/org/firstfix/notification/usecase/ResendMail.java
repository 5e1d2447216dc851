package org.firstfix.notification.usecase;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.firstfix.notification.MailResent;
import org.firstfix.notification.domain.MailStatus;
import org.firstfix.notification.domain.OutgoingMail;
import org.firstfix.notification.storage.JooqOutgoingMails;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Sends a mail again: one that was given up, or one that the customer says never came. */
@Component
@Permission("notification.read-mail")
public final class ResendMail {
    private final Work work;
    private final JooqOutgoingMails mails;
    private final Postbox postbox;
    private final Announcements announcements;
    private final Clock clock;

    ResendMail(Work work, JooqOutgoingMails mails, Postbox postbox, Announcements announcements, Clock clock) {
        this.work = work;
        this.mails = mails;
        this.postbox = postbox;
        this.announcements = announcements;
        this.clock = clock;
    }

    public record Command(UUID mail) {}

    public void handle(Command command) {
        work.perform(this, () -> {
            OutgoingMail mail = mails.lock(command.mail()).orElseThrow(() -> Problem.notFound("mail", command.mail()));
            if (!mayBeSentAgain(mail.status())) {
                throw Problem.conflict("notification.mail-still-waiting", Map.of("to", mail.to().value()));
            }
            Instant now = clock.instant();
            mails.waitAgain(mail.id(), mail.status() == MailStatus.SENT);
            postbox.schedule(mail.id());
            announcements.announce(new MailResent(mail.id(), mail.reference(), mail.to().value(), mail.orgPath(), now));
        });
    }

    /** What still waits goes out by itself. */
    public static boolean mayBeSentAgain(MailStatus status) {
        return switch (status) {
            case SENT, FAILED -> true;
            case WAITING -> false;
        };
    }
}
