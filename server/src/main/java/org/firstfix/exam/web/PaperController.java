package org.firstfix.exam.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.firstfix.exam.AssignmentId;
import org.firstfix.exam.PaperId;
import org.firstfix.exam.query.MyExams;
import org.firstfix.exam.query.PaperView;
import org.firstfix.exam.usecase.AnswerQuestion;
import org.firstfix.exam.usecase.HandInPaper;
import org.firstfix.exam.usecase.RaiseAppeal;
import org.firstfix.exam.usecase.StartPaper;
import org.firstfix.platform.web.Performs;
import org.firstfix.platform.web.Reads;
import org.firstfix.platform.web.Versioned;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** An engineer's own exams and papers. */
@RestController
@RequestMapping("/api/v1")
class PaperController {
    private final MyExams exams;
    private final PaperView view;
    private final StartPaper startPaper;
    private final AnswerQuestion answerQuestion;
    private final HandInPaper handInPaper;
    private final RaiseAppeal raiseAppeal;

    PaperController(MyExams exams, PaperView view, StartPaper startPaper, AnswerQuestion answerQuestion, HandInPaper handInPaper, RaiseAppeal raiseAppeal) {
        this.exams = exams;
        this.view = view;
        this.startPaper = startPaper;
        this.answerQuestion = answerQuestion;
        this.handInPaper = handInPaper;
        this.raiseAppeal = raiseAppeal;
    }

    /** @param chosen ids of choices @param words for a short text; both empty take the answer back */
    record AnswerInput(@NotNull @Size(max = 12) List<@NotBlank @Size(max = 60) String> chosen, @NotNull @Size(max = 4_000) String words) {}

    record AppealInput(@NotBlank @Size(max = 2_000) String reason) {}

    @GetMapping("/my-exams")
    @Reads("exam.take")
    MyExams.Mine mine() {
        return exams.mine();
    }

    @GetMapping("/my-exams/count")
    @Reads("exam.take")
    MyExams.Count count() {
        return exams.count();
    }

    /** Begins an attempt; who has begun already gets the paper that is under way. */
    @PostMapping("/my-exams/{assignmentId}/papers")
    @Performs(StartPaper.class)
    ResponseEntity<PaperView.View> start(@PathVariable AssignmentId assignmentId) {
        return ResponseEntity.status(HttpStatus.CREATED).body(view.show(startPaper.handle(new StartPaper.Command(assignmentId))));
    }

    @GetMapping("/exam-papers/{paperId}")
    @Reads("exam.take")
    PaperView.View show(@PathVariable PaperId paperId) {
        return view.show(paperId);
    }

    /** Keeps an answer. {@code If-Match} is the revision of the answer before it, 0 for none. */
    @PutMapping("/exam-papers/{paperId}/answers/{position}")
    @Performs(AnswerQuestion.class)
    ResponseEntity<AnswerQuestion.Answer> answer(@PathVariable PaperId paperId, @PathVariable int position,
            @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch, @Valid @RequestBody AnswerInput answer) {
        AnswerQuestion.Answer kept = answerQuestion.handle(new AnswerQuestion.Command(paperId, position, answer.chosen(), answer.words().strip(),
                Versioned.expected(ifMatch)));
        return Versioned.ok(kept, kept.revision());
    }

    @PostMapping("/exam-papers/{paperId}/hand-in")
    @Performs(HandInPaper.class)
    PaperView.View handIn(@PathVariable PaperId paperId) {
        handInPaper.handle(new HandInPaper.Command(paperId));
        return view.show(paperId);
    }

    /** Objects to a question, once. */
    @PostMapping("/exam-papers/{paperId}/answers/{position}/appeal")
    @Performs(RaiseAppeal.class)
    ResponseEntity<PaperView.View> appeal(@PathVariable PaperId paperId, @PathVariable int position, @Valid @RequestBody AppealInput appeal) {
        raiseAppeal.handle(new RaiseAppeal.Command(paperId, position, appeal.reason().strip()));
        return ResponseEntity.status(HttpStatus.CREATED).body(view.show(paperId));
    }
}
