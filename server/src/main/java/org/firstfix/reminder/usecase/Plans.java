package org.firstfix.reminder.usecase;

import org.firstfix.reminder.domain.Duty;
import org.firstfix.reminder.domain.Plan;
import org.firstfix.reminder.storage.JooqPolicies;
import org.firstfix.sla.WorkingTimes;
import org.springframework.stereotype.Component;

/** The policy and the hours that hold for a duty today. */
@Component
class Plans {
    private final JooqPolicies policies;
    private final WorkingTimes times;

    Plans(JooqPolicies policies, WorkingTimes times) {
        this.policies = policies;
        this.times = times;
    }

    Plan of(Duty.Facts facts) {
        return new Plan(policies.forDuty(facts.policyCode()), times.on(facts.calendarCode(), facts.zone()));
    }
}
