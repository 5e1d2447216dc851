package org.firstfix.dispatch.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.firstfix.dispatch.domain.PlanningPolicies;
import org.firstfix.dispatch.domain.PlanningPolicy;
import org.firstfix.dispatch.domain.PolicyFigures;
import org.firstfix.organization.OrgUnitSummary;
import org.firstfix.organization.OrganizationApi;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.scope.DataScope;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.platform.work.Query;

/** What the plans of each part of the house weigh, who decided so, and what was before. */
@Query
public class PlanningPolicyScreen {
    private final PlanningPolicies policies;
    private final OrganizationApi organization;
    private final Branches branches;

    PlanningPolicyScreen(PlanningPolicies policies, OrganizationApi organization, Branches branches) {
        this.policies = policies;
        this.organization = organization;
        this.branches = branches;
    }

    /** @param code of a unit */
    public record Place(String code, String nameZh, String nameEn) {
        static Place of(OrgUnitSummary unit) {
            return new Place(unit.code(), unit.nameZh(), unit.nameEn());
        }
    }

    /** @param home whether the caller belongs there. @param own whether the unit has decided itself. @param decidedBy the unit whose policy holds; none: the usual weights of the product */
    public record Row(Place unit, boolean home, int version, boolean own, Optional<Place> decidedBy) {}

    /**
     * @param version the last decision of this unit, for the next one; 0 if it has never decided
     * @param inForceVersion the decision that holds, of this unit or one above; 0: the usual weights
     * @param decidedBy the unit that made it
     * @param aboveOrUsual what would hold if this unit had none of its own
     * @param usual the weights nobody has decided on
     * @param actions DECIDE, if the caller may
     */
    public record View(Place unit, int version, int inForceVersion, boolean own, Optional<Place> decidedBy, PlanningPolicy policy,
            PlanningPolicy aboveOrUsual, PlanningPolicy usual, List<Decision> history, List<String> actions) {}

    /**
     * @param own whether the unit has had a policy of its own since
     * @param untried why it was switched on without a trial; empty if it was tried
     * @param changes against what held for this unit before
     */
    public record Decision(int version, boolean own, String reason, String untried, String decidedBy, Instant decidedAt,
            List<PolicyFigures.Change> changes) {}

    public List<Row> list(DataScope scope) {
        List<OrgPath> tops = scope.everything() ? topOfTheHouse() : scope.paths();
        return tops.stream().flatMap(top -> organization.unitsBelow(top).stream()).distinct().map(unit -> {
            PlanningPolicies.InForce inForce = policies.inForce(unit.path());
            return new Row(Place.of(unit), Actors.current().home().filter(unit.path()::equals).isPresent(), inForce.version(), inForce.place().filter(unit.path()::equals).isPresent(), inForce.place().flatMap(this::place));
        }).toList();
    }

    /** @throws org.firstfix.platform.problem.Problem 404 */
    public View of(String unitCode) {
        OrgPath path = branches.within(unitCode);
        PlanningPolicies.InForce inForce = policies.inForce(path);
        List<PlanningPolicies.Decision> history = policies.history(path);
        PlanningPolicy above = above(path);
        return new View(place(path).orElseThrow(), history.isEmpty() ? 0 : history.getFirst().version(), inForce.version(),
                inForce.place().filter(path::equals).isPresent(), inForce.place().flatMap(this::place), inForce.policy(), above, PlanningPolicy.USUAL,
                told(history, above), Actors.current().may("dispatch.policy") ? List.of("DECIDE") : List.of());
    }

    private PlanningPolicy above(OrgPath path) {
        int last = path.value().lastIndexOf('.');
        return last < 0 ? PlanningPolicy.USUAL : policies.inForce(new OrgPath(path.value().substring(0, last))).policy();
    }

    private static List<Decision> told(List<PlanningPolicies.Decision> history, PlanningPolicy above) {
        List<Decision> told = new ArrayList<>();
        for (int i = 0; i < history.size(); i++) {
            PlanningPolicies.Decision decision = history.get(i);
            PlanningPolicy before = i + 1 < history.size() ? history.get(i + 1).policy().orElse(above) : above;
            told.add(new Decision(decision.version(), decision.policy().isPresent(), decision.reason(), decision.untried(), decision.decidedBy(),
                    decision.decidedAt(), PolicyFigures.changes(before, decision.policy().orElse(above))));
        }
        return told;
    }

    private Optional<Place> place(OrgPath path) {
        return organization.findUnitAt(path).map(Place::of);
    }

    private static List<OrgPath> topOfTheHouse() {
        return Actors.current().home().map(home -> new OrgPath(home.value().split("\\.")[0])).stream().toList();
    }
}
