package org.firstfix.notification.usecase;

import java.time.Instant;
import org.firstfix.notification.storage.JooqInbox;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Everything in one's own inbox up to a moment was seen. */
@Component
@Permission(Permission.SIGNED_IN)
public final class MarkInboxRead {
    private final Work work;
    private final JooqInbox inbox;

    MarkInboxRead(Work work, JooqInbox inbox) {
        this.work = work;
        this.inbox = inbox;
    }

    public record Command(Instant arrivedBy) {}

    public int handle(Command command) {
        return work.perform(this, () -> inbox.markAllRead(Actors.current().userId().orElseThrow(), command.arrivedBy()));
    }
}
