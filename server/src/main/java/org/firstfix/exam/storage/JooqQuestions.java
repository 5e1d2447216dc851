package org.firstfix.exam.storage;

import static org.firstfix.schema.exam.Sequences.QUESTION_NUMBER;
import static org.firstfix.schema.exam.Tables.CORRECTION;
import static org.firstfix.schema.exam.Tables.QUESTION;
import static org.firstfix.schema.exam.Tables.QUESTION_VERSION;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.firstfix.exam.domain.Difficulty;
import org.firstfix.exam.domain.Drawing;
import org.firstfix.exam.domain.Paper;
import org.firstfix.exam.domain.Question;
import org.firstfix.exam.domain.QuestionContent;
import org.firstfix.platform.id.Id;
import org.firstfix.platform.identity.Actor;
import org.firstfix.platform.identity.UserId;
import org.firstfix.platform.scope.DataScope;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.platform.scope.Scopes;
import org.firstfix.schema.exam.tables.records.QuestionRecord;
import org.firstfix.schema.exam.tables.records.QuestionVersionRecord;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The question bank: questions, their versions, and what objections made of them. */
@Component
public class JooqQuestions {
    /** More questions of one skill than anybody sets in years. */
    private static final int MOST = 2_000;

    private final DSLContext database;
    private final JsonMapper json;

