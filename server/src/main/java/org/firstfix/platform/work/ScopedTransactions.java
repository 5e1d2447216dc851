package org.firstfix.platform.work;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.firstfix.platform.identity.Actor;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.scope.DataScope;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells PostgreSQL at the start of every transaction whose rows it may show. Without an actor it shows none: forgetting
 * to say who acts is harmless.
 */
public final class ScopedTransactions extends JdbcTransactionManager {
    private static final long serialVersionUID = 1;
    private static final String SET = """
            select set_config('firstfix.scope', ?, true), set_config('firstfix.scope_all', ?, true)""";
    /**
     * Lists are asked with any filter: a rare symptom, a small branch and the beginning of a number each need another
     * way. A plan made once for any value would be a good one for none; making one takes less than a millisecond.
     */
    private static final String SET_TO_READ = SET + ", set_config('plan_cache_mode', 'force_custom_plan', true)";

    /** What holds in each running transaction, as far as it is known without asking. */
    private final transient Map<ConnectionHolder, Scopes> inForce = new ConcurrentHashMap<>();

    public ScopedTransactions(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        try {
            Actors.find().map(Actor::scope).ifPresent(scope -> write(Scopes.of(scope), definition.isReadOnly() ? SET_TO_READ : SET));
        } catch (RuntimeException e) {
            // Nobody ends a transaction that did not begin: a dead connection would stay with this thread for ever.
            doCleanupAfterCompletion(transaction);
            throw e;
        }
    }

    @Override
    protected void doCleanupAfterCompletion(Object transaction) {
        inForce.remove(holder());
        super.doCleanupAfterCompletion(transaction);
    }

    /** Runs the body with another scope inside the running transaction and puts the old one back. */
    <T> T within(DataScope scope, Supplier<T> body) {
        Scopes before = Optional.ofNullable(inForce.get(holder())).orElseGet(this::read);
        Scopes wanted = Scopes.of(scope);
        if (wanted.equals(before)) {
            return body.get();
        }
        write(wanted, SET);
        T result;
        try {
            result = body.get();
        } catch (RuntimeException | Error e) {
            // Somebody may go back to a savepoint, and PostgreSQL with them to what was in force there.
            inForce.remove(holder());
            throw e;
        }
        write(before, SET);
        return result;
    }

    private record Scopes(String paths, String all) {
        static Scopes of(DataScope scope) {
            return new Scopes(scope.asArrayLiteral(), scope.everything() ? "on" : "off");
        }
    }

    private Scopes read() {
        try (PreparedStatement statement = connection().prepareStatement(
                "select coalesce(current_setting('firstfix.scope', true), ''), coalesce(current_setting('firstfix.scope_all', true), '')");
                var row = statement.executeQuery()) {
            row.next();
            return new Scopes(row.getString(1), row.getString(2));
        } catch (SQLException e) {
            throw translateException("read scope", e);
        }
    }

    private void write(Scopes scopes, String how) {
        try (PreparedStatement statement = connection().prepareStatement(how)) {
            statement.setString(1, scopes.paths());
            statement.setString(2, scopes.all());
            statement.execute();
            inForce.put(holder(), scopes);
        } catch (SQLException e) {
            throw translateException("set scope", e);
        }
    }

    private Connection connection() {
        return holder().getConnection();
    }

    private ConnectionHolder holder() {
        DataSource source = Objects.requireNonNull(getDataSource());
        return (ConnectionHolder) Objects.requireNonNull(TransactionSynchronizationManager.getResource(source));
    }
}
