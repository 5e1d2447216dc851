package org.firstfix.diagnosis.usecase;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.firstfix.cases.CaseApi;
import org.firstfix.cases.CaseStatus;
import org.firstfix.cases.CaseSummary;
import org.firstfix.diagnosis.CheckAnswered;
import org.firstfix.diagnosis.domain.Answer;
import org.firstfix.diagnosis.domain.CheckAnswerBook;
import org.firstfix.diagnosis.domain.CheckAnswerBook.Standing;
import org.firstfix.diagnosis.query.CheckAnswers;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Answers a guided check of a case, or corrects the answer. The earlier answer is kept. */
@Component
@Permission("diagnosis.answer")
public final class AnswerCheck {
    private final Work work;
    private final CaseApi cases;
    private final CheckAnswerBook book;
    private final CheckAnswers answers;
    private final Announcements announcements;
    private final Clock clock;

    AnswerCheck(Work work, CaseApi cases, CheckAnswerBook book, CheckAnswers answers, Announcements announcements, Clock clock) {
        this.work = work;
        this.cases = cases;
        this.book = book;
        this.answers = answers;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** @param basedOn the revision that was seen; 0 if there was no answer yet */
    public record Command(String caseNumber, String checkCode, Answer answer, int basedOn) {
        /** @param answer YES, NO or UNKNOWN, for callers to whom the words are just words */
        public static Command of(String caseNumber, String checkCode, String answer, int basedOn) {
            return new Command(caseNumber, checkCode, Answer.valueOf(answer), basedOn);
        }
    }

    public void handle(Command command) {
        work.perform(this, () -> {
            CaseSummary about = cases.findByNumber(command.caseNumber())
                    .orElseThrow(() -> Problem.notFound("case", command.caseNumber()));
            if (!canStillBeAnswered(about.status())) {
                throw Problem.conflict("diagnosis.case-is-over", Map.of("number", about.number()));
            }
            if (!book.canBeAsked(command.checkCode())) {
                throw Problem.notFound("check", command.checkCode());
            }
            Optional<Standing> standing = book.standing(about, command.checkCode());
            int revision = standing.map(Standing::revision).orElse(0);
            if (revision != command.basedOn()) {
                throw Problem.stale(command.basedOn(), revision, answers.of(about.id()));
            }
            if (standing.map(Standing::answer).filter(command.answer()::equals).isEmpty()) {
                write(about, command, revision + 1);
            }
        });
    }

    private void write(CaseSummary about, Command command, int revision) {
        if (!book.add(about, command.checkCode(), new Standing(command.answer(), revision), Actors.current(), clock.instant())) {
            throw Problem.stale(command.basedOn(), revision, answers.of(about.id()));
        }
        announcements.announce(new CheckAnswered(about.id(), about.number(), command.checkCode(), command.answer().name(), revision,
                about.orgPath(), clock.instant()));
    }

    /** Answers help to find the cause; once a case is over, nobody looks for it any more. */
    static boolean canStillBeAnswered(CaseStatus status) {
        return status != CaseStatus.CLOSED && status != CaseStatus.CANCELLED;
    }
}
