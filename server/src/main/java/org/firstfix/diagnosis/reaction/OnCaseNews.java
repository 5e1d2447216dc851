package org.firstfix.diagnosis.reaction;

import java.util.List;
import java.util.Set;
import org.firstfix.cases.CaseCancelled;
import org.firstfix.cases.CaseChanged;
import org.firstfix.cases.CaseReceived;
import org.firstfix.cases.CaseReopened;
import org.firstfix.cases.CaseResolvedRemotely;
import org.firstfix.diagnosis.DiagnosisApi;
import org.firstfix.diagnosis.Finding;
import org.firstfix.diagnosis.usecase.OpenDiagnosis;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A diagnosis lives with its case. */
@Component
class OnCaseNews {
    private static final Set<String> MATTERS = Set.of("symptom", "asset", "priority");

    private final OpenDiagnosis openDiagnosis;
    private final DiagnosisApi diagnoses;

    OnCaseNews(OpenDiagnosis openDiagnosis, DiagnosisApi diagnoses) {
        this.openDiagnosis = openDiagnosis;
        this.diagnoses = diagnoses;
    }

    @EventListener
    void on(CaseReceived news) {
        openDiagnosis.handle(new OpenDiagnosis.Command(news.caseId()));
    }

    @EventListener
    void on(CaseChanged news) {
        if (MATTERS.contains(news.field())) {
            openDiagnosis.handle(new OpenDiagnosis.Command(news.caseId()));
        }
    }

    /** What it was is known without a visit: it counts like any other. */
    @EventListener
    void on(CaseResolvedRemotely news) {
        diagnoses.recordOutcome(news.caseId(), Finding.ofCauses(List.of(news.causeCode()), 0, news.occurredAt()));
    }

    /** Nobody needs to diagnose it any more. */
    @EventListener
    void on(CaseCancelled news) {
        diagnoses.freeze(news.caseId(), news.occurredAt());
    }

    @EventListener
    void on(CaseReopened news) {
        diagnoses.reopen(news.caseId(), news.reason());
    }
}
