package org.firstfix.reminder.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.firstfix.platform.scope.OrgPath;

/** The way of a duty up the organisation. */
public final class Climb {
    private Climb() {}

    /**
     * The unit that hears next: the first one above that has somebody to tell, beginning with the duty's own. At the top it
     * stays where it was; nothing if nobody was ever found.
     */
    public static Optional<OrgPath> next(OrgPath place, Optional<OrgPath> reached, Predicate<OrgPath> hasSomebody) {
        List<OrgPath> above = upwards(place);
        List<OrgPath> left = reached.map(last -> above.stream().filter(unit -> unit.value().length() < last.value().length()).toList()).orElse(above);
        return left.stream().filter(hasSomebody).findFirst().or(() -> reached.filter(hasSomebody));
    }

    private static List<OrgPath> upwards(OrgPath place) {
        List<OrgPath> units = new ArrayList<>();
        String path = place.value();
        while (true) {
            units.add(new OrgPath(path));
            int dot = path.lastIndexOf('.');
            if (dot < 0) {
                return units;
            }
            path = path.substring(0, dot);
        }
    }
}
