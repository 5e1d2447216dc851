package org.firstfix.cases.usecase;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.firstfix.cases.ProgressMessageSent;
import org.firstfix.cases.domain.Case;
import org.firstfix.cases.domain.CriticalWatch;
import org.firstfix.cases.domain.CriticalWatches;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Tells the customer of a watched case how it stands; the next interval begins. */
@Component
@Permission("case.watch")
public final class SendProgressMessage {
    private final Work work;
    private final Desk desk;
    private final CriticalWatches watches;

    SendProgressMessage(Work work, Desk desk, CriticalWatches watches) {
        this.work = work;
        this.desk = desk;
        this.watches = watches;
    }

    public record Command(String number, String text) {}

    public void handle(Command command) {
        work.perform(this, () -> {
            Case it = desk.cases().forChange(command.number());
            CriticalWatch watch = watches.findOpenForChange(it.id())
                    .orElseThrow(() -> Problem.conflict("cases.not-watched", Map.of("number", it.number())));
            Instant now = desk.now();
            boolean late = watch.messageSent(now);
            watches.save(watch);
            watches.addMessage(watch, new CriticalWatches.Message(UUID.randomUUID(), now, command.text().strip(), Actors.current().name(), late));
            desk.memory().recordMessage(it, now, command.text().strip());
            desk.announcements().announce(new ProgressMessageSent(it.id(), it.number(), command.text().strip(), late, it.orgPath(), now));
        });
    }
}
