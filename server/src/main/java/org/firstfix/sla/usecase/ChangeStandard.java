package org.firstfix.sla.usecase;

import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.firstfix.sla.domain.ServiceStandard;
import org.firstfix.sla.query.StandardReport;
import org.firstfix.sla.storage.JooqStandards;
import org.springframework.stereotype.Component;

/** Changes a service standard. What has begun keeps its time. */
@Component
@Permission("standard.maintain")
public final class ChangeStandard {
    private final Work work;
    private final JooqStandards standards;
    private final StandardCheck check;

    ChangeStandard(Work work, JooqStandards standards, StandardCheck check) {
        this.work = work;
        this.standards = standards;
        this.check = check;
    }

    /** @param standard with the version it is based on */
    public record Command(ServiceStandard standard, String reason) {}

    public ServiceStandard handle(Command command) {
        return work.perform(this, () -> {
            ServiceStandard wanted = command.standard();
            ServiceStandard before = standards.lock(wanted.code()).orElseThrow(() -> Problem.notFound("standard", wanted.code()));
            if (before.version() != wanted.version()) {
                throw Problem.stale(wanted.version(), before.version(), StandardReport.View.of(before));
            }
            check.complete(wanted);
            ServiceStandard changed = wanted.withVersion(before.version() + 1);
            standards.change(changed);
            check.announce(changed, command.reason());
            return changed;
        });
    }
}
