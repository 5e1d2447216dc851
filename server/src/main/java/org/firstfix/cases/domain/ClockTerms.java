package org.firstfix.cases.domain;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.firstfix.contract.Entitlement;
import org.firstfix.contract.Milestone;
import org.firstfix.contract.Priority;
import org.firstfix.sla.SlaApi;

/** What the clock of a case is to measure: what the entitlement promises for its priority. */
public final class ClockTerms {
    private ClockTerms() {}

    /** Nothing if nothing is promised: then there is no clock. */
    public static Optional<SlaApi.Terms> of(Entitlement entitlement, Priority priority, ZoneId zone) {
        Map<Milestone, Duration> targets = entitlement.targets().getOrDefault(priority, Map.of());
        if (!entitlement.covered() || targets.isEmpty() || entitlement.coverageCode().isEmpty() || entitlement.calendarCode().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new SlaApi.Terms(entitlement.coverageCode().get(), entitlement.lineId(),
                entitlement.calendarCode().get(), zone, targets, entitlement.pauseRights()));
    }
}
