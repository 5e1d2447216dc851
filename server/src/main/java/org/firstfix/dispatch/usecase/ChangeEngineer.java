package org.firstfix.dispatch.usecase;

import java.util.List;
import java.util.Optional;
import org.firstfix.dispatch.domain.Engineer;
import org.firstfix.dispatch.domain.Engineers;
import org.firstfix.dispatch.domain.Place;
import org.firstfix.dispatch.query.EngineerScreen;
import org.firstfix.organization.OrganizationApi;
import org.firstfix.organization.PersonSummary;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Skills, territory, home, prices of a contractor, and whether the engineer is sent at all. The name follows the person. */
@Component
@Permission("engineer.maintain")
public final class ChangeEngineer {
    private final Work work;
    private final Engineers engineers;
    private final DispatchCatalogue catalogue;
    private final OrganizationApi organization;
    private final EngineerScreen screen;

    ChangeEngineer(Work work, Engineers engineers, DispatchCatalogue catalogue, OrganizationApi organization, EngineerScreen screen) {
        this.work = work;
        this.engineers = engineers;
        this.catalogue = catalogue;
        this.organization = organization;
        this.screen = screen;
    }

    public record Command(String code, Optional<String> territory, Optional<Place> home, boolean active,
            List<Engineer.Skill> skills, Optional<Engineer.Contractor> contractor, int expectedVersion) {}

    public void handle(Command command) {
        work.perform(this, () -> {
            Engineer engineer = engineers.load(command.code());
            if (engineer.version() != command.expectedVersion()) {
                throw Problem.stale(command.expectedVersion(), engineer.version(), screen.show(command.code()));
            }
            catalogue.require(command.skills(), command.territory());
            PersonSummary person = organization.person(engineer.id());
            engineers.save(new Engineer(engineer.id(), engineer.code(), person.name(), command.territory(), command.home(),
                    organization.unit(person.orgUnitId()).zone(), command.active(), person.orgPath(), engineer.version(), command.skills(),
                    command.contractor()));
        });
    }
}
