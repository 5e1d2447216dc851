package org.firstfix.exam.query;

import static org.firstfix.schema.exam.Tables.ASSIGNMENT;
import static org.firstfix.schema.exam.Tables.PAPER;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.firstfix.dispatch.DispatchApi;
import org.firstfix.dispatch.EngineerSkills;
import org.firstfix.exam.AssignmentId;
import org.firstfix.exam.PaperId;
import org.firstfix.exam.domain.Assignment;
import org.firstfix.exam.domain.Exam;
import org.firstfix.exam.domain.Paper;
import org.firstfix.exam.storage.JooqExams;
import org.firstfix.exam.storage.JooqPapers;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Query;
import org.firstfix.platform.work.Work;
import org.jooq.DSLContext;

/** An engineer's exams: what he has to take, what he took, and what he can do. */
@Query
public class MyExams {
    private static final int MOST = 200;

    private final DSLContext database;
    private final Work work;
    private final JooqExams exams;
    private final DispatchApi dispatch;
    private final Clock clock;

    MyExams(DSLContext database, Work work, JooqExams exams, DispatchApi dispatch, Clock clock) {
        this.database = database;
        this.work = work;
        this.exams = exams;
        this.dispatch = dispatch;
        this.clock = clock;
    }

    public record SkillView(String skill, int level, Optional<LocalDate> validUntil, boolean counts) {}

    public record AttemptView(PaperId paperId, int attempt, Paper.Status status, Instant startedAt, Optional<Instant> handedInAt, Optional<BigDecimal> earned,
            Optional<BigDecimal> possible, Optional<Boolean> passed) {}

    /**
     * @param openPaper the paper that is under way
     * @param nextAttemptAt when the next attempt may begin, if that is later than now
     * @param actions START, CONTINUE
     */
    public record Row(AssignmentId id, String examCode, String titleZh, String titleEn, String skill, int level, int minutes, int passPercent,
            int attemptsAllowed, Instant dueAt, boolean overdue, Optional<LocalDate> renews, Assignment.Status status, Optional<LocalDate> validUntil,
            List<AttemptView> attempts, Optional<PaperId> openPaper, Optional<Instant> nextAttemptAt, List<String> actions) {}

    /** @param items what is to be taken first, then the latest */
    public record Mine(List<SkillView> skills, List<Row> items) {}

    public record Count(int open) {}

    public Mine mine() {
        return work.asTheHouse("exam", () -> of(me()));
    }

    public Count count() {
        return work.asTheHouse("exam", () -> new Count(database.fetchCount(ASSIGNMENT,
                ASSIGNMENT.ENGINEER_ID.eq(me().value()).and(ASSIGNMENT.STATUS.eq(Assignment.Status.OPEN.name())))));
    }

    /** Of any engineer; the caller has asked whether that may be seen. */
    Mine of(PersonId engineer) {
        List<Assignment> assigned = database.selectFrom(ASSIGNMENT).where(ASSIGNMENT.ENGINEER_ID.eq(engineer.value()))
                .orderBy(ASSIGNMENT.STATUS.eq(Assignment.Status.OPEN.name()).desc(), ASSIGNMENT.ASSIGNED_AT.desc()).limit(MOST).fetch(JooqExams::toAssignment);
        Map<UUID, List<Paper>> papers = database.selectFrom(PAPER).where(PAPER.ASSIGNMENT_ID.in(assigned.stream().map(one -> one.id().value()).toList()))
                .orderBy(PAPER.ATTEMPT.desc()).fetchGroups(PAPER.ASSIGNMENT_ID, JooqPapers::toPaper);
        List<SkillView> skills = dispatch.skillsOf(engineer).map(EngineerSkills::skills).orElse(List.of()).stream()
                .map(held -> new SkillView(held.skill(), held.level(), held.validUntil(), held.counts())).toList();
        return new Mine(skills, assigned.stream().map(one -> row(one, exams.find(one.examCode()).orElseThrow(),
                papers.getOrDefault(one.id().value(), List.of()))).toList());
    }

    private Row row(Assignment assignment, Exam exam, List<Paper> papers) {
        Instant now = clock.instant();
        Optional<Paper> open = papers.stream().filter(paper -> paper.status() == Paper.Status.OPEN && !paper.isOver(now)).findFirst();
        Optional<Exam.Earlier> last = papers.stream().findFirst().map(paper -> new Exam.Earlier(paper.attempt(), paper.handedInAt()));
        Optional<Instant> next = last.filter(earlier -> earlier.attempt() < exam.attemptsAllowed()).flatMap(exam::nextAttemptAt).filter(now::isBefore);
        boolean mayStart = assignment.status() == Assignment.Status.OPEN && exam.status() == Exam.Status.OPEN && next.isEmpty()
                && papers.stream().allMatch(paper -> paper.status() == Paper.Status.GRADED)
                && last.map(earlier -> earlier.attempt() < exam.attemptsAllowed()).orElse(true);
        return new Row(assignment.id(), exam.code(), exam.titleZh(), exam.titleEn(), exam.skill(), exam.level(), exam.minutes(), exam.passPercent(),
                exam.attemptsAllowed(), assignment.dueAt(), assignment.status() == Assignment.Status.OPEN && now.isAfter(assignment.dueAt()),
                assignment.renews(), assignment.status(), assignment.validUntil(), papers.stream().map(MyExams::attempt).toList(), open.map(Paper::id), next,
                open.isPresent() ? List.of("CONTINUE") : mayStart ? List.of("START") : List.of());
    }

    private static AttemptView attempt(Paper paper) {
        return new AttemptView(paper.id(), paper.attempt(), paper.status(), paper.startedAt(), paper.handedInAt(),
                paper.result().map(Paper.Result::earned), paper.result().map(Paper.Result::possible), paper.result().map(Paper.Result::passed));
    }

    private static PersonId me() {
        return Actors.current().personId().orElseThrow(() -> Problem.forbidden("exam.take"));
    }
}
