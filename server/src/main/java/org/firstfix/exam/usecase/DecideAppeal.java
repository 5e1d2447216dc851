package org.firstfix.exam.usecase;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.firstfix.exam.AppealDecided;
import org.firstfix.exam.AppealId;
import org.firstfix.exam.QuestionRetired;
import org.firstfix.exam.QuestionWritten;
import org.firstfix.exam.domain.Appeal;
import org.firstfix.exam.domain.Paper;
import org.firstfix.exam.domain.Question;
import org.firstfix.exam.domain.QuestionContent;
import org.firstfix.exam.storage.JooqAppeals;
import org.firstfix.exam.storage.JooqQuestions;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.springframework.stereotype.Component;

/** Somebody experienced accepts an objection or refuses it. An accepted one changes the result of everybody who was asked that version. */
@Component
@Permission("exam.grade")
public final class DecideAppeal {
    private final Work work;
    private final JooqAppeals appeals;
    private final JooqQuestions questions;
    private final Results results;
    private final Announcements announcements;
    private final Clock clock;

    DecideAppeal(Work work, JooqAppeals appeals, JooqQuestions questions, Results results, Announcements announcements, Clock clock) {
        this.work = work;
        this.appeals = appeals;
        this.questions = questions;
        this.results = results;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** REFUSED leaves everything, OTHER_TRUTH makes other choices right, VOIDED lets the question count for nobody. */
    public enum Decision {
        REFUSED,
        OTHER_TRUTH,
        VOIDED
    }

    /** @param right ids of the choices that are right, with OTHER_TRUTH */
    public record Command(AppealId appealId, Decision decision, List<String> right, String note) {}

    /** @return how many results changed */
    public int handle(Command command) {
        return work.perform(this, () -> {
            Appeal appeal = appeals.lock(command.appealId()).orElseThrow(() -> Problem.notFound("appeal", command.appealId().value()));
            appeal.requireDecidable(Actors.current().personId());
            if (command.note().isBlank()) {
                throw Problem.invalidField("note", "exam.say-why", Map.of());
            }
            boolean accepted = command.decision() != Decision.REFUSED;
            Instant now = clock.instant();
            appeals.decide(command.appealId(), accepted ? Appeal.Status.ACCEPTED : Appeal.Status.REFUSED, Actors.current(), command.note(), now);
            int regraded = accepted ? work.asTheHouse("exam", () -> correct(appeal, command, now)) : 0;
            announcements.announce(new AppealDecided(command.appealId(), appeal.question(), accepted, regraded, command.note(), appeal.orgPath(), now));
            return regraded;
        });
    }

    private int correct(Appeal appeal, Command command, Instant now) {
        QuestionContent asked = questions.version(appeal.question(), appeal.version()).content();
        boolean voided = command.decision() == Decision.VOIDED;
        Set<String> right = voided ? Set.of() : Set.copyOf(asked.withRight(Set.copyOf(command.right())).rightChoices());
        if (!voided) {
            requireAnotherTruth(asked, right, command.right());
        }
        Paper.Correction correction = new Paper.Correction(appeal.question(), appeal.version(), right.stream().sorted().toList(), voided, command.note());
        questions.correct(correction, Actors.current(), now);
        takeOutOfUse(appeal, asked, right, voided, command.note(), now);
        return results.regrade(correction);
    }

    private static void requireAnotherTruth(QuestionContent asked, Set<String> right, List<String> wanted) {
        Optional<String> wrong = !asked.kind().hasChoices() ? Optional.of("exam.words-have-no-choices") : asked.truthProblem(right)
                .or(() -> right.size() < Set.copyOf(wanted).size() || right.equals(asked.rightChoices()) ? Optional.of("exam.same-truth") : Optional.empty());
        wrong.ifPresent(code -> {
            throw Problem.invalid(List.of(new Problem.FieldProblem("right", code, Map.of())));
        });
    }

    /** What turned out to be wrong is asked no more; the corrected version waits for a second person like any other. */
    private void takeOutOfUse(Appeal appeal, QuestionContent asked, Set<String> right, boolean voided, String reason, Instant now) {
        Question before = questions.lock(appeal.question()).orElseThrow();
        if (!before.activeVersion().equals(Optional.of(appeal.version())) || before.status() != Question.Status.ACTIVE) {
            return;
        }
        if (voided) {
            questions.put(before.retired(), asked, now);
            announcements.announce(new QuestionRetired(before.code(), reason, before.orgPath(), now));
            return;
        }
        int next = Math.max(appeal.version(), before.draftVersion().orElse(0)) + 1;
        QuestionContent corrected = asked.withRight(right);
        questions.write(before.code(), next, corrected, Actors.current(), now);
        questions.put(new Question(before.code(), Question.Status.DRAFT, Optional.empty(), Optional.of(next), before.caseNumber(), before.revision() + 1,
                before.orgPath()), corrected, now);
        announcements.announce(new QuestionWritten(before.code(), next, before.orgPath(), now));
    }
}
