package org.firstfix.platform.identity;

import java.util.List;
import java.util.Optional;
import org.firstfix.platform.scope.OrgPath;

/** What signing in needs to know about users. The module that keeps them implements it. */
public interface UserDirectory {
    /** The user as an actor with today's roles, or nothing if unknown or switched off. */
    Optional<Actor> actorOf(UserId user);

    Optional<Credentials> credentialsOf(String userName);

    /** What a browser needs to know about who is signed in. */
    Optional<Profile> profileOf(UserId user);

    record Credentials(UserId userId, String passwordHash, boolean active) {}

    record Profile(String userName, String displayName, String language, List<String> roles,
            boolean mustChangePassword, HomeUnit orgUnit) {}

    record HomeUnit(String nameZh, String nameEn, OrgPath path) {}
}
