package org.firstfix.workorder.usecase;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.firstfix.platform.files.FileKind;
import org.firstfix.platform.files.FileStore;
import org.firstfix.platform.files.StoredFile;
import org.firstfix.platform.journal.Announcements;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.time.EventTime;
import org.firstfix.platform.work.Permission;
import org.firstfix.platform.work.Work;
import org.firstfix.workorder.ServiceReportSigned;
import org.firstfix.workorder.domain.Completeness;
import org.firstfix.workorder.domain.Signature;
import org.firstfix.workorder.domain.WorkOrder;
import org.firstfix.workorder.domain.WorkOrders;
import org.firstfix.workorder.paper.ReportDocuments;
import org.firstfix.workorder.paper.SignaturePicture;
import org.firstfix.workorder.query.Predictions;
import org.springframework.stereotype.Component;

/** The customer signs the report on the screen; from then on it never changes. */
@Component
@Permission("work-order.carry-out")
public final class SignServiceReport {
    private final Work work;
    private final WorkOrders workOrders;
    private final ReportDocuments documents;
    private final Predictions predictions;
    private final FileStore files;
    private final SignaturePicture picture;
    private final PaperJobs paper;
    private final Announcements announcements;
    private final Clock clock;

    SignServiceReport(Work work, WorkOrders workOrders, ReportDocuments documents, Predictions predictions, FileStore files,
            SignaturePicture picture, PaperJobs paper, Announcements announcements, Clock clock) {
        this.work = work;
        this.workOrders = workOrders;
        this.documents = documents;
        this.predictions = predictions;
        this.files = files;
        this.picture = picture;
        this.paper = paper;
        this.announcements = announcements;
        this.clock = clock;
    }

    /**
     * @param strokes of the pen; none if the customer typed the name
     * @param documentSha256 of the document that was on the screen: what is signed is what was shown
     */
    public record Command(String number, String name, List<List<Integer>> strokes, String documentSha256, Optional<Instant> at) {}

    public void handle(Command command) {
        Signature.Strokes strokes = new Signature.Strokes(command.strokes());
        work.perform(this, () -> {
            WorkOrder workOrder = workOrders.load(command.number());
            OwnVisits.require(workOrder);
            requireComplete(workOrder, Completeness.beforeSignature(workOrder, predictions.wasPredicted(workOrder)));
            Map<String, Object> document = documents.asMap(documents.write(workOrder));
            if (!Signature.hash(document).equals(command.documentSha256())) {
                throw Problem.conflict("workorder.document-changed", Map.of("number", command.number()));
            }
            Instant now = clock.instant();
            Instant at = EventTime.accepted(command.at().orElse(now), now);
            StoredFile drawn = files.store(new ByteArrayInputStream(picture.png(strokes, command.name().strip())),
                    command.number() + "-signature.png", Set.of(FileKind.PNG), workOrder.facts().orgPath());
            workOrder.sign(Signature.of(command.name().strip(), strokes, drawn.id(), drawn.sha256(), document, at));
            workOrders.save(workOrder);
            WorkOrder.Facts facts = workOrder.facts();
            announcements.announce(new ServiceReportSigned(facts.id(), facts.number(), facts.caseId(), command.name().strip(),
                    command.documentSha256(), facts.orgPath(), at));
            paper.prepare(facts.id());
        });
    }

    static void requireComplete(WorkOrder workOrder, List<Completeness.Missing> missing) {
        if (!missing.isEmpty()) {
            throw Problem.conflict("workorder.incomplete", Map.of("number", workOrder.facts().number(),
                    "count", missing.size(), "missing", missing.stream().map(item -> Map.of("code", item.code().name(),
                            "position", item.position().map(String::valueOf).orElse(""))).toList()));
        }
    }
}
