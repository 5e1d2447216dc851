package org.firstfix.knowledge.query;

import static org.firstfix.schema.knowledge.Tables.ARTICLE;
import static org.firstfix.schema.knowledge.Tables.CASE_ENDING;
import static org.firstfix.schema.knowledge.Tables.CASE_USE;
import static org.firstfix.schema.knowledge.Tables.FOLLOWING;
import static org.firstfix.schema.knowledge.Tables.OPINION;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.not;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.knowledge.domain.ArticleKind;
import org.firstfix.knowledge.domain.Bilingual;
import org.firstfix.knowledge.domain.CaseEnding;
import org.firstfix.knowledge.domain.CaseEnding.Result;
import org.firstfix.knowledge.domain.CaseEnding.Solved;
import org.firstfix.knowledge.domain.Following;
import org.firstfix.knowledge.domain.Share;
import org.firstfix.knowledge.domain.Usefulness;
import org.firstfix.knowledge.domain.Usefulness.Tally;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Query;
import org.firstfix.platform.work.Work;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;

/**
 * What articles were worth: how the cases ended on which they were used before somebody solved them, beside comparable cases.
 * Counted over the whole house and the last two years: figures, no cases.
 */
@Query
public class UsefulnessReport {
    public static final Duration SPAN = Duration.ofDays(730);
    private static final Field<Boolean> IN_VAIN = field(CASE_ENDING.VISITS_IN_VAIN.gt(inline(0)));
    private static final Field<Boolean> REOPENED = field(CASE_ENDING.REOPENED.gt(inline(0)));
    private static final Field<String> SYMPTOM = field("coalesce({0}, '')", String.class, CASE_ENDING.SYMPTOM_CODE);

    private final DSLContext database;
    private final Shelf shelf;
    private final Work work;
    private final Clock clock;

    UsefulnessReport(DSLContext database, Shelf shelf, Work work, Clock clock) {
        this.database = database;
        this.shelf = shelf;
        this.work = work;
        this.clock = clock;
    }

    /**
     * @param cases that ended, on which it was used before; {@code good} of them needed no second journey and no second call
     * @param low and {@code high}: of the 95 % interval; all shares 0 to 1, none without cases
     * @param base the share of comparable cases without an article; {@code baseCases} how many those are worth
     */
    public record Figures(int cases, int good, Map<Result, Integer> results, Optional<Double> share, Optional<Double> low, Optional<Double> high,
            Optional<Double> base, int baseCases, Usefulness.Verdict verdict) {}

    public record Line(String number, ArticleKind kind, Bilingual title, Figures figures) {}

    /**
     * @param fewest cases below which nothing is said
     * @param used cases on which it was used and that nobody has solved yet
     * @param followings how often it was followed, with what result
     * @param opinions what people of the house think: kept apart, and never counted into the figures
     */
    public record View(String number, Figures figures, int fewest, int used, Map<Following.Result, Integer> followings, Opinions opinions) {}

    public record Opinions(int helpful, int notHelpful, List<Opinion> newest) {}

    public record Opinion(boolean helpful, String why, String userName, Instant givenAt) {}

    /** Published articles, those used most first. */
    public List<Line> lines() {
        return work.asTheHouse("usefulness", () -> {
            Map<String, Map<String, Tally>> used = used(noCondition());
            Map<String, Tally> comparable = comparable();
            return shelf.newest().published().values().stream()
                    .map(article -> new Line(article.number(), article.kind(), article.content().title(),
                            figures(used.getOrDefault(article.number(), Map.of()), comparable)))
                    .sorted(Comparator.comparingInt((Line line) -> line.figures().cases()).reversed().thenComparing(Line::number)).limit(500).toList();
        });
    }

    /** @throws Problem 404 */
    public View of(String number) {
        UUID article = database.select(ARTICLE.ID).from(ARTICLE).where(ARTICLE.NUMBER.eq(number)).fetchOptional(ARTICLE.ID)
                .orElseThrow(() -> Problem.notFound("article", number));
        return work.asTheHouse("usefulness", () -> new View(number,
                figures(used(ARTICLE.ID.eq(article)).getOrDefault(number, Map.of()), comparable()), Usefulness.FEWEST, pending(article),
                followings(article), opinions(article)));
    }

    private static Figures figures(Map<String, Tally> used, Map<String, Tally> comparable) {
        Usefulness worth = Usefulness.of(used, comparable);
        Optional<Share.Interval> interval = worth.share().map(Share::interval);
        int good = used.values().stream().mapToInt(Tally::good).sum();
        return new Figures(worth.cases(), good, worth.results(), worth.share().map(Share::value), interval.map(Share.Interval::low),
                interval.map(Share.Interval::high), worth.base().map(Share::value),
                worth.base().map(base -> (int) Math.round(base.of())).orElse(0), worth.verdict());
    }

