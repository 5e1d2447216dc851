package org.firstfix.dispatch.query;

import static org.firstfix.schema.dispatch.Tables.TERRITORY;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.firstfix.dispatch.domain.PlanArea;
import org.firstfix.organization.OrgUnitSummary;
import org.firstfix.organization.OrganizationApi;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.platform.work.Query;
import org.jooq.DSLContext;

/** Which day of which part of the house is meant. */
@Query
public class Areas {
    private final DSLContext database;
    private final OrganizationApi organization;
    private final Clock clock;

    Areas(DSLContext database, OrganizationApi organization, Clock clock) {
        this.database = database;
        this.organization = organization;
        this.clock = clock;
    }

    /**
     * @param territory its code; none: all of the branch where the caller belongs
     * @param day none: today there
     * @throws Problem 404 if there is no such territory within the caller's reach
     */
    public PlanArea choose(Optional<String> territory, Optional<LocalDate> day) {
        OrgPath branch = territory.map(this::branchOf).or(() -> Actors.current().home())
                .orElseThrow(() -> Problem.notFound("territory", ""));
        return of(branch, territory, day);
    }

    /** A day of a whole branch, whoever asks. */
    public PlanArea ofBranch(OrgPath branch, Optional<LocalDate> day) {
        return of(branch, Optional.empty(), day);
    }

    /** Where its days begin and end. */
    public ZoneId zoneOf(OrgPath branch) {
        return ofBranch(branch, Optional.empty()).zone();
    }

    private PlanArea of(OrgPath branch, Optional<String> territory, Optional<LocalDate> day) {
        OrgUnitSummary unit = organization.findUnitAt(branch).orElseThrow(() -> Problem.notFound("org-unit", branch.value()));
        return new PlanArea(branch, territory, day.orElseGet(() -> clock.instant().atZone(unit.zone()).toLocalDate()), unit.zone());
    }

    private OrgPath branchOf(String code) {
        return database.select(TERRITORY.ORG_PATH).from(TERRITORY).where(TERRITORY.CODE.eq(code)).fetchOptional(TERRITORY.ORG_PATH)
                .map(OrgPath::new).filter(path -> Actors.current().scope().contains(path)).orElseThrow(() -> Problem.notFound("territory", code));
    }
}
