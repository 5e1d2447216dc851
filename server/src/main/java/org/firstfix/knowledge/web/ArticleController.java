package org.firstfix.knowledge.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.firstfix.knowledge.domain.ArticleKind;
import org.firstfix.knowledge.domain.ArticleStatus;
import org.firstfix.knowledge.domain.Audience;
import org.firstfix.knowledge.query.ArticleList;
import org.firstfix.knowledge.query.ArticleView;
import org.firstfix.knowledge.usecase.AskForReview;
import org.firstfix.knowledge.usecase.BeginArticle;
import org.firstfix.knowledge.usecase.ChangeArticle;
import org.firstfix.knowledge.usecase.PublishArticle;
import org.firstfix.knowledge.usecase.RetireArticle;
import org.firstfix.knowledge.usecase.SendArticleBack;
import org.firstfix.knowledge.usecase.TakeArticleUpAgain;
import org.firstfix.platform.paging.Page;
import org.firstfix.platform.paging.PageRequest;
import org.firstfix.platform.text.Language;
import org.firstfix.platform.web.Performs;
import org.firstfix.platform.web.Reads;
import org.firstfix.platform.web.Versioned;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Articles and scripts: found, read, written, reviewed by somebody else, published and retired. */
@RestController
@RequestMapping("/api/v1/knowledge/articles")
class ArticleController {
    private final ArticleList list;
    private final ArticleView view;
    private final BeginArticle begin;
    private final ChangeArticle change;
    private final ArticleSteps steps;

    ArticleController(ArticleList list, ArticleView view, BeginArticle begin, ChangeArticle change, ArticleSteps steps) {
        this.list = list;
        this.view = view;
        this.begin = begin;
        this.change = change;
        this.steps = steps;
    }

    /**
     * Articles, the newest first; with words the likest first, at most 100 on one page. Whoever does not write finds published ones only.
     *
     * @param q words, in either language, or the beginning of a number
     * @param missing a language in which it cannot be read
     * @param review only those that somebody else is to look at
     */
    @GetMapping
    @Reads("knowledge.read")
    Page<ArticleList.Line> find(@RequestParam(required = false) @Nullable @Size(max = 500) String q,
            @RequestParam(defaultValue = "") List<ArticleStatus> status, @RequestParam(required = false) @Nullable ArticleKind kind,
            @RequestParam(required = false) @Nullable Audience audience, @RequestParam(required = false) @Nullable @Size(max = 100) String family,
            @RequestParam(required = false) @Nullable @Size(max = 60) String symptom, @RequestParam(required = false) @Nullable Language missing,
            @RequestParam(defaultValue = "false") boolean review, @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return list.find(new ArticleList.Filter(filled(q), status, Optional.ofNullable(kind), Optional.ofNullable(audience), filled(family),
                filled(symptom), Optional.ofNullable(missing), review), PageRequest.of(limit, cursor));
    }

    record NewArticle(@NotNull ArticleKind kind, @NotNull @Valid ArticleText text) {}

    @PostMapping
    @Performs(BeginArticle.class)
    ResponseEntity<ArticleView.View> begin(@Valid @RequestBody NewArticle article) {
        String number = begin.handle(new BeginArticle.Command(article.kind(), article.text().content()));
        ArticleView.View body = view.newest(number);
        return ResponseEntity.created(URI.create("/api/v1/knowledge/articles/" + number)).eTag("\"" + body.version() + "\"").body(body);
    }

    /**
     * @param edition a past one; if left out the published one, or the newest where none is published
     * @param newest the newest edition, to write on
     */
    @GetMapping("/{number}")
    @Reads("knowledge.read")
    ResponseEntity<ArticleView.View> show(@PathVariable @Size(max = 40) String number, @RequestParam(required = false) @Nullable Integer edition,
            @RequestParam(defaultValue = "false") boolean newest) {
        ArticleView.View body = newest ? view.newest(number) : view.of(number, Optional.ofNullable(edition));
        return Versioned.ok(body, body.version());
    }

    record Editions(List<ArticleView.EditionLine> items) {}

    /** Who changed what and why, the newest first, at most 200. */
    @GetMapping("/{number}/editions")
    @Reads("knowledge.read")
    Editions editions(@PathVariable @Size(max = 40) String number) {
        return new Editions(view.editions(number));
    }

    /** @param reason why it is changed, in a few words */
    record ArticleChange(@NotNull @Valid ArticleText text, @NotNull @Size(max = 500) String reason) {}

    @PutMapping("/{number}")
    @Performs(ChangeArticle.class)
    ResponseEntity<ArticleView.View> change(@PathVariable @Size(max = 40) String number,
            @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch, @Valid @RequestBody ArticleChange changed) {
        change.handle(new ChangeArticle.Command(number, Versioned.expected(ifMatch), changed.text().content(), changed.reason()));
        return newest(number);
    }

    /** @param version of the article that one has seen */
    record Seen(@NotNull Integer version) {}

    @PostMapping("/{number}/ask-for-review")
    @Performs(AskForReview.class)
    ResponseEntity<ArticleView.View> askForReview(@PathVariable @Size(max = 40) String number, @Valid @RequestBody Seen seen) {
        steps.askForReview().handle(new AskForReview.Command(number, seen.version()));
        return newest(number);
    }

    record SeenWithRemark(@NotNull Integer version, @NotBlank @Size(max = 1_000) String remark) {}

    @PostMapping("/{number}/send-back")
    @Performs(SendArticleBack.class)
    ResponseEntity<ArticleView.View> sendBack(@PathVariable @Size(max = 40) String number, @Valid @RequestBody SeenWithRemark seen) {
        steps.sendBack().handle(new SendArticleBack.Command(number, seen.version(), seen.remark()));
        return newest(number);
    }

    /** By somebody else than its authors. */
    @PostMapping("/{number}/publish")
    @Performs(PublishArticle.class)
    ResponseEntity<ArticleView.View> publish(@PathVariable @Size(max = 40) String number, @Valid @RequestBody Seen seen) {
        steps.publish().handle(new PublishArticle.Command(number, seen.version()));
        return newest(number);
    }

    @PostMapping("/{number}/retire")
    @Performs(RetireArticle.class)
    ResponseEntity<ArticleView.View> retire(@PathVariable @Size(max = 40) String number, @Valid @RequestBody SeenWithRemark seen) {
        steps.retire().handle(new RetireArticle.Command(number, seen.version(), seen.remark()));
        return newest(number);
    }

    @PostMapping("/{number}/take-up-again")
    @Performs(TakeArticleUpAgain.class)
    ResponseEntity<ArticleView.View> takeUpAgain(@PathVariable @Size(max = 40) String number, @Valid @RequestBody SeenWithRemark seen) {
        steps.takeUpAgain().handle(new TakeArticleUpAgain.Command(number, seen.version(), seen.remark()));
        return newest(number);
    }

    private ResponseEntity<ArticleView.View> newest(String number) {
        ArticleView.View body = view.newest(number);
        return Versioned.ok(body, body.version());
    }

    private static Optional<String> filled(@Nullable String text) {
        return Optional.ofNullable(text).filter(value -> !value.isBlank());
    }
}