    /** By article and symptom. */
    private Map<String, Map<String, Tally>> used(Condition which) {
        Map<String, Map<String, Map<Result, Integer>>> counts = new HashMap<>();
        database.select(ARTICLE.NUMBER, SYMPTOM, CASE_ENDING.SOLVED, IN_VAIN, REOPENED, countDistinct(CASE_ENDING.CASE_ID))
                .from(CASE_USE).join(ARTICLE).on(ARTICLE.ID.eq(CASE_USE.ARTICLE_ID))
                .join(CASE_ENDING).on(CASE_ENDING.CASE_ID.eq(CASE_USE.CASE_ID))
                .where(which).and(recent()).and(CASE_USE.KIND.ne(inline("UNLINKED"))).and(CASE_USE.USED_AT.le(CASE_ENDING.FIRST_SOLVED_AT))
                .groupBy(ARTICLE.NUMBER, SYMPTOM, CASE_ENDING.SOLVED, IN_VAIN, REOPENED)
                .forEach(row -> result(row.value3(), row.value4(), row.value5()).ifPresent(result -> counts
                        .computeIfAbsent(row.value1(), number -> new HashMap<>()).computeIfAbsent(row.value2(), symptom -> new EnumMap<>(Result.class))
                        .merge(result, row.value6(), Integer::sum)));
        Map<String, Map<String, Tally>> tallies = new HashMap<>();
        counts.forEach((number, symptoms) -> tallies.put(number, tallies(symptoms)));
        return tallies;
    }

    /** Cases on which nobody used an article before they were solved, by symptom. */
    private Map<String, Tally> comparable() {
        Map<String, Map<Result, Integer>> counts = new HashMap<>();
        database.select(SYMPTOM, CASE_ENDING.SOLVED, IN_VAIN, REOPENED, count()).from(CASE_ENDING)
                .where(recent()).and(not(condition(CASE_ENDING.WITH_ARTICLE))).groupBy(SYMPTOM, CASE_ENDING.SOLVED, IN_VAIN, REOPENED)
                .forEach(row -> result(row.value2(), row.value3(), row.value4()).ifPresent(result -> counts
                        .computeIfAbsent(row.value1(), symptom -> new EnumMap<>(Result.class)).merge(result, row.value5(), Integer::sum)));
        return tallies(counts);
    }

    private static Map<String, Tally> tallies(Map<String, Map<Result, Integer>> counts) {
        Map<String, Tally> tallies = new HashMap<>();
        counts.forEach((symptom, results) -> tallies.put(symptom, new Tally(Map.copyOf(results))));
        return tallies;
    }

    private static Optional<Result> result(@org.jspecify.annotations.Nullable String solved, boolean inVain, boolean reopened) {
        return CaseEnding.result(Optional.ofNullable(solved).map(Solved::valueOf), inVain, reopened);
    }

    private Condition recent() {
        return CASE_ENDING.FIRST_SOLVED_AT.ge(clock.instant().minus(SPAN));
    }

    private int pending(UUID article) {
        Integer open = database.select(countDistinct(CASE_USE.CASE_ID)).from(CASE_USE)
                .leftJoin(CASE_ENDING).on(CASE_ENDING.CASE_ID.eq(CASE_USE.CASE_ID))
                .where(CASE_USE.ARTICLE_ID.eq(article)).and(CASE_ENDING.FIRST_SOLVED_AT.isNull()).fetchSingle().value1();
        return open == null ? 0 : open;
    }

    private Map<Following.Result, Integer> followings(UUID article) {
        Map<Following.Result, Integer> counts = new EnumMap<>(Following.Result.class);
        database.select(FOLLOWING.RESULT, count()).from(FOLLOWING).where(FOLLOWING.ARTICLE_ID.eq(article)).groupBy(FOLLOWING.RESULT)
                .forEach(row -> counts.put(Following.Result.valueOf(row.value1()), row.value2()));
        return counts;
    }

    private Opinions opinions(UUID article) {
        Map<Boolean, Integer> counts = database.select(OPINION.HELPFUL, count()).from(OPINION).where(OPINION.ARTICLE_ID.eq(article))
                .groupBy(OPINION.HELPFUL).fetchMap(OPINION.HELPFUL, row -> row.value2());
        List<Opinion> newest = database.selectFrom(OPINION).where(OPINION.ARTICLE_ID.eq(article)).orderBy(OPINION.GIVEN_AT.desc(), OPINION.USER_ID)
                .limit(20).fetch(row -> new Opinion(row.getHelpful(), row.getWhy(), row.getUserName(), row.getGivenAt()));
        return new Opinions(counts.getOrDefault(true, 0), counts.getOrDefault(false, 0), newest);
    }
}
