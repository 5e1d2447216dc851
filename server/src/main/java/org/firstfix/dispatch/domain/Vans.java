package org.firstfix.dispatch.domain;

import java.util.Collection;
import java.util.Map;
import org.firstfix.platform.identity.PersonId;

/** What engineers carry with them. */
public interface Vans {
    /** @param parts pieces by part number */
    record Van(int version, Map<String, Integer> parts) {
        public static final Van EMPTY = new Van(0, Map.of());

        public Van {
            parts = Map.copyOf(parts);
        }
    }

    Van of(PersonId engineer);

    /** Pieces by part number of each of them; nothing for those with an empty van. */
    Map<PersonId, Map<String, Integer>> parts(Collection<PersonId> engineers);

    /** @return false if the van is not at that version any more */
    boolean load(Engineer engineer, Map<String, Integer> parts, int expectedVersion);

    /** One piece of each leaves the van, if there was any: what was picked up for a visit never was in it. */
    void take(PersonId engineer, Collection<String> parts);
}
