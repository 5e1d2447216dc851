package org.firstfix.knowledge.query;

import static org.firstfix.schema.knowledge.Tables.ARTICLE;
import static org.firstfix.schema.knowledge.Tables.EDITION;
import static org.firstfix.schema.knowledge.Tables.SHELF;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.firstfix.cases.CaseApi;
import org.firstfix.diagnosis.DiagnosisApi;
import org.firstfix.faultfinding.Catalogue;
import org.firstfix.faultfinding.TextRanking;
import org.firstfix.faultfinding.TextRanking.Part;
import org.firstfix.faultfinding.TextRanking.Text;
import org.firstfix.knowledge.domain.ArticleKind;
import org.firstfix.knowledge.domain.ArticleStatus;
import org.firstfix.knowledge.domain.Audience;
import org.firstfix.knowledge.domain.Bilingual;
import org.firstfix.knowledge.domain.Content;
import org.firstfix.knowledge.storage.EditionRows;
import org.firstfix.schema.knowledge.tables.records.EditionRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * All articles, held in memory to be found by their words. Each question first asks the database whether anything changed
 * since: a look at one row, and right on every server of the house. Call inside a transaction.
 */
@Component
class Shelf {
    private static final int MOST = 5_000;
    private static final int TITLE = 4;
    private static final int SUMMARY = 2;

    private final DSLContext database;
    private final EditionRows editions;
    private final CaseApi cases;
    private final DiagnosisApi diagnosis;
    private volatile @Nullable Held held;

    Shelf(DSLContext database, EditionRows editions, CaseApi cases, DiagnosisApi diagnosis) {
        this.database = database;
        this.editions = editions;
        this.cases = cases;
        this.diagnosis = diagnosis;
    }

    /** @param edition whose content it is: the published one for readers, the newest for those who write */
    record Shelved(String number, ArticleKind kind, int edition, Content content, Optional<Instant> publishedAt) {}

    /**
     * @param published by number, as readers find them
     * @param readers the ranking of those; {@code customers} of those among them that are for customers; {@code writers} of the
     *     newest edition of every article
     */
    record Held(long revision, Map<String, Shelved> published, TextRanking readers, TextRanking customers, TextRanking writers) {}

    Held newest() {
        Long revision = database.select(SHELF.REVISION).from(SHELF).fetchSingle(SHELF.REVISION);
        Held known = held;
        if (known != null && known.revision() == revision) {
            return known;
        }
        Held read = read(revision);
        // What a transaction has changed itself may still be undone: nobody else is to find it.
        if (TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            held = read;
        }
        return read;
    }

    private Held read(long revision) {
        Map<String, Shelved> published = new LinkedHashMap<>();
        read(ARTICLE.STATUS.eq(ArticleStatus.PUBLISHED.name()).and(EDITION.EDITION_.eq(ARTICLE.PUBLISHED_EDITION)))
                .forEach(article -> published.put(article.number(), article));
        Catalogue terms = Catalogue.of(Stream.concat(cases.symptoms().stream().flatMap(symptom -> Stream.of(symptom.nameZh(), symptom.nameEn())),
                diagnosis.causes().stream().flatMap(cause -> Stream.of(cause.nameZh(), cause.nameEn()))).toList());
        return new Held(revision, published, ranking(published.values(), article -> true, terms),
                ranking(published.values(), article -> article.content().audience() == Audience.CUSTOMER, terms),
                ranking(read(EDITION.EDITION_.eq(ARTICLE.EDITION)), article -> true, terms));
    }

    private List<Shelved> read(Condition which) {
        return database.select(ARTICLE.NUMBER, ARTICLE.KIND, ARTICLE.PUBLISHED_AT).select(EDITION.fields()).from(ARTICLE)
                .join(EDITION).on(EDITION.ARTICLE_ID.eq(ARTICLE.ID)).where(which).orderBy(ARTICLE.CHANGED_AT.desc(), ARTICLE.ID.desc()).limit(MOST)
                .fetch(row -> {
                    EditionRecord edition = row.into(EDITION);
                    return new Shelved(row.get(ARTICLE.NUMBER), ArticleKind.valueOf(row.get(ARTICLE.KIND)), edition.getEdition(), editions.toContent(edition),
                            Optional.ofNullable(row.get(ARTICLE.PUBLISHED_AT)));
                });
    }

    private static TextRanking ranking(Collection<Shelved> articles, Predicate<Shelved> which, Catalogue terms) {
        return new TextRanking(articles.stream().filter(which).map(Shelf::text).toList(), terms);
    }

    /** The title speaks loudest, then the summary; of the rest each word counts once. */
    private static Text text(Shelved article) {
        List<Part> parts = new ArrayList<>();
        add(article.content().title(), TITLE, parts);
        add(article.content().summary(), SUMMARY, parts);
        article.content().texts().skip(2).forEach(text -> add(text, 1, parts));
        return new Text(article.number(), parts);
    }

    private static void add(Bilingual text, int times, List<Part> parts) {
        Stream.of(text.zh(), text.en()).filter(Predicate.not(String::isEmpty)).forEach(words -> parts.add(new Part(words, times)));
    }
}
