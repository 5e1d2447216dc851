package org.firstfix.platform.scope;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.firstfix.platform.identity.PersonId;

/**
 * What somebody may see: everything, or the parts of the organisation below some paths; {@code own} narrows that to
 * what the person works on. Row-level security enforces the paths a second time.
 */
public record DataScope(boolean everything, List<OrgPath> paths, Optional<PersonId> own) {
    public DataScope {
        paths = List.copyOf(paths);
    }

    public static DataScope all() {
        return new DataScope(true, List.of(), Optional.empty());
    }

    public static DataScope below(Collection<OrgPath> paths) {
        return new DataScope(false, List.copyOf(paths), Optional.empty());
    }

    public DataScope onlyOwn(PersonId person) {
        return new DataScope(everything, paths, Optional.of(person));
    }

    public boolean contains(OrgPath path) {
        return everything || paths.stream().anyMatch(path::isWithin);
    }

    /** The paths as PostgreSQL writes an array of ltree. */
    public String asArrayLiteral() {
        return "{" + String.join(",", paths.stream().map(OrgPath::value).toList()) + "}";
    }
}
