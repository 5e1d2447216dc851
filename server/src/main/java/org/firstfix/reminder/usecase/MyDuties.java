package org.firstfix.reminder.usecase;

import java.util.Map;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.identity.UserId;
import org.firstfix.platform.problem.Problem;
import org.firstfix.reminder.DutyId;
import org.firstfix.reminder.domain.Duty;
import org.firstfix.reminder.storage.JooqDeliveries;
import org.firstfix.reminder.storage.JooqDuties;
import org.springframework.stereotype.Component;

/** A duty for whoever has it or was told of it, wherever in the house it lies; for everybody else there is none. */
@Component
class MyDuties {
    private final JooqDuties duties;
    private final JooqDeliveries deliveries;

    MyDuties(JooqDuties duties, JooqDeliveries deliveries) {
        this.duties = duties;
        this.deliveries = deliveries;
    }

    /** Of the one who has it, or was told. */
    Duty lockConcerning(DutyId id) {
        UserId me = me(id);
        return duties.lock(id).filter(duty -> duty.standing().responsible().equals(me) || deliveries.wasTold(duty, me))
                .orElseThrow(() -> Problem.notFound("reminder", id.value()));
    }

    /** Of the one who has it. */
    Duty lockOwn(DutyId id) {
        Duty duty = lockConcerning(id);
        if (!duty.standing().responsible().equals(me(id))) {
            throw Problem.conflict("reminder.not-yours", Map.of("number", duty.facts().number()));
        }
        return duty;
    }

    private static UserId me(DutyId id) {
        return Actors.current().userId().orElseThrow(() -> Problem.notFound("reminder", id.value()));
    }
}
