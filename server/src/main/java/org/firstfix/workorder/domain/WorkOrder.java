package org.firstfix.workorder.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.firstfix.asset.AssetId;
import org.firstfix.cases.CaseId;
import org.firstfix.contract.Priority;
import org.firstfix.customer.AccountId;
import org.firstfix.customer.ContactId;
import org.firstfix.customer.SiteId;
import org.firstfix.platform.files.FileId;
import org.firstfix.platform.identity.PersonId;
import org.firstfix.platform.problem.Problem;
import org.firstfix.platform.scope.OrgPath;
import org.firstfix.platform.text.Language;
import org.firstfix.workorder.WorkOrderId;
import org.firstfix.workorder.WorkOrderStatus;

/**
 * One visit's work: what is to be done, the checklist, the service report, and how it ended. A visit that ends without a
 * repair ends its work order; the next visit is a work order of its own that follows it.
 */
public final class WorkOrder {
    /** Which step may follow which. */
    public static final Map<WorkOrderStatus, Set<WorkOrderStatus>> STEPS = steps();

    public static final int LARGEST_CREW = 4;

    /** What does not change after the release. */
    public record Facts(WorkOrderId id, String number, CaseId caseId, String caseNumber, String workType, String subject,
            AccountId accountId, SiteId siteId, Optional<ContactId> contactId, Optional<AssetId> assetId,
            Optional<String> requiredSkill, int expectedMinutes, int visitNumber, Optional<WorkOrderId> follows,
            String visitReason, Language customerLanguage, Instant releasedAt, OrgPath orgPath) {}

    /** What the case says meanwhile: how urgent it is and when somebody must be there. */
    public record Promise(Priority priority, Optional<Instant> dueAt) {}

    /** As storage found it, so that it writes only what is new. */
    private record Before(List<WorkOrderLine> lines, List<ChecklistItem> checklist, List<PartMovement> parts, List<VisitPhoto> photos,
            boolean signed) {}

    private final Facts facts;
    private final List<WorkOrderLine> lines;
    private final List<ChecklistItem> checklist;
    private final List<PartMovement> parts;
    private final List<VisitPhoto> photos;
    private final ServiceReport report;
    private final Before before;
    private Promise promise;
    private int crewSize;
    private WorkOrderStatus status;
    private Optional<PersonId> engineer;
    private Optional<Instant> startedAt;
    private Optional<Instant> finishedAt;
    private final int version;

    /** As storage found it. */
    public WorkOrder(Facts facts, Promise promise, int crewSize, WorkOrderStatus status, Optional<PersonId> engineer, Optional<Instant> startedAt,
            Optional<Instant> finishedAt, int version, List<WorkOrderLine> lines, List<ChecklistItem> checklist,
            List<PartMovement> parts, List<VisitPhoto> photos, ServiceReport report) {
        this.facts = facts;
        this.promise = promise;
        this.crewSize = crewSize;
        this.status = status;
        this.engineer = engineer;
        this.startedAt = startedAt;
        this.finishedAt = finishedAt;
        this.version = version;
        this.lines = new ArrayList<>(lines);
        this.checklist = new ArrayList<>(checklist);
        this.parts = new ArrayList<>(parts);
        this.photos = new ArrayList<>(photos);
        this.report = report;
        this.before = new Before(List.copyOf(lines), List.copyOf(checklist), List.copyOf(parts), List.copyOf(photos), report.isSigned());
    }

    /** A new work order; the checklist is the work type's own copy, so that a later change of the type leaves it alone. */
    public static WorkOrder released(Facts facts, Promise promise, int crewSize, WorkOrderStatus first, List<ChecklistItem> checklist) {
        return new WorkOrder(facts, promise, crewSize, first, Optional.empty(), Optional.empty(), Optional.empty(), 0,
                List.of(new WorkOrderLine(1, facts.subject(), WorkOrderLine.Status.OPEN)), checklist, List.of(), List.of(),
                ServiceReport.begun());
    }

