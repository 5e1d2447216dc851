package org.firstfix.dispatch.usecase;

import java.time.LocalDate;
import org.firstfix.dispatch.domain.PlanVersion;
import org.firstfix.platform.scope.OrgPath;

/**
 * Something happened that may make another plan worth while.
 *
 * @param subject the appointment, work order or engineer it is about
 */
record Occasion(PlanVersion.Cause cause, OrgPath branch, LocalDate day, String subject) {
    private static final String APART = "|";

    /** As the id of a job. */
    String text(long when) {
        return String.join(APART, cause.name(), branch.value(), day.toString(), subject, Long.toString(when));
    }

    static Occasion read(String text) {
        String[] parts = text.split("\\|", -1);
        return new Occasion(PlanVersion.Cause.valueOf(parts[0]), new OrgPath(parts[1]), LocalDate.parse(parts[2]), parts[3]);
    }
}
