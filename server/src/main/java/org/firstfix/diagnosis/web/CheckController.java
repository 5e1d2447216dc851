package org.firstfix.diagnosis.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.firstfix.cases.CaseApi;
import org.firstfix.cases.CaseSummary;
import org.firstfix.diagnosis.domain.Answer;
import org.firstfix.diagnosis.query.CheckAnswers;
import org.firstfix.diagnosis.usecase.AnswerCheck;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.web.Performs;
import org.firstfix.platform.web.Reads;
import org.firstfix.platform.web.Versioned;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The guided checks of a case and their answers. */
@RestController
@RequestMapping("/api/v1/cases/{number}/checks")
class CheckController {
    private final CaseApi cases;
    private final CheckAnswers answers;
    private final AnswerCheck answerCheck;

    CheckController(CaseApi cases, CheckAnswers answers, AnswerCheck answerCheck) {
        this.cases = cases;
        this.answers = answers;
        this.answerCheck = answerCheck;
    }

    record Answers(List<CheckAnswers.Given> items) {}

    record CheckAnswer(@NotNull Answer answer) {}

    @GetMapping
    @Reads("diagnosis.read")
    Answers answers(@PathVariable @Size(max = 40) String number) {
        return all(number);
    }

    /** {@code If-Match} names the revision that was seen, {@code "0"} if there was no answer yet. */
    @PutMapping("/{code}")
    @Performs(AnswerCheck.class)
    Answers answer(@PathVariable @Size(max = 40) String number, @PathVariable @Size(max = 60) String code,
            @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch, @Valid @RequestBody CheckAnswer said) {
        answerCheck.handle(new AnswerCheck.Command(number, code, said.answer(), Versioned.expected(ifMatch)));
        return all(number);
    }

    private Answers all(String number) {
        CaseSummary about = cases.findByNumber(number).orElseThrow(() -> Problem.notFound("case", number));
        return new Answers(answers.of(about.id()));
    }
}
