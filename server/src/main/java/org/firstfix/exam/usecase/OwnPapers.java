package org.firstfix.exam.usecase;

import org.firstfix.exam.AssignmentId;
import org.firstfix.exam.PaperId;
import org.firstfix.exam.domain.Assignment;
import org.firstfix.exam.domain.Paper;
import org.firstfix.exam.storage.JooqExams;
import org.firstfix.exam.storage.JooqPapers;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.problem.Problem;
import org.springframework.stereotype.Component;

/** A paper is its engineer's; for everybody else there is none. */
@Component
class OwnPapers {
    private final JooqPapers papers;
    private final JooqExams exams;

    OwnPapers(JooqPapers papers, JooqExams exams) {
        this.papers = papers;
        this.exams = exams;
    }

    Paper lock(PaperId id) {
        return papers.lock(id).filter(paper -> isMine(paper.engineerId())).orElseThrow(() -> Problem.notFound("paper", id.value()));
    }

    Assignment lock(AssignmentId id) {
        return exams.lockAssignment(id).filter(assignment -> isMine(assignment.engineerId()))
                .orElseThrow(() -> Problem.notFound("assignment", id.value()));
    }

    private static boolean isMine(PersonId engineer) {
        return Actors.current().personId().filter(engineer::equals).isPresent();
    }
}
