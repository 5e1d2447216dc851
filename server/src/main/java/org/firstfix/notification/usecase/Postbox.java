package org.firstfix.notification.usecase;

import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.util.UUID;
import org.firstfix.notification.domain.NewMail;
import org.firstfix.notification.storage.JooqOutgoingMails;
import org.firstfix.platform.jobs.Jobs;
import org.springframework.stereotype.Component;

/** Takes mails in: the row and the job that sends it commit together with what they are about, or not at all. */
@Component
public class Postbox {
    public static final String TASK = "notification.send-mail";

    private final JooqOutgoingMails mails;
    private final Jobs jobs;
    private final MailRoute route;

    Postbox(JooqOutgoingMails mails, Jobs jobs, MailRoute route) {
        this.mails = mails;
        this.jobs = jobs;
        this.route = route;
    }

    public void post(NewMail mail) {
        mails.add(mail).ifPresent(this::schedule);
    }

    /** Does nothing without a mail server: the first sweep after one was configured finds what waits. */
    void schedule(UUID mail) {
        if (route.exists()) {
            jobs.soon(new TaskInstance<>(TASK, mail.toString()));
        }
    }
}
