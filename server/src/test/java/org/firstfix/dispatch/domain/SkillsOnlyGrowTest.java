package org.firstfix.dispatch.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an award makes of a skill. */
class SkillsOnlyGrowTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-03-05");

    @Test
    void aNewOrHigherLevelHolds() {
        assertThat(SkillsOnlyGrow.after(Optional.empty(), skill(3, "2028-03-05"), TODAY)).isEqualTo(skill(3, "2028-03-05"));
        assertThat(SkillsOnlyGrow.after(Optional.of(skill(2, null)), skill(3, "2028-03-05"), TODAY)).isEqualTo(skill(3, "2028-03-05"));
    }

    @Test
    void aHigherLevelThatCountsStaysAndOneThatHasRunOutDoesNot() {
        assertThat(SkillsOnlyGrow.after(Optional.of(skill(5, "2026-03-05")), skill(3, "2028-03-05"), TODAY)).isEqualTo(skill(5, "2026-03-05"));
        assertThat(SkillsOnlyGrow.after(Optional.of(skill(5, "2026-03-04")), skill(3, "2028-03-05"), TODAY)).isEqualTo(skill(3, "2028-03-05"));
    }

    @Test
    void atTheSameLevelTheLaterEndHolds() {
        assertThat(SkillsOnlyGrow.after(Optional.of(skill(3, "2026-04-01")), skill(3, "2028-03-05"), TODAY)).isEqualTo(skill(3, "2028-03-05"));
        assertThat(SkillsOnlyGrow.after(Optional.of(skill(3, "2029-04-01")), skill(3, "2028-03-05"), TODAY)).isEqualTo(skill(3, "2029-04-01"));
        assertThat(SkillsOnlyGrow.after(Optional.of(skill(3, null)), skill(3, "2028-03-05"), TODAY)).as("without end").isEqualTo(skill(3, null));
    }

    private static Engineer.Skill skill(int level, String until) {
        return new Engineer.Skill("SERVER", level, Optional.ofNullable(until).map(LocalDate::parse));
    }
}
