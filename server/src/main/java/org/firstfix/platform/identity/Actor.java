package org.firstfix.platform.identity;

import java.util.Optional;
import java.util.Set;
import org.firstfix.platform.scope.DataScope;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.platform.text.Language;

/**
 * Who acts: a signed-in user, or the house itself (jobs, reactions to what happened).
 *
 * @param permissions business words such as {@code work-order.release}; the house may do everything
 * @param home where the person belongs; new things without a better place are put here
 * @param mustChangePassword somebody else knows the password: nothing may be done before it is changed
 */
public record Actor(Optional<UserId> userId, Optional<PersonId> personId, String name, Language language,
        Set<String> permissions, DataScope scope, Optional<OrgPath> home, boolean house, boolean mustChangePassword) {
    private static final OrgPath WHOLE_HOUSE = new OrgPath("house");

    public static Actor house(String name) {
        return new Actor(Optional.empty(), Optional.empty(), name, Language.CHINESE, Set.of(), DataScope.all(),
                Optional.empty(), true, false);
    }

    /** Where news of what belongs to everybody stands: with whoever changed it; what the house itself does stands at the top. */
    public OrgPath homeOrHouse() {
        return home.orElse(WHOLE_HOUSE);
    }

    public boolean may(String permission) {
        return house || permissions.contains(permission);
    }

    /** The same person with the reach of the house: for what follows from an action that was already permitted. */
    public Actor onBehalfOfTheHouse() {
        return new Actor(userId, personId, name, language, permissions, DataScope.all(), home, true, mustChangePassword);
    }
}
