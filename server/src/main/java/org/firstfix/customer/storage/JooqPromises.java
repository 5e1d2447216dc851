package org.firstfix.customer.storage;

import static org.firstfix.schema.customer.Tables.PROMISE;

import java.util.Optional;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.InteractionId;
import org.firstfix.customer.PromiseId;
import org.firstfix.customer.domain.Promise;
import org.firstfix.customer.domain.PromiseStatus;
import org.firstfix.customer.domain.Promises;
import org.firstfix.platform.identity.UserId;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.schema.customer.tables.records.PromiseRecord;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

@Component
class JooqPromises implements Promises {
    private final DSLContext database;

    JooqPromises(DSLContext database) {
        this.database = database;
    }

    @Override
    public Promise add(Promise promise) {
        PromiseRecord row = database.newRecord(PROMISE);
        write(promise, row);
        row.store();
        row.refresh();
        return read(row);
    }

    @Override
    public Optional<Promise> findForChange(PromiseId id) {
        return database.selectFrom(PROMISE).where(PROMISE.ID.eq(id.value())).forNoKeyUpdate()
                .fetchOptional(JooqPromises::read);
    }

    @Override
    public void save(Promise changed) {
        PromiseRecord row = database.newRecord(PROMISE);
        write(changed, row);
        row.setVersion(changed.version());
        database.update(PROMISE).set(row).where(PROMISE.ID.eq(changed.id().value())).execute();
    }

    private static void write(Promise promise, PromiseRecord row) {
        row.setAccountId(promise.accountId().value());
        row.setInteractionId(promise.interactionId().map(InteractionId::value).orElse(null));
        row.setWhat(promise.what());
        row.setDueAt(promise.dueAt());
        row.setOwnerUserId(promise.owner().value());
        row.setOwnerName(promise.ownerName());
        row.setStatus(promise.status().name());
        row.setMadeAt(promise.madeAt());
        row.setSettledAt(promise.settledAt().orElse(null));
        row.setSettledNote(promise.settledNote());
        row.setOrgPath(promise.orgPath().value());
    }

    private static Promise read(PromiseRecord row) {
        return new Promise(new PromiseId(row.getId()), new AccountId(row.getAccountId()),
                Optional.ofNullable(row.getInteractionId()).map(InteractionId::new), row.getWhat(), row.getDueAt(),
                new UserId(row.getOwnerUserId()), row.getOwnerName(), PromiseStatus.valueOf(row.getStatus()), row.getMadeAt(),
                Optional.ofNullable(row.getSettledAt()), row.getSettledNote(), new OrgPath(row.getOrgPath()),
                row.getVersion());
    }
}
