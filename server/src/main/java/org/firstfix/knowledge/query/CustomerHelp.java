package org.firstfix.knowledge.query;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.firstfix.knowledge.domain.ArticleKind;
import org.firstfix.knowledge.domain.Audience;
import org.firstfix.knowledge.domain.Bilingual;
import org.firstfix.knowledge.domain.Content;
import org.firstfix.knowledge.domain.Step;
import org.firstfix.knowledge.query.Shelf.Held;
import org.firstfix.knowledge.query.Shelf.Shelved;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.text.Language;
import org.firstfix.platform.work.Query;

/**
 * What a customer without an account finds: published articles for customers, and of those what is meant to be read. Who wrote
 * them, what they are about in our codes, and what they were worth stays in the house.
 */
@Query
public class CustomerHelp {
    private static final int MOST = 30;
    private static final double FAINT = 0.05;

    private final Shelf shelf;

    CustomerHelp(Shelf shelf) {
        this.shelf = shelf;
    }

    /** @param missing languages in which it cannot be read */
    public record Hit(String number, ArticleKind kind, Bilingual title, Bilingual summary, List<Language> missing) {}

    public record Article(String number, ArticleKind kind, Bilingual title, Bilingual summary, Bilingual body, List<Step> steps,
            List<Language> missing, Optional<Instant> publishedAt) {}

    /** The likest first; with no words all, by title, at most {@value #MOST}. */
    public List<Hit> find(String words) {
        Held held = shelf.newest();
        Stream<Shelved> found = words.isBlank()
                ? held.published().values().stream().filter(Predicate.not(CustomerHelp::isOurs))
                        .sorted(Comparator.comparing(article -> article.content().title().preferably(Language.CHINESE)))
                : held.customers().rank(words, MOST).stream().filter(hit -> hit.likeness() >= FAINT).map(hit -> held.published().get(hit.key()));
        return found.limit(MOST).map(article -> new Hit(article.number(), article.kind(), article.content().title(), article.content().summary(),
                article.content().missing(article.kind()))).toList();
    }

    /** @throws Problem 404 also for what is there and not for customers */
    public Article show(String number) {
        Map<String, Shelved> published = shelf.newest().published();
        Shelved article = Optional.ofNullable(published.get(number)).filter(Predicate.not(CustomerHelp::isOurs))
                .orElseThrow(() -> Problem.notFound("article", number));
        Content content = article.content();
        return new Article(article.number(), article.kind(), content.title(), content.summary(), content.body(), content.steps(),
                content.missing(article.kind()), article.publishedAt());
    }

    private static boolean isOurs(Shelved article) {
        return article.content().audience() != Audience.CUSTOMER;
    }
}
