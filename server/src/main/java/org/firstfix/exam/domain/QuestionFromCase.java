package org.firstfix.exam.domain;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.firstfix.asset.PartSummary;
import org.firstfix.diagnosis.DiagnosisApi.Cause;
import org.firstfix.exam.domain.QuestionContent.Choice;
import org.firstfix.exam.domain.QuestionContent.Words;
import org.firstfix.platform.problem.Problem;

/** A question about a case that went wrong, filled in with what is known; whoever sets it goes on from there. */
public final class QuestionFromCase {
    private static final int CHOICES = 6;
    private static final int POINTS = 2;
    private static final String ANY_SKILL = "SERVER";

    private QuestionFromCase() {}

    /** What the question is to ask. */
    public enum About {
        LIKELY_CAUSE,
        PARTS_TO_CARRY,
        FIRST_CHECK
    }

    /** The words around a question, in both languages. @param truth says what it really was */
    public record Wording(Words ask, Words truth) {}

    /** What is it most likely? Wrong choices are first what was wrongly predicted, then what lies close to it. */
    public static QuestionContent likelyCause(Lesson lesson, List<Cause> catalogue, Wording wording) {
        requireTruth(lesson);
        Map<String, Cause> known = leaves(catalogue);
        List<String> near = Stream.concat(lesson.trueCauses().stream(), lesson.predictedCauses().stream())
                .flatMap(code -> Optional.ofNullable(known.get(code)).flatMap(Cause::parentCode).stream()).distinct().toList();
        Set<String> offered = new LinkedHashSet<>(lesson.trueCauses());
        offered.addAll(lesson.predictedCauses());
        known.values().stream().filter(cause -> cause.parentCode().filter(near::contains).isPresent()).map(Cause::code).forEach(offered::add);
        known.keySet().stream().sorted().forEach(offered::add);
        List<Choice> choices = offered.stream().map(known::get).filter(cause -> cause != null).limit(Math.max(CHOICES, lesson.trueCauses().size() + 1))
                .sorted(Comparator.comparing(Cause::code))
                .map(cause -> new Choice(cause.code(), new Words(cause.nameZh(), cause.nameEn()), lesson.trueCauses().contains(cause.code()))).toList();
        QuestionKind kind = lesson.trueCauses().size() == 1 ? QuestionKind.SINGLE_CHOICE : QuestionKind.MULTIPLE_CHOICE;
        return content(lesson, kind, wording, choices, Words.NONE);
    }

    /** Which two parts do you carry? */
    public static QuestionContent partsToCarry(Lesson lesson, List<Cause> catalogue, List<PartSummary> fitting, Wording wording) {
        requireTruth(lesson);
        Map<String, Cause> known = leaves(catalogue);
        Map<String, PartSummary> byKind = fitting.stream().sorted(Comparator.comparing(PartSummary::number))
                .collect(Collectors.toMap(PartSummary::kind, part -> part, (first, second) -> first, LinkedHashMap::new));
        Set<String> needed = kinds(lesson.trueCauses(), known).filter(byKind::containsKey).limit(2).collect(Collectors.toCollection(LinkedHashSet::new));
        if (needed.isEmpty()) {
            throw Problem.conflict("exam.no-part-needed", Map.of("case", lesson.caseNumber()));
        }
        Set<String> offered = new LinkedHashSet<>(needed);
        kinds(lesson.predictedCauses(), known).filter(byKind::containsKey).forEach(offered::add);
        fitting.stream().filter(part -> lesson.carriedParts().contains(part.number())).map(PartSummary::kind).forEach(offered::add);
        offered.addAll(byKind.keySet());
        List<Choice> choices = offered.stream().limit(CHOICES).map(byKind::get).sorted(Comparator.comparing(PartSummary::number))
                .map(part -> new Choice(part.number(), new Words(part.nameZh(), part.nameEn()), needed.contains(part.kind()))).toList();
        return content(lesson, QuestionKind.PARTS_TO_CARRY, wording, choices, Words.NONE);
    }

    /** What do you check first? */
    public static QuestionContent firstCheck(Lesson lesson, Wording wording) {
        requireTruth(lesson);
        return content(lesson, QuestionKind.SHORT_TEXT, wording, List.of(), wording.truth());
    }

    private static QuestionContent content(Lesson lesson, QuestionKind kind, Wording wording, List<Choice> choices, Words modelAnswer) {
        return new QuestionContent(kind, lesson.skill().orElse(ANY_SKILL), Difficulty.MEDIUM, POINTS, lesson.report(), wording.ask(), choices, modelAnswer,
                wording.truth());
    }

    private static void requireTruth(Lesson lesson) {
        if (lesson.trueCauses().isEmpty()) {
            throw Problem.conflict("exam.truth-unknown", Map.of("case", lesson.caseNumber()));
        }
    }

    private static Stream<String> kinds(List<String> causes, Map<String, Cause> known) {
        return causes.stream().map(known::get).filter(cause -> cause != null).flatMap(cause -> cause.partKind().stream()).distinct();
    }

    /** Parents group; only leaves are a cause. */
    private static Map<String, Cause> leaves(List<Cause> catalogue) {
        Map<String, Cause> leaves = new LinkedHashMap<>();
        catalogue.stream().filter(cause -> cause.parentCode().isPresent()).forEach(cause -> leaves.put(cause.code(), cause));
        return leaves;
    }
}