    private static Map<WorkOrderStatus, Set<WorkOrderStatus>> steps() {
        Map<WorkOrderStatus, Set<WorkOrderStatus>> steps = new EnumMap<>(WorkOrderStatus.class);
        for (WorkOrderStatus from : WorkOrderStatus.values()) {
            steps.put(from, switch (from) {
                case RELEASED -> EnumSet.of(WorkOrderStatus.IN_WORK, WorkOrderStatus.WAITING_FOR_CUSTOMER,
                        WorkOrderStatus.CANCELLED);
                case WAITING_FOR_PART, WAITING_FOR_CUSTOMER -> EnumSet.of(WorkOrderStatus.RELEASED,
                        WorkOrderStatus.IN_WORK, WorkOrderStatus.CANCELLED);
                case IN_WORK -> EnumSet.of(WorkOrderStatus.COMPLETED, WorkOrderStatus.ENDED_OPEN,
                        WorkOrderStatus.HANDED_OVER, WorkOrderStatus.CANCELLED);
                case HANDED_OVER, ENDED_OPEN, COMPLETED, CANCELLED -> EnumSet.noneOf(WorkOrderStatus.class);
            });
        }
        return Map.copyOf(steps);
    }

    public boolean may(WorkOrderStatus next) {
        return STEPS.get(status).contains(next);
    }

    private void step(WorkOrderStatus next) {
        if (!may(next)) {
            throw Problem.conflict("workorder.step-not-possible",
                    Map.of("number", facts.number(), "status", status.name(), "next", next.name()));
        }
        status = next;
    }

    /** Dispatch chose somebody, or took the choice back. */
    public void assign(Optional<PersonId> chosen) {
        requireOpen();
        engineer = chosen;
    }

    /** The case's clock or priority moved. */
    public void follow(Promise current) {
        requireOpen();
        promise = current;
    }

    /**
     * So many engineers are needed. Once work has begun it is done by whoever is there.
     *
     * @throws Problem 409 if work goes on or is over, 400 if nobody works in such a crew
     */
    public void needCrew(int size) {
        if (!mayChangeCrewSize()) {
            throw Problem.conflict("workorder.crew-size-is-settled", Map.of("number", facts.number(), "status", status.name()));
        }
        if (size < 1 || size > LARGEST_CREW) {
            throw Problem.invalidField("crewSize", "workorder.crew-size-out-of-range", Map.of("size", size, "most", LARGEST_CREW));
        }
        crewSize = size;
    }

    public boolean mayChangeCrewSize() {
        return isOpen() && status != WorkOrderStatus.IN_WORK;
    }

    /** The engineer is at the site. Checking in twice changes nothing. */
    public void start(Instant at) {
        if (status == WorkOrderStatus.IN_WORK) {
            return;
        }
        step(WorkOrderStatus.IN_WORK);
        startedAt = Optional.of(at);
        report.arrived(at);
    }

    /** The part is here: somebody can be sent again. */
    public void partArrived() {
        if (status != WorkOrderStatus.WAITING_FOR_PART) {
            throw Problem.conflict("workorder.waits-for-no-part", Map.of("number", facts.number(), "status", status.name()));
        }
        step(WorkOrderStatus.RELEASED);
    }

    public void waitForCustomer() {
        step(WorkOrderStatus.WAITING_FOR_CUSTOMER);
    }

    public void customerReady() {
        step(WorkOrderStatus.RELEASED);
    }

    public void cancel(Instant at) {
        step(WorkOrderStatus.CANCELLED);
        finishedAt = Optional.of(at);
    }

    /** The checklist, the parts and the text are written during the visit, and not after the signature. */
    private void requireWritable() {
        if (status != WorkOrderStatus.IN_WORK) {
            throw Problem.conflict("workorder.not-in-work", Map.of("number", facts.number(), "status", status.name()));
        }
        report.requireUnsigned();
    }

    private void requireOpen() {
        if (STEPS.get(status).isEmpty()) {
            throw Problem.conflict("workorder.ended", Map.of("number", facts.number(), "status", status.name()));
        }
    }

    public ChecklistItem answer(int position, Optional<ChecklistItem.Answer> answer,
            Optional<BigDecimal> reading, String note, Instant at) {
        requireWritable();
        for (int i = 0; i < checklist.size(); i++) {
            ChecklistItem item = checklist.get(i);
            if (item.position() == position) {
                ChecklistItem answered = answer.map(given -> item.answered(given, reading, note, at))
                        .orElseGet(item::reopened);
                checklist.set(i, answered);
                return answered;
            }
        }
        throw Problem.notFound("checklist-item", position);
    }

