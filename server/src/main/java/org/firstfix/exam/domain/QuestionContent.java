package org.firstfix.exam.domain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.problem.Problem.FieldProblem;

/**
 * What a version of a question asks and what is right. Both languages say the same.
 *
 * @param report the case as it was reported, in the customer's words and masked; empty if there is none
 * @param choices none for a short text
 * @param modelAnswer what a good answer in words says; for those who grade
 * @param explanation shown after grading
 */
public record QuestionContent(QuestionKind kind, String skill, Difficulty difficulty, int points, String report, Words text, List<Choice> choices,
        Words modelAnswer, Words explanation) {
    static final int MOST_CHOICES = 12;
    private static final int MOST_PARTS = 2;

    public QuestionContent {
        choices = List.copyOf(choices);
    }

    public record Words(String zh, String en) {
        public static final Words NONE = new Words("", "");

        boolean incomplete() {
            return zh.isBlank() || en.isBlank();
        }
    }

    /** @param id stays with the choice through every version */
    public record Choice(String id, Words text, boolean right) {}

    public Set<String> rightChoices() {
        return choices.stream().filter(Choice::right).map(Choice::id).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The same question with another truth. */
    public QuestionContent withRight(Set<String> right) {
        return new QuestionContent(kind, skill, difficulty, points, report, text,
                choices.stream().map(choice -> new Choice(choice.id(), choice.text(), right.contains(choice.id()))).toList(), modelAnswer, explanation);
    }

    /** @throws Problem 400 naming every field that keeps it from being asked */
    public void check() {
        List<FieldProblem> found = new ArrayList<>();
        if (text.incomplete()) {
            found.add(new FieldProblem("text", "exam.both-languages", Map.of()));
        }
        if (explanation.incomplete()) {
            found.add(new FieldProblem("explanation", "exam.both-languages", Map.of()));
        }
        if (kind.hasChoices()) {
            choicesProblem().ifPresent(code -> found.add(new FieldProblem("choices", code, Map.of("most", MOST_CHOICES))));
        } else {
            if (!choices.isEmpty()) {
                found.add(new FieldProblem("choices", "exam.words-have-no-choices", Map.of()));
            }
            if (modelAnswer.incomplete()) {
                found.add(new FieldProblem("modelAnswer", "exam.both-languages", Map.of()));
            }
        }
        if (!found.isEmpty()) {
            throw Problem.invalid(found);
        }
    }

    private Optional<String> choicesProblem() {
        if (choices.size() < 2 || choices.size() > MOST_CHOICES) {
            return Optional.of("exam.choices-count");
        }
        if (choices.stream().anyMatch(choice -> choice.text().incomplete())) {
            return Optional.of("exam.both-languages");
        }
        if (choices.stream().map(Choice::id).distinct().count() < choices.size()
                || choices.stream().map(Choice::text).distinct().count() < choices.size()) {
            return Optional.of("exam.choice-twice");
        }
        return truthProblem(rightChoices());
    }

    /** The code of what is wrong with that truth, if anything is. */
    public Optional<String> truthProblem(Set<String> right) {
        return switch (kind) {
            case SINGLE_CHOICE -> right.size() == 1 ? Optional.empty() : Optional.of("exam.one-right");
            case MULTIPLE_CHOICE -> !right.isEmpty() && right.size() < choices.size() ? Optional.empty() : Optional.of("exam.some-right");
            case PARTS_TO_CARRY -> !right.isEmpty() && right.size() <= MOST_PARTS ? Optional.empty() : Optional.of("exam.parts-right");
            case SHORT_TEXT -> right.isEmpty() ? Optional.empty() : Optional.of("exam.words-have-no-choices");
        };
    }

    /**
     * The choices somebody made, without repetition.
     *
     * @throws Problem 400 for one that is not offered, or more than the kind allows
     */
    public List<String> accepted(List<String> chosen) {
        List<String> known = choices.stream().map(Choice::id).toList();
        List<String> distinct = chosen.stream().distinct().toList();
        distinct.stream().filter(id -> !known.contains(id)).findFirst().ifPresent(id -> {
            throw Problem.invalidField("chosen", "exam.choice-unknown", Map.of("choice", id));
        });
        int most = switch (kind) {
            case SINGLE_CHOICE -> 1;
            case PARTS_TO_CARRY -> MOST_PARTS;
            case MULTIPLE_CHOICE -> known.size();
            case SHORT_TEXT -> 0;
        };
        if (distinct.size() > most) {
            throw Problem.invalidField("chosen", "exam.too-many-chosen", Map.of("most", most, "count", distinct.size()));
        }
        return distinct;
    }
}
