package org.firstfix.organization;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.identity.UserId;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.DataScope;
import org.firstfix.platform.scope.OrgPath;

/** Questions about the house and its people. Call inside a transaction. */
public interface OrganizationApi {
    /** @throws Problem 404 */
    OrgUnitSummary unit(OrgUnitId id);

    Optional<OrgUnitSummary> findUnitByCode(String code);

    Optional<OrgUnitSummary> findUnitAt(OrgPath path);

    /** All units at or below the path, parents before children. */
    List<OrgUnitSummary> unitsBelow(OrgPath path);

    /** @throws Problem 404 */
    PersonSummary person(PersonId id);

    Map<PersonId, PersonSummary> people(Collection<PersonId> ids);

    Optional<PersonSummary> findByUser(UserId user);

    /** The people behind user accounts, for lists. */
    default Map<UserId, PersonSummary> peopleOfUsers(Collection<UserId> users) {
        Map<UserId, PersonSummary> people = new HashMap<>();
        Set.copyOf(users).forEach(user -> findByUser(user).ifPresent(person -> people.put(user, person)));
        return people;
    }

    /** Active people within the scope, by name. @param text a part of the name; empty for all */
    List<PersonSummary> findPeople(DataScope scope, String text, int limit);

    /** Active users who hold the permission for that place: whom to tell. */
    List<PersonSummary> holdersOf(String permission, OrgPath place);

    /** Active users who were given the role at that unit itself, not above it: one level of the house. */
    List<PersonSummary> holdersOfRole(String role, OrgPath unit);

    /** Whether there is such a role, built in or the organisation's own. */
    boolean knowsRole(String role);
}