    JooqQuestions(DSLContext database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    public String nextCode() {
        return "Q-" + database.nextval(QUESTION_NUMBER);
    }

    public Optional<Question> find(String code) {
        return database.selectFrom(QUESTION).where(QUESTION.CODE.eq(code)).fetchOptional(JooqQuestions::toQuestion);
    }

    /** The question, kept from changes by others until the transaction ends. */
    public Optional<Question> lock(String code) {
        return database.selectFrom(QUESTION).where(QUESTION.CODE.eq(code)).forUpdate().fetchOptional(JooqQuestions::toQuestion);
    }

    public void put(Question question, QuestionContent shown, Instant now) {
        QuestionRecord row = database.newRecord(QUESTION);
        row.setCode(question.code());
        row.setStatus(question.status().name());
        row.setActiveVersion(question.activeVersion().orElse(null));
        row.setDraftVersion(question.draftVersion().orElse(null));
        row.setKind(shown.kind().name());
        row.setSkillCode(shown.skill());
        row.setDifficulty(shown.difficulty().name());
        row.setCaseNumber(question.caseNumber().orElse(null));
        row.setRevision(question.revision());
        row.setChangedAt(now);
        row.setOrgPath(question.orgPath().value());
        database.insertInto(QUESTION).set(row).onConflict(QUESTION.CODE).doUpdate().set(row).execute();
    }

    /** A new version, or a draft written anew. */
    public void write(String code, int version, QuestionContent content, Actor author, Instant now) {
        QuestionVersionRecord row = database.newRecord(QUESTION_VERSION);
        row.setQuestionCode(code);
        row.setVersion(version);
        row.setKind(content.kind().name());
        row.setSkillCode(content.skill());
        row.setDifficulty(content.difficulty().name());
        row.setPoints(content.points());
        row.setContent(JSONB.valueOf(json.writeValueAsString(content)));
        row.setWrittenBy(author.userId().map(Id::value).orElse(null));
        row.setWrittenName(author.name());
        row.setWrittenAt(now);
        row.setReview(Question.Review.PENDING.name());
        row.setReviewedBy(null);
        row.setReviewedName("");
        row.setReviewedAt(null);
        row.setReviewNote("");
        database.insertInto(QUESTION_VERSION).set(row).onConflict(QUESTION_VERSION.QUESTION_CODE, QUESTION_VERSION.VERSION).doUpdate().set(row).execute();
    }

    public void review(String code, int version, Question.Review review, Actor reviewer, String note, Instant now) {
        database.update(QUESTION_VERSION).set(QUESTION_VERSION.REVIEW, review.name())
                .set(QUESTION_VERSION.REVIEWED_BY, reviewer.userId().map(Id::value).orElse(null))
                .set(QUESTION_VERSION.REVIEWED_NAME, reviewer.name()).set(QUESTION_VERSION.REVIEWED_AT, now).set(QUESTION_VERSION.REVIEW_NOTE, note)
                .where(QUESTION_VERSION.QUESTION_CODE.eq(code), QUESTION_VERSION.VERSION.eq(version)).execute();
    }

    public Question.Version version(String code, int version) {
        return database.selectFrom(QUESTION_VERSION).where(QUESTION_VERSION.QUESTION_CODE.eq(code), QUESTION_VERSION.VERSION.eq(version))
                .fetchSingle(this::toVersion);
    }

    /** Of a question, the newest first. */
    public List<Question.Version> versions(String code) {
        return database.selectFrom(QUESTION_VERSION).where(QUESTION_VERSION.QUESTION_CODE.eq(code)).orderBy(QUESTION_VERSION.VERSION.desc())
                .limit(MOST).fetch(this::toVersion);
    }

    /** The versions that are shown of these questions. */
    public Map<String, Question.Version> shown(Collection<Question> questions) {
        Map<String, Integer> wanted = questions.stream().collect(Collectors.toMap(Question::code, Question::shownVersion));
        return database.selectFrom(QUESTION_VERSION).where(QUESTION_VERSION.QUESTION_CODE.in(wanted.keySet())).fetch(this::toVersion).stream()
                .filter(version -> wanted.get(version.code()) == version.version()).collect(Collectors.toMap(Question.Version::code, Function.identity()));
    }

    /** Questions in use of a skill within the scope, by code. */
    public List<Drawing.Candidate> bank(String skill, DataScope scope) {
        return database.select(QUESTION.CODE, QUESTION.DIFFICULTY).from(QUESTION)
                .where(QUESTION.STATUS.eq(Question.Status.ACTIVE.name()), QUESTION.SKILL_CODE.eq(skill), Scopes.within(QUESTION.ORG_PATH, scope))
                .orderBy(QUESTION.CODE).limit(MOST).fetch(row -> new Drawing.Candidate(row.value1(), Difficulty.valueOf(row.value2())));
    }

    /** The active versions of these questions; those that are not in use are left out. */
    public Map<String, Question.Version> active(Collection<String> codes) {
        return database.select(QUESTION_VERSION.fields()).from(QUESTION_VERSION)
                .join(QUESTION).on(QUESTION.CODE.eq(QUESTION_VERSION.QUESTION_CODE).and(QUESTION.ACTIVE_VERSION.eq(QUESTION_VERSION.VERSION)))
                .where(QUESTION.STATUS.eq(Question.Status.ACTIVE.name()), QUESTION.CODE.in(codes)).fetchInto(QUESTION_VERSION).stream()
                .map(this::toVersion).collect(Collectors.toMap(Question.Version::code, Function.identity()));
    }

    /** The versions that a paper asks, by code. */
    public Map<String, Question.Version> asked(Collection<Paper.Asked> asked) {
        Map<String, Integer> wanted = asked.stream().collect(Collectors.toMap(Paper.Asked::question, Paper.Asked::version));
        return database.selectFrom(QUESTION_VERSION).where(QUESTION_VERSION.QUESTION_CODE.in(wanted.keySet())).fetch(this::toVersion).stream()
                .filter(version -> wanted.get(version.code()) == version.version()).collect(Collectors.toMap(Question.Version::code, Function.identity()));
    }

    public void correct(Paper.Correction correction, Actor by, Instant now) {
        String[] right = correction.right().toArray(String[]::new);
        database.insertInto(CORRECTION).set(CORRECTION.QUESTION_CODE, correction.question()).set(CORRECTION.VERSION, correction.version())
                .set(CORRECTION.RIGHT_CHOICES, right).set(CORRECTION.VOIDED, correction.voided()).set(CORRECTION.REASON, correction.reason())
                .set(CORRECTION.DECIDED_BY, by.userId().map(Id::value).orElse(null)).set(CORRECTION.DECIDED_NAME, by.name()).set(CORRECTION.DECIDED_AT, now)
                .onConflict(CORRECTION.QUESTION_CODE, CORRECTION.VERSION).doUpdate()
                .set(CORRECTION.RIGHT_CHOICES, right).set(CORRECTION.VOIDED, correction.voided()).set(CORRECTION.REASON, correction.reason())
                .set(CORRECTION.DECIDED_BY, by.userId().map(Id::value).orElse(null)).set(CORRECTION.DECIDED_NAME, by.name()).set(CORRECTION.DECIDED_AT, now)
                .execute();
    }

    public List<Paper.Correction> corrections(Collection<String> codes) {
        return database.selectFrom(CORRECTION).where(CORRECTION.QUESTION_CODE.in(codes)).fetch(row -> new Paper.Correction(row.getQuestionCode(),
                row.getVersion(), List.of(row.getRightChoices()), row.getVoided(), row.getReason()));
    }

    public static Question toQuestion(QuestionRecord row) {
        return new Question(row.getCode(), Question.Status.valueOf(row.getStatus()), Optional.ofNullable(row.getActiveVersion()),
                Optional.ofNullable(row.getDraftVersion()), Optional.ofNullable(row.getCaseNumber()), row.getRevision(), new OrgPath(row.getOrgPath()));
    }

    private Question.Version toVersion(QuestionVersionRecord row) {
        return new Question.Version(row.getQuestionCode(), row.getVersion(), json.readValue(row.getContent().data(), QuestionContent.class),
                Optional.ofNullable(row.getWrittenBy()).map(UserId::new), row.getWrittenName(), row.getWrittenAt(), Question.Review.valueOf(row.getReview()),
                row.getReviewedName(), Optional.ofNullable(row.getReviewedAt()), row.getReviewNote());
    }
}
