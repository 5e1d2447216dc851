package org.firstfix.knowledge.query;

import static org.firstfix.schema.knowledge.Tables.ARTICLE;
import static org.firstfix.schema.knowledge.Tables.CASE_ENDING;
import static org.firstfix.schema.knowledge.Tables.EDITION;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.firstfix.knowledge.domain.ArticleStatus;
import org.firstfix.platform.scope.DataScope;
import org.firstfix.platform.scope.Scopes;
import org.firstfix.platform.work.Query;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SortField;

/** Solved cases whose cause has no article: what writing one would help most. */
@Query
public class WorthAnArticle {
    private static final int MOST = 100;
    private static final Field<String> CAUSE = field(name("cause"), String.class);
    private static final Field<BigDecimal> VISITS = sum(CASE_ENDING.VISITS);
    private static final Field<String> NEWEST = field("(array_agg({0} order by {1} desc))[1]", String.class, CASE_ENDING.CASE_NUMBER,
            CASE_ENDING.SOLVED_AT);

    private final DSLContext database;
    private final Clock clock;

    WorthAnArticle(DSLContext database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What comes first. */
    public enum Order {
        MOST_FREQUENT,
        /** Journeys are what costs. */
        MOST_VISITS
    }

    /**
     * @param cases with that symptom and cause, of the last two years; {@code visits} they took together
     * @param newestCase number of the one solved last: the one to write up
     */
    public record Line(String causeCode, Optional<String> symptomCode, int cases, int visits, String newestCase, Instant solvedAt) {}

    public List<Line> lines(DataScope scope, Order order) {
        List<SortField<?>> sorted = switch (order) {
            case MOST_FREQUENT -> List.of(count().desc(), VISITS.desc(), CAUSE.asc(), CASE_ENDING.SYMPTOM_CODE.asc());
            case MOST_VISITS -> List.of(VISITS.desc(), count().desc(), CAUSE.asc(), CASE_ENDING.SYMPTOM_CODE.asc());
        };
        return database.select(CAUSE, CASE_ENDING.SYMPTOM_CODE, count(), VISITS, NEWEST, max(CASE_ENDING.SOLVED_AT))
                .from(CASE_ENDING).crossJoin(table("unnest({0})", CASE_ENDING.CAUSES).as("found", "cause"))
                .where(CASE_ENDING.SOLVED.isNotNull()).and(CASE_ENDING.FIRST_SOLVED_AT.ge(clock.instant().minus(UsefulnessReport.SPAN)))
                .and(Scopes.within(CASE_ENDING.ORG_PATH, scope)).and(CAUSE.notIn(covered()))
                .groupBy(CAUSE, CASE_ENDING.SYMPTOM_CODE).orderBy(sorted).limit(MOST)
                .fetch(row -> new Line(row.value1(), Optional.ofNullable(row.value2()), row.value3(), row.value4().intValue(), row.value5(), row.value6()));
    }

    /** A draft covers its cause as well: somebody is writing it. */
    private Set<String> covered() {
        return database.select(EDITION.CAUSES).from(ARTICLE).join(EDITION)
                .on(EDITION.ARTICLE_ID.eq(ARTICLE.ID)).and(EDITION.EDITION_.eq(ARTICLE.EDITION))
                .where(ARTICLE.STATUS.ne(val(ArticleStatus.RETIRED.name()))).fetch(EDITION.CAUSES).stream().flatMap(Arrays::stream)
                .collect(Collectors.toUnmodifiableSet());
    }
}
