package org.firstfix.workorder.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.firstfix.diagnosis.SiteCondition;
import org.firstfix.platform.files.FileId;
import org.firstfix.platform.web.Performs;
import org.firstfix.platform.web.Reads;
import org.firstfix.platform.web.Versioned;
import org.firstfix.workorder.domain.ChecklistItem;
import org.firstfix.workorder.domain.PartMovement;
import org.firstfix.workorder.domain.ServiceReport;
import org.firstfix.workorder.domain.VisitOutcome;
import org.firstfix.workorder.domain.VisitPhoto;
import org.firstfix.workorder.query.WorkOrderScreen;
import org.firstfix.workorder.usecase.AnswerChecklistItem;
import org.firstfix.workorder.usecase.AttachPhoto;
import org.firstfix.workorder.usecase.CompleteWorkOrder;
import org.firstfix.workorder.usecase.RecordPart;
import org.firstfix.workorder.usecase.RemovePart;
import org.firstfix.workorder.usecase.RemovePhoto;
import org.firstfix.workorder.usecase.SignServiceReport;
import org.firstfix.workorder.usecase.WriteServiceReport;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the engineer writes at the site, until the customer has signed it. */
@RestController
@RequestMapping("/api/v1/work-orders/{number}")
class VisitController {
    private final WorkOrderScreen screen;
    private final AnswerChecklistItem answerChecklistItem;
    private final WriteServiceReport writeServiceReport;
    private final RecordPart recordPart;
    private final RemovePart removePart;
    private final AttachPhoto attachPhoto;
    private final RemovePhoto removePhoto;
    private final SignServiceReport signServiceReport;
    private final CompleteWorkOrder completeWorkOrder;

    VisitController(WorkOrderScreen screen, AnswerChecklistItem answerChecklistItem, WriteServiceReport writeServiceReport,
            RecordPart recordPart, RemovePart removePart, AttachPhoto attachPhoto, RemovePhoto removePhoto,
            SignServiceReport signServiceReport, CompleteWorkOrder completeWorkOrder) {
        this.screen = screen;
        this.answerChecklistItem = answerChecklistItem;
        this.writeServiceReport = writeServiceReport;
        this.recordPart = recordPart;
        this.removePart = removePart;
        this.attachPhoto = attachPhoto;
        this.removePhoto = removePhoto;
        this.signServiceReport = signServiceReport;
        this.completeWorkOrder = completeWorkOrder;
    }

    /** @param answer null takes the answer back; {@code at} when it was ticked, null for now */
    record CheckAnswer(ChecklistItem.@Nullable Answer answer,
            @Nullable @DecimalMin("-1000000") @DecimalMax("1000000") BigDecimal reading, @Nullable @Size(max = 500) String note,
            @Nullable Instant at) {}

    record ReportText(@NotNull @Size(max = 4000) String findings, @NotNull @Size(max = 4000) String actions,
            @NotNull @Size(max = 4000) String advice, @NotNull @Size(max = 5) List<@NotBlank @Size(max = 60) String> trueCauses,
            @Nullable Set<@NotNull SiteCondition> siteConditions, @Nullable Boolean predictionRight, @Nullable VisitOutcome outcome, @NotNull @Size(max = 1000) String outcomeNote) {}

    record NewPart(PartMovement.@NotNull Kind kind, @NotBlank @Size(max = 60) String partNumber, @Min(1) @Max(99) int quantity,
            @Nullable @Size(max = 60) String serial, @Nullable Instant at) {}

    record NewPhoto(@NotNull FileId fileId, VisitPhoto.@NotNull Moment moment) {}

    /** @param strokes per line of the pen x, y, x, y, ... within 600 by 200; empty if the customer typed the name */
    record SignatureGiven(@NotBlank @Size(max = 100) String name,
            @NotNull @Size(max = 500) List<@NotNull @Size(max = 5000) List<@NotNull @Min(0) @Max(600) Integer>> strokes,
            @NotNull @Pattern(regexp = "[0-9a-f]{64}") String documentSha256, @Nullable Instant at) {}

    record Leaving(@Nullable Instant leftAt) {}

