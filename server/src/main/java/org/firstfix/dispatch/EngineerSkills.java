package org.firstfix.dispatch;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.scope.OrgPath;

/**
 * An engineer and what he can do.
 *
 * @param today the calendar day at his place, by which skills count or have run out
 */
public record EngineerSkills(PersonId id, String code, String name, boolean active, OrgPath orgPath, LocalDate today, List<Held> skills) {
    /** @param level 1 (learning) to 5 (teaches it) @param validUntil the last day it counts; without end if there is none */
    public record Held(String skill, int level, Optional<LocalDate> validUntil, boolean counts) {}

    public Optional<Held> held(String skill) {
        return skills.stream().filter(one -> one.skill().equals(skill)).findFirst();
    }
}
