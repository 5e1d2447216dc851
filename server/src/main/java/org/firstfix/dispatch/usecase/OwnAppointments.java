package org.firstfix.dispatch.usecase;

import java.util.Map;
import org.firstfix.dispatch.domain.Appointment;
import org.firstfix.platform.identity.Actor;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.problem.Problem;

/** An engineer goes to his own appointments; dispatchers may record it for him. */
final class OwnAppointments {
    private OwnAppointments() {}

    static void require(Appointment appointment) {
        Actor actor = Actors.current();
        boolean own = actor.personId().filter(appointment.plan().engineerId()::equals).isPresent();
        if (!own && !actor.may("dispatch.book")) {
            throw Problem.of(403, "dispatch.not-your-appointment", Map.of("number", appointment.facts().number()));
        }
    }
}
