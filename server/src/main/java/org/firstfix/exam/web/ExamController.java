package org.firstfix.exam.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.firstfix.exam.domain.Drawing;
import org.firstfix.exam.domain.Exam;
import org.firstfix.exam.query.EngineerRecord;
import org.firstfix.exam.query.ExamFile;
import org.firstfix.exam.usecase.AssignExam;
import org.firstfix.exam.usecase.ChangeExam;
import org.firstfix.exam.usecase.CloseExam;
import org.firstfix.exam.usecase.DefineExam;
import org.firstfix.exam.usecase.OpenExam;
import org.firstfix.platform.identity.Actors;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.OrgPath;
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

/** Exams for those who set them, and how they went. */
@RestController
@RequestMapping("/api/v1")
class ExamController {
    private final ExamFile file;
    private final EngineerRecord engineers;
    private final DefineExam defineExam;
    private final ChangeExam changeExam;
    private final OpenExam openExam;
    private final AssignExam assignExam;
    private final CloseExam closeExam;
    private final Clock clock;

    ExamController(ExamFile file, EngineerRecord engineers, DefineExam defineExam, ChangeExam changeExam, OpenExam openExam, AssignExam assignExam,
            CloseExam closeExam, Clock clock) {
        this.file = file;
        this.engineers = engineers;
        this.defineExam = defineExam;
        this.changeExam = changeExam;
        this.openExam = openExam;
        this.assignExam = assignExam;
        this.closeExam = closeExam;
        this.clock = clock;
    }

    /** @param fixed codes of questions; empty where so many of each difficulty are drawn */
    record DrawingInput(@NotNull @Size(max = 100) List<@NotBlank @Size(max = 40) String> fixed, @Min(0) @Max(100) int easy, @Min(0) @Max(100) int medium,
            @Min(0) @Max(100) int hard) {}

    /** @param validityMonths without end if it is left out @param renewDays 0 never assigns anew */
    record ExamInput(@NotBlank @Size(max = 100) String titleZh, @NotBlank @Size(max = 100) String titleEn, @NotBlank @Size(max = 40) String skill,
            @Min(1) @Max(5) int level, @Min(1) @Max(100) int passPercent, @Min(1) @Max(480) int minutes, @Min(1) @Max(20) int attemptsAllowed,
            @Min(0) @Max(8760) int waitHours, @Nullable @Min(1) @Max(120) Integer validityMonths, @Min(0) @Max(365) int renewDays,
            @NotNull @Valid DrawingInput drawing) {
        Exam exam(String code, int version, OrgPath place) {
            return new Exam(code, titleZh.strip(), titleEn.strip(), skill, level, passPercent, minutes, attemptsAllowed, waitHours,
                    Optional.ofNullable(validityMonths), renewDays, new Drawing(drawing.fixed(), drawing.easy(), drawing.medium(), drawing.hard()),
                    Exam.Status.DRAFT, version, place);
        }
    }

    record NewExam(@NotBlank @Pattern(regexp = "[A-Z][A-Z0-9_-]{0,39}") String code, @NotNull @Valid ExamInput exam) {}

    record ExamChange(@NotNull @Valid ExamInput exam, @NotNull @Size(max = 1_000) String reason) {}

    /** @param dueAt for everybody who has the skill and needs the level; left out, it is opened for assignments only */
    record Opening(@Nullable Instant dueAt) {}

    record AssignmentInput(@NotEmpty @Size(max = 500) List<@NotBlank @Size(max = 40) String> engineers, @NotNull Instant dueAt,
            @NotNull @Size(max = 1_000) String reason) {}

    record Closing(@NotNull @Size(max = 1_000) String reason) {}

    record Exams(List<ExamFile.Row> items) {}

    record Engineers(List<EngineerRecord.Row> items) {}

    @GetMapping("/exams")
    @Reads("exam.set")
    Exams list() {
        return new Exams(file.list(Actors.current().scope()));
    }

    @GetMapping("/exams/{code}")
    @Reads("exam.set")
    ResponseEntity<ExamFile.View> show(@PathVariable String code) {
        return shown(code);
    }

    @PostMapping("/exams")
    @Performs(DefineExam.class)
    ResponseEntity<ExamFile.View> define(@Valid @RequestBody NewExam exam) {
        defineExam.handle(new DefineExam.Command(exam.exam().exam(exam.code(), 0, place())));
        return ResponseEntity.status(HttpStatus.CREATED).eTag("\"0\"").body(file.show(exam.code(), Actors.current().scope(), clock.instant()));
    }

    @PutMapping("/exams/{code}")
    @Performs(ChangeExam.class)
    ResponseEntity<ExamFile.View> change(@PathVariable String code, @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody ExamChange change) {
        changeExam.handle(new ChangeExam.Command(change.exam().exam(code, Versioned.expected(ifMatch), place()), change.reason()));
        return shown(code);
    }

    @PostMapping("/exams/{code}/open")
    @Performs(OpenExam.class)
    OpenExam.Opened open(@PathVariable String code, @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Opening opening) {
        return openExam.handle(new OpenExam.Command(code, Optional.ofNullable(opening.dueAt()), Versioned.expected(ifMatch)));
    }

    @PostMapping("/exams/{code}/assignments")
    @Performs(AssignExam.class)
    AssignExam.Assigned assign(@PathVariable String code, @Valid @RequestBody AssignmentInput assignment) {
        return assignExam.handle(new AssignExam.Command(code, assignment.engineers(), assignment.dueAt(), assignment.reason()));
    }

    @PostMapping("/exams/{code}/close")
    @Performs(CloseExam.class)
    ResponseEntity<ExamFile.View> close(@PathVariable String code, @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Closing closing) {
        closeExam.handle(new CloseExam.Command(code, closing.reason(), Versioned.expected(ifMatch)));
        return shown(code);
    }

    /** Engineers with what they can do and until when. @param skill only those who have it */
    @GetMapping("/exam-engineers")
    @Reads("exam.set")
    Engineers engineers(@RequestParam(required = false) @Nullable @Size(max = 40) String skill) {
        return new Engineers(engineers.list(Actors.current().scope(), Optional.ofNullable(skill)));
    }

    @GetMapping("/exam-engineers/{code}")
    @Reads("exam.set")
    EngineerRecord.View engineer(@PathVariable String code) {
        return engineers.show(Actors.current().scope(), code);
    }

    private ResponseEntity<ExamFile.View> shown(String code) {
        ExamFile.View view = file.show(code, Actors.current().scope(), clock.instant());
        return Versioned.ok(view, view.exam().version());
    }

    private static OrgPath place() {
        return Actors.current().home().orElseThrow(() -> Problem.forbidden("exam.set"));
    }
}
