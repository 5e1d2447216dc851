package org.firstfix.dispatch.usecase;

import java.util.UUID;
import org.firstfix.dispatch.domain.Engineers;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** The engineer comes after all. */
@Component
@Permission("engineer.maintain")
public final class RemoveAbsence {
    private final Work work;
    private final Engineers engineers;

    RemoveAbsence(Work work, Engineers engineers) {
        this.work = work;
        this.engineers = engineers;
    }

    public record Command(String engineerCode, UUID absence) {}

    public void handle(Command command) {
        work.perform(this, () -> {
            if (!engineers.removeAbsence(engineers.load(command.engineerCode()), command.absence())) {
                throw Problem.notFound("absence", command.absence());
            }
        });
    }
}
