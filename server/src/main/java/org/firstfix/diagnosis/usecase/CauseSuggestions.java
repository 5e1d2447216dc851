package org.firstfix.diagnosis.usecase;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.firstfix.asset.AssetApi;
import org.firstfix.asset.PartSummary;
import org.firstfix.cases.CaseSummary;
import org.firstfix.diagnosis.domain.Adjustment;
import org.firstfix.diagnosis.domain.Answer;
import org.firstfix.diagnosis.domain.CarryingPolicies;
import org.firstfix.diagnosis.domain.Diagnosis;
import org.firstfix.diagnosis.domain.Expectation;
import org.firstfix.diagnosis.domain.FaultTicket;
import org.firstfix.diagnosis.domain.Suggestion;
import org.firstfix.diagnosis.query.Causes;
import org.firstfix.diagnosis.query.CheckAnswers;
import org.firstfix.diagnosis.query.GuidedChecks;
import org.firstfix.faultfinding.Carrying;
import org.firstfix.faultfinding.FrozenPrediction;
import org.firstfix.faultfinding.Question;
import org.springframework.stereotype.Component;

/** What the model in use says: about a case, or about a report that is still being written. */
@Component
public class CauseSuggestions {
    private final Learner learner;
    private final Questions questions;
    private final CarryingPolicies policies;
    private final Causes causes;
    private final GuidedChecks checks;
    private final CheckAnswers answers;
    private final AssetApi assets;
    private final Clock clock;

    CauseSuggestions(Learner learner, Questions questions, CarryingPolicies policies, Causes causes, GuidedChecks checks, CheckAnswers answers, AssetApi assets, Clock clock) {
        this.learner = learner;
        this.questions = questions;
        this.policies = policies;
        this.causes = causes;
        this.checks = checks;
        this.answers = answers;
        this.assets = assets;
        this.clock = clock;
    }

    /**
     * @param family of the machine, where it is known
     * @param parts that fit the machine, by the kinds that the suggestion speaks of; empty when the machine is not known
     * @param learntFrom findings behind it
     */
    public record Suggested(Suggestion suggestion, Optional<String> family, Map<String, PartSummary> parts, int learntFrom) {
        Expectation expectation() {
            return suggestion.expectation(parts.values().stream().collect(Collectors.toMap(PartSummary::kind, PartSummary::number)));
        }
    }

    /** None while the model is still being learnt. */
    public Optional<Suggested> about(CaseSummary it, Diagnosis diagnosis) {
        List<Adjustment> adjustments = new ArrayList<>();
        if (!diagnosis.ruledOut().isEmpty()) {
            adjustments.add(new Adjustment.RuledOut(diagnosis.ruledOut()));
        }
        adjustments.addAll(answered(it));
        return suggest(questions.of(it), adjustments, it.family());
    }

    /** A check that somebody could not answer, or that is no longer in use, moves nothing. */
    private List<Adjustment> answered(CaseSummary it) {
        List<CheckAnswers.Given> given = answers.of(it.id());
        if (given.isEmpty()) {
            return List.of();
        }
        Map<String, GuidedChecks.Check> known = checks.active(it.family(), it.symptomCode()).stream()
                .collect(Collectors.toMap(GuidedChecks.Check::code, check -> check));
        return given.stream().filter(one -> one.answer() != Answer.UNKNOWN && known.containsKey(one.checkCode())).<Adjustment>map(one -> {
            GuidedChecks.Check check = known.get(one.checkCode());
            return new Adjustment.Answered(check.code(), one.answer() == Answer.YES, check.yes(), check.otherwise());
        }).toList();
    }

    /** @param serial of a machine we know; {@code family} only where it is not known */
    public Optional<Suggested> about(String words, Optional<String> symptomCode, Optional<String> serial, Optional<String> family) {
        Optional<String> known = serial.flatMap(assets::findBySerial).map(asset -> asset.family()).or(() -> family);
        return suggest(questions.of(words, symptomCode, serial, family), List.of(), known);
    }

    private Optional<Suggested> suggest(Question question, List<Adjustment> adjustments, Optional<String> family) {
        return learner.inUse().map(running -> {
            FrozenPrediction frozen = running.model().freeze(question, FaultTicket.day(clock.instant()));
            Map<String, PartSummary> parts = family.map(this::partsByKind).orElse(Map.of());
            Set<String> needed = new HashSet<>();
            frozen.prediction().partSets().sets().forEach(set -> needed.addAll(set.parts()));
            Carrying carrying = policies.current().carrying(needed, family.map(known -> (Collection<String>) parts.keySet()));
            Map<String, Set<String>> mends = causes.partKinds();
            return new Suggested(Suggestion.of(running.known().number(), frozen, adjustments, code -> mends.getOrDefault(code, Set.of()), carrying),
                    family, parts, frozen.learntFrom());
        });
    }

    /** A part made for few families fits better than one that fits all. */
    private Map<String, PartSummary> partsByKind(String family) {
        Map<String, PartSummary> byKind = new HashMap<>();
        assets.partsFor(family).stream().sorted(Comparator.comparing(PartSummary::number)).forEach(part -> byKind.merge(part.kind(), part,
                (one, other) -> families(other) < families(one) ? other : one));
        return byKind;
    }

    private static int families(PartSummary part) {
        return part.families().isEmpty() ? Integer.MAX_VALUE : part.families().size();
    }
}
