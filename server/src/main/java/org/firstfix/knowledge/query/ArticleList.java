package org.firstfix.knowledge.query;

import static org.firstfix.schema.knowledge.Tables.ARTICLE;
import static org.firstfix.schema.knowledge.Tables.EDITION;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.firstfix.faultfinding.TextRanking.Found;
import org.firstfix.knowledge.domain.ArticleKind;
import org.firstfix.knowledge.domain.ArticleStatus;
import org.firstfix.knowledge.domain.Audience;
import org.firstfix.knowledge.domain.Bilingual;
import org.firstfix.knowledge.domain.Content;
import org.firstfix.knowledge.storage.EditionRows;
import org.firstfix.platform.identity.Actor;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.paging.Cursor;
import org.firstfix.platform.paging.Page;
import org.firstfix.platform.paging.PageRequest;
import org.firstfix.platform.text.Language;
import org.firstfix.platform.work.Query;
import org.firstfix.schema.knowledge.tables.records.EditionRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;

/** The articles of the house, the newest first; or the likest first when words are asked for. */
@Query
public class ArticleList {
    private static final String ORDER = "articles-changed";
    private static final int MOST_BY_WORDS = 100;

    private final DSLContext database;
    private final EditionRows editions;
    private final Shelf shelf;

    ArticleList(DSLContext database, EditionRows editions, Shelf shelf) {
        this.database = database;
        this.editions = editions;
        this.shelf = shelf;
    }

    /**
     * Each is optional.
     *
     * @param words that the article is to be like, or the beginning of its number
     * @param missing a language in which it cannot be read
     * @param awaitingReview only those that somebody is to look at
     */
    public record Filter(Optional<String> words, List<ArticleStatus> status, Optional<ArticleKind> kind, Optional<Audience> audience,
            Optional<String> family, Optional<String> symptom, Optional<Language> missing, boolean awaitingReview) {}

    /** @param unpublished there is an edition that readers do not find yet */
    public record Line(String number, ArticleKind kind, ArticleStatus status, Audience audience, Bilingual title, Bilingual summary,
            List<String> families, List<String> models, List<String> symptoms, List<String> causes, List<Language> missing,
            boolean unpublished, Optional<Instant> reviewAskedAt, String reviewAskedBy, String writtenByName, Instant changedAt) {}

    public Page<Line> find(Filter filter, PageRequest page) {
        Actor actor = Actors.current();
        boolean writes = actor.may("knowledge.write") || actor.may("knowledge.publish");
        Condition which = conditions(filter, writes);
        return filter.words().isPresent() ? byWords(filter.words().get(), which, filter.missing(), writes) : newest(which, filter.missing(), page, writes);
    }

    private Page<Line> newest(Condition which, Optional<Language> missing, PageRequest page, boolean writes) {
        Condition rest = page.after(ORDER, 2).map(cursor -> row(ARTICLE.CHANGED_AT, ARTICLE.ID).lt(cursor.instant(0), cursor.uuid(1)))
                .orElse(noCondition());
        List<Record> rows = List.copyOf(select(which.and(rest).and(missing.map(ArticleList::mayMiss).orElse(noCondition())), writes)
                .orderBy(ARTICLE.CHANGED_AT.desc(), ARTICLE.ID.desc()).limit(page.limit() + 1).fetch());
        return Page.of(rows, page.limit(), last -> Cursor.after(ORDER, last.get(ARTICLE.CHANGED_AT), last.get(ARTICLE.ID))).map(this::line);
    }

