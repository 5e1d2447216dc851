package org.firstfix.knowledge.query;

import static org.firstfix.schema.knowledge.Tables.ARTICLE;
import static org.firstfix.schema.knowledge.Tables.CASE_USE;
import static org.firstfix.schema.knowledge.Tables.EDITION;
import static org.firstfix.schema.knowledge.Tables.FOLLOWING;
import static org.firstfix.schema.knowledge.Tables.FOLLOWING_STEP;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.firstfix.cases.CaseApi;
import org.firstfix.cases.CaseStatus;
import org.firstfix.cases.CaseSummary;
import org.firstfix.diagnosis.DiagnosisApi;
import org.firstfix.diagnosis.DiagnosisSummary.LikelyCause;
import org.firstfix.knowledge.domain.Articles;
import org.firstfix.knowledge.domain.Bilingual;
import org.firstfix.knowledge.domain.Following;
import org.firstfix.knowledge.domain.Relevance;
import org.firstfix.knowledge.query.ArticleSuggestions.Suggestion;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Query;
import org.jooq.DSLContext;

/** What the house knows about a case: what fits it, what was used on it, and whether it is worth writing up. */
@Query
public class CaseKnowledge {
    private static final int FEW = 6;
    private static final int MOST_USES = 200;
    private static final int MOST_FOLLOWINGS = 50;

    private final DSLContext database;
    private final CaseApi cases;
    private final DiagnosisApi diagnosis;
    private final ArticleSuggestions suggestions;
    private final Shelf shelf;
    private final Articles articles;

    CaseKnowledge(DSLContext database, CaseApi cases, DiagnosisApi diagnosis, ArticleSuggestions suggestions, Shelf shelf, Articles articles) {
        this.database = database;
        this.cases = cases;
        this.diagnosis = diagnosis;
        this.suggestions = suggestions;
        this.shelf = shelf;
        this.articles = articles;
    }

    /**
     * @param linked that somebody said is the one that fits; they stand above the suggestions
     * @param followings the newest first
     * @param writtenUp number of the article that was written up from it
     * @param actions WRITE_UP
     */
    public record View(String caseNumber, List<Linked> linked, List<Suggestion> suggestions, List<Followed> followings,
            Optional<String> writtenUp, List<String> actions) {}

    public record Linked(Suggestion article, String linkedBy, Instant linkedAt) {}

    public record Followed(UUID id, String articleNumber, int edition, Bilingual title, Following.Result result, String note, Instant beganAt,
            Instant endedAt, String actorName, List<Ticked> steps) {}

    public record Ticked(int position, Following.StepResult result, String note, Instant at) {}

    /** @throws Problem 404 */
    public View of(String number) {
        CaseSummary it = cases.findByNumber(number).orElseThrow(() -> Problem.notFound("case", number));
        Map<String, Double> causes = diagnosis.diagnosisOf(it.id()).map(said -> said.likelyCauses().stream()
                .collect(Collectors.toMap(LikelyCause::code, likely -> likely.probability().doubleValue(), Math::max))).orElse(Map.of());
        List<Linked> linked = linked(it);
        Set<String> shown = linked.stream().map(link -> link.article().number()).collect(Collectors.toCollection(LinkedHashSet::new));
        List<Suggestion> fitting = suggestions.find(new Relevance.Asked(it.subject() + "\n" + it.description(), it.symptomCode(), it.family(),
                it.modelCode(), causes), FEW + shown.size()).stream().filter(found -> !shown.contains(found.number())).limit(FEW).toList();
        Optional<String> writtenUp = articles.writtenUpFrom(it.id());
        boolean solved = it.status() == CaseStatus.WORK_DONE || it.status() == CaseStatus.RESOLVED_REMOTELY || it.status() == CaseStatus.CLOSED;
        return new View(it.number(), linked, fitting, followings(it), Actors.current().may("knowledge.write") ? writtenUp : Optional.empty(),
                solved && writtenUp.isEmpty() && Actors.current().may("knowledge.write") ? List.of("WRITE_UP") : List.of());
    }

    /** The newest word on each article holds. */
    private List<Linked> linked(CaseSummary it) {
        Map<String, Linked> linked = new LinkedHashMap<>();
        Map<String, Shelf.Shelved> published = shelf.newest().published();
        database.select(ARTICLE.NUMBER, CASE_USE.KIND, CASE_USE.USER_NAME, CASE_USE.USED_AT).from(CASE_USE)
                .join(ARTICLE).on(ARTICLE.ID.eq(CASE_USE.ARTICLE_ID))
                .where(CASE_USE.CASE_ID.eq(it.id().value())).and(CASE_USE.KIND.in("LINKED", "UNLINKED"))
                .orderBy(CASE_USE.RECORDED_AT, CASE_USE.ID).limit(MOST_USES).forEach(row -> {
                    linked.remove(row.value1());
                    Shelf.Shelved article = published.get(row.value1());
                    if (row.value2().equals("LINKED") && article != null) {
                        linked.put(row.value1(), new Linked(ArticleSuggestions.of(article, new Relevance(1,
                                new Relevance.Because(List.of(), Optional.empty(), Optional.empty(), Optional.empty(), false))), row.value3(), row.value4()));
                    }
                });
        return new ArrayList<>(linked.values()).reversed();
    }

    private List<Followed> followings(CaseSummary it) {
        Map<UUID, List<Ticked>> steps = new LinkedHashMap<>();
        database.select(FOLLOWING_STEP.fields()).from(FOLLOWING_STEP).join(FOLLOWING).on(FOLLOWING.ID.eq(FOLLOWING_STEP.FOLLOWING_ID))
                .where(FOLLOWING.CASE_ID.eq(it.id().value())).orderBy(FOLLOWING_STEP.FOLLOWING_ID, FOLLOWING_STEP.POSITION)
                .limit(MOST_FOLLOWINGS * 40).forEach(row -> steps.computeIfAbsent(row.get(FOLLOWING_STEP.FOLLOWING_ID), id -> new ArrayList<>())
                        .add(new Ticked(row.get(FOLLOWING_STEP.POSITION), Following.StepResult.valueOf(row.get(FOLLOWING_STEP.RESULT)),
                                row.get(FOLLOWING_STEP.NOTE), row.get(FOLLOWING_STEP.TICKED_AT))));
        return database.select(FOLLOWING.fields()).select(ARTICLE.NUMBER, EDITION.TITLE_ZH, EDITION.TITLE_EN).from(FOLLOWING)
                .join(ARTICLE).on(ARTICLE.ID.eq(FOLLOWING.ARTICLE_ID))
                .join(EDITION).on(EDITION.ARTICLE_ID.eq(FOLLOWING.ARTICLE_ID)).and(EDITION.EDITION_.eq(FOLLOWING.EDITION))
                .where(FOLLOWING.CASE_ID.eq(it.id().value())).orderBy(FOLLOWING.ENDED_AT.desc(), FOLLOWING.ID.desc()).limit(MOST_FOLLOWINGS)
                .fetch(row -> new Followed(row.get(FOLLOWING.ID), row.get(ARTICLE.NUMBER), row.get(FOLLOWING.EDITION),
                        new Bilingual(row.get(EDITION.TITLE_ZH), row.get(EDITION.TITLE_EN)), Following.Result.valueOf(row.get(FOLLOWING.RESULT)),
                        row.get(FOLLOWING.NOTE), row.get(FOLLOWING.BEGAN_AT), row.get(FOLLOWING.ENDED_AT), row.get(FOLLOWING.USER_NAME),
                        steps.getOrDefault(row.get(FOLLOWING.ID), List.of())));
    }
}
