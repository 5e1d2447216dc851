package org.firstfix.dispatch.usecase;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstfix.dispatch.domain.Engineer;
import org.firstfix.dispatch.domain.Engineers;
import org.firstfix.dispatch.domain.Place;
import org.firstfix.organization.OrganizationApi;
import org.firstfix.organization.PersonSummary;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.search.SearchIndex;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Somebody of the house is sent to customers from now on. */
@Component
@Permission("engineer.maintain")
public final class RegisterEngineer {
    private final Work work;
    private final Engineers engineers;
    private final DispatchCatalogue catalogue;
    private final OrganizationApi organization;
    private final SearchIndex search;

    RegisterEngineer(Work work, Engineers engineers, DispatchCatalogue catalogue, OrganizationApi organization, SearchIndex search) {
        this.work = work;
        this.engineers = engineers;
        this.catalogue = catalogue;
        this.organization = organization;
        this.search = search;
    }

    public record Command(PersonId personId, String code, Optional<String> territory, Optional<Place> home,
            List<Engineer.Skill> skills, Optional<Engineer.Contractor> contractor) {}

    public void handle(Command command) {
        work.perform(this, () -> {
            PersonSummary person = organization.person(command.personId());
            if (engineers.isTaken(command.code()) || engineers.find(command.personId()).isPresent()) {
                throw Problem.conflict("dispatch.engineer-known", Map.of("code", command.code(), "name", person.name()));
            }
            catalogue.require(command.skills(), command.territory());
            engineers.add(new Engineer(person.id(), command.code(), person.name(), command.territory(), command.home(),
                    organization.unit(person.orgUnitId()).zone(), true, person.orgPath(), 0, command.skills(),
                    command.contractor()));
            search.put(new SearchIndex.Entry("engineer", person.id(), command.code(), person.name(), command.code(), person.orgPath(),
                    new SearchIndex.Tokens().name(person.name()).startingWith(command.code())));
        });
    }
}
