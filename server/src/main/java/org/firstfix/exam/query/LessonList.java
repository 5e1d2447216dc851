package org.firstfix.exam.query;

import static org.firstfix.schema.exam.Tables.LESSON;
import static org.firstfix.schema.exam.Tables.QUESTION;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.row;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.firstfix.asset.AssetApi;
import org.firstfix.asset.PartSummary;
import org.firstfix.cases.CaseApi;
import org.firstfix.diagnosis.DiagnosisApi;
import org.firstfix.exam.domain.Lesson;
import org.firstfix.exam.domain.QuestionContent;
import org.firstfix.exam.domain.QuestionContent.Words;
import org.firstfix.exam.domain.QuestionFromCase;
import org.firstfix.exam.domain.WentWrong;
import org.firstfix.exam.storage.JooqLessons;
import org.firstfix.platform.paging.Cursor;
import org.firstfix.platform.paging.Page;
import org.firstfix.platform.paging.PageRequest;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.BranchFilter;
import org.firstfix.platform.scope.DataScope;
import org.firstfix.platform.text.Language;
import org.firstfix.platform.text.Texts;
import org.firstfix.platform.work.Query;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** Cases to learn from, the latest first, and a question about one as far as it can be filled in. */
@Query
public class LessonList {
    private static final String NEWEST = "exam-lessons";
    private static final int MOST = 300;

    private final DSLContext database;
    private final JooqLessons lessons;
    private final BranchFilter branches;
    private final CaseApi cases;
    private final DiagnosisApi diagnosis;
    private final AssetApi assets;
    private final Texts texts;

    LessonList(DSLContext database, JooqLessons lessons, BranchFilter branches, CaseApi cases, DiagnosisApi diagnosis, AssetApi assets, Texts texts) {
        this.database = database;
        this.lessons = lessons;
        this.branches = branches;
        this.cases = cases;
        this.diagnosis = diagnosis;
        this.assets = assets;
        this.texts = texts;
    }

    public record Filter(Optional<String> symptom, Optional<String> family, Optional<WentWrong> wrong) {}

    public record Named(String code, String nameZh, String nameEn) {}

    /** @param trueCauses none while the case is not repaired; no question can be made of it then */
    public record Row(String caseNumber, String report, Optional<Named> symptom, Optional<String> family, Optional<String> skill, List<WentWrong> wentWrong,
            List<Named> predictedCauses, List<Named> trueCauses, Instant happenedAt, int questions) {}

    public record Filters(List<Named> symptoms, List<String> families) {}

    public Page<Row> page(DataScope scope, Filter filter, PageRequest request) {
        List<Condition> which = new ArrayList<>(List.of(branches.within(LESSON.BRANCH, scope)));
        filter.symptom().map(LESSON.SYMPTOM_CODE::eq).ifPresent(which::add);
        filter.family().map(LESSON.FAMILY::eq).ifPresent(which::add);
        filter.wrong().map(wrong -> LESSON.WENT_WRONG.contains(new String[] {wrong.name()})).ifPresent(which::add);
        request.after(NEWEST, 2).ifPresent(cursor -> which.add(row(LESSON.HAPPENED_AT, LESSON.CASE_ID).lt(cursor.instant(0), cursor.uuid(1))));
        List<Lesson> found = database.selectFrom(LESSON).where(which).orderBy(LESSON.HAPPENED_AT.desc(), LESSON.CASE_ID.desc())
                .limit(request.limit() + 1).fetch(JooqLessons::toLesson);
        return rows(Page.of(found, request.limit(), last -> Cursor.after(NEWEST, last.happenedAt(), last.caseId().value())));
    }