    /** At most {@value #MOST_BY_WORDS}, on one page: whoever does not find it among those asks with other words. */
    private Page<Line> byWords(String words, Condition which, Optional<Language> missing, boolean writes) {
        Shelf.Held held = shelf.newest();
        Set<String> numbers = new LinkedHashSet<>(database.select(ARTICLE.NUMBER).from(ARTICLE)
                .where(ARTICLE.NUMBER.startsWith(words.strip().toUpperCase(Locale.ROOT))).orderBy(ARTICLE.NUMBER).limit(MOST_BY_WORDS).fetch(ARTICLE.NUMBER));
        (writes ? held.writers() : held.readers()).rank(words, MOST_BY_WORDS).stream().map(Found::key).forEach(numbers::add);
        List<String> order = new ArrayList<>(numbers);
        List<Line> lines = select(which.and(ARTICLE.NUMBER.in(order)).and(missing.map(ArticleList::mayMiss).orElse(noCondition())), writes)
                .fetch(this::line).stream().sorted(Comparator.comparingInt(line -> order.indexOf(line.number()))).limit(MOST_BY_WORDS).toList();
        return new Page<>(lines, null);
    }

    private SelectConditionStep<? extends Record> select(Condition which, boolean writes) {
        return database.select(ARTICLE.fields()).select(EDITION.fields()).from(ARTICLE).join(EDITION)
                .on(EDITION.ARTICLE_ID.eq(ARTICLE.ID)).and(EDITION.EDITION_.eq(writes ? ARTICLE.EDITION : ARTICLE.PUBLISHED_EDITION))
                .where(which);
    }

    private static Condition conditions(Filter filter, boolean writes) {
        Condition all = writes ? noCondition() : ARTICLE.STATUS.eq(ArticleStatus.PUBLISHED.name());
        if (!filter.status().isEmpty()) {
            all = all.and(ARTICLE.STATUS.in(filter.status().stream().map(Enum::name).toList()));
        }
        all = all.and(filter.kind().map(kind -> (Condition) ARTICLE.KIND.eq(kind.name())).orElse(noCondition()));
        all = all.and(filter.audience().map(audience -> (Condition) EDITION.AUDIENCE.eq(audience.name())).orElse(noCondition()));
        all = all.and(filter.family().map(family -> names(EDITION.FAMILIES, family)).orElse(noCondition()));
        all = all.and(filter.symptom().map(symptom -> names(EDITION.SYMPTOMS, symptom)).orElse(noCondition()));
        return filter.awaitingReview() ? all.and(ARTICLE.REVIEW_ASKED_AT.isNotNull()) : all;
    }

    private static Condition names(Field<String[]> codes, String code) {
        return condition("{0} = any({1})", val(code), codes);
    }

    /** The same as {@link Content#missing}, said to the database. */
    private static Condition mayMiss(Language language) {
        boolean zh = language == Language.CHINESE;
        String tag = zh ? "zh" : "en";
        Condition noTitle = (zh ? EDITION.TITLE_ZH : EDITION.TITLE_EN).eq("");
        Condition noBody = ARTICLE.KIND.eq(ArticleKind.ARTICLE.name()).and((zh ? EDITION.BODY_ZH : EDITION.BODY_EN).eq(""));
        Condition noSteps = ARTICLE.KIND.eq(ArticleKind.SCRIPT.name()).and(condition(
                "({0} = '[]' or exists (select from jsonb_array_elements({0}) step where coalesce(step -> 'instruction' ->> {1}, '') = ''))",
                EDITION.STEPS, val(tag)));
        return noTitle.or(noBody).or(noSteps);
    }

    private Line line(Record found) {
        EditionRecord edition = found.into(EDITION);
        Content content = editions.toContent(edition);
        ArticleKind kind = ArticleKind.valueOf(found.get(ARTICLE.KIND));
        Integer published = found.get(ARTICLE.PUBLISHED_EDITION);
        boolean retired = found.get(ARTICLE.STATUS).equals(ArticleStatus.RETIRED.name());
        return new Line(found.get(ARTICLE.NUMBER), kind, ArticleStatus.valueOf(found.get(ARTICLE.STATUS)), content.audience(), content.title(),
                content.summary(), content.about().families(), content.about().models(), content.about().symptoms(), content.about().causes(),
                content.missing(kind), !retired && (published == null || edition.getEdition() > published),
                Optional.ofNullable(found.get(ARTICLE.REVIEW_ASKED_AT)), found.get(ARTICLE.REVIEW_ASKED_BY), edition.getWrittenByName(),
                found.get(ARTICLE.CHANGED_AT));
    }
}
