package org.firstfix.demo.life;

import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.time.HouseClock;
import org.firstfix.platform.work.Permission;
import org.springframework.stereotype.Component;

/**
 * Where people do things at their moment. The demo is made in one transaction with the reach of the house, in which use
 * cases ask for no permission any more; so it is asked here, or the demo would show what nobody may do.
 */
@Component
class Stage {
    private final Clock clock;

    Stage(Clock clock) {
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    /** Somebody performs a use case. */
    <T> T by(Person who, Object useCase, Supplier<T> step) {
        Permission needed = useCase.getClass().getAnnotation(Permission.class);
        if (needed != null && !needed.value().equals(Permission.SIGNED_IN) && !who.actor().may(needed.value())) {
            throw Problem.forbidden(needed.value());
        }
        return Actors.actingAs(who.actor(), step);
    }

    void by(Person who, Object useCase, Runnable step) {
        by(who, useCase, () -> {
            step.run();
            return true;
        });
    }

    static void at(Instant moment, Runnable step) {
        HouseClock.at(moment, step);
    }
}
