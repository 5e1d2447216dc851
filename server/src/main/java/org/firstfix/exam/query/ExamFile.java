package org.firstfix.exam.query;

import static org.firstfix.schema.exam.Tables.ASSIGNMENT;
import static org.firstfix.schema.exam.Tables.EXAM_;
import static org.firstfix.schema.exam.Tables.PAPER;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.exam.AssignmentId;
import org.firstfix.exam.domain.Assignment;
import org.firstfix.exam.domain.Drawing;
import org.firstfix.exam.domain.Exam;
import org.firstfix.exam.domain.ItemStatistics;
import org.firstfix.exam.domain.Paper;
import org.firstfix.exam.storage.JooqExams;
import org.firstfix.exam.storage.JooqPapers;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.DataScope;
import org.firstfix.platform.scope.Scopes;
import org.firstfix.platform.work.Query;
import org.jooq.DSLContext;

/** Exams, and one with who takes it and how it went. */
@Query
public class ExamFile {
    private static final int MOST = 500;

    private final DSLContext database;
    private final JooqExams exams;
    private final ItemReport items;

    ExamFile(DSLContext database, JooqExams exams, ItemReport items) {
        this.database = database;
        this.exams = exams;
        this.items = items;
    }

    public record Settings(String code, String titleZh, String titleEn, String skill, int level, int passPercent, int minutes, int attemptsAllowed,
            int waitHours, Optional<Integer> validityMonths, int renewDays, Drawing drawing, Exam.Status status, int version) {
        public static Settings of(Exam exam) {
            return new Settings(exam.code(), exam.titleZh(), exam.titleEn(), exam.skill(), exam.level(), exam.passPercent(), exam.minutes(),
                    exam.attemptsAllowed(), exam.waitHours(), exam.validityMonths(), exam.renewDays(), exam.drawing(), exam.status(), exam.version());
        }
    }

    /** @param takers engineers with a result @param passed those of them who have passed @param waiting engineers who have to take it */
    public record Figures(int takers, int passed, int waiting, ItemStatistics.Interval passInterval) {}

    public record Row(Settings exam, Figures figures) {}

    /** @param earned and what was possible, of the last attempt with a result */
    public record Taker(AssignmentId assignmentId, String engineerCode, String engineerName, Instant dueAt, Optional<LocalDate> renews,
            Assignment.Status status, int attempts, Optional<BigDecimal> earned, Optional<BigDecimal> possible, Optional<Boolean> passed,
            Optional<Instant> takenAt, Optional<LocalDate> validUntil, boolean overdue) {}

    /** @param actions CHANGE, OPEN, ASSIGN, CLOSE */
    public record View(Settings exam, Figures figures, List<Taker> takers, List<ItemReport.Item> items, List<String> actions) {}

    /** All of the scope, at most 500, by code. */
    public List<Row> list(DataScope scope) {
        List<Exam> found = database.selectFrom(EXAM_).where(Scopes.within(EXAM_.ORG_PATH, scope)).orderBy(EXAM_.CODE).limit(MOST).fetch(exams::toExam);
        return found.stream().map(exam -> new Row(Settings.of(exam), figures(exam.code(), scope))).toList();
    }

    /** @throws Problem 404 */
    public View show(String code, DataScope scope, Instant now) {
        Exam exam = exams.find(code).orElseThrow(() -> Problem.notFound("exam", code));
        return new View(Settings.of(exam), figures(code, scope), takers(code, scope, now), items.of(code, scope), actions(exam));
    }

    private Figures figures(String code, DataScope scope) {
        var graded = PAPER.EXAM_CODE.eq(code).and(PAPER.STATUS.eq(Paper.Status.GRADED.name())).and(Scopes.within(PAPER.ORG_PATH, scope));
        int takers = database.select(countDistinct(PAPER.ENGINEER_ID)).from(PAPER).where(graded).fetchSingle().value1();
        int passed = database.select(countDistinct(PAPER.ENGINEER_ID)).from(PAPER).where(graded, PAPER.PASSED.isTrue()).fetchSingle().value1();
        int waiting = database.fetchCount(ASSIGNMENT, ASSIGNMENT.EXAM_CODE.eq(code).and(ASSIGNMENT.STATUS.eq(Assignment.Status.OPEN.name()))
                .and(Scopes.within(ASSIGNMENT.ORG_PATH, scope)));
        return new Figures(takers, passed, waiting, ItemStatistics.wilson(passed, takers));
    }

    private List<Taker> takers(String code, DataScope scope, Instant now) {
        List<Assignment> assigned = database.selectFrom(ASSIGNMENT).where(ASSIGNMENT.EXAM_CODE.eq(code), Scopes.within(ASSIGNMENT.ORG_PATH, scope))
                .orderBy(ASSIGNMENT.ASSIGNED_AT.desc(), ASSIGNMENT.ENGINEER_CODE).limit(MOST).fetch(JooqExams::toAssignment);
        List<UUID> ids = assigned.stream().map(one -> one.id().value()).toList();
        Map<UUID, Integer> attempts = database.select(PAPER.ASSIGNMENT_ID, count()).from(PAPER).where(PAPER.ASSIGNMENT_ID.in(ids))
                .groupBy(PAPER.ASSIGNMENT_ID).fetchMap(PAPER.ASSIGNMENT_ID, count());
        Map<UUID, List<Paper>> graded = database.selectFrom(PAPER).where(PAPER.ASSIGNMENT_ID.in(ids), PAPER.STATUS.eq(Paper.Status.GRADED.name()))
                .orderBy(PAPER.ATTEMPT.desc()).fetchGroups(PAPER.ASSIGNMENT_ID, JooqPapers::toPaper);
        return assigned.stream().map(one -> {
            Optional<Paper> last = graded.getOrDefault(one.id().value(), List.of()).stream().findFirst();
            return new Taker(one.id(), one.engineerCode(), one.engineerName(), one.dueAt(), one.renews(), one.status(),
                    attempts.getOrDefault(one.id().value(), 0), last.flatMap(Paper::result).map(Paper.Result::earned),
                    last.flatMap(Paper::result).map(Paper.Result::possible), last.flatMap(Paper::result).map(Paper.Result::passed),
                    last.flatMap(Paper::handedInAt), one.validUntil(), one.status() == Assignment.Status.OPEN && now.isAfter(one.dueAt()));
        }).toList();
    }

    private static List<String> actions(Exam exam) {
        if (!Actors.current().may("exam.set")) {
            return List.of();
        }
        List<String> actions = new ArrayList<>(List.of("CHANGE"));
        actions.addAll(exam.status() == Exam.Status.OPEN ? List.of("ASSIGN", "CLOSE") : List.of("OPEN"));
        return actions;
    }
}
