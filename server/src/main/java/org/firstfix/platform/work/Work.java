package org.firstfix.platform.work;

import java.util.function.Supplier;
import org.firstfix.platform.identity.Actor;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.problem.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Performs a use case: checks its permission, then runs it in one transaction inside the actor's scope.
 *
 * <p>A use case called from within another one is part of that intention: the outer permission has decided, so the
 * inner one is not asked again; both share the transaction.
 */
@Component
public final class Work {
    private static final ScopedValue<Boolean> UNDER_WAY = ScopedValue.newInstance();

    private final TransactionTemplate transaction;
    private final ScopedTransactions scopes;

    Work(PlatformTransactionManager transactions, ScopedTransactions scopes) {
        this.transaction = new TransactionTemplate(transactions);
        this.scopes = scopes;
    }

    public <T> T perform(Object useCase, Supplier<T> body) {
        if (UNDER_WAY.isBound()) {
            return body.get();
        }
        requirePermission(useCase.getClass());
        return ScopedValue.where(UNDER_WAY, true).call(() -> transaction.execute(status -> body.get()));
    }

    public void perform(Object useCase, Runnable body) {
        perform(useCase, () -> {
            body.run();
            return true;
        });
    }

    /**
     * Runs what must follow whatever the actor's own scope is: a job, or a reaction that reaches into another branch.
     * Opens a transaction if there is none.
     */
    public <T> T asTheHouse(String name, Supplier<T> body) {
        Actor house = Actors.find().map(Actor::onBehalfOfTheHouse).orElseGet(() -> Actor.house(name));
        boolean joins = TransactionSynchronizationManager.isActualTransactionActive();
        return Actors.actingAs(house, () -> ScopedValue.where(UNDER_WAY, true).call(() -> transaction.execute(
                status -> joins ? scopes.within(house.scope(), body) : body.get())));
    }

    public void asTheHouse(String name, Runnable body) {
        asTheHouse(name, () -> {
            body.run();
            return true;
        });
    }

    private static void requirePermission(Class<?> useCase) {
        Permission needed = useCase.getAnnotation(Permission.class);
        if (needed == null) {
            throw new IllegalStateException(useCase + " declares no @Permission.");
        }
        Actor actor = Actors.current();
        if (!needed.value().equals(Permission.SIGNED_IN) && !actor.may(needed.value())) {
            throw Problem.forbidden(needed.value());
        }
    }
}
