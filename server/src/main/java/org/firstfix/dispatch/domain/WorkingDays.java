package org.firstfix.dispatch.domain;

import java.util.Map;
import java.util.Optional;
import org.firstfix.platform.scope.OrgPath;

/** The working day of each part of the house that has one of its own. */
public interface WorkingDays {
    /** That of the place or of the nearest above it; {@link WorkingDay#PLAIN} where nobody has said anything. */
    WorkingDay inForce(OrgPath place);

    record Own(WorkingDay day, int version) {}

    /** By path. */
    Map<OrgPath, Own> all();

    /**
     * @param day none: as the unit above has it
     * @param expectedVersion of the one it replaces; 0 if there is none
     * @return false if another version is there
     */
    boolean set(OrgPath place, Optional<WorkingDay> day, int expectedVersion);
}
