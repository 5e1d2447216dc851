package org.firstfix.exam.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.firstfix.exam.domain.Difficulty;
import org.firstfix.exam.domain.QuestionContent;
import org.firstfix.exam.domain.QuestionKind;

/** What a question asks and what is right, as somebody wrote it. */
record QuestionInput(@NotNull QuestionKind kind, @NotBlank @Size(max = 40) String skill, @NotNull Difficulty difficulty, @Min(1) @Max(20) int points,
        @NotNull @Size(max = 4_000) String report, @NotNull @Valid WordsInput text, @NotNull @Size(max = 12) List<@NotNull @Valid ChoiceInput> choices,
        @NotNull @Valid WordsInput modelAnswer, @NotNull @Valid WordsInput explanation) {
    record WordsInput(@NotNull @Size(max = 4_000) String zh, @NotNull @Size(max = 4_000) String en) {
        QuestionContent.Words words() {
            return new QuestionContent.Words(zh.strip(), en.strip());
        }
    }

    record ChoiceInput(@NotBlank @Pattern(regexp = "[A-Za-z0-9._-]{1,60}") String id, @NotNull @Valid WordsInput text, boolean right) {}

    QuestionContent content() {
        return new QuestionContent(kind, skill, difficulty, points, report.strip(), text.words(),
                choices.stream().map(choice -> new QuestionContent.Choice(choice.id(), choice.text().words(), choice.right())).toList(), modelAnswer.words(),
                explanation.words());
    }
}
