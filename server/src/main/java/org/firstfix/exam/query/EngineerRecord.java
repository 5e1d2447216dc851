package org.firstfix.exam.query;

import static org.firstfix.schema.exam.Tables.ASSIGNMENT;
import static org.firstfix.schema.exam.Tables.PAPER;
import static org.jooq.impl.DSL.count;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.dispatch.DispatchApi;
import org.firstfix.dispatch.EngineerSkills;
import org.firstfix.exam.domain.Assignment;
import org.firstfix.exam.domain.Paper;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.DataScope;
import org.firstfix.platform.work.Query;
import org.jooq.DSLContext;

/** Engineers with what they can do, until when, and their attempts. */
@Query
public class EngineerRecord {
    private final DSLContext database;
    private final DispatchApi dispatch;
    private final MyExams exams;

    EngineerRecord(DSLContext database, DispatchApi dispatch, MyExams exams) {
        this.database = database;
        this.dispatch = dispatch;
        this.exams = exams;
    }

    /** @param waiting exams he has to take @param attempts with a result, {@code passed} of them */
    public record Row(String code, String name, List<MyExams.SkillView> skills, int waiting, int attempts, int passed) {}

    public record View(String code, String name, MyExams.Mine exams) {}

    /** Engineers in use within the scope, by code, at most 500. */
    public List<Row> list(DataScope scope, Optional<String> skill) {
        List<EngineerSkills> found = dispatch.engineers(scope, skill);
        List<UUID> ids = found.stream().map(one -> one.id().value()).toList();
        Map<UUID, Integer> waiting = database.select(ASSIGNMENT.ENGINEER_ID, count()).from(ASSIGNMENT)
                .where(ASSIGNMENT.ENGINEER_ID.in(ids), ASSIGNMENT.STATUS.eq(Assignment.Status.OPEN.name())).groupBy(ASSIGNMENT.ENGINEER_ID)
                .fetchMap(ASSIGNMENT.ENGINEER_ID, count());
        Map<UUID, Integer> attempts = graded(ids, false);
        Map<UUID, Integer> passed = graded(ids, true);
        return found.stream().map(one -> new Row(one.code(), one.name(), one.skills().stream().map(held -> new MyExams.SkillView(held.skill(), held.level(),
                held.validUntil(), held.counts())).toList(), waiting.getOrDefault(one.id().value(), 0), attempts.getOrDefault(one.id().value(), 0),
                passed.getOrDefault(one.id().value(), 0))).toList();
    }

    private Map<UUID, Integer> graded(List<UUID> ids, boolean onlyPassed) {
        return database.select(PAPER.ENGINEER_ID, count()).from(PAPER).where(PAPER.ENGINEER_ID.in(ids), PAPER.STATUS.eq(Paper.Status.GRADED.name()),
                onlyPassed ? PAPER.PASSED.isTrue() : PAPER.PASSED.isNotNull()).groupBy(PAPER.ENGINEER_ID).fetchMap(PAPER.ENGINEER_ID, count());
    }

    /** @throws Problem 404 also for one outside the scope */
    public View show(DataScope scope, String code) {
        EngineerSkills engineer = dispatch.engineers(scope, Optional.empty()).stream().filter(one -> one.code().equals(code)).findFirst()
                .orElseThrow(() -> Problem.notFound("engineer", code));
        return new View(engineer.code(), engineer.name(), exams.of(engineer.id()));
    }
}
