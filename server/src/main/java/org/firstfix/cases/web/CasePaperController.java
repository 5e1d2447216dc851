package org.firstfix.cases.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.firstfix.cases.query.CaseActivity;
import org.firstfix.cases.query.CaseView;
import org.firstfix.cases.query.IncidentReports;
import org.firstfix.cases.usecase.AddNote;
import org.firstfix.cases.usecase.AttachFile;
import org.firstfix.cases.usecase.EndCriticalWatch;
import org.firstfix.cases.usecase.SendProgressMessage;
import org.firstfix.cases.usecase.StartCriticalWatch;
import org.firstfix.platform.files.FileId;
import org.firstfix.platform.web.Performs;
import org.firstfix.platform.web.Reads;
import org.firstfix.platform.web.Versioned;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is written and told about a case: its activity, notes, files, and critical watch. */
@RestController
@RequestMapping("/api/v1/cases/{number}")
class CasePaperController {
    private final CaseView view;
    private final CaseActivity activity;
    private final IncidentReports incidentReports;
    private final AddNote addNote;
    private final AttachFile attachFile;
    private final StartCriticalWatch startWatch;
    private final SendProgressMessage sendMessage;
    private final EndCriticalWatch endWatch;

    CasePaperController(CaseView view, CaseActivity activity, IncidentReports incidentReports, AddNote addNote, AttachFile attachFile,
            StartCriticalWatch startWatch, SendProgressMessage sendMessage, EndCriticalWatch endWatch) {
        this.view = view;
        this.activity = activity;
        this.incidentReports = incidentReports;
        this.addNote = addNote;
        this.attachFile = attachFile;
        this.startWatch = startWatch;
        this.sendMessage = sendMessage;
        this.endWatch = endWatch;
    }

    record Activity(List<CaseActivity.Item> items) {}

    record Attachments(List<CaseActivity.Attachment> items) {}

    record Watches(List<IncidentReports.Watch> items) {}

    /** Newest first, at most 500. */
    @GetMapping("/activity")
    @Reads("case.read")
    Activity activity(@PathVariable String number) {
        return new Activity(activity.of(number));
    }

    record Note(@NotBlank @Size(max = 5000) String text, @NotNull AddNote.Audience audience) {}

    @PostMapping("/notes")
    @Performs(AddNote.class)
    Activity note(@PathVariable String number, @Valid @RequestBody Note note) {
        addNote.handle(new AddNote.Command(number, note.text(), note.audience()));
        return activity(number);
    }

    @GetMapping("/attachments")
    @Reads("case.read")
    Attachments attachments(@PathVariable String number) {
        return new Attachments(activity.attachments(number));
    }

    /** @param fileId as {@code POST /api/v1/files} gave it */
    record Attach(@NotNull UUID fileId) {}

    @PostMapping("/attachments")
    @Performs(AttachFile.class)
    Attachments attach(@PathVariable String number, @Valid @RequestBody Attach attach) {
        attachFile.handle(new AttachFile.Command(number, new FileId(attach.fileId())));
        return attachments(number);
    }

    /** Newest first. */
    @GetMapping("/watches")
    @Reads("case.read")
    Watches watches(@PathVariable String number) {
        return new Watches(incidentReports.watchesOf(number));
    }

    record NewWatch(@NotBlank @Size(max = 500) String reason, @Min(5) @Max(1440) int intervalMinutes) {}

    @PostMapping("/watch")
    @Performs(StartCriticalWatch.class)
    ResponseEntity<CaseView.View> watch(@PathVariable String number, @Valid @RequestBody NewWatch watch) {
        startWatch.handle(new StartCriticalWatch.Command(number, watch.reason(), watch.intervalMinutes()));
        return answer(number);
    }

    record Message(@NotBlank @Size(max = 2000) String text) {}

    @PostMapping("/watch/messages")
    @Performs(SendProgressMessage.class)
    Watches message(@PathVariable String number, @Valid @RequestBody Message message) {
        sendMessage.handle(new SendProgressMessage.Command(number, message.text()));
        return watches(number);
    }

    /** @param incidentReport what happened, why, and what prevents it from happening again */
    record WatchEnd(@NotBlank @Size(min = 20, max = 20_000) String incidentReport) {}

    @PostMapping("/watch/end")
    @Performs(EndCriticalWatch.class)
    ResponseEntity<CaseView.View> endWatch(@PathVariable String number, @Valid @RequestBody WatchEnd end) {
        endWatch.handle(new EndCriticalWatch.Command(number, end.incidentReport()));
        return answer(number);
    }

    /** Of the last watch that ended: the report with messages and timeline. */
    @GetMapping("/incident-report")
    @Reads("case.read")
    IncidentReports.IncidentReport incidentReport(@PathVariable String number) {
        return incidentReports.incidentReport(number);
    }

    private ResponseEntity<CaseView.View> answer(String number) {
        CaseView.View body = view.of(number);
        return Versioned.ok(body, body.version());
    }
}
