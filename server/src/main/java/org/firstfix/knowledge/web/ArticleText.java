package org.firstfix.knowledge.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.firstfix.knowledge.domain.About;
import org.firstfix.knowledge.domain.Audience;
import org.firstfix.knowledge.domain.Bilingual;
import org.firstfix.knowledge.domain.Content;
import org.jspecify.annotations.Nullable;

/**
 * What an article says, as it is sent. A language that is left out is missing.
 *
 * @param body plain text with a few marks: {@code #} headings, {@code -} and {@code 1.} lists, {@code **strong**}, {@code `code`},
 *     {@code [words](https://…)}; HTML is shown as it was typed
 * @param steps of a script; none in an article
 */
record ArticleText(@NotNull Audience audience, @NotNull @Valid Title title, @NotNull @Valid Text summary, @NotNull @Valid Text body,
        @NotNull @Size(max = Content.MOST_STEPS) List<@NotNull @Valid ScriptStep> steps, @NotNull @Valid Subject about) {
    record Title(@Nullable @Size(max = 200) String zh, @Nullable @Size(max = 200) String en) {
        Bilingual bilingual() {
            return new Bilingual(text(zh), text(en));
        }
    }

    record Text(@Nullable @Size(max = 20_000) String zh, @Nullable @Size(max = 20_000) String en) {
        Bilingual bilingual() {
            return new Bilingual(text(zh), text(en));
        }
    }

    record StepText(@Nullable @Size(max = 1_000) String zh, @Nullable @Size(max = 1_000) String en) {
        Bilingual bilingual() {
            return new Bilingual(text(zh), text(en));
        }
    }

    /** @param expected what should be seen then; {@code hint} what may help if it is not */
    record ScriptStep(@NotNull @Valid StepText instruction, @NotNull @Valid StepText expected, @NotNull @Valid StepText hint) {}

    /** Codes of the catalogues. */
    record Subject(@NotNull @Size(max = 50) List<@NotBlank @Size(max = 100) String> families, @NotNull @Size(max = 50) List<@NotBlank @Size(max = 40) String> models,
            @NotNull @Size(max = 50) List<@NotBlank @Size(max = 60) String> symptoms, @NotNull @Size(max = 50) List<@NotBlank @Size(max = 60) String> causes) {}

    Content content() {
        return new Content(audience, title.bilingual(), summary.bilingual(), body.bilingual(), steps.stream()
                .map(step -> new org.firstfix.knowledge.domain.Step(step.instruction().bilingual(), step.expected().bilingual(), step.hint().bilingual()))
                .toList(), new About(about.families(), about.models(), about.symptoms(), about.causes()));
    }

    private static String text(@Nullable String maybe) {
        return maybe == null ? "" : maybe;
    }
}
