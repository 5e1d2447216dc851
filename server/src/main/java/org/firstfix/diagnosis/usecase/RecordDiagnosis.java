package org.firstfix.diagnosis.usecase;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstfix.asset.AssetApi;
import org.firstfix.asset.PartSummary;
import org.firstfix.cases.CaseApi;
import org.firstfix.cases.CaseSummary;
import org.firstfix.diagnosis.DiagnosisRecorded;
import org.firstfix.diagnosis.domain.Diagnoses;
import org.firstfix.diagnosis.domain.Diagnosis;
import org.firstfix.diagnosis.domain.Diagnosis.Author;
import org.firstfix.diagnosis.domain.Diagnosis.Review;
import org.firstfix.diagnosis.domain.Expectation;
import org.firstfix.diagnosis.query.Causes;
import org.firstfix.diagnosis.query.DiagnosisView;
import org.firstfix.diagnosis.usecase.CauseSuggestions.Suggested;
import org.firstfix.platform.identity.Actor;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.firstfix.sla.ServiceMoment;
import org.firstfix.sla.StandardApi;
import org.springframework.stereotype.Component;

/**
 * Says what a case probably is and what to carry. Technical support says it for any case; a dedicated engineer for his
 * own, and then it waits for a review.
 */
@Component
@Permission("diagnosis.record")
public final class RecordDiagnosis {
    private static final String ANY_CASE = "diagnosis.review";

    private final Work work;
    private final Diagnoses diagnoses;
    private final Causes causes;
    private final CauseSuggestions suggestions;
    private final AssetApi assets;
    private final CaseApi cases;
    private final DiagnosisView view;
    private final StandardApi standards;
    private final Announcements announcements;
    private final Clock clock;

    RecordDiagnosis(Work work, Diagnoses diagnoses, Causes causes, CauseSuggestions suggestions, AssetApi assets, CaseApi cases, DiagnosisView view,
            StandardApi standards, Announcements announcements, Clock clock) {
        this.work = work;
        this.diagnoses = diagnoses;
        this.causes = causes;
        this.suggestions = suggestions;
        this.assets = assets;
        this.cases = cases;
        this.view = view;
        this.standards = standards;
        this.announcements = announcements;
        this.clock = clock;
    }

    public record Command(String caseNumber, int expectedVersion, Expectation expectation) {}

    public void handle(Command command) {
        work.perform(this, () -> record(command));
    }

    private void record(Command command) {
        CaseSummary about = cases.findByNumber(command.caseNumber()).orElseThrow(() -> Problem.notFound("case", command.caseNumber()));
        Diagnosis it = diagnoses.findForChange(about.id()).orElseThrow(() -> Problem.notFound("diagnosis", command.caseNumber()));
        Actor actor = Actors.current();
        Author author = new Author(actor.personId(), actor.name());
        if (!it.belongsTo(author) && !actor.may(ANY_CASE)) {
            throw Problem.forbidden(ANY_CASE);
        }
        if (it.version() != command.expectedVersion()) {
            throw Problem.stale(command.expectedVersion(), it.version(), view.of(command.caseNumber()));
        }
        Expectation said = command.expectation();
        Instant now = clock.instant();
        it.record(said, suggestions.about(about, it).map(Suggested::expectation), author, now);
        causes.require(said.causeCodes());
        requireFitting(said.parts(), it.matter().family());
        diagnoses.save(it);
        standards.happened(about.id().value(), ServiceMoment.CAUSE_PREDICTED, now);
        announcements.announce(new DiagnosisRecorded(about.id(), about.number(), said.unknown(), said.causeCodes(),
                said.parts(), it.answer().name(), it.review() == Review.PENDING, about.orgPath(), now));
    }

    private void requireFitting(List<String> parts, Optional<String> family) {
        Map<String, PartSummary> known = parts.isEmpty() ? Map.of() : assets.parts(parts);
        for (String number : parts) {
            PartSummary part = known.get(number);
            if (part == null) {
                throw Problem.invalidField("parts", "diagnosis.part-unknown", Map.of("part", number));
            }
            boolean fits = part.families().isEmpty() || family.isEmpty() || part.families().contains(family.get());
            if (!fits) {
                throw Problem.invalidField("parts", "diagnosis.part-does-not-fit", Map.of("part", number, "family", family.get()));
            }
        }
    }
}
