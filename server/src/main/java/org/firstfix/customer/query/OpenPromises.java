package org.firstfix.customer.query;

import static org.firstfix.schema.customer.Tables.PROMISE;
import static org.jooq.impl.DSL.inline;

import java.util.List;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.CustomerApi.OpenPromise;
import org.firstfix.platform.work.Query;
import org.jooq.DSLContext;

/** What a customer still waits for. */
@Query
public class OpenPromises {
    private static final int MOST = 50;

    private final DSLContext database;

    OpenPromises(DSLContext database) {
        this.database = database;
    }

    public List<OpenPromise> of(AccountId account) {
        return database.selectFrom(PROMISE).where(PROMISE.ACCOUNT_ID.eq(account.value()), PROMISE.STATUS.eq(inline("OPEN")))
                .orderBy(PROMISE.DUE_AT).limit(MOST)
                .fetch(row -> new OpenPromise(row.getWhat(), row.getDueAt(), row.getOwnerName()));
    }
}
