package org.firstfix.dispatch.usecase;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstfix.dispatch.domain.Engineer;
import org.firstfix.dispatch.query.DispatchTerms;
import org.firstfix.platform.problem.Problem;
import org.springframework.stereotype.Component;

/** Skills and territories must be those of the catalogue. */
@Component
class DispatchCatalogue {
    private final DispatchTerms terms;

    DispatchCatalogue(DispatchTerms terms) {
        this.terms = terms;
    }

    void require(List<Engineer.Skill> skills, Optional<String> territory) {
        List<String> known = terms.skills().stream().map(DispatchTerms.Term::code).toList();
        skills.stream().filter(skill -> !known.contains(skill.code())).findFirst().ifPresent(skill -> {
            throw Problem.invalidField("skills", "dispatch.skill-unknown", Map.of("code", skill.code()));
        });
        if (skills.stream().map(Engineer.Skill::code).distinct().count() < skills.size()) {
            throw Problem.invalidField("skills", "dispatch.skill-twice", Map.of());
        }
        territory.filter(code -> terms.territories().stream().noneMatch(term -> term.code().equals(code))).ifPresent(code -> {
            throw Problem.invalidField("territory", "dispatch.territory-unknown", Map.of("code", code));
        });
    }
}
