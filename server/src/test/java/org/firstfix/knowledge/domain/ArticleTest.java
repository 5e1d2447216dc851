package org.firstfix.knowledge.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.firstfix.knowledge.ArticleId;
import org.firstfix.knowledge.domain.Article.Author;
import org.firstfix.platform.identity.UserId;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.text.Language;
import org.junit.jupiter.api.Test;

class ArticleTest {
    private static final Instant NOW = Instant.parse("2026-11-23T04:00:00Z");
    private static final UserId AUTHOR = new UserId(UUID.randomUUID());
    private static final UserId REVIEWER = new UserId(UUID.randomUUID());
    private static final Content TEXT = content("内存报错", "", "逐条插拔内存");

    private final Article article = begun(ArticleKind.ARTICLE, TEXT);

    @Test
    void isPublishedByAnotherThanItsAuthorAfterAReview() {
        refused("knowledge.step-not-allowed", () -> publish(REVIEWER));
        article.askForReview(TEXT, "作者", NOW);
        refused("knowledge.four-eyes", () -> publish(AUTHOR));
        assertThat(article.status()).isEqualTo(ArticleStatus.DRAFT);
        publish(REVIEWER);
        assertThat(article.status()).isEqualTo(ArticleStatus.PUBLISHED);
        assertThat(article.publishedEdition()).contains(1);
        assertThat(article.hasUnpublishedEdition()).isFalse();
    }

    @Test
    void nobodyWithoutANamePublishes() {
        assertThat(Article.mayBePublishedBy(Optional.empty(), Set.of())).isFalse();
        assertThat(Article.mayBePublishedBy(Optional.of(REVIEWER), Set.of(AUTHOR))).isTrue();
    }

    @Test
    void readersKeepThePublishedEditionWhileTheNextIsWritten() {
        article.askForReview(TEXT, "作者", NOW);
        publish(REVIEWER);
        article.write(content("内存报错", "Memory error", "逐条插拔内存，记录槽位"), author(), "补充英文标题");
        assertThat(article.status()).isEqualTo(ArticleStatus.PUBLISHED);
        assertThat(article.publishedEdition()).contains(1);
        assertThat(article.edition()).isEqualTo(2);
        assertThat(article.hasUnpublishedEdition()).isTrue();
        assertThat(article.mayAskForReview()).isTrue();
    }

    @Test
    void whatIsChangedAfterAskingIsPutUpForReviewAgain() {
        article.askForReview(TEXT, "作者", NOW);
        article.write(TEXT, author(), "错字");
        assertThat(article.awaitsReview()).isFalse();
        refused("knowledge.step-not-allowed", () -> publish(REVIEWER));
    }

    @Test
    void isSentBackWithARemark() {
        refused("knowledge.step-not-allowed", () -> article.sendBack("x", NOW));
        article.askForReview(TEXT, "作者", NOW);
        article.sendBack("请补充图示说明", NOW);
        assertThat(article.awaitsReview()).isFalse();
        assertThat(article.standing().reviewRemark()).isEqualTo("请补充图示说明");
        article.askForReview(TEXT, "作者", NOW);
        assertThat(article.standing().reviewRemark()).isEmpty();
    }

    @Test
    void aRetiredOneIsNotWrittenOnUntilItIsTakenUpAgain() {
        article.retire(NOW);
        refused("knowledge.step-not-allowed", () -> article.write(TEXT, author(), ""));
        refused("knowledge.step-not-allowed", () -> article.retire(NOW));
        refused("knowledge.not-published", article::requirePublished);
        article.takeUpAgain(NOW);
        assertThat(article.status()).isEqualTo(ArticleStatus.DRAFT);
        refused("knowledge.step-not-allowed", () -> article.takeUpAgain(NOW));
    }

    @Test
    void isOnlyPutUpForReviewIfItCanBeReadInOneLanguage() {
        Content halves = content("内存报错", "Memory error", "");
        Article half = begun(ArticleKind.ARTICLE, halves);
        refused("knowledge.no-language-complete", () -> half.askForReview(halves, "作者", NOW));
        assertThat(TEXT.complete(ArticleKind.ARTICLE)).containsExactly(Language.CHINESE);
        assertThat(TEXT.missing(ArticleKind.ARTICLE)).containsExactly(Language.ENGLISH);
    }

    @Test
    void aScriptIsCompleteWhenEveryStepSaysWhatToDo() {
        Step both = new Step(new Bilingual("看指示灯", "Look at the lights"), Bilingual.NOTHING, Bilingual.NOTHING);
        Step one = new Step(new Bilingual("拔插内存", ""), Bilingual.NOTHING, Bilingual.NOTHING);
        Content script = new Content(Audience.STAFF, new Bilingual("脚本", "Script"), Bilingual.NOTHING, Bilingual.NOTHING, List.of(both, one), About.NOTHING);
        assertThat(script.complete(ArticleKind.SCRIPT)).containsExactly(Language.CHINESE);
        Content withoutSteps = new Content(Audience.STAFF, script.title(), Bilingual.NOTHING, Bilingual.NOTHING, List.of(), About.NOTHING);
        assertThat(withoutSteps.complete(ArticleKind.SCRIPT)).isEmpty();
    }

    @Test
    void whatNobodyCouldFollowIsRefused() {
        Step empty = new Step(Bilingual.NOTHING, new Bilingual("灯灭", ""), Bilingual.NOTHING);
        refused("platform.invalid-input", () -> begun(ArticleKind.SCRIPT, new Content(Audience.STAFF, new Bilingual("脚本", ""), Bilingual.NOTHING,
                Bilingual.NOTHING, List.of(empty), About.NOTHING)));
        refused("platform.invalid-input", () -> begun(ArticleKind.ARTICLE, new Content(Audience.STAFF, new Bilingual("文章", ""), Bilingual.NOTHING,
                Bilingual.NOTHING, List.of(new Step(new Bilingual("做", ""), Bilingual.NOTHING, Bilingual.NOTHING)), About.NOTHING)));
        refused("platform.invalid-input", () -> begun(ArticleKind.ARTICLE, content(" ", "", "正文")));
    }

    private void publish(UserId by) {
        article.publish(TEXT, Set.of(AUTHOR), Optional.of(by), "审核人", NOW);
    }

    private static void refused(String code, ThrowingCallable step) {
        assertThatThrownBy(step).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }

    private static Article begun(ArticleKind kind, Content content) {
        return Article.begun(new Article.Origin(new ArticleId(UUID.randomUUID()), "K-1", kind, Optional.empty()), content, author(), "");
    }

    private static Author author() {
        return new Author(Optional.of(AUTHOR), "作者", NOW);
    }

    private static Content content(String titleZh, String titleEn, String bodyZh) {
        return new Content(Audience.STAFF, new Bilingual(titleZh, titleEn), Bilingual.NOTHING, new Bilingual(bodyZh, ""), List.of(), About.NOTHING);
    }
}
