package org.firstfix.platform.identity;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.firstfix.platform.id.Id;

/** Somebody of the house, with or without a user account. */
public record PersonId(UUID value) implements Id {
    /** As a column of several holds them. */
    public static List<PersonId> all(UUID[] values) {
        return Arrays.stream(values).map(PersonId::new).toList();
    }

    /** For a column of several. */
    public static UUID[] values(List<PersonId> people) {
        return people.stream().map(PersonId::value).toArray(UUID[]::new);
    }
}
