package org.firstfix.notification.usecase;

import java.util.UUID;
import org.firstfix.notification.storage.JooqInbox;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** One's own message was seen. */
@Component
@Permission(Permission.SIGNED_IN)
public final class MarkInboxMessageRead {
    private final Work work;
    private final JooqInbox inbox;

    MarkInboxMessageRead(Work work, JooqInbox inbox) {
        this.work = work;
        this.inbox = inbox;
    }

    public record Command(UUID message) {}

    public void handle(Command command) {
        work.perform(this, () -> {
            if (!inbox.markRead(Actors.current().userId().orElseThrow(), command.message())) {
                throw Problem.notFound("message", command.message());
            }
        });
    }
}
