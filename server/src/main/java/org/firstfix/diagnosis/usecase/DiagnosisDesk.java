package org.firstfix.diagnosis.usecase;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstfix.asset.AssetApi;
import org.firstfix.asset.PartSummary;
import org.firstfix.cases.CaseApi;
import org.firstfix.cases.CaseId;
import org.firstfix.cases.CaseSummary;
import org.firstfix.diagnosis.DiagnosisApi;
import org.firstfix.diagnosis.DiagnosisFrozen;
import org.firstfix.diagnosis.DiagnosisReopened;
import org.firstfix.diagnosis.DiagnosisSummary;
import org.firstfix.diagnosis.PredictionScored;
import org.firstfix.diagnosis.domain.Diagnoses;
import org.firstfix.diagnosis.domain.Diagnosis;
import org.firstfix.diagnosis.domain.Diagnosis.Author;
import org.firstfix.diagnosis.domain.Expectation;
import org.firstfix.diagnosis.domain.Knowledge;
import org.firstfix.diagnosis.domain.Prediction;
import org.firstfix.diagnosis.query.Causes;
import org.firstfix.platform.journal.Announcements;
import org.springframework.stereotype.Component;

/** What the modules above ask and tell: always inside a use case of theirs, whose permission has decided. */
@Component
public class DiagnosisDesk implements DiagnosisApi {
    private final Diagnoses diagnoses;
    private final Knowledge knowledge;
    private final Causes causes;
    private final CaseApi cases;
    private final AssetApi assets;
    private final Announcements announcements;
    private final Clock clock;

    DiagnosisDesk(Diagnoses diagnoses, Knowledge knowledge, Causes causes, CaseApi cases, AssetApi assets,
            Announcements announcements, Clock clock) {
        this.diagnoses = diagnoses;
        this.knowledge = knowledge;
        this.causes = causes;
        this.cases = cases;
        this.assets = assets;
        this.announcements = announcements;
        this.clock = clock;
    }

    @Override
    public Optional<DiagnosisSummary> diagnosisOf(CaseId id) {
        return diagnoses.find(id).map(it -> {
            Expectation expectation = it.expectation();
            Map<String, Cause> names = causes.byCode(expectation.causeCodes());
            Map<String, PartSummary> parts = expectation.parts().isEmpty() ? Map.of() : assets.parts(expectation.parts());
            return new DiagnosisSummary(it.status().name(), it.source().name(), expectation.unknown(), expectation.remarks(),
                    expectation.causes().stream().map(likely -> new DiagnosisSummary.LikelyCause(likely.causeCode(),
                            names.get(likely.causeCode()).nameZh(), names.get(likely.causeCode()).nameEn(), likely.probability())).toList(),
                    expectation.parts().stream().map(parts::get).toList(), it.author().map(Author::name).orElse(""), it.frozenAt());
        });
    }

    @Override
    public void freeze(CaseId id, Instant at) {
        diagnoses.findForChange(id).ifPresent(it -> it.freeze(at).ifPresent(prediction -> {
            diagnoses.save(it);
            diagnoses.keep(it, prediction);
            announcements.announce(new DiagnosisFrozen(id, it.subject().caseNumber(), it.visit(), it.subject().orgPath(), at));
        }));
    }

    @Override
    public void reopen(CaseId id, String reason) {
        diagnoses.findForChange(id).filter(Diagnosis::reopen).ifPresent(it -> {
            diagnoses.save(it);
            announcements.announce(new DiagnosisReopened(id, it.subject().caseNumber(), it.visit(), it.subject().orgPath(),
                    clock.instant(), reason));
        });
    }

    @Override
    public Outcome recordOutcome(CaseId id, List<String> trueCauses, List<String> partsUsed, Instant foundAt) {
        causes.require(trueCauses);
        CaseSummary about = cases.get(id);
        freeze(id, foundAt);
        Optional<Diagnosis> diagnosis = diagnoses.findForChange(id);
        Prediction.Score last = new Prediction.Score(Optional.empty(), Optional.empty(), 0, (int) partsUsed.stream().distinct().count(), 0);
        if (diagnosis.isPresent()) {
            Diagnosis it = diagnosis.get();
            // Every visit had its own prediction, and each is judged by the same truth.
            for (Prediction prediction : diagnoses.predictions(it.subject().id())) {
                last = prediction.compare(trueCauses, partsUsed);
                diagnoses.score(it.subject().id(), prediction.visit(), last, foundAt);
            }
            it.scored();
            diagnoses.save(it);
        }
        knowledge.put(about, diagnosis.map(it -> it.subject().id()), trueCauses, last, foundAt);
        Outcome outcome = new Outcome(last.topHit(), last.anyHit(), last.partsCarried(), last.partsNeeded(), last.partsRight());
        announcements.announce(new PredictionScored(id, about.number(), trueCauses, outcome, about.orgPath(), foundAt));
        return outcome;
    }

    @Override
    public List<Cause> causes() {
        return causes.all();
    }

    @Override
    public void countPastCase(CaseId id, List<String> trueCauses, Instant foundAt) {
        causes.require(trueCauses);
        knowledge.put(cases.get(id), Optional.empty(), trueCauses,
                new Prediction.Score(Optional.empty(), Optional.empty(), 0, 0, 0), foundAt);
    }
}
