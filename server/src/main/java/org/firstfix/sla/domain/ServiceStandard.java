package org.firstfix.sla.domain;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.firstfix.platform.problem.Problem;
import org.firstfix.sla.ServiceMoment;

/**
 * A measurable promise of the house: from one moment of a case to another within a target.
 *
 * @param audience to whom it is promised
 * @param tier of the customers it holds for; none: every one
 * @param target working time of the calendar
 * @param responsibleRole the department that keeps it
 */
public record ServiceStandard(String code, String nameZh, String nameEn, Audience audience, Optional<String> tier, ServiceMoment beginsWith,
        ServiceMoment endsWith, Duration target, String calendarCode, String responsibleRole, boolean active, int version) {
    public enum Audience {
        CUSTOMER,
        HOUSE
    }

    public boolean holdsFor(String customerTier) {
        return active && tier.filter(asked -> !asked.equals(customerTier)).isEmpty();
    }

    /** @throws Problem 400 if it would be over before it began */
    public void check() {
        if (endsWith.ordinal() <= beginsWith.ordinal()) {
            throw Problem.invalidField("endsWith", "sla.standard-ends-before-begin",
                    Map.of("beginsWith", beginsWith.name(), "endsWith", endsWith.name()));
        }
    }

    public ServiceStandard withVersion(int next) {
        return new ServiceStandard(code, nameZh, nameEn, audience, tier, beginsWith, endsWith, target, calendarCode, responsibleRole, active, next);
    }
}
