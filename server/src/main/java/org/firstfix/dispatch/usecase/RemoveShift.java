package org.firstfix.dispatch.usecase;

import java.util.UUID;
import org.firstfix.dispatch.domain.Engineers;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** The engineer does not work then after all. */
@Component
@Permission("engineer.maintain")
public final class RemoveShift {
    private final Work work;
    private final Engineers engineers;

    RemoveShift(Work work, Engineers engineers) {
        this.work = work;
        this.engineers = engineers;
    }

    public record Command(String engineerCode, UUID shift) {}

    public void handle(Command command) {
        work.perform(this, () -> {
            if (!engineers.removeShift(engineers.load(command.engineerCode()), command.shift())) {
                throw Problem.notFound("shift", command.shift());
            }
        });
    }
}
