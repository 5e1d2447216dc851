package org.firstfix.customer.usecase;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.customer.AccountSummary;
import org.firstfix.customer.PromiseId;
import org.firstfix.customer.PromiseMade;
import org.firstfix.customer.domain.Promise;
import org.firstfix.customer.domain.PromiseStatus;
import org.firstfix.customer.domain.Promises;
import org.firstfix.customer.query.CustomerLookup;
import org.firstfix.customer.query.InteractionList;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Inputs;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Promises a customer something, by a time, with somebody who keeps it. */
@Component
@Permission("promise.maintain")
public final class MakePromise {
    private static final PromiseId NOT_YET_STORED = new PromiseId(new UUID(0, 0));
    private static final Instant LATEST = Instant.parse("2199-12-31T23:59:59Z");

    private final Work work;
    private final Inputs inputs;
    private final CustomerLookup customers;
    private final InteractionList interactions;
    private final Promises promises;
    private final PromiseOwners owners;
    private final Announcements announcements;
    private final Clock clock;

    MakePromise(Work work, Inputs inputs, CustomerLookup customers, InteractionList interactions, Promises promises,
            PromiseOwners owners, Announcements announcements, Clock clock) {
        this.work = work;
        this.inputs = inputs;
        this.customers = customers;
        this.interactions = interactions;
        this.promises = promises;
        this.owners = owners;
        this.announcements = announcements;
        this.clock = clock;
    }

    public record Command(String accountNumber, PromiseInput promise) {}

    public PromiseId handle(Command command) {
        return work.perform(this, () -> {
            PromiseInput input = inputs.checked(command.promise());
            AccountSummary account = customers.accountByNumber(command.accountNumber())
                    .orElseThrow(() -> Problem.notFound("account", command.accountNumber()));
            Instant now = clock.instant();
            if (input.dueAt().isBefore(now)) {
                throw Problem.invalidField("dueAt", "customer.promise-due-in-the-past", Map.of());
            }
            if (input.dueAt().isAfter(LATEST)) {
                throw Problem.invalidField("dueAt", "platform.date-out-of-range", Map.of("value", input.dueAt().toString()));
            }
            Optional.ofNullable(input.interactionId()).filter(id -> !interactions.belongsTo(id, account.id())).ifPresent(id -> {
                throw Problem.notFound("interaction", id.value());
            });
            PromiseOwners.Owner owner = owners.of(input.owner());
            Promise promise = promises.add(new Promise(NOT_YET_STORED, account.id(), Optional.ofNullable(input.interactionId()),
                    input.what(), input.dueAt(), owner.userId(), owner.name(), PromiseStatus.OPEN, now, Optional.empty(), "",
                    account.orgPath(), 0));
            announcements.announce(new PromiseMade(promise.id(), account.id(), input.what(), input.dueAt(), owner.userId(),
                    account.orgPath(), now, ""));
            return promise.id();
        });
    }
}
