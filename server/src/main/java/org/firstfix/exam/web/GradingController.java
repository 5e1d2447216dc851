package org.firstfix.exam.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.firstfix.exam.AppealId;
import org.firstfix.exam.PaperId;
import org.firstfix.exam.domain.Appeal;
import org.firstfix.exam.query.GradingDesk;
import org.firstfix.exam.usecase.DecideAppeal;
import org.firstfix.exam.usecase.GradeAnswer;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.paging.Page;
import org.firstfix.platform.paging.PageRequest;
import org.firstfix.platform.web.Performs;
import org.firstfix.platform.web.Reads;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Answers in words and objections, for the experienced. */
@RestController
@RequestMapping("/api/v1")
class GradingController {
    private final GradingDesk desk;
    private final GradeAnswer gradeAnswer;
    private final DecideAppeal decideAppeal;

    GradingController(GradingDesk desk, GradeAnswer gradeAnswer, DecideAppeal decideAppeal) {
        this.desk = desk;
        this.gradeAnswer = gradeAnswer;
        this.decideAppeal = decideAppeal;
    }

    /** @param earned from 0 to the question's points @param note why they are not all */
    record Grade(@NotNull BigDecimal earned, @NotNull @Size(max = 1_000) String note) {}

    /** @param right ids of the choices that are right, with OTHER_TRUTH */
    record DecisionInput(DecideAppeal.@NotNull Decision decision, @NotNull @Size(max = 12) List<@NotBlank @Size(max = 60) String> right,
            @NotNull @Size(max = 1_000) String note) {}

    /** @param regraded how many papers have another result */
    record Decided(int regraded) {}

    /** Answers in words that wait, the oldest first, without names. */
    @GetMapping("/exam-answers")
    @Reads("exam.grade")
    Page<GradingDesk.AnswerRow> answers(@RequestParam(required = false) @Nullable Integer limit, @RequestParam(required = false) @Nullable String cursor) {
        return desk.answers(Actors.current().scope(), PageRequest.of(limit, cursor));
    }

    @PostMapping("/exam-papers/{paperId}/answers/{position}/grade")
    @Performs(GradeAnswer.class)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void grade(@PathVariable PaperId paperId, @PathVariable int position, @Valid @RequestBody Grade grade) {
        gradeAnswer.handle(new GradeAnswer.Command(paperId, position, grade.earned(), grade.note().strip()));
    }

    /** The newest first. */
    @GetMapping("/exam-appeals")
    @Reads("exam.grade")
    Page<GradingDesk.AppealRow> appeals(@RequestParam(required = false) Appeal.@Nullable Status status,
            @RequestParam(required = false) @Nullable Integer limit, @RequestParam(required = false) @Nullable String cursor) {
        return desk.appeals(Actors.current().scope(), Optional.ofNullable(status), PageRequest.of(limit, cursor));
    }

    @PostMapping("/exam-appeals/{appealId}/decide")
    @Performs(DecideAppeal.class)
    Decided decide(@PathVariable AppealId appealId, @Valid @RequestBody DecisionInput decision) {
        return new Decided(decideAppeal.handle(new DecideAppeal.Command(appealId, decision.decision(), decision.right(), decision.note().strip())));
    }
}
