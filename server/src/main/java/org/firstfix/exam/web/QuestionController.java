package org.firstfix.exam.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.firstfix.exam.domain.Difficulty;
import org.firstfix.exam.domain.Question;
import org.firstfix.exam.query.QuestionBank;
import org.firstfix.exam.usecase.ChangeQuestion;
import org.firstfix.exam.usecase.RetireQuestion;
import org.firstfix.exam.usecase.ReviewQuestion;
import org.firstfix.exam.usecase.WriteQuestion;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.paging.Page;
import org.firstfix.platform.paging.PageRequest;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The question bank, for those who set exams. */
@RestController
@RequestMapping("/api/v1/exam-questions")
class QuestionController {
    private final QuestionBank bank;
    private final WriteQuestion writeQuestion;
    private final ChangeQuestion changeQuestion;
    private final ReviewQuestion reviewQuestion;
    private final RetireQuestion retireQuestion;

    QuestionController(QuestionBank bank, WriteQuestion writeQuestion, ChangeQuestion changeQuestion, ReviewQuestion reviewQuestion,
            RetireQuestion retireQuestion) {
        this.bank = bank;
        this.writeQuestion = writeQuestion;
        this.changeQuestion = changeQuestion;
        this.reviewQuestion = reviewQuestion;
        this.retireQuestion = retireQuestion;
    }

    record NewQuestion(@NotNull @Valid QuestionInput content, @Nullable @Size(max = 40) String caseNumber) {}

    record QuestionChange(@NotNull @Valid QuestionInput content) {}

    /** @param note why, if it is not accepted */
    record QuestionReview(@NotNull Boolean accepted, @NotNull @Size(max = 1_000) String note) {}

    record Retirement(@NotNull @Size(max = 1_000) String reason) {}

    /** The latest first. @param waiting those with a version that a second person has to read */
    @GetMapping
    @Reads("exam.set")
    Page<QuestionBank.Row> page(@RequestParam(required = false) Question.@Nullable Status status,
            @RequestParam(required = false) @Nullable @Size(max = 40) String skill, @RequestParam(required = false) @Nullable Difficulty difficulty,
            @RequestParam(required = false) @Nullable Boolean waiting, @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return bank.page(Actors.current().scope(), new QuestionBank.Filter(Optional.ofNullable(status), Optional.ofNullable(skill),
                Optional.ofNullable(difficulty), Optional.ofNullable(waiting)), PageRequest.of(limit, cursor));
    }

    @GetMapping("/{code}")
    @Reads("exam.set")
    ResponseEntity<QuestionBank.View> show(@PathVariable String code) {
        return shown(code);
    }

    @PostMapping
    @Performs(WriteQuestion.class)
    ResponseEntity<QuestionBank.View> write(@Valid @RequestBody NewQuestion question) {
        String code = writeQuestion.handle(new WriteQuestion.Command(question.content().content(),
                Optional.ofNullable(question.caseNumber()).filter(text -> !text.isBlank())));
        return ResponseEntity.status(HttpStatus.CREATED).eTag("\"0\"").body(bank.show(code));
    }

    @PutMapping("/{code}")
    @Performs(ChangeQuestion.class)
    ResponseEntity<QuestionBank.View> change(@PathVariable String code, @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody QuestionChange change) {
        changeQuestion.handle(new ChangeQuestion.Command(code, change.content().content(), Versioned.expected(ifMatch)));
        return shown(code);
    }

    @PostMapping("/{code}/review")
    @Performs(ReviewQuestion.class)
    ResponseEntity<QuestionBank.View> review(@PathVariable String code, @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody QuestionReview review) {
        reviewQuestion.handle(new ReviewQuestion.Command(code, review.accepted(), review.note(), Versioned.expected(ifMatch)));
        return shown(code);
    }

    @PostMapping("/{code}/retire")
    @Performs(RetireQuestion.class)
    ResponseEntity<QuestionBank.View> retire(@PathVariable String code, @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Retirement retirement) {
        retireQuestion.handle(new RetireQuestion.Command(code, retirement.reason(), Versioned.expected(ifMatch)));
        return shown(code);
    }

    private ResponseEntity<QuestionBank.View> shown(String code) {
        QuestionBank.View view = bank.show(code);
        return Versioned.ok(view, view.revision());
    }
}
