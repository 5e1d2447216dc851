package org.firstfix.knowledge.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.text.Language;

/**
 * What an edition says. The body is plain text with a few marks (headings, lists, emphasis, code, links); no HTML.
 *
 * @param steps of a script, in their order; none in an article
 */
public record Content(Audience audience, Bilingual title, Bilingual summary, Bilingual body, List<Step> steps, About about) {
    public static final int MOST_STEPS = 40;

    public Content {
        steps = List.copyOf(steps);
    }

    /** @throws Problem 400 if it is not the content of anything of that kind */
    public void check(ArticleKind kind) {
        if (title.saysNothing()) {
            throw Problem.invalidField("title", "knowledge.title-missing", Map.of());
        }
        if (kind == ArticleKind.ARTICLE && !steps.isEmpty()) {
            throw Problem.invalidField("steps", "knowledge.article-without-steps", Map.of("count", steps.size()));
        }
        if (steps.size() > MOST_STEPS) {
            throw Problem.invalidField("steps", "knowledge.too-many-steps", Map.of("count", steps.size(), "most", MOST_STEPS));
        }
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).instruction().saysNothing()) {
                throw Problem.invalidField("steps[" + i + "].instruction", "knowledge.step-without-instruction", Map.of("step", i + 1));
            }
        }
    }

    /** Languages in which a reader misses nothing: title and text, and every step of a script. */
    public List<Language> complete(ArticleKind kind) {
        return Arrays.stream(Language.values()).filter(language -> isComplete(kind, language)).toList();
    }

    private boolean isComplete(ArticleKind kind, Language language) {
        boolean text = switch (kind) {
            case ARTICLE -> body.has(language);
            case SCRIPT -> !steps.isEmpty() && steps.stream().allMatch(step -> step.instruction().has(language));
        };
        return title.has(language) && text;
    }

    /** Languages of which nothing is there at all, or not enough to be read. */
    public List<Language> missing(ArticleKind kind) {
        List<Language> complete = complete(kind);
        return Arrays.stream(Language.values()).filter(language -> !complete.contains(language)).toList();
    }

    /** Everything that stands in it in a language, for finding it: the title first. */
    public Stream<Bilingual> texts() {
        return Stream.concat(Stream.of(title, summary, body),
                steps.stream().flatMap(step -> Stream.of(step.instruction(), step.expected(), step.hint())));
    }

    /** The same with every text changed. */
    public Content mapped(Function<String, String> change) {
        Function<Bilingual, Bilingual> both = text -> new Bilingual(change.apply(text.zh()), change.apply(text.en()));
        return new Content(audience, both.apply(title), both.apply(summary), both.apply(body), steps.stream()
                .map(step -> new Step(both.apply(step.instruction()), both.apply(step.expected()), both.apply(step.hint()))).toList(), about);
    }
}
