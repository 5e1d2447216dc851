package org.firstfix.dispatch.usecase;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.dispatch.domain.Absence;
import org.firstfix.dispatch.domain.Engineers;
import org.firstfix.dispatch.domain.PlanArea;
import org.firstfix.dispatch.domain.PlanVersion;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** An engineer calls in sick: absent from now on, and somebody else is looked for at once for every visit he had. */
@Component
@Permission("engineer.maintain")
public final class ReportIll {
    private final Work work;
    private final Engineers engineers;
    private final RecordAbsence recordAbsence;
    private final RequestPlan requestPlan;
    private final Clock clock;

    ReportIll(Work work, Engineers engineers, RecordAbsence recordAbsence, RequestPlan requestPlan, Clock clock) {
        this.work = work;
        this.engineers = engineers;
        this.recordAbsence = recordAbsence;
        this.requestPlan = requestPlan;
        this.clock = clock;
    }

    /**
     * @param area whose plan is repaired
     * @param until none: to the end of that day
     */
    public record Command(String engineerCode, PlanArea area, Optional<Instant> until, String note) {}

    /** @param toBeMoved numbers of the visits that somebody else has to take */
    public record Reported(UUID version, List<String> toBeMoved) {}

    public Reported handle(Command command) {
        return work.perform(this, () -> {
            Instant from = command.area().period().startsAt().isAfter(clock.instant()) ? command.area().period().startsAt() : clock.instant();
            List<String> toBeMoved = recordAbsence.handle(new RecordAbsence.Command(command.engineerCode(), from,
                    command.until().orElse(command.area().period().endsAt()), Absence.Reason.ILLNESS, command.note()));
            UUID version = requestPlan.handle(new RequestPlan.Command(command.area(), PlanVersion.Cause.ILLNESS,
                    engineers.get(command.engineerCode()).name()));
            return new Reported(version, toBeMoved);
        });
    }
}
