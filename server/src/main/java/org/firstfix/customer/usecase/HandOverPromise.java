package org.firstfix.customer.usecase;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import org.firstfix.customer.PromiseHandedOver;
import org.firstfix.customer.PromiseId;
import org.firstfix.customer.domain.Promise;
import org.firstfix.customer.domain.Promises;
import org.firstfix.customer.query.PromiseList;
import org.firstfix.platform.identity.UserId;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Inputs;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Gives an open promise to somebody else of the house: promises survive the people who made them. */
@Component
@Permission("promise.maintain")
public final class HandOverPromise {
    private final Work work;
    private final Inputs inputs;
    private final Promises promises;
    private final PromiseList list;
    private final PromiseOwners owners;
    private final Announcements announcements;
    private final Clock clock;

    HandOverPromise(Work work, Inputs inputs, Promises promises, PromiseList list, PromiseOwners owners,
            Announcements announcements, Clock clock) {
        this.work = work;
        this.inputs = inputs;
        this.promises = promises;
        this.list = list;
        this.owners = owners;
        this.announcements = announcements;
        this.clock = clock;
    }

    public record Command(PromiseId id, int basedOn, @NotNull UserId owner, @Size(max = 500) String reason) {
        public Command {
            reason = Input.text(reason);
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
            PromiseOwners.Owner owner = owners.of(command.owner());
            promises.save(promise.handedTo(owner.userId(), owner.name()));
            announcements.announce(new PromiseHandedOver(promise.id(), promise.accountId(), promise.what(), promise.owner(),
                    owner.userId(), promise.orgPath(), clock.instant(), command.reason()));
        });
    }
}
