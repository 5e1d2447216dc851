package org.firstfix.dispatch.usecase;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.firstfix.dispatch.AppointmentPinned;
import org.firstfix.dispatch.domain.Appointment;
import org.firstfix.dispatch.domain.Appointments;
import org.firstfix.dispatch.domain.Pin;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** A dispatcher decides that the engineer stays, or the time, or neither any more. No plan changes what is pinned. */
@Component
@Permission("dispatch.book")
public final class PinAppointment {
    private final Work work;
    private final Appointments appointments;
    private final Announcements announcements;
    private final Clock clock;

    PinAppointment(Work work, Appointments appointments, Announcements announcements, Clock clock) {
        this.work = work;
        this.appointments = appointments;
        this.announcements = announcements;
        this.clock = clock;
    }

    /**
     * @param engineer and {@code time}: what stays; neither takes the pin back
     * @param reason needed for a pin
     * @param expectedVersion of the appointment that was on the screen
     */
    public record Command(String number, boolean engineer, boolean time, String reason, int expectedVersion) {}

    public void handle(Command command) {
        boolean pins = command.engineer() || command.time();
        if (pins && command.reason().isBlank()) {
            throw Problem.invalidField("reason", "dispatch.pin-needs-a-reason", Map.of());
        }
        work.perform(this, () -> {
            Appointment appointment = appointments.load(command.number());
            if (appointment.version() != command.expectedVersion()) {
                throw Problem.stale(command.expectedVersion(), appointment.version(), appointment.plan());
            }
            appointment.pin(pins ? Optional.of(new Pin(command.engineer(), command.time(), command.reason().strip(), Actors.current().name()))
                    : Optional.empty());
            appointments.save(appointment);
            announcements.announce(new AppointmentPinned(appointment.facts().id(), command.number(), command.engineer(), command.time(),
                    appointment.plan().orgPath(), clock.instant(), command.reason().strip()));
        });
    }
}
