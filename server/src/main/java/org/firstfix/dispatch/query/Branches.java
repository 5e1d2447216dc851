package org.firstfix.dispatch.query;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.firstfix.organization.OrgUnitSummary;
import org.firstfix.organization.OrganizationApi;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.platform.work.Query;

/** Parts of the house by their code. */
@Query
public class Branches {
    private final OrganizationApi organization;
    private final Clock clock;

    Branches(OrganizationApi organization, Clock clock) {
        this.organization = organization;
        this.clock = clock;
    }

    /** @param today the date there */
    public record Branch(OrgPath path, LocalDate today) {}

    public OrgPath pathOf(String code) {
        return organization.findUnitByCode(code).map(OrgUnitSummary::path).orElseThrow(() -> Problem.notFound("org-unit", code));
    }

    /** A unit the caller may decide for. @throws Problem 404 also for one outside of the caller's reach */
    public OrgPath within(String code) {
        return organization.findUnitByCode(code).map(OrgUnitSummary::path).filter(path -> Actors.current().scope().contains(path))
                .orElseThrow(() -> Problem.notFound("org-unit", code));
    }

    /** @param code none: where the caller belongs */
    public Branch choose(Optional<String> code) {
        OrgPath path = code.map(this::pathOf).or(() -> Actors.current().home())
                .orElseThrow(() -> Problem.notFound("org-unit", code.orElse("")));
        OrgUnitSummary unit = organization.findUnitAt(path).orElseThrow(() -> Problem.notFound("org-unit", path.value()));
        return new Branch(path, clock.instant().atZone(unit.zone()).toLocalDate());
    }
}
