package org.firstfix.sla.usecase;

import java.util.Map;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.firstfix.sla.domain.ServiceStandard;
import org.firstfix.sla.storage.JooqStandards;
import org.springframework.stereotype.Component;

/** Adds a service standard. It holds for what begins from now on. */
@Component
@Permission("standard.maintain")
public final class DefineStandard {
    private final Work work;
    private final JooqStandards standards;
    private final StandardCheck check;

    DefineStandard(Work work, JooqStandards standards, StandardCheck check) {
        this.work = work;
        this.standards = standards;
        this.check = check;
    }

    public record Command(ServiceStandard standard) {}

    public ServiceStandard handle(Command command) {
        return work.perform(this, () -> {
            ServiceStandard standard = command.standard().withVersion(0);
            check.complete(standard);
            if (!standards.add(standard)) {
                throw Problem.conflict("sla.standard-taken", Map.of("code", standard.code()));
            }
            check.announce(standard, "");
            return standard;
        });
    }
}