    @PutMapping("/checklist/{position}")
    @Performs(AnswerChecklistItem.class)
    WorkOrderScreen.Check answer(@PathVariable String number, @PathVariable int position, @Valid @RequestBody CheckAnswer answer) {
        return WorkOrderScreen.Check.of(answerChecklistItem.handle(new AnswerChecklistItem.Command(number, position,
                Optional.ofNullable(answer.answer()), Optional.ofNullable(answer.reading()),
                Objects.requireNonNullElse(answer.note(), ""), Optional.ofNullable(answer.at()))));
    }

    @GetMapping("/report")
    @Reads("work-order.read")
    ResponseEntity<WorkOrderScreen.Report> report(@PathVariable String number) {
        WorkOrderScreen.Report report = screen.report(number);
        return Versioned.ok(report, report.version());
    }

    @PutMapping("/report")
    @Performs(WriteServiceReport.class)
    ResponseEntity<WorkOrderScreen.Report> write(@PathVariable String number,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody ReportText text) {
        writeServiceReport.handle(new WriteServiceReport.Command(number, new ServiceReport.Draft(text.findings().strip(),
                text.actions().strip(), text.advice().strip(), text.trueCauses(),
                Objects.requireNonNullElse(text.siteConditions(), Set.<SiteCondition>of()), Optional.ofNullable(text.predictionRight()),
                Optional.ofNullable(text.outcome()), text.outcomeNote().strip()), Versioned.expected(ifMatch)));
        return report(number);
    }

    @PostMapping("/parts")
    @Performs(RecordPart.class)
    @ResponseStatus(HttpStatus.CREATED)
    WorkOrderScreen.View addPart(@PathVariable String number, @Valid @RequestBody NewPart part) {
        recordPart.handle(new RecordPart.Command(number, part.kind(), part.partNumber(), part.quantity(),
                Objects.requireNonNullElse(part.serial(), ""), Optional.ofNullable(part.at())));
        return screen.show(number);
    }

    @DeleteMapping("/parts/{part}")
    @Performs(RemovePart.class)
    WorkOrderScreen.View removePart(@PathVariable String number, @PathVariable UUID part) {
        removePart.handle(new RemovePart.Command(number, part));
        return screen.show(number);
    }

    @PostMapping("/photos")
    @Performs(AttachPhoto.class)
    @ResponseStatus(HttpStatus.CREATED)
    WorkOrderScreen.View addPhoto(@PathVariable String number, @Valid @RequestBody NewPhoto photo) {
        attachPhoto.handle(new AttachPhoto.Command(number, photo.fileId(), photo.moment()));
        return screen.show(number);
    }

    @DeleteMapping("/photos/{fileId}")
    @Performs(RemovePhoto.class)
    WorkOrderScreen.View removePhoto(@PathVariable String number, @PathVariable FileId fileId) {
        removePhoto.handle(new RemovePhoto.Command(number, fileId));
        return screen.show(number);
    }

    @GetMapping("/completion")
    @Reads("work-order.read")
    WorkOrderScreen.Completion completion(@PathVariable String number) {
        return screen.completion(number);
    }

    @PostMapping("/sign")
    @Performs(SignServiceReport.class)
    WorkOrderScreen.View sign(@PathVariable String number, @Valid @RequestBody SignatureGiven given) {
        signServiceReport.handle(new SignServiceReport.Command(number, given.name(), given.strokes(), given.documentSha256(),
                Optional.ofNullable(given.at())));
        return screen.show(number);
    }

    @PostMapping("/complete")
    @Performs(CompleteWorkOrder.class)
    CompleteWorkOrder.Ended complete(@PathVariable String number, @Valid @RequestBody Leaving leaving) {
        return completeWorkOrder.handle(new CompleteWorkOrder.Command(number, Optional.ofNullable(leaving.leftAt())));
    }

    @GetMapping("/verification")
    @Reads("work-order.read")
    WorkOrderScreen.Verification verify(@PathVariable String number) {
        return screen.verify(number);
    }

    @GetMapping(value = "/report.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @Reads("work-order.read")
    ResponseEntity<byte[]> pdf(@PathVariable String number) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename(number + ".pdf", StandardCharsets.UTF_8).build().toString())
                .header("X-Content-Type-Options", "nosniff").body(screen.pdf(number));
    }
}
