package org.firstfix.knowledge.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.firstfix.cases.CaseApi;
import org.firstfix.cases.CaseId;
import org.firstfix.cases.CaseSummary;
import org.firstfix.knowledge.domain.Article;
import org.firstfix.knowledge.domain.Article.Published;
import org.firstfix.knowledge.domain.Article.ReviewAsked;
import org.firstfix.knowledge.domain.Article.Standing;
import org.firstfix.knowledge.domain.ArticleKind;
import org.firstfix.knowledge.domain.ArticleStatus;
import org.firstfix.knowledge.domain.Articles;
import org.firstfix.knowledge.domain.Content;
import org.firstfix.knowledge.domain.Edition;
import org.firstfix.platform.identity.Actor;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.text.Language;
import org.firstfix.platform.work.Query;

/** One article. Whoever does not write sees what is published and nothing else. */
@Query
public class ArticleView {
    private final Articles articles;
    private final CaseApi cases;

    ArticleView(Articles articles, CaseApi cases) {
        this.articles = articles;
        this.cases = cases;
    }

    /**
     * @param edition that is shown; {@code newestEdition} is only told to those who write, to others it is the published one
     * @param missing languages in which it cannot be read
     * @param sourceCase number of the case it was written up from, if the caller may see that
     * @param actions WRITE, ASK_FOR_REVIEW, SEND_BACK, PUBLISH, RETIRE, TAKE_UP_AGAIN, JUDGE
     * @param ownWork the caller wrote some of what is not published yet, so somebody else publishes it
     */
    public record View(String number, ArticleKind kind, ArticleStatus status, int edition, int newestEdition, Optional<Integer> publishedEdition,
            Content content, List<Language> missing, String writtenByName, Instant writtenAt, Optional<Published> published,
            Optional<ReviewAsked> reviewAsked, String reviewRemark, Optional<String> sourceCase, boolean ownWork, int version,
            List<String> actions) {}

    /** @param published whether readers find this one now */
    public record EditionLine(int number, String titleZh, String titleEn, String writtenByName, Instant writtenAt, String reason, boolean published) {}

    /** The published edition; the newest where there is none. */
    public View of(String number) {
        return of(number, Optional.empty());
    }

    /** The newest edition, as it is written on. */
    public View newest(String number) {
        Article article = visible(number);
        return view(article, mayWrite() ? article.edition() : article.publishedEdition().orElseThrow());
    }

    /** @throws Problem 404 */
    public View of(String number, Optional<Integer> edition) {
        Article article = visible(number);
        int shown = edition.or(article::publishedEdition).orElse(article.edition());
        if (!mayWrite() && article.publishedEdition().filter(published -> published == shown).isEmpty()) {
            throw Problem.notFound("edition", number + " · " + shown);
        }
        return view(article, shown);
    }

    /** Who changed what and why, the newest first. */
    public List<EditionLine> editions(String number) {
        Article article = visible(number);
        return articles.editions(article).stream()
                .filter(edition -> mayWrite() || article.publishedEdition().filter(published -> published == edition.number()).isPresent())
                .map(edition -> new EditionLine(edition.number(), edition.content().title().zh(), edition.content().title().en(),
                        edition.writtenByName(), edition.writtenAt(), edition.reason(),
                        article.publishedEdition().filter(published -> published == edition.number()).isPresent())).toList();
    }

    private Article visible(String number) {
        Article article = articles.view(number);
        if (!mayWrite() && article.status() != ArticleStatus.PUBLISHED) {
            throw Problem.notFound("article", number);
        }
        return article;
    }

    private static boolean mayWrite() {
        Actor actor = Actors.current();
        return actor.may("knowledge.write") || actor.may("knowledge.publish");
    }

    private View view(Article article, int shown) {
        Edition edition = articles.edition(article, shown);
        Standing standing = article.standing();
        Actor actor = Actors.current();
        boolean own = !Article.mayBePublishedBy(actor.userId(), articles.authorsAfter(article, article.publishedEdition().orElse(0)));
        boolean writer = mayWrite();
        return new View(article.number(), article.origin().kind(), article.status(), shown,
                writer ? article.edition() : article.publishedEdition().orElse(shown), article.publishedEdition(), edition.content(),
                edition.content().missing(article.origin().kind()), edition.writtenByName(), edition.writtenAt(), standing.published(),
                writer ? standing.reviewAsked() : Optional.empty(), writer ? standing.reviewRemark() : "",
                writer ? article.origin().sourceCase().flatMap(this::caseNumber) : Optional.empty(), article.hasUnpublishedEdition() && own,
                article.version(), actions(article, actor, own));
    }

    private Optional<String> caseNumber(CaseId id) {
        return Optional.ofNullable(cases.get(List.of(id)).get(id)).map(CaseSummary::number);
    }

    private static List<String> actions(Article article, Actor actor, boolean own) {
        List<String> actions = new ArrayList<>();
        boolean writes = actor.may("knowledge.write");
        boolean publishes = actor.may("knowledge.publish");
        add(actions, "WRITE", writes && article.mayBeWritten());
        add(actions, "ASK_FOR_REVIEW", writes && article.mayAskForReview());
        add(actions, "SEND_BACK", publishes && article.awaitsReview());
        add(actions, "PUBLISH", publishes && article.awaitsReview() && !own);
        add(actions, "RETIRE", publishes && article.mayBeRetired());
        add(actions, "TAKE_UP_AGAIN", writes && article.status() == ArticleStatus.RETIRED);
        add(actions, "JUDGE", article.status() == ArticleStatus.PUBLISHED && actor.userId().isPresent());
        return actions;
    }

    private static void add(List<String> actions, String action, boolean allowed) {
        if (allowed) {
            actions.add(action);
        }
    }
}