    private Page<Row> rows(Page<Lesson> found) {
        Map<String, Named> causes = causes();
        Map<String, Named> symptoms = symptoms();
        Map<String, Integer> questions = database.select(QUESTION.CASE_NUMBER, count()).from(QUESTION)
                .where(QUESTION.CASE_NUMBER.in(found.items().stream().map(Lesson::caseNumber).toList())).groupBy(QUESTION.CASE_NUMBER)
                .fetchMap(QUESTION.CASE_NUMBER, count());
        return found.map(lesson -> new Row(lesson.caseNumber(), lesson.report(), lesson.symptomCode().flatMap(code -> Optional.ofNullable(symptoms.get(code))),
                lesson.family(), lesson.skill(), lesson.wentWrong().stream().sorted().toList(), named(lesson.predictedCauses(), causes),
                named(lesson.trueCauses(), causes), lesson.happenedAt(), questions.getOrDefault(lesson.caseNumber(), 0)));
    }

    /** What the list can be narrowed to. */
    public Filters filters(DataScope scope) {
        Condition within = branches.within(LESSON.BRANCH, scope);
        Map<String, Named> symptoms = symptoms();
        return new Filters(database.selectDistinct(LESSON.SYMPTOM_CODE).from(LESSON).where(within, LESSON.SYMPTOM_CODE.isNotNull()).limit(MOST)
                .fetch(LESSON.SYMPTOM_CODE).stream().map(symptoms::get).filter(one -> one != null).sorted(Comparator.comparing(Named::code)).toList(),
                database.selectDistinct(LESSON.FAMILY).from(LESSON).where(within, LESSON.FAMILY.isNotNull()).orderBy(LESSON.FAMILY).limit(MOST)
                        .fetch(LESSON.FAMILY));
    }

    /**
     * A question about a case, ready to be gone over; nothing is kept.
     *
     * @throws Problem 404, 409 while the truth is not known or if no part was needed
     */
    public QuestionContent question(String caseNumber, QuestionFromCase.About about) {
        Lesson lesson = lessons.find(caseNumber).orElseThrow(() -> Problem.notFound("lesson", caseNumber));
        List<DiagnosisApi.Cause> catalogue = diagnosis.causes();
        QuestionFromCase.Wording wording = new QuestionFromCase.Wording(words("exam.ask." + about.name(), Map.of("family", lesson.family().orElse("–"))),
                truth(lesson));
        return switch (about) {
            case LIKELY_CAUSE -> QuestionFromCase.likelyCause(lesson, catalogue, wording);
            case PARTS_TO_CARRY -> QuestionFromCase.partsToCarry(lesson, catalogue, lesson.family().map(assets::partsFor).orElse(List.<PartSummary>of()), wording);
            case FIRST_CHECK -> QuestionFromCase.firstCheck(lesson, wording);
        };
    }

    private Words truth(Lesson lesson) {
        Map<String, Named> causes = causes();
        List<Named> real = named(lesson.trueCauses(), causes);
        List<Named> predicted = named(lesson.predictedCauses(), causes);
        return new Words(texts.text(Language.CHINESE, "exam.truth", Map.of("causes", join(real, Named::nameZh), "predicted", join(predicted, Named::nameZh))),
                texts.text(Language.ENGLISH, "exam.truth", Map.of("causes", join(real, Named::nameEn), "predicted", join(predicted, Named::nameEn))));
    }

    private static String join(List<Named> names, Function<Named, String> name) {
        return names.isEmpty() ? "–" : names.stream().map(name).collect(Collectors.joining(", "));
    }

    private Words words(String key, Map<String, Object> values) {
        return new Words(texts.text(Language.CHINESE, key, values), texts.text(Language.ENGLISH, key, values));
    }

    private Map<String, Named> causes() {
        return diagnosis.causes().stream().collect(Collectors.toMap(DiagnosisApi.Cause::code, one -> new Named(one.code(), one.nameZh(), one.nameEn())));
    }

    private Map<String, Named> symptoms() {
        return cases.symptoms().stream().collect(Collectors.toMap(CaseApi.Symptom::code, one -> new Named(one.code(), one.nameZh(), one.nameEn())));
    }

    private static List<Named> named(List<String> codes, Map<String, Named> names) {
        return codes.stream().map(code -> names.getOrDefault(code, new Named(code, code, code))).toList();
    }
}
