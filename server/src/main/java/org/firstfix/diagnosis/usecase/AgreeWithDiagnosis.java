package org.firstfix.diagnosis.usecase;

import java.time.Clock;
import org.firstfix.cases.CaseApi;
import org.firstfix.cases.CaseSummary;
import org.firstfix.diagnosis.DiagnosisReviewed;
import org.firstfix.diagnosis.domain.Diagnoses;
import org.firstfix.diagnosis.domain.Diagnosis;
import org.firstfix.diagnosis.domain.Diagnosis.Author;
import org.firstfix.diagnosis.query.DiagnosisView;
import org.firstfix.platform.identity.Actor;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Technical support agrees with a dedicated engineer's own diagnosis. Disagreeing is recording another one. */
@Component
@Permission("diagnosis.review")
public final class AgreeWithDiagnosis {
    private final Work work;
    private final Diagnoses diagnoses;
    private final CaseApi cases;
    private final DiagnosisView view;
    private final Announcements announcements;
    private final Clock clock;

    AgreeWithDiagnosis(Work work, Diagnoses diagnoses, CaseApi cases, DiagnosisView view, Announcements announcements, Clock clock) {
        this.work = work;
        this.diagnoses = diagnoses;
        this.cases = cases;
        this.view = view;
        this.announcements = announcements;
        this.clock = clock;
    }

    public record Command(String caseNumber, int expectedVersion) {}

    public void handle(Command command) {
        work.perform(this, () -> {
            CaseSummary about = cases.findByNumber(command.caseNumber())
                    .orElseThrow(() -> Problem.notFound("case", command.caseNumber()));
            Diagnosis it = diagnoses.findForChange(about.id())
                    .orElseThrow(() -> Problem.notFound("diagnosis", command.caseNumber()));
            if (it.version() != command.expectedVersion()) {
                throw Problem.stale(command.expectedVersion(), it.version(), view.of(command.caseNumber()));
            }
            Actor actor = Actors.current();
            it.agree(new Author(actor.personId(), actor.name()));
            diagnoses.save(it);
            announcements.announce(new DiagnosisReviewed(about.id(), about.number(), it.review().name(), about.orgPath(), clock.instant()));
        });
    }
}
