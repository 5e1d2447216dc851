package org.firstfix.dispatch.domain;

import java.time.LocalDate;
import java.util.Optional;

/** What somebody has proved never takes away what he has: a lower level leaves a higher one that counts as it is. */
public final class SkillsOnlyGrow {
    private SkillsOnlyGrow() {}

    /** The skill after that level was proved. At the same level the later end holds, and without end is the latest. */
    public static Engineer.Skill after(Optional<Engineer.Skill> before, Engineer.Skill proved, LocalDate today) {
        Optional<Engineer.Skill> counting = before.filter(skill -> skill.countsOn(today));
        if (counting.filter(skill -> skill.level() > proved.level()).isPresent()) {
            return counting.get();
        }
        return counting.filter(skill -> skill.level() == proved.level())
                .filter(skill -> end(skill).isAfter(end(proved))).orElse(proved);
    }

    private static LocalDate end(Engineer.Skill skill) {
        return skill.expiresOn().orElse(LocalDate.MAX);
    }
}
