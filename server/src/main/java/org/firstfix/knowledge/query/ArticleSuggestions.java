package org.firstfix.knowledge.query;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.firstfix.faultfinding.TextRanking.Found;
import org.firstfix.knowledge.domain.ArticleKind;
import org.firstfix.knowledge.domain.Audience;
import org.firstfix.knowledge.domain.Bilingual;
import org.firstfix.knowledge.domain.Relevance;
import org.firstfix.knowledge.domain.Relevance.Asked;
import org.firstfix.knowledge.query.Shelf.Held;
import org.firstfix.knowledge.query.Shelf.Shelved;
import org.firstfix.platform.text.Language;
import org.firstfix.platform.work.Query;

/** Published articles that fit what is reported, the best first. */
@Query
public class ArticleSuggestions {
    public static final int MOST = 20;
    private static final int CANDIDATES = 200;
    /** What is that much worse than the best one only takes its place on the screen. */
    private static final double FAR_BEHIND = 0.3;

    private final Shelf shelf;

    ArticleSuggestions(Shelf shelf) {
        this.shelf = shelf;
    }

    /**
     * @param score the higher the better; only good for comparing the suggestions of one question
     * @param missing languages in which it cannot be read
     */
    public record Suggestion(String number, ArticleKind kind, Audience audience, int edition, Bilingual title, Bilingual summary,
            List<Language> missing, double score, Relevance.Because because) {}

    /** @param most 1 to {@link #MOST} */
    public List<Suggestion> find(Asked asked, int most) {
        Held held = shelf.newest();
        Map<String, Found> byWords = new HashMap<>();
        held.readers().rank(asked.text(), CANDIDATES).forEach(found -> byWords.put(found.key(), found));
        List<Suggestion> found = held.published().values().stream().map(article -> suggestion(article, asked, byWords))
                .filter(it -> new Relevance(it.score(), it.because()).isWorthShowing())
                .sorted(Comparator.comparingDouble(Suggestion::score).reversed().thenComparing(Suggestion::number)).limit(most).toList();
        return found.stream().filter(it -> it.score() >= FAR_BEHIND * found.getFirst().score()).toList();
    }

    private static Suggestion suggestion(Shelved article, Asked asked, Map<String, Found> byWords) {
        Found found = byWords.getOrDefault(article.number(), new Found(article.number(), 0, List.of()));
        Relevance relevance = Relevance.of(asked, article.content().about(), found.likeness(), found.words().stream().limit(8).toList());
        return of(article, relevance);
    }

    static Suggestion of(Shelved article, Relevance relevance) {
        return new Suggestion(article.number(), article.kind(), article.content().audience(), article.edition(), article.content().title(),
                article.content().summary(), article.content().missing(article.kind()), relevance.score(), relevance.because());
    }
}
