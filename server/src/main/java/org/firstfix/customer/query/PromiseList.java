package org.firstfix.customer.query;

import static org.firstfix.schema.customer.Tables.ACCOUNT;
import static org.firstfix.schema.customer.Tables.PROMISE;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.firstfix.customer.InteractionId;
import org.firstfix.customer.PromiseId;
import org.firstfix.customer.domain.PromiseStatus;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.identity.UserId;
import org.firstfix.platform.paging.Cursor;
import org.firstfix.platform.paging.Page;
import org.firstfix.platform.paging.PageRequest;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.BranchFilter;
import org.firstfix.platform.scope.DataScope;
import org.firstfix.platform.work.Query;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Promises, the soonest due first. */
@Query
public class PromiseList {
    private static final String ORDER = "promise-due";

    private final DSLContext database;
    private final BranchFilter branches;
    private final Clock clock;

    PromiseList(DSLContext database, BranchFilter branches, Clock clock) {
        this.database = database;
        this.branches = branches;
        this.clock = clock;
    }

    /** @param overdue open and past its time, or not so */
    public record Filter(Optional<String> accountNumber, Optional<UserId> owner, Optional<PromiseStatus> status,
            Optional<Boolean> overdue) {
        public static Filter none() {
            return new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    /**
     * @param overdue computed now: open and past its time
     * @param actions keep, break, withdraw, hand-over while it is open
     */
    public record PromiseView(PromiseId id, String accountNumber, String accountName, @Nullable InteractionId interactionId,
            String what, Instant dueAt, UserId ownerUserId, String ownerName, PromiseStatus status, boolean overdue, Instant madeAt,
            @Nullable Instant settledAt, String settledNote, int version, List<String> actions) {}

    public Page<PromiseView> show(DataScope scope, Filter filter, PageRequest page) {
        Instant now = clock.instant();
        List<Condition> conditions = new ArrayList<>();
        conditions.add(branches.within(PROMISE.BRANCH, scope));
        filter.accountNumber().ifPresent(number -> conditions.add(ACCOUNT.NUMBER.eq(number)));
        filter.owner().ifPresent(owner -> conditions.add(PROMISE.OWNER_USER_ID.eq(owner.value())));
        filter.status().ifPresent(status -> conditions.add(PROMISE.STATUS.eq(status.name())));
        filter.overdue().ifPresent(overdue -> {
            Condition late = PROMISE.STATUS.eq("OPEN").and(PROMISE.DUE_AT.lt(now));
            conditions.add(overdue ? late : late.not());
        });
        page.after(ORDER, 2).ifPresent(cursor -> conditions.add(
                row(PROMISE.DUE_AT, PROMISE.ID).gt(row(val(cursor.instant(0)), val(cursor.uuid(1))))));
        return Page.of(rows(conditions, page.limit() + 1, now), page.limit(),
                last -> Cursor.after(ORDER, last.dueAt(), last.id().value()));
    }

    /** @throws Problem 404 */
    public PromiseView one(PromiseId id) {
        return rows(List.of(PROMISE.ID.eq(id.value())), 1, clock.instant()).stream().findFirst()
                .orElseThrow(() -> Problem.notFound("promise", id.value()));
    }

    private List<PromiseView> rows(Collection<Condition> conditions, int limit, Instant now) {
        boolean mayMaintain = Actors.current().may("promise.maintain");
        return database.select(PROMISE.asterisk(), ACCOUNT.NUMBER, ACCOUNT.NAME).from(PROMISE)
                .join(ACCOUNT).on(ACCOUNT.ID.eq(PROMISE.ACCOUNT_ID))
                .where(conditions).orderBy(PROMISE.DUE_AT, PROMISE.ID).limit(limit)
                .fetch(promise -> {
                    PromiseStatus status = PromiseStatus.valueOf(promise.get(PROMISE.STATUS));
                    boolean open = status == PromiseStatus.OPEN;
                    return new PromiseView(new PromiseId(promise.get(PROMISE.ID)), promise.get(ACCOUNT.NUMBER), promise.get(ACCOUNT.NAME),
                            Optional.ofNullable(promise.get(PROMISE.INTERACTION_ID)).map(InteractionId::new).orElse(null),
                            promise.get(PROMISE.WHAT), promise.get(PROMISE.DUE_AT), new UserId(promise.get(PROMISE.OWNER_USER_ID)),
                            promise.get(PROMISE.OWNER_NAME), status, open && now.isAfter(promise.get(PROMISE.DUE_AT)),
                            promise.get(PROMISE.MADE_AT), promise.get(PROMISE.SETTLED_AT), promise.get(PROMISE.SETTLED_NOTE),
                            promise.get(PROMISE.VERSION), open && mayMaintain ? List.of("keep", "break", "withdraw", "hand-over") : List.of());
                });
    }
}
