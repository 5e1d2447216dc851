package org.firstfix.customer.usecase;

import java.util.Map;
import java.util.Optional;
import org.firstfix.organization.OrganizationApi;
import org.firstfix.organization.PersonSummary;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.identity.UserId;
import org.firstfix.platform.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who may own a promise: somebody of the house who can still be asked about it. */
@Component
class PromiseOwners {
    private final OrganizationApi organization;

    PromiseOwners(OrganizationApi organization) {
        this.organization = organization;
    }

    record Owner(UserId userId, String name) {}

    Owner of(@Nullable UserId wanted) {
        UserId user = Optional.ofNullable(wanted).or(() -> Actors.current().userId())
                .orElseThrow(() -> Problem.invalidField("owner", "customer.promise-owner-unknown", Map.of()));
        return organization.findByUser(user).filter(PersonSummary::active).map(person -> new Owner(user, person.name()))
                .orElseThrow(() -> Problem.invalidField("owner", "customer.promise-owner-unknown", Map.of()));
    }
}
