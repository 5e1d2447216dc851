package org.firstfix.platform.identity;

import java.util.Optional;
import java.util.function.Supplier;
import org.firstfix.platform.problem.Problem;

/** Who acts on this thread. Bound for the length of a request, a job or a reaction, never set and forgotten. */
public final class Actors {
    private static final ScopedValue<Actor> CURRENT = ScopedValue.newInstance();

    private Actors() {}

    public static Optional<Actor> find() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /** The actor; nobody at all is a request without a session. */
    public static Actor current() {
        return find().orElseThrow(() -> Problem.unauthorized("session.missing"));
    }

    public static <T> T actingAs(Actor actor, Supplier<T> body) {
        return ScopedValue.where(CURRENT, actor).call(body::get);
    }

    public static void actingAs(Actor actor, Runnable body) {
        ScopedValue.where(CURRENT, actor).run(body);
    }
}
