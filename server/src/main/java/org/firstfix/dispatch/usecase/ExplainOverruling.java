package org.firstfix.dispatch.usecase;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.firstfix.dispatch.OverrulingExplained;
import org.firstfix.dispatch.domain.OverrulingReason;
import org.firstfix.dispatch.domain.Overrulings;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Why somebody else was sent than the engine would have sent. May be said again, and better. */
@Component
@Permission("dispatch.book")
public final class ExplainOverruling {
    private final Work work;
    private final Overrulings overrulings;
    private final Announcements announcements;
    private final Clock clock;

    ExplainOverruling(Work work, Overrulings overrulings, Announcements announcements, Clock clock) {
        this.work = work;
        this.overrulings = overrulings;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** @param note needed for OTHER */
    public record Command(UUID id, OverrulingReason reason, String note) {}

    public void handle(Command command) {
        work.perform(this, () -> {
            Overrulings.Kept kept = overrulings.load(command.id());
            String note = command.note().strip();
            if (command.reason() == OverrulingReason.OTHER && note.isEmpty()) {
                throw Problem.invalidField("note", "dispatch.other-reason-in-words", Map.of());
            }
            Instant now = clock.instant();
            overrulings.explain(kept.id(), command.reason(), note, Actors.current().name(), now);
            announcements.announce(new OverrulingExplained(kept.id(), kept.appointment(), command.reason().name(), kept.orgPath(), now, note));
        });
    }
}
