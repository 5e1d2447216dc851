package org.firstfix.exam.web;

import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.firstfix.exam.domain.QuestionContent;
import org.firstfix.exam.domain.QuestionFromCase;
import org.firstfix.exam.domain.WentWrong;
import org.firstfix.exam.query.LessonList;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.paging.Page;
import org.firstfix.platform.paging.PageRequest;
import org.firstfix.platform.web.Reads;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Cases to learn from. */
@RestController
@RequestMapping("/api/v1")
class LessonController {
    private final LessonList lessons;

    LessonController(LessonList lessons) {
        this.lessons = lessons;
    }

    /** The latest first. @param wrong only those that went wrong so */
    @GetMapping("/exam-lessons")
    @Reads("exam.set")
    Page<LessonList.Row> page(@RequestParam(required = false) @Nullable @Size(max = 100) String symptom,
            @RequestParam(required = false) @Nullable @Size(max = 100) String family, @RequestParam(required = false) @Nullable WentWrong wrong,
            @RequestParam(required = false) @Nullable Integer limit, @RequestParam(required = false) @Nullable String cursor) {
        return lessons.page(Actors.current().scope(), new LessonList.Filter(Optional.ofNullable(symptom).filter(text -> !text.isBlank()),
                Optional.ofNullable(family).filter(text -> !text.isBlank()), Optional.ofNullable(wrong)), PageRequest.of(limit, cursor));
    }

    @GetMapping("/exam-lesson-filters")
    @Reads("exam.set")
    LessonList.Filters filters() {
        return lessons.filters(Actors.current().scope());
    }

    /** A question about the case with the truth filled in; nothing is kept. */
    @GetMapping("/exam-lessons/{caseNumber}/question")
    @Reads("exam.set")
    QuestionContent question(@PathVariable String caseNumber, @RequestParam(defaultValue = "LIKELY_CAUSE") QuestionFromCase.About about) {
        return lessons.question(caseNumber, about);
    }
}
