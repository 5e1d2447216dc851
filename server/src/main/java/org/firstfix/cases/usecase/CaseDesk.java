package org.firstfix.cases.usecase;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firstfix.cases.CaseApi;
import org.firstfix.cases.CaseChanged;
import org.firstfix.cases.CaseHandedToVendor;
import org.firstfix.cases.CaseId;
import org.firstfix.cases.CaseResumed;
import org.firstfix.cases.CaseStatus;
import org.firstfix.cases.CaseSummary;
import org.firstfix.cases.CaseWaitingForCustomer;
import org.firstfix.cases.CaseWorkDone;
import org.firstfix.cases.domain.Case;
import org.firstfix.cases.domain.Channel;
import org.firstfix.contract.Impact;
import org.firstfix.cases.domain.Urgency;
import org.firstfix.cases.query.CaseSummaries;
import org.firstfix.cases.query.Symptoms;
import org.firstfix.platform.problem.Problem;
import org.firstfix.sla.ServiceMoment;
import org.springframework.stereotype.Component;

/** What the modules above ask and tell: always inside a use case of theirs, whose permission has decided. */
@Component
class CaseDesk implements CaseApi {
    private final Desk desk;
    private final OpenCase openCase;
    private final RecordPastCase recordPastCase;
    private final CaseSummaries summaries;
    private final Symptoms symptoms;

    CaseDesk(Desk desk, OpenCase openCase, RecordPastCase recordPastCase, CaseSummaries summaries, Symptoms symptoms) {
        this.desk = desk;
        this.openCase = openCase;
        this.recordPastCase = recordPastCase;
        this.summaries = summaries;
        this.symptoms = symptoms;
    }

    @Override
    public CaseSummary get(CaseId id) {
        return summaries.get(List.of(id)).values().stream().findFirst().orElseThrow(() -> Problem.notFound("case", id.value()));
    }

    @Override
    public Map<CaseId, CaseSummary> get(Collection<CaseId> ids) {
        return summaries.get(ids);
    }

    @Override
    public Optional<CaseSummary> findByNumber(String number) {
        return summaries.find(number);
    }

    @Override
    public List<CaseSummary> latest(int most) {
        return summaries.latest(most);
    }

    @Override
    public String resolutionOf(CaseId id) {
        return summaries.resolutionOf(id).orElseThrow(() -> Problem.notFound("case", id.value()));
    }

    @Override
    public CaseId receive(NewCase report) {
        return openCase.handle(new OpenCase.Command(read(Channel.class, "channel", report.channel()), report.subject(),
                report.description(), report.symptomCode(), report.accountId(), report.siteId(), report.contactId(),
                report.assetId(), read(Impact.class, "impact", report.impact()), read(Urgency.class, "urgency", report.urgency()),
                Optional.of(report.reportedAt()), report.dedicatedEngineer(), Optional.empty(), Optional.empty())).id();
    }

    @Override
    public void workDone(CaseId id, Instant at, String resolution) {
        Case it = desk.cases().forChange(id);
        it.workDone(resolution, at);
        desk.clock().restored(it, at);
        desk.standards().happened(it.key(), ServiceMoment.WORK_DONE, at);
        desk.save(it, new CaseWorkDone(it.id(), it.number(), it.orgPath(), at));
    }

    @Override
    public void secondVisitNeeded(CaseId id, String reason, Instant at) {
        Case it = desk.cases().forChange(id);
        String before = it.standing().secondVisitReason();
        it.secondVisitNeeded(reason);
        desk.save(it, new CaseChanged(it.id(), it.number(), "secondVisit", before, reason, it.orgPath(), at, reason));
    }

    @Override
    public void waitForCustomer(CaseId id, String reason, String evidence, Instant at) {
        Case it = desk.cases().forChange(id);
        if (it.status() == CaseStatus.WAITING_FOR_CUSTOMER) {
            if (it.standing().waiting().filter(known -> at.isBefore(known.since())).isPresent()) {
                // It waited earlier than was known: only the clock has to hear of it.
                desk.clock().pauseIfPermitted(it, reason, evidence, at);
                desk.cases().save(it);
            }
            return;
        }
        it.waitForCustomer(reason, at);
        boolean paused = desk.clock().pauseIfPermitted(it, reason, evidence, at);
        desk.save(it, new CaseWaitingForCustomer(it.id(), it.number(), paused, it.orgPath(), at, reason));
    }

    @Override
    public void customerReady(CaseId id, Instant at) {
        Case it = desk.cases().forChange(id);
        if (it.status() != CaseStatus.WAITING_FOR_CUSTOMER) {
            return;
        }
        it.customerReady();
        desk.clock().resume(it, at);
        desk.save(it, new CaseResumed(it.id(), it.number(), it.orgPath(), at));
    }

    @Override
    public void handToVendor(CaseId id, String note, Instant at) {
        Case it = desk.cases().forChange(id);
        if (it.status() == CaseStatus.WITH_VENDOR) {
            return;
        }
        it.handToVendor();
        desk.save(it, new CaseHandedToVendor(it.id(), it.number(), it.orgPath(), at, note));
    }

    @Override
    public CaseId recordPastCase(PastCase pastCase) {
        return recordPastCase.handle(new RecordPastCase.Command(pastCase));
    }

    @Override
    public List<Symptom> symptoms() {
        return symptoms.all();
    }

    private static <E extends Enum<E>> E read(Class<E> kind, String field, String value) {
        try {
            return Enum.valueOf(kind, value);
        } catch (IllegalArgumentException e) {
            throw Problem.invalidField(field, "cases.value-unknown", Map.of("field", field, "value", value));
        }
    }
}
