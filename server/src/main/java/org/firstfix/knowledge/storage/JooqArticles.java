package org.firstfix.knowledge.storage;

import static org.firstfix.schema.knowledge.Sequences.ARTICLE_NUMBER;
import static org.firstfix.schema.knowledge.Tables.ARTICLE;
import static org.firstfix.schema.knowledge.Tables.EDITION;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.firstfix.cases.CaseId;
import org.firstfix.knowledge.ArticleId;
import org.firstfix.knowledge.domain.Article;
import org.firstfix.knowledge.domain.Article.Origin;
import org.firstfix.knowledge.domain.Article.Published;
import org.firstfix.knowledge.domain.Article.ReviewAsked;
import org.firstfix.knowledge.domain.Article.Standing;
import org.firstfix.knowledge.domain.ArticleKind;
import org.firstfix.knowledge.domain.ArticleStatus;
import org.firstfix.knowledge.domain.Articles;
import org.firstfix.knowledge.domain.Edition;
import org.firstfix.platform.id.Id;
import org.firstfix.platform.identity.UserId;
import org.firstfix.platform.problem.Problem;
import org.firstfix.schema.knowledge.tables.records.ArticleRecord;
import org.firstfix.schema.knowledge.tables.records.EditionRecord;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

@Component
class JooqArticles implements Articles {
    private static final int MOST_EDITIONS = 200;

    private final DSLContext database;
    private final EditionRows editions;

    JooqArticles(DSLContext database, EditionRows editions) {
        this.database = database;
        this.editions = editions;
    }

    @Override
    public String nextNumber() {
        return "K-" + database.nextval(ARTICLE_NUMBER);
    }

    @Override
    public boolean add(Article article) {
        ArticleRecord row = database.newRecord(ARTICLE);
        row.setId(article.origin().id().value());
        row.setNumber(article.number());
        row.setKind(article.origin().kind().name());
        row.setSourceCaseId(article.origin().sourceCase().map(Id::value).orElse(null));
        write(row, article.standing());
        boolean added = database.insertInto(ARTICLE).set(row).onConflict(ARTICLE.SOURCE_CASE_ID).doNothing().execute() == 1;
        if (added) {
            article.written().forEach(edition -> add(article, edition));
        }
        return added;
    }

    @Override
    public Article forChange(String number) {
        return database.selectFrom(ARTICLE).where(ARTICLE.NUMBER.eq(number)).forUpdate().fetchOptional().map(JooqArticles::toArticle)
                .orElseThrow(() -> Problem.notFound("article", number));
    }

    @Override
    public Article view(String number) {
        return database.selectFrom(ARTICLE).where(ARTICLE.NUMBER.eq(number)).fetchOptional().map(JooqArticles::toArticle)
                .orElseThrow(() -> Problem.notFound("article", number));
    }

    @Override
    public Optional<String> writtenUpFrom(CaseId id) {
        return database.select(ARTICLE.NUMBER).from(ARTICLE).where(ARTICLE.SOURCE_CASE_ID.eq(id.value())).fetchOptional(ARTICLE.NUMBER);
    }

    @Override
    public void save(Article article) {
        ArticleRecord row = database.newRecord(ARTICLE);
        write(row, article.standing());
        row.setVersion(article.version() + 1);
        database.update(ARTICLE).set(row).where(ARTICLE.ID.eq(article.origin().id().value())).execute();
        article.written().forEach(edition -> add(article, edition));
    }

    private void add(Article article, Edition edition) {
        EditionRecord row = database.newRecord(EDITION);
        row.setArticleId(article.origin().id().value());
        editions.write(row, edition);
        database.insertInto(EDITION).set(row).execute();
    }

    @Override
    public Edition edition(Article article, int number) {
        return database.selectFrom(EDITION).where(EDITION.ARTICLE_ID.eq(article.origin().id().value()), EDITION.EDITION_.eq(number))
                .fetchOptional().map(editions::toEdition).orElseThrow(() -> Problem.notFound("edition", article.number() + " · " + number));
    }

    @Override
    public Set<UserId> authorsAfter(Article article, int edition) {
        return database.selectDistinct(EDITION.WRITTEN_BY).from(EDITION)
                .where(EDITION.ARTICLE_ID.eq(article.origin().id().value()), EDITION.EDITION_.gt(edition), EDITION.WRITTEN_BY.isNotNull())
                .fetch(EDITION.WRITTEN_BY).stream().map(UserId::new).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public List<Edition> editions(Article article) {
        return database.selectFrom(EDITION).where(EDITION.ARTICLE_ID.eq(article.origin().id().value())).orderBy(EDITION.EDITION_.desc())
                .limit(MOST_EDITIONS).fetch(editions::toEdition);
    }

    private static void write(ArticleRecord row, Standing standing) {
        row.setStatus(standing.status().name());
        row.setEdition(standing.edition());
        row.setPublishedEdition(standing.published().map(Published::edition).orElse(null));
        row.setPublishedAt(standing.published().map(Published::at).orElse(null));
        row.setPublishedByName(standing.published().map(Published::by).orElse(""));
        row.setReviewAskedAt(standing.reviewAsked().map(ReviewAsked::at).orElse(null));
        row.setReviewAskedBy(standing.reviewAsked().map(ReviewAsked::by).orElse(""));
        row.setReviewRemark(standing.reviewRemark());
        row.setChangedAt(standing.changedAt());
    }

    private static Article toArticle(ArticleRecord row) {
        Optional<Published> published = Optional.ofNullable(row.getPublishedEdition())
                .map(edition -> new Published(edition, row.getPublishedAt(), row.getPublishedByName()));
        Optional<ReviewAsked> asked = Optional.ofNullable(row.getReviewAskedAt()).map(at -> new ReviewAsked(at, row.getReviewAskedBy()));
        return Article.restored(new Origin(new ArticleId(row.getId()), row.getNumber(), ArticleKind.valueOf(row.getKind()),
                Optional.ofNullable(row.getSourceCaseId()).map(CaseId::new)), new Standing(ArticleStatus.valueOf(row.getStatus()),
                row.getEdition(), published, asked, row.getReviewRemark(), row.getChangedAt()), row.getVersion());
    }
}
