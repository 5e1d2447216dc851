package org.firstfix.diagnosis.usecase;

import java.time.Clock;
import java.util.UUID;
import org.firstfix.cases.CaseApi;
import org.firstfix.cases.CaseId;
import org.firstfix.cases.CaseSummary;
import org.firstfix.diagnosis.domain.Diagnoses;
import org.firstfix.diagnosis.domain.Diagnosis;
import org.firstfix.diagnosis.domain.Diagnosis.Matter;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** A new case waits for somebody to say what it probably is; until then the engine speaks, about the case as it is corrected. */
@Component
@Permission("diagnosis.record")
public final class OpenDiagnosis {
    private final Work work;
    private final Diagnoses diagnoses;
    private final RepeatFaultWatch repeats;
    private final CaseApi cases;
    private final Clock clock;

    OpenDiagnosis(Work work, Diagnoses diagnoses, RepeatFaultWatch repeats, CaseApi cases, Clock clock) {
        this.work = work;
        this.diagnoses = diagnoses;
        this.repeats = repeats;
        this.cases = cases;
        this.clock = clock;
    }

    public record Command(CaseId caseId) {}

    public void handle(Command command) {
        work.perform(this, () -> {
            CaseSummary it = cases.get(command.caseId());
            Matter matter = new Matter(it.symptomCode(), it.family(), it.modelCode(), it.priority());
            diagnoses.findForChange(it.id()).ifPresentOrElse(open -> {
                open.follow(matter);
                diagnoses.save(open);
            }, () -> diagnoses.add(Diagnosis.opened(new Diagnosis.Subject(UUID.randomUUID(), it.id(), it.number(),
                    clock.instant(), it.dedicatedEngineerId(), it.orgPath()), matter)));
            repeats.reported(it);
        });
    }
}
