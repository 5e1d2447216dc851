package org.firstfix.exam.usecase;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstfix.dispatch.DispatchApi;
import org.firstfix.dispatch.EngineerSkills;
import org.firstfix.exam.domain.Exam;
import org.firstfix.exam.storage.JooqExams;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Gives an open exam to engineers by name. */
@Component
@Permission("exam.set")
public final class AssignExam {
    private final Work work;
    private final JooqExams exams;
    private final ExamCheck check;
    private final Assignments assignments;
    private final DispatchApi dispatch;

    AssignExam(Work work, JooqExams exams, ExamCheck check, Assignments assignments, DispatchApi dispatch) {
        this.work = work;
        this.exams = exams;
        this.check = check;
        this.assignments = assignments;
        this.dispatch = dispatch;
    }

    /** @param engineers codes, within the actor's scope */
    public record Command(String code, List<String> engineers, Instant dueAt, String reason) {}

    /** @param passedOver names of those who may not take exams, or have it already */
    public record Assigned(int assigned, List<String> passedOver) {}

    public Assigned handle(Command command) {
        return work.perform(this, () -> {
            Exam exam = exams.lock(command.code()).orElseThrow(() -> Problem.notFound("exam", command.code()));
            exam.requireOpen();
            check.due(command.dueAt());
            List<EngineerSkills> inReach = dispatch.engineers(Actors.current().scope(), Optional.empty());
            List<EngineerSkills> chosen = new ArrayList<>();
            for (String code : command.engineers().stream().distinct().toList()) {
                chosen.add(inReach.stream().filter(engineer -> engineer.code().equals(code)).findFirst()
                        .orElseThrow(() -> Problem.invalidField("engineers", "exam.engineer-unknown", Map.of("engineer", code))));
            }
            Assignments.Given given = assignments.give(exam, chosen, command.dueAt(), Optional.empty(), command.reason());
            return new Assigned(given.assigned().size(), given.passedOver());
        });
    }
}
