package org.firstfix.exam.usecase;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.firstfix.asset.AssetApi;
import org.firstfix.asset.AssetSummary;
import org.firstfix.asset.PartSummary;
import org.firstfix.cases.CaseApi;
import org.firstfix.cases.CaseId;
import org.firstfix.cases.CaseReopened;
import org.firstfix.cases.CaseSummary;
import org.firstfix.customer.AccountSummary;
import org.firstfix.customer.ContactSummary;
import org.firstfix.customer.CustomerApi;
import org.firstfix.customer.SiteSummary;
import org.firstfix.diagnosis.DiagnosisApi;
import org.firstfix.diagnosis.DiagnosisSummary;
import org.firstfix.diagnosis.PredictionScored;
import org.firstfix.exam.domain.Lesson;
import org.firstfix.exam.domain.Masking;
import org.firstfix.exam.domain.WentWrong;
import org.firstfix.exam.storage.JooqLessons;
import org.firstfix.platform.work.Work;
import org.firstfix.workorder.VisitEndedOpen;
import org.firstfix.workorder.WorkOrderApi;
import org.springframework.stereotype.Component;

/** Keeps what went wrong, masked, so that it can be learnt from. Cases that go well leave nothing here. */
@Component
public class NoteLessons {
    private static final String HOUSE = "exam";

    private final Work work;
    private final JooqLessons lessons;
    private final CaseApi cases;
    private final CustomerApi customers;
    private final AssetApi assets;
    private final DiagnosisApi diagnosis;
    private final WorkOrderApi workOrders;

    NoteLessons(Work work, JooqLessons lessons, CaseApi cases, CustomerApi customers, AssetApi assets, DiagnosisApi diagnosis, WorkOrderApi workOrders) {
        this.work = work;
        this.lessons = lessons;
        this.cases = cases;
        this.customers = customers;
        this.assets = assets;
        this.diagnosis = diagnosis;
        this.workOrders = workOrders;
    }

    public void visitEndedOpen(VisitEndedOpen visit) {
        Set<WentWrong> wrong = WentWrong.afterVisit(visit.outcome());
        if (!wrong.isEmpty()) {
            note(visit.caseId(), wrong, Optional.empty(), visit.leftAt());
        }
    }

    /** The truth is told for a case that went wrong before as well. */
    public void scored(PredictionScored score) {
        Set<WentWrong> wrong = WentWrong.afterScore(score.outcome());
        note(score.caseId(), wrong, Optional.of(score.trueCauses()), score.occurredAt());
    }

    public void reopened(CaseReopened news) {
        note(news.caseId(), EnumSet.of(WentWrong.REOPENED), Optional.empty(), news.occurredAt());
    }

    private void note(CaseId id, Set<WentWrong> wrong, Optional<List<String>> truth, Instant at) {
        work.asTheHouse(HOUSE, () -> {
            Optional<Lesson> known = lessons.lock(id);
            if (known.isEmpty() && wrong.isEmpty()) {
                return;
            }
            Lesson before = known.orElseGet(() -> begun(cases.get(id), wrong, at));
            Set<WentWrong> all = EnumSet.copyOf(before.wentWrong());
            all.addAll(wrong);
            lessons.put(new Lesson(id, before.caseNumber(), before.report(), before.symptomCode(), before.family(), before.skill(), all,
                    before.predictedCauses(), before.carriedParts(), truth.orElse(before.trueCauses()), wrong.isEmpty() ? before.happenedAt() : at,
                    before.orgPath()));
        });
    }

    /** What was predicted is read now: after a second visit another prediction may stand there. */
    private Lesson begun(CaseSummary it, Set<WentWrong> wrong, Instant at) {
        Optional<DiagnosisSummary> predicted = diagnosis.diagnosisOf(it.id());
        Optional<String> skill = workOrders.ofCase(it.id()).stream().flatMap(order -> order.requiredSkill().stream()).findFirst();
        return new Lesson(it.id(), it.number(), masked(it), it.symptomCode(), it.family(), skill, wrong,
                predicted.map(one -> one.likelyCauses().stream().map(DiagnosisSummary.LikelyCause::code).toList()).orElse(List.of()),
                predicted.map(one -> one.carriedParts().stream().map(PartSummary::number).toList()).orElse(List.of()), List.of(), at, it.orgPath());
    }

    private String masked(CaseSummary it) {
        AccountSummary account = customers.account(it.accountId());
        SiteSummary site = customers.site(it.siteId());
        List<String> known = new ArrayList<>(List.of(account.name(), account.shortName(), account.number(), site.name(), site.address(), site.number(),
                it.number()));
        it.assetId().map(assets::asset).ifPresent(asset -> known.addAll(identifying(asset)));
        customers.contactsOf(it.accountId()).stream().map(ContactSummary::name).forEach(known::add);
        String report = it.description().isBlank() || it.description().strip().equals(it.subject().strip()) ? it.subject()
                : it.subject() + "\n" + it.description();
        return Masking.mask(report, known);
    }

    private static List<String> identifying(AssetSummary asset) {
        return List.of(asset.serial(), asset.number(), asset.location());
    }
}
