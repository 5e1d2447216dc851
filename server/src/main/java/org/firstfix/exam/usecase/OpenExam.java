package org.firstfix.exam.usecase;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstfix.dispatch.DispatchApi;
import org.firstfix.exam.ExamOpened;
import org.firstfix.exam.domain.Exam;
import org.firstfix.exam.domain.WhoNeedsIt;
import org.firstfix.exam.storage.JooqExams;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Opens an exam: for everybody who has the skill, or for those it is assigned to. */
@Component
@Permission("exam.set")
public final class OpenExam {
    private final Work work;
    private final JooqExams exams;
    private final ExamCheck check;
    private final Assignments assignments;
    private final DispatchApi dispatch;
    private final Announcements announcements;
    private final Clock clock;

    OpenExam(Work work, JooqExams exams, ExamCheck check, Assignments assignments, DispatchApi dispatch, Announcements announcements, Clock clock) {
        this.work = work;
        this.exams = exams;
        this.check = check;
        this.assignments = assignments;
        this.dispatch = dispatch;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** @param dueAt for everybody of the actor's scope who has the skill and needs the level; none opens it for assignments only */
    public record Command(String code, Optional<Instant> dueAt, int expectedVersion) {}

    /** @param passedOver names of those who may not take exams, or have it already */
    public record Opened(int assigned, List<String> passedOver) {}

    public Opened handle(Command command) {
        return work.perform(this, () -> {
            Exam before = check.lock(command.code(), command.expectedVersion());
            if (before.status() == Exam.Status.OPEN) {
                throw Problem.conflict("exam.open-already", Map.of("exam", before.code()));
            }
            check.complete(before);
            check.drawable(before);
            command.dueAt().ifPresent(check::due);
            Exam open = before.with(Exam.Status.OPEN);
            exams.change(open);
            announcements.announce(new ExamOpened(open.code(), open.orgPath(), clock.instant()));
            return command.dueAt().map(due -> {
                Assignments.Given given = assignments.give(open, dispatch.engineers(Actors.current().scope(), Optional.of(open.skill())).stream()
                        .filter(engineer -> WhoNeedsIt.needs(engineer, open)).toList(), due, Optional.empty(), "");
                return new Opened(given.assigned().size(), given.passedOver());
            }).orElse(new Opened(0, List.of()));
        });
    }
}
