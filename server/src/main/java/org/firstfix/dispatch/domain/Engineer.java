package org.firstfix.dispatch.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.scope.OrgPath;

/**
 * Somebody who is sent to customers.
 *
 * @param home where the day begins
 * @param zone in which shifts are planned
 * @param contractor set for somebody of another company
 */
public record Engineer(PersonId id, String code, String name, Optional<String> territory, Optional<Place> home, ZoneId zone,
        boolean active, OrgPath orgPath, int version, List<Skill> skills, Optional<Contractor> contractor) {
    public Engineer {
        skills = List.copyOf(skills);
    }

    /** @param company whose engineer it is. @param callOutCents for coming once; {@code hourlyCents} for each hour at the site */
    public record Contractor(String company, long callOutCents, long hourlyCents) {}

    /** @param level 1 (learning) to 5 (teaches it); {@code expiresOn} is the last day it counts */
    public record Skill(String code, int level, Optional<LocalDate> expiresOn) {
        public boolean countsOn(LocalDate day) {
            return expiresOn.isEmpty() || !day.isAfter(expiresOn.get());
        }
    }

    public Optional<Skill> skill(String skillCode) {
        return skills.stream().filter(skill -> skill.code().equals(skillCode)).findFirst();
    }

    /** The same engineer with this skill, in place of the one of that code. */
    public Engineer with(Skill changed) {
        List<Skill> others = new ArrayList<>(skills.stream().filter(skill -> !skill.code().equals(changed.code())).toList());
        others.add(changed);
        return new Engineer(id, code, name, territory, home, zone, active, orgPath, version, others, contractor);
    }

    public LocalDate dayOf(Instant at) {
        return at.atZone(zone).toLocalDate();
    }
}
