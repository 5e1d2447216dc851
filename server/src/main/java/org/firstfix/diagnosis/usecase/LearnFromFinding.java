package org.firstfix.diagnosis.usecase;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.cases.CaseSummary;
import org.firstfix.diagnosis.Finding;
import org.firstfix.diagnosis.domain.Diagnoses;
import org.firstfix.diagnosis.domain.FaultTicket;
import org.firstfix.diagnosis.domain.Tickets;
import org.firstfix.faultfinding.FrozenPrediction;
import org.firstfix.faultfinding.Question;
import org.springframework.stereotype.Component;

/** Puts what was found out beside the question as it stood when the engineer left: nothing written since gets in. */
@Component
class LearnFromFinding {
    private final Diagnoses diagnoses;
    private final Questions questions;
    private final Tickets tickets;
    private final Learner learner;

    LearnFromFinding(Diagnoses diagnoses, Questions questions, Tickets tickets, Learner learner) {
        this.diagnoses = diagnoses;
        this.questions = questions;
        this.tickets = tickets;
        this.learner = learner;
    }

    void from(CaseSummary about, Optional<UUID> diagnosis, Finding finding, Optional<List<String>> partKinds) {
        if (finding.trueCauses().isEmpty()) {
            return;
        }
        Question asked = diagnosis.flatMap(diagnoses::firstRecord).map(FrozenPrediction::question).orElseGet(() -> questions.of(about));
        tickets.add(about.id(), new FaultTicket(0, about.number(), asked, finding.trueCauses(), partKinds, finding.foundAt()));
        learner.hearAfterCommit();
    }
}
