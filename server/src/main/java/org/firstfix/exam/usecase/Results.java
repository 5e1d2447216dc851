package org.firstfix.exam.usecase;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.firstfix.dispatch.DispatchApi;
import org.firstfix.dispatch.EngineerSkills;
import org.firstfix.exam.PaperGraded;
import org.firstfix.exam.PaperHandedIn;
import org.firstfix.exam.domain.Assignment;
import org.firstfix.exam.domain.Exam;
import org.firstfix.exam.domain.Grading;
import org.firstfix.exam.domain.Paper;
import org.firstfix.exam.domain.Question;
import org.firstfix.exam.domain.QuestionContent;
import org.firstfix.exam.domain.QuestionKind;
import org.firstfix.exam.storage.JooqExams;
import org.firstfix.exam.storage.JooqPapers;
import org.firstfix.exam.storage.JooqQuestions;
import org.firstfix.organization.OrgUnitSummary;
import org.firstfix.organization.OrganizationApi;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.journal.Announcements;
import org.springframework.stereotype.Component;

/** From the last answer to the skill: handing in, grading, and what follows from a result. With the reach of the house. */
@Component
class Results {
    private final JooqPapers papers;
    private final JooqQuestions questions;
    private final JooqExams exams;
    private final ExamDuties duties;
    private final DispatchApi dispatch;
    private final OrganizationApi organization;
    private final Announcements announcements;
    private final Clock clock;

    Results(JooqPapers papers, JooqQuestions questions, JooqExams exams, ExamDuties duties, DispatchApi dispatch, OrganizationApi organization,
            Announcements announcements, Clock clock) {
        this.papers = papers;
        this.questions = questions;
        this.exams = exams;
        this.duties = duties;
        this.dispatch = dispatch;
        this.organization = organization;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** @param paper locked and open */
    void handIn(Paper paper) {
        Instant now = clock.instant();
        boolean timeOver = paper.isOver(now);
        Instant at = timeOver ? paper.endsAt() : now;
        papers.handedIn(paper.id(), at);
        announcements.announce(new PaperHandedIn(paper.id(), paper.examCode(), paper.engineerId(), timeOver, paper.orgPath(), at));
        duties.withdraw(exams.assignment(paper.assignmentId()), "");
        List<Paper.Asked> asked = papers.asked(paper.id());
        Map<String, Question.Version> versions = questions.asked(asked);
        List<Paper.Correction> corrections = questions.corrections(versions.keySet());
        asked.forEach(one -> pointsWithoutAPerson(one, versions.get(one.question()).content(), corrections)
                .ifPresent(points -> papers.grade(paper.id(), one.position(), points)));
        finishIfGraded(papers.find(paper.id()).orElseThrow());
    }

    /** Words nobody wrote need nobody to grade them. */
    private static Optional<BigDecimal> pointsWithoutAPerson(Paper.Asked asked, QuestionContent content, List<Paper.Correction> corrections) {
        if (asked.kind() != QuestionKind.SHORT_TEXT) {
            return Optional.of(Grading.earned(asked.kind(), asked.points(), content.choices().size(), truth(asked, content, corrections), asked.chosen()));
        }
        return asked.words().isBlank() ? Optional.of(BigDecimal.ZERO) : Optional.empty();
    }

    /** What is held to be right now: as it was asked, unless an objection changed it. */
    static Set<String> truth(Paper.Asked asked, QuestionContent content, List<Paper.Correction> corrections) {
        return corrections.stream().filter(one -> one.question().equals(asked.question()) && one.version() == asked.version() && !one.voided()).findFirst()
                .map(one -> Set.copyOf(one.right())).orElse(content.rightChoices());
    }

    /** @param paper in grading */
    void finishIfGraded(Paper paper) {
        List<Paper.Asked> asked = papers.asked(paper.id());
        if (asked.stream().allMatch(one -> one.earned().isPresent())) {
            List<Paper.Correction> corrections = questions.corrections(asked.stream().map(Paper.Asked::question).toList());
            conclude(paper, Paper.total(asked, corrections, paper.passPercent(), false, clock.instant()), "");
        }
    }

    /** An objection was accepted: everybody who was asked that version is graded by what holds now. @return how many results changed */
    int regrade(Paper.Correction correction) {
        int changed = 0;
        for (Paper paper : papers.lockThoseThatAsked(correction.question(), correction.version())) {
            changed += regrade(paper, correction) ? 1 : 0;
        }
        return changed;
    }

    private boolean regrade(Paper paper, Paper.Correction correction) {
        Paper.Asked concerned = papers.asked(paper.id()).stream().filter(one -> one.question().equals(correction.question())).findFirst().orElseThrow();
        if (!correction.voided()) {
            QuestionContent content = questions.version(correction.question(), correction.version()).content();
            papers.grade(paper.id(), concerned.position(), Grading.earned(concerned.kind(), concerned.points(), content.choices().size(),
                    Set.copyOf(correction.right()), concerned.chosen()));
        } else if (concerned.earned().isEmpty()) {
            papers.grade(paper.id(), concerned.position(), BigDecimal.ZERO);
        }
        if (paper.result().isEmpty()) {
            finishIfGraded(paper);
            return false;
        }
        Paper.Result before = paper.result().get();
        List<Paper.Asked> asked = papers.asked(paper.id());
        Paper.Result after = Paper.total(asked, questions.corrections(asked.stream().map(Paper.Asked::question).toList()), paper.passPercent(),
                before.passed(), clock.instant());
        if (after.earned().compareTo(before.earned()) == 0 && after.possible().compareTo(before.possible()) == 0) {
            return false;
        }
        papers.regraded(paper, after, correction.question(), correction.reason(), Actors.current(), clock.instant());
        conclude(paper, after, correction.reason());
        return true;
    }

    private void conclude(Paper paper, Paper.Result result, String reason) {
        boolean passedBefore = paper.result().map(Paper.Result::passed).orElse(false);
        papers.result(paper.id(), result);
        announcements.announce(new PaperGraded(paper.id(), paper.examCode(), paper.engineerId(), result.earned(), result.possible(), result.passed(), reason,
                paper.orgPath(), result.gradedAt()));
        if (passedBefore) {
            return;
        }
        Exam exam = exams.find(paper.examCode()).orElseThrow();
        Assignment assignment = exams.lockAssignment(paper.assignmentId()).orElseThrow();
        if (result.passed()) {
            passed(paper, exam, assignment);
        } else if (assignment.status() == Assignment.Status.OPEN) {
            failed(paper, exam, assignment);
        }
    }

    /** It counts from the day the paper was handed in, however long grading took. */
    private void passed(Paper paper, Exam exam, Assignment assignment) {
        LocalDate day = paper.handedInAt().or(() -> papers.find(paper.id()).flatMap(Paper::handedInAt)).orElseThrow()
                .atZone(organization.findUnitAt(paper.orgPath()).map(OrgUnitSummary::zone).orElse(ZoneOffset.UTC)).toLocalDate();
        EngineerSkills.Held held = dispatch.awardSkill(paper.engineerId(), exam.skill(), exam.level(), exam.validUntil(day), exam.code());
        exams.settle(assignment.id(), Assignment.Status.PASSED, held.validUntil());
        duties.withdraw(assignment, "");
    }

    /** A failed paper takes nothing away: the skill stays as it was. */
    private void failed(Paper paper, Exam exam, Assignment assignment) {
        if (paper.attempt() >= exam.attemptsAllowed()) {
            exams.settle(assignment.id(), Assignment.Status.FAILED, Optional.empty());
        } else {
            duties.entrust(exam, assignment);
        }
    }
}
