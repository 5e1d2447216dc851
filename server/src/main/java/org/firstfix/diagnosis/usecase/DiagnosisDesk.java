package org.firstfix.diagnosis.usecase;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.asset.AssetApi;
import org.firstfix.asset.PartSummary;
import org.firstfix.cases.CaseApi;
import org.firstfix.cases.CaseId;
import org.firstfix.cases.CaseSummary;
import org.firstfix.diagnosis.DiagnosisApi;
import org.firstfix.diagnosis.DiagnosisFrozen;
import org.firstfix.diagnosis.DiagnosisReopened;
import org.firstfix.diagnosis.DiagnosisSummary;
import org.firstfix.diagnosis.Finding;
import org.firstfix.diagnosis.PartsForecast;
import org.firstfix.diagnosis.PredictionScored;
import org.firstfix.diagnosis.domain.Diagnoses;
import org.firstfix.diagnosis.domain.Diagnosis;
import org.firstfix.diagnosis.domain.Diagnosis.Author;
import org.firstfix.diagnosis.domain.Expectation;
import org.firstfix.diagnosis.domain.Knowledge.FoundFault;
import org.firstfix.diagnosis.domain.Knowledge;
import org.firstfix.diagnosis.domain.Prediction;
import org.firstfix.diagnosis.domain.Suggestion;
import org.firstfix.diagnosis.query.Causes;
import org.firstfix.diagnosis.query.PartsForecasts;
import org.firstfix.diagnosis.usecase.CauseSuggestions.Suggested;
import org.firstfix.platform.journal.Announcements;
import org.springframework.stereotype.Component;

/** What the modules above ask and tell: always inside a use case of theirs, whose permission has decided. */
@Component
public class DiagnosisDesk implements DiagnosisApi {
    private final Diagnoses diagnoses;
    private final Knowledge knowledge;
    private final Causes causes;
    private final CauseSuggestions suggestions;
    private final PartsForecasts forecasts;
    private final LearnFromFinding learn;
    private final RepeatFaultWatch repeats;
    private final CaseApi cases;
    private final AssetApi assets;
    private final Announcements announcements;
    private final Clock clock;

    DiagnosisDesk(Diagnoses diagnoses, Knowledge knowledge, Causes causes, CauseSuggestions suggestions, PartsForecasts forecasts, LearnFromFinding learn,
            RepeatFaultWatch repeats, CaseApi cases, AssetApi assets, Announcements announcements, Clock clock) {
        this.diagnoses = diagnoses;
        this.knowledge = knowledge;
        this.causes = causes;
        this.suggestions = suggestions;
        this.forecasts = forecasts;
        this.learn = learn;
        this.repeats = repeats;
        this.cases = cases;
        this.assets = assets;
        this.announcements = announcements;
        this.clock = clock;
    }

    @Override
    public Optional<DiagnosisSummary> diagnosisOf(CaseId id) {
        return diagnoses.find(id).map(it -> {
            Expectation expectation = it.isPredicted()
                    ? suggestions.about(cases.get(id), it).map(Suggested::expectation).orElse(it.expectation()) : it.expectation();
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
        diagnoses.findForChange(id).filter(Diagnosis::isChangeable).ifPresent(it -> {
            Optional<Suggested> suggested = suggestions.about(cases.get(id), it);
            Optional<Suggestion> suggestion = suggested.map(Suggested::suggestion);
            it.freeze(at, suggested.map(Suggested::expectation), suggestion.map(Suggestion::word)).ifPresent(prediction -> {
                diagnoses.save(it);
                diagnoses.keep(it, prediction, suggestion);
                announcements.announce(new DiagnosisFrozen(id, it.subject().caseNumber(), it.visit(), it.subject().orgPath(), at));
            });
        });
    }

    @Override
    public void reopen(CaseId id, String reason) {
        diagnoses.findForChange(id).filter(it -> it.reopen(reason)).ifPresent(it -> {
            diagnoses.save(it);
            announcements.announce(new DiagnosisReopened(id, it.subject().caseNumber(), it.visit(), it.subject().orgPath(),
                    clock.instant(), reason));
        });
    }

    @Override
    public Outcome recordOutcome(CaseId id, Finding finding) {
        causes.require(finding.trueCauses());
        CaseSummary about = cases.get(id);
        freeze(id, finding.foundAt());
        Optional<Diagnosis> diagnosis = diagnoses.findForChange(id);
        List<String> used = finding.partsUsed().orElse(List.of()).stream().distinct().toList();
        Optional<List<String>> kinds = finding.partsUsed().map(this::kindsOf);
        Prediction.Score last = Prediction.Score.without(used.size());
        if (diagnosis.isPresent()) {
            Diagnosis it = diagnosis.get();
            // Every visit had its own prediction, and each is judged by the same truth.
            for (Prediction prediction : diagnoses.predictions(it.subject().id())) {
                last = prediction.compare(finding.trueCauses(), used, kinds);
                diagnoses.score(it.subject().id(), prediction.visit(), last, finding.foundAt());
            }
            it.scored();
            diagnoses.save(it);
        }
        Optional<UUID> diagnosisId = diagnosis.map(it -> it.subject().id());
        knowledge.put(new FoundFault(about, about.assetId().map(assets::asset), diagnosisId, finding, kinds.orElse(List.of()), last));
        learn.from(about, diagnosisId, finding, kinds);
        repeats.causesFound(about, finding.trueCauses());
        Outcome outcome = new Outcome(last.topHit(), last.anyHit(), last.partsCarried(), last.partsNeeded(), last.partsRight());
        announcements.announce(new PredictionScored(id, about.number(), finding.trueCauses(), outcome, about.orgPath(), finding.foundAt()));
        return outcome;
    }

    private List<String> kindsOf(List<String> partNumbers) {
        return partNumbers.isEmpty() ? List.of() : assets.parts(partNumbers).values().stream().map(PartSummary::kind).distinct().sorted().toList();
    }

    @Override
    public PartsForecast partsForecast(Collection<CaseId> ids) {
        return forecasts.of(ids);
    }

    @Override
    public List<Cause> causes() {
        return causes.all();
    }

    @Override
    public void learnPastCase(CaseId id, List<String> trueCauses, Instant foundAt) {
        causes.require(trueCauses);
        CaseSummary about = cases.get(id);
        Finding finding = Finding.ofCauses(trueCauses, 1, foundAt);
        knowledge.put(new FoundFault(about, about.assetId().map(assets::asset), Optional.empty(), finding, List.of(), Prediction.Score.without(0)));
        learn.from(about, Optional.empty(), finding, Optional.empty());
    }
}
