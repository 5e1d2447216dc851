package org.firstfix.diagnosis.query;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.firstfix.asset.PartSummary;
import org.firstfix.cases.CaseSummary;
import org.firstfix.diagnosis.DiagnosisApi.Cause;
import org.firstfix.diagnosis.domain.Diagnosis;
import org.firstfix.diagnosis.domain.Suggestion;
import org.firstfix.diagnosis.usecase.CauseSuggestions;
import org.firstfix.diagnosis.usecase.CauseSuggestions.Suggested;
import org.firstfix.faultfinding.GuidedCheck;
import org.firstfix.faultfinding.PartsToCarry;
import org.firstfix.faultfinding.Prediction;
import org.firstfix.platform.work.Query;

/** What the engine says, with why: likely causes, the unknown, choices of at most two parts, and what to check next. */
@Query
public class PredictionView {
    private static final int MOST_CAUSES = 6;
    private static final int MOST_CHECKS = 4;
    /** A check that is expected to tell less than this is a waste of time. */
    private static final double FEWEST_BITS = 0.02;

    private final CauseSuggestions suggestions;
    private final Causes causes;
    private final GuidedChecks checks;
    private final CheckAnswers answers;
    private final Reasons reasons;

    PredictionView(CauseSuggestions suggestions, Causes causes, GuidedChecks checks, CheckAnswers answers, Reasons reasons) {
        this.suggestions = suggestions;
        this.causes = causes;
        this.checks = checks;
        this.answers = answers;
        this.reasons = reasons;
    }

    /**
     * @param model number of the model that speaks, and {@code learntFrom} how many findings and makers' lines it knows
     * @param unknown "I don't know" is the honest answer: a cause nobody has reported is more probable than any known one
     * @param unknownProbability 0 to 1; with those of all causes it makes one
     * @param causes the most probable first, at most six
     * @param choices of parts to carry, the best first
     * @param checks not answered yet, the most telling first; {@code answered} those that were
     */
    public record View(int model, int learntFrom, boolean unknown, double unknownProbability, List<Likely> causes, List<Choice> choices,
            List<NextCheck> checks, List<AnsweredCheck> answered) {}

    public record Likely(String code, String nameZh, String nameEn, double probability, List<Reasons.Reason> reasons) {}

    /**
     * @param parts at most two that fit the machine; {@code kinds} the same as kinds of parts, where no machine is known
     * @param promise the probability that they are all that is needed
     */
    public record Choice(List<PartSummary> parts, List<String> kinds, double promise) {}

    /** @param bits how much the answer is expected to tell, 0 to 1 */
    public record NextCheck(String code, String questionZh, String questionEn, String howZh, String howEn, String doneBy, int minutes, double bits) {}

    /** @param revision of the answer, for a correction */
    public record AnsweredCheck(String code, String questionZh, String questionEn, String answer, int revision, String answeredBy) {}

    /** None while the model is being learnt. */
    public Optional<View> about(CaseSummary it, Diagnosis diagnosis) {
        List<CheckAnswers.Given> given = answers.of(it.id());
        return suggestions.about(it, diagnosis).map(suggested -> view(suggested, it.symptomCode(), given));
    }

    /** While a report is being written. @param serial of a machine we know; {@code family} only where it is not known */
    public Optional<View> about(String words, Optional<String> symptomCode, Optional<String> serial, Optional<String> family) {
        return suggestions.about(words, symptomCode, serial, family).map(suggested -> view(suggested, symptomCode, List.of()));
    }

    private View view(Suggested suggested, Optional<String> symptomCode, List<CheckAnswers.Given> given) {
        Suggestion suggestion = suggested.suggestion();
        Prediction prediction = suggestion.prediction();
        List<Prediction.Likely> shown = prediction.causes().stream().limit(MOST_CAUSES).toList();
        Map<String, Cause> names = causes.byCode(shown.stream().map(Prediction.Likely::name).toList());
        Map<String, List<Reasons.Reason>> why = reasons.of(shown);
        List<Likely> likely = shown.stream().filter(cause -> names.containsKey(cause.name())).map(cause -> new Likely(cause.name(),
                names.get(cause.name()).nameZh(), names.get(cause.name()).nameEn(), cause.probability(), why.getOrDefault(cause.name(), List.of()))).toList();
        Map<String, GuidedChecks.Check> known = checks.active(suggested.family(), symptomCode).stream().collect(Collectors.toMap(GuidedChecks.Check::code, it -> it));
        return new View(suggestion.model(), suggested.learntFrom(), prediction.isUnknown(), prediction.unknownCause(), likely,
                suggestion.choices().stream().map(choice -> choice(choice, suggested.parts())).toList(), next(prediction, known, given),
                answered(known, given));
    }

    private static Choice choice(PartsToCarry choice, Map<String, PartSummary> parts) {
        return new Choice(choice.parts().stream().filter(parts::containsKey).map(parts::get).toList(), choice.parts(), choice.promise());
    }

    private static List<NextCheck> next(Prediction prediction, Map<String, GuidedChecks.Check> known, List<CheckAnswers.Given> given) {
        Map<String, GuidedChecks.Check> open = new HashMap<>(known);
        given.forEach(one -> open.remove(one.checkCode()));
        List<GuidedCheck> asked = open.values().stream().map(check -> new GuidedCheck(check.code(), check.yes(), check.otherwise())).toList();
        return GuidedCheck.ranked(prediction, asked).stream().filter(worth -> worth.bits() >= FEWEST_BITS).limit(MOST_CHECKS).map(worth -> {
            GuidedChecks.Check check = open.get(worth.check().name());
            return new NextCheck(check.code(), check.questionZh(), check.questionEn(), check.howZh(), check.howEn(), check.doneBy().name(),
                    check.minutes(), worth.bits());
        }).toList();
    }

    private static List<AnsweredCheck> answered(Map<String, GuidedChecks.Check> known, List<CheckAnswers.Given> given) {
        return given.stream().filter(one -> known.containsKey(one.checkCode())).map(one -> {
            GuidedChecks.Check check = known.get(one.checkCode());
            return new AnsweredCheck(check.code(), check.questionZh(), check.questionEn(), one.answer().name(), one.revision(), one.answeredBy());
        }).toList();
    }
}
