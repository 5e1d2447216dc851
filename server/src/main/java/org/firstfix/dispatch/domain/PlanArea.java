package org.firstfix.dispatch.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.firstfix.platform.scope.OrgPath;

/**
 * What is planned as one: a day of a territory, or of a whole branch.
 *
 * @param branch whose open work it is
 * @param territory narrows the engineers; none for all of the branch
 * @param zone in which the day begins and ends
 */
public record PlanArea(OrgPath branch, Optional<String> territory, LocalDate day, ZoneId zone) {
    public Period period() {
        return new Period(day.atStartOfDay(zone).toInstant(), day.plusDays(1).atStartOfDay(zone).toInstant());
    }

    public boolean isOver(Instant now) {
        return !period().endsAt().isAfter(now);
    }

    /** The same day of the whole branch: candidates are not narrowed to a territory. */
    public PlanArea wholeBranch() {
        return new PlanArea(branch, Optional.empty(), day, zone);
    }

    public PlanArea on(LocalDate other) {
        return new PlanArea(branch, territory, other, zone);
    }
}
