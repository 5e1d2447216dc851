package org.firstfix.organization;

import java.util.Optional;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.identity.UserId;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.platform.text.Language;

/** Somebody of the house; {@code userId} if they may sign in. Phone and e-mail are empty if unknown. */
public record PersonSummary(PersonId id, Optional<UserId> userId, String name, String phone, String email, Language language,
        OrgUnitId orgUnitId, OrgPath orgPath, boolean active) {}
