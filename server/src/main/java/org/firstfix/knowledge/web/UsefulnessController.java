package org.firstfix.knowledge.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstfix.knowledge.domain.Relevance.Asked;
import org.firstfix.knowledge.query.ArticleSuggestions;
import org.firstfix.knowledge.query.UsefulnessReport;
import org.firstfix.knowledge.query.WorthAnArticle;
import org.firstfix.knowledge.usecase.JudgeArticle;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.web.Performs;
import org.firstfix.platform.web.Reads;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What fits a report, what articles were worth, and what is worth an article. */
@RestController
@RequestMapping("/api/v1/knowledge")
class UsefulnessController {
    private final ArticleSuggestions suggestions;
    private final UsefulnessReport report;
    private final WorthAnArticle worth;
    private final JudgeArticle judge;

    UsefulnessController(ArticleSuggestions suggestions, UsefulnessReport report, WorthAnArticle worth, JudgeArticle judge) {
        this.suggestions = suggestions;
        this.report = report;
        this.worth = worth;
        this.judge = judge;
    }

    record Fitting(List<ArticleSuggestions.Suggestion> items) {}

    /**
     * Published articles that fit a report, the best first, at most 20.
     *
     * @param text the words of the report, Chinese or English
     * @param symptom and {@code family} and {@code model} codes of the catalogues
     */
    @GetMapping("/suggestions")
    @Reads("knowledge.read")
    Fitting suggestions(@RequestParam(defaultValue = "") @Size(max = 5_000) String text, @RequestParam(required = false) @Nullable @Size(max = 60) String symptom,
            @RequestParam(required = false) @Nullable @Size(max = 100) String family, @RequestParam(required = false) @Nullable @Size(max = 40) String model) {
        return new Fitting(suggestions.find(new Asked(text, filled(symptom), filled(family), filled(model), Map.of()), ArticleSuggestions.MOST));
    }

    record UsefulnessLines(int fewest, List<UsefulnessReport.Line> items) {}

    /** Every published article with what came of the cases it was used on, those used most first; at most 500. */
    @GetMapping("/usefulness")
    @Reads("knowledge.read")
    UsefulnessLines usefulness() {
        return new UsefulnessLines(org.firstfix.knowledge.domain.Usefulness.FEWEST, report.lines());
    }

    @GetMapping("/articles/{number}/usefulness")
    @Reads("knowledge.read")
    UsefulnessReport.View usefulness(@PathVariable @Size(max = 40) String number) {
        return report.of(number);
    }

    record Judgement(@NotNull Boolean helpful, @NotNull @Size(max = 1_000) String why) {}

    /** An opinion: the newest of each person holds, and it is counted into nothing. */
    @PostMapping("/articles/{number}/opinions")
    @Performs(JudgeArticle.class)
    UsefulnessReport.View judge(@PathVariable @Size(max = 40) String number, @Valid @RequestBody Judgement judgement) {
        judge.handle(new JudgeArticle.Command(number, judgement.helpful(), judgement.why()));
        return report.of(number);
    }

    record Missing(List<WorthAnArticle.Line> items) {}

    /** Solved cases whose cause has no article, by symptom and cause; at most 100. */
    @GetMapping("/worth-an-article")
    @Reads("knowledge.write")
    Missing worthAnArticle(@RequestParam(defaultValue = "MOST_FREQUENT") WorthAnArticle.Order sort) {
        return new Missing(worth.lines(Actors.current().scope(), sort));
    }

    private static Optional<String> filled(@Nullable String text) {
        return Optional.ofNullable(text).filter(value -> !value.isBlank());
    }
}
