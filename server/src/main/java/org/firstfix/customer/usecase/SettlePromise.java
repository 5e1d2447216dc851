package org.firstfix.customer.usecase;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.Map;
import org.firstfix.customer.PromiseId;
import org.firstfix.customer.PromiseSettled;
import org.firstfix.customer.domain.Promise;
import org.firstfix.customer.domain.PromiseStatus;
import org.firstfix.customer.domain.Promises;
import org.firstfix.customer.query.PromiseList;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Inputs;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Says how a promise ended: kept, broken or withdrawn. What was not kept needs a word why. */
@Component
@Permission("promise.maintain")
public final class SettlePromise {
    private final Work work;
    private final Inputs inputs;
    private final Promises promises;
    private final PromiseList list;
    private final Announcements announcements;
    private final Clock clock;

    SettlePromise(Work work, Inputs inputs, Promises promises, PromiseList list, Announcements announcements, Clock clock) {
        this.work = work;
        this.inputs = inputs;
        this.promises = promises;
        this.list = list;
        this.announcements = announcements;
        this.clock = clock;
    }

    public record Command(PromiseId id, int basedOn, @NotNull PromiseStatus outcome, @Size(max = 1000) String note) {
        public Command {
            note = Input.text(note);
        }
    }

    public void handle(Command command) {
        work.perform(this, () -> {
            inputs.checked(command);
            Promise promise = promises.findForChange(command.id())
                    .orElseThrow(() -> Problem.notFound("promise", command.id().value()));
            if (promise.version() != command.basedOn()) {
                throw Problem.stale(command.basedOn(), promise.version(), list.one(command.id()));
            }
            if (command.outcome().needsANote() && command.note().isEmpty()) {
                throw Problem.invalidField("note", "customer.promise-note-missing", Map.of());
            }
            Promise settled = promise.settled(command.outcome(), command.note(), clock.instant());
            promises.save(settled);
            announcements.announce(new PromiseSettled(promise.id(), promise.accountId(), promise.what(), command.outcome().name(),
                    promise.orgPath(), clock.instant(), command.note()));
        });
    }
}
