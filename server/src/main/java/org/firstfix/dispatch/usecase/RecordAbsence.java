package org.firstfix.dispatch.usecase;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.dispatch.domain.Absence;
import org.firstfix.dispatch.domain.Appointments;
import org.firstfix.dispatch.domain.Engineer;
import org.firstfix.dispatch.domain.Engineers;
import org.firstfix.dispatch.domain.Period;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** The engineer will not come. What is booked then stays booked, and is named: somebody has to move it. */
@Component
@Permission("engineer.maintain")
public final class RecordAbsence {
    private final Work work;
    private final Engineers engineers;
    private final Appointments appointments;

    RecordAbsence(Work work, Engineers engineers, Appointments appointments) {
        this.work = work;
        this.engineers = engineers;
        this.appointments = appointments;
    }

    public record Command(String engineerCode, Instant startsAt, Instant endsAt, Absence.Reason reason, String note) {}

    /** @return numbers of the appointments that somebody else has to take */
    public List<String> handle(Command command) {
        if (!command.endsAt().isAfter(command.startsAt())) {
            throw Problem.invalidField("endsAt", "dispatch.end-before-start", Map.of());
        }
        return work.perform(this, () -> {
            Engineer engineer = engineers.load(command.engineerCode());
            Period period = new Period(command.startsAt(), command.endsAt());
            engineers.addAbsence(engineer, new Absence(UUID.randomUUID(), period, command.reason(), command.note().strip()));
            return appointments.overlapping(engineer.id(), period, Optional.empty()).stream()
                    .map(appointment -> appointment.facts().number()).toList();
        });
    }
}
