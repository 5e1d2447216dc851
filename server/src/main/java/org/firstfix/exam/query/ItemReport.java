package org.firstfix.exam.query;

import static org.firstfix.schema.exam.Tables.PAPER;
import static org.firstfix.schema.exam.Tables.PAPER_QUESTION;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.exam.domain.Difficulty;
import org.firstfix.exam.domain.ItemStatistics;
import org.firstfix.exam.domain.Paper;
import org.firstfix.exam.domain.Question;
import org.firstfix.exam.domain.QuestionContent.Words;
import org.firstfix.exam.domain.QuestionKind;
import org.firstfix.exam.storage.JooqPapers;
import org.firstfix.exam.storage.JooqQuestions;
import org.firstfix.platform.scope.DataScope;
import org.firstfix.platform.scope.Scopes;
import org.firstfix.platform.work.Query;
import org.jooq.DSLContext;
import org.jooq.Record1;

/** How hard the questions of an exam turned out to be, and whether they separate those who know from those who do not. */
@Query
public class ItemReport {
    /** The latest papers say how a question does today. */
    private static final int MOST_PAPERS = 2_000;

    private final DSLContext database;
    private final JooqQuestions questions;

    ItemReport(DSLContext database, JooqQuestions questions) {
        this.database = database;
        this.questions = questions;
    }

    /**
     * @param right answers that earned every point
     * @param shareRight from 0 to 1
     * @param discrimination from -1 to 1; none if nothing can be said
     */
    public record Item(String question, int version, QuestionKind kind, Difficulty difficulty, Words text, int answers, int right, double shareRight,
            ItemStatistics.Interval interval, Optional<Double> discrimination, ItemStatistics.Finding finding, boolean voided) {}

    private record Version(String code, int version) {}

    public List<Item> of(String exam, DataScope scope) {
        List<UUID> papers = database.select(PAPER.ID).from(PAPER)
                .where(PAPER.EXAM_CODE.eq(exam), PAPER.STATUS.eq(Paper.Status.GRADED.name()), Scopes.within(PAPER.ORG_PATH, scope))
                .orderBy(PAPER.STARTED_AT.desc()).limit(MOST_PAPERS).fetch(Record1::value1);
        Map<UUID, List<Paper.Asked>> asked = database.selectFrom(PAPER_QUESTION).where(PAPER_QUESTION.PAPER_ID.in(papers))
                .fetchGroups(PAPER_QUESTION.PAPER_ID, JooqPapers::toAsked);
        List<Paper.Correction> corrections = questions.corrections(asked.values().stream().flatMap(List::stream).map(Paper.Asked::question).distinct().toList());
        Map<Version, List<ItemStatistics.Answer>> answers = new LinkedHashMap<>();
        Map<Version, Paper.Asked> samples = new LinkedHashMap<>();
        asked.values().forEach(paper -> paper.forEach(one -> {
            Version version = new Version(one.question(), one.version());
            samples.putIfAbsent(version, one);
            answers.computeIfAbsent(version, key -> new ArrayList<>()).add(answer(one, paper));
        }));
        Map<Version, Question.Version> texts = texts(samples);
        return answers.keySet().stream().sorted((one, other) -> one.code().equals(other.code()) ? Integer.compare(one.version(), other.version())
                : one.code().compareTo(other.code())).map(version -> item(version, texts.get(version), answers.get(version), corrections.stream()
                        .anyMatch(one -> one.voided() && one.question().equals(version.code()) && one.version() == version.version()))).toList();
    }

    private Map<Version, Question.Version> texts(Map<Version, Paper.Asked> samples) {
        Map<Version, Question.Version> texts = new LinkedHashMap<>();
        samples.keySet().stream().map(Version::code).distinct().forEach(code -> questions.versions(code)
                .forEach(version -> texts.put(new Version(code, version.version()), version)));
        return texts;
    }

    private static Item item(Version version, Question.Version asked, List<ItemStatistics.Answer> answers, boolean voided) {
        int right = (int) answers.stream().filter(ItemStatistics.Answer::right).count();
        Optional<Double> discrimination = ItemStatistics.pointBiserial(answers);
        return new Item(version.code(), version.version(), asked.content().kind(), asked.content().difficulty(), asked.content().text(), answers.size(), right,
                answers.isEmpty() ? 0 : (double) right / answers.size(), ItemStatistics.wilson(right, answers.size()), discrimination,
                ItemStatistics.finding(right, answers.size(), discrimination), voided);
    }

    private static ItemStatistics.Answer answer(Paper.Asked one, List<Paper.Asked> paper) {
        double rest = paper.stream().filter(other -> other.position() != one.position()).mapToDouble(other -> earned(other).doubleValue()).sum();
        int possible = paper.stream().filter(other -> other.position() != one.position()).mapToInt(Paper.Asked::points).sum();
        return new ItemStatistics.Answer(earned(one).compareTo(BigDecimal.valueOf(one.points())) == 0, possible == 0 ? 0 : rest / possible);
    }

    private static BigDecimal earned(Paper.Asked asked) {
        return asked.earned().orElse(BigDecimal.ZERO);
    }
}