    public void writeReport(ServiceReport.Draft text) {
        requireWritable();
        report.write(text);
    }

    public void addPart(PartMovement part) {
        requireWritable();
        parts.add(part);
    }

    public PartMovement removePart(UUID id) {
        requireWritable();
        PartMovement found = parts.stream().filter(part -> part.id().equals(id)).findFirst()
                .orElseThrow(() -> Problem.notFound("part-movement", id));
        parts.remove(found);
        return found;
    }

    public void addPhoto(VisitPhoto photo) {
        requireWritable();
        photos.removeIf(known -> known.fileId().equals(photo.fileId()));
        photos.add(photo);
    }

    public void removePhoto(FileId fileId) {
        requireWritable();
        if (!photos.removeIf(photo -> photo.fileId().equals(fileId))) {
            throw Problem.notFound("photo", fileId.value());
        }
    }

    public WorkOrderLine addLine(String task) {
        requireOpen();
        report.requireUnsigned();
        WorkOrderLine line = new WorkOrderLine(lines.stream().mapToInt(WorkOrderLine::position).max().orElse(0) + 1, task,
                WorkOrderLine.Status.OPEN);
        lines.add(line);
        return line;
    }

    public WorkOrderLine changeLine(int position, WorkOrderLine.Status next) {
        requireOpen();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).position() == position) {
                WorkOrderLine changed = lines.get(i).with(next);
                lines.set(i, changed);
                return changed;
            }
        }
        throw Problem.notFound("work-order-line", position);
    }

    /** The customer signs what was shown. */
    public void sign(Signature signature) {
        requireWritable();
        report.sign(signature);
    }

    /** The visit is over. @return how it ended */
    public VisitOutcome end(Instant leftAt) {
        VisitOutcome outcome = report.draft().outcome().orElseThrow();
        step(outcome.endsIn());
        finishedAt = Optional.of(leftAt);
        report.left(leftAt);
        if (outcome == VisitOutcome.REPAIRED) {
            lines.replaceAll(line -> line.status() == WorkOrderLine.Status.OPEN ? line.with(WorkOrderLine.Status.DONE) : line);
        }
        return outcome;
    }

    public Facts facts() {
        return facts;
    }

    public int crewSize() {
        return crewSize;
    }

    public Promise promise() {
        return promise;
    }

    public WorkOrderStatus status() {
        return status;
    }

    public Optional<PersonId> engineer() {
        return engineer;
    }

    public Optional<Instant> startedAt() {
        return startedAt;
    }

    public Optional<Instant> finishedAt() {
        return finishedAt;
    }

    public List<WorkOrderLine> lines() {
        return List.copyOf(lines);
    }

    public List<ChecklistItem> checklist() {
        return List.copyOf(checklist);
    }

    public List<PartMovement> parts() {
        return List.copyOf(parts);
    }

    public List<VisitPhoto> photos() {
        return List.copyOf(photos);
    }

    public ServiceReport report() {
        return report;
    }

    /** For storage: lines that are new or changed since it was read. */
    public List<WorkOrderLine> changedLines() {
        return lines.stream().filter(line -> !before.lines().contains(line)).toList();
    }

    /** For storage: answers that were given or taken back since it was read. */
    public List<ChecklistItem> changedChecklist() {
        return checklist.stream().filter(item -> !before.checklist().contains(item)).toList();
    }

    /** For storage: parts recorded since it was read. */
    public List<PartMovement> addedParts() {
        return parts.stream().filter(part -> !before.parts().contains(part)).toList();
    }

    /** For storage: parts taken off the list since it was read. */
    public List<PartMovement> removedParts() {
        return before.parts().stream().filter(part -> !parts.contains(part)).toList();
    }

    /** For storage. */
    public boolean photosChanged() {
        return !before.photos().equals(photos);
    }

    /** For storage: a report that was signed before only gets the time of leaving and its PDF. */
    public boolean wasSigned() {
        return before.signed();
    }

    public int version() {
        return version;
    }

    public boolean isOpen() {
        return !STEPS.get(status).isEmpty();
    }
}
