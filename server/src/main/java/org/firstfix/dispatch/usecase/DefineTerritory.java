package org.firstfix.dispatch.usecase;

import org.firstfix.dispatch.domain.Territories;
import org.firstfix.organization.OrgUnitSummary;
import org.firstfix.organization.OrganizationApi;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** A territory that engineers look after. */
@Component
@Permission("engineer.maintain")
public final class DefineTerritory {
    private final Work work;
    private final Territories territories;
    private final OrganizationApi organization;

    DefineTerritory(Work work, Territories territories, OrganizationApi organization) {
        this.work = work;
        this.territories = territories;
        this.organization = organization;
    }

    public record Command(String code, String nameZh, String nameEn, String unitCode) {}

    public void handle(Command command) {
        work.perform(this, () -> {
            OrgUnitSummary unit = organization.findUnitByCode(command.unitCode())
                    .filter(found -> Actors.current().scope().contains(found.path()))
                    .orElseThrow(() -> Problem.notFound("org-unit", command.unitCode()));
            territories.put(command.code(), command.nameZh().strip(), command.nameEn().strip(), unit.path());
        });
    }
}
