package org.firstfix.knowledge.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.firstfix.knowledge.domain.ArticleUse;
import org.firstfix.knowledge.domain.Content;
import org.firstfix.knowledge.domain.Following;
import org.firstfix.knowledge.query.ArticleView;
import org.firstfix.knowledge.query.CaseKnowledge;
import org.firstfix.knowledge.usecase.FollowScript;
import org.firstfix.knowledge.usecase.UseArticle;
import org.firstfix.knowledge.usecase.WriteUpCase;
import org.firstfix.platform.web.Performs;
import org.firstfix.platform.web.Reads;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the house knows about one case, and what was done with it. */
@RestController
@RequestMapping("/api/v1/cases/{number}/knowledge")
class CaseKnowledgeController {
    private final CaseKnowledge knowledge;
    private final ArticleView articles;
    private final UseArticle use;
    private final FollowScript follow;
    private final WriteUpCase writeUp;

    CaseKnowledgeController(CaseKnowledge knowledge, ArticleView articles, UseArticle use, FollowScript follow, WriteUpCase writeUp) {
        this.knowledge = knowledge;
        this.articles = articles;
        this.use = use;
        this.follow = follow;
        this.writeUp = writeUp;
    }

    @GetMapping
    @Reads("knowledge.read")
    CaseKnowledge.View show(@PathVariable @Size(max = 40) String number) {
        return knowledge.of(number);
    }

    record Chosen(@NotBlank @Size(max = 40) String articleNumber) {}

    /** The article is opened on the case: it is shown, and that is remembered. */
    @PostMapping("/open")
    @Performs(UseArticle.class)
    ArticleView.View open(@PathVariable @Size(max = 40) String number, @Valid @RequestBody Chosen chosen) {
        use.handle(new UseArticle.Command(number, chosen.articleNumber(), ArticleUse.OPENED));
        return articles.of(chosen.articleNumber());
    }

    /** It is the one that fits: whoever works on the case sees it first. */
    @PostMapping("/link")
    @Performs(UseArticle.class)
    CaseKnowledge.View link(@PathVariable @Size(max = 40) String number, @Valid @RequestBody Chosen chosen) {
        use.handle(new UseArticle.Command(number, chosen.articleNumber(), ArticleUse.LINKED));
        return knowledge.of(number);
    }

    @PostMapping("/unlink")
    @Performs(UseArticle.class)
    CaseKnowledge.View unlink(@PathVariable @Size(max = 40) String number, @Valid @RequestBody Chosen chosen) {
        use.handle(new UseArticle.Command(number, chosen.articleNumber(), ArticleUse.UNLINKED));
        return knowledge.of(number);
    }

    /**
     * How somebody followed an article or a script to its end.
     *
     * @param id chosen by the caller: told twice it is recorded once
     * @param edition that was followed
     * @param beganAt and {@code endedAt} when it happened, at most 72 hours back
     * @param steps that were tried
     */
    record FollowedScript(@NotNull UUID id, @NotBlank @Size(max = 40) String articleNumber, @NotNull @Min(1) Integer edition,
            @NotNull Instant beganAt, @NotNull Instant endedAt, Following.@NotNull Result result, @Nullable @Size(max = 1_000) String note,
            @NotNull @Size(max = Content.MOST_STEPS) List<@NotNull @Valid TriedStep> steps) {
        Following following() {
            return new Following(id, result, note == null ? "" : note, beganAt, endedAt, steps.stream()
                    .map(step -> new Following.Tick(step.position(), step.result(), step.note() == null ? "" : step.note(), step.at())).toList());
        }
    }

    record TriedStep(@NotNull @Min(1) @Max(Content.MOST_STEPS) Integer position, Following.@NotNull StepResult result,
            @Nullable @Size(max = 500) String note, @NotNull Instant at) {}

    @PostMapping("/followings")
    @Performs(FollowScript.class)
    CaseKnowledge.View follow(@PathVariable @Size(max = 40) String number, @Valid @RequestBody FollowedScript followed) {
        follow.handle(new FollowScript.Command(number, followed.articleNumber(), followed.edition(), followed.following()));
        return knowledge.of(number);
    }

    /** Nothing is sent: the case says it all. */
    record WriteUp(@NotNull Boolean confirmed) {}

    /** A draft is made of the solved case; one for each case. */
    @PostMapping("/write-up")
    @Performs(WriteUpCase.class)
    ResponseEntity<ArticleView.View> writeUp(@PathVariable @Size(max = 40) String number, @Valid @RequestBody WriteUp nothing) {
        String article = writeUp.handle(new WriteUpCase.Command(number));
        ArticleView.View body = articles.newest(article);
        return ResponseEntity.created(URI.create("/api/v1/knowledge/articles/" + article)).eTag("\"" + body.version() + "\"").body(body);
    }
}
