package org.firstfix.dispatch.usecase;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.firstfix.dispatch.SkillAwarded;
import org.firstfix.dispatch.domain.Engineer;
import org.firstfix.dispatch.domain.Engineers;
import org.firstfix.dispatch.domain.SkillsOnlyGrow;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.problem.Problem;
import org.springframework.stereotype.Component;

/** What was proved elsewhere raises or renews a skill. Always inside a use case of a module above, whose permission has decided. */
@Component
class AwardSkill {
    private final Engineers engineers;
    private final DispatchCatalogue catalogue;
    private final Announcements announcements;
    private final Clock clock;

    AwardSkill(Engineers engineers, DispatchCatalogue catalogue, Announcements announcements, Clock clock) {
        this.engineers = engineers;
        this.catalogue = catalogue;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** @return the skill as it stands now */
    Engineer.Skill award(PersonId id, String skill, int level, Optional<LocalDate> validUntil, String reason) {
        String code = engineers.find(id).map(Engineer::code).orElseThrow(() -> Problem.notFound("engineer", id.value()));
        Engineer engineer = engineers.load(code);
        Engineer.Skill proved = new Engineer.Skill(skill, level, validUntil);
        catalogue.require(List.of(proved), Optional.empty());
        Engineer.Skill after = SkillsOnlyGrow.after(engineer.skill(skill), proved, engineer.dayOf(clock.instant()));
        if (!engineer.skill(skill).equals(Optional.of(after))) {
            engineers.save(engineer.with(after));
            announcements.announce(new SkillAwarded(id, code, skill, after.level(), after.expiresOn(), reason, engineer.orgPath(), clock.instant()));
        }
        return after;
    }
}
