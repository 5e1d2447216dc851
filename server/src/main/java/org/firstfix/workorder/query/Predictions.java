package org.firstfix.workorder.query;

import org.firstfix.diagnosis.DiagnosisApi;
import org.firstfix.workorder.domain.WorkOrder;
import org.springframework.stereotype.Component;

/** Whether there was a prediction that the engineer can judge. */
@Component
public class Predictions {
    private final DiagnosisApi diagnosis;

    Predictions(DiagnosisApi diagnosis) {
        this.diagnosis = diagnosis;
    }

    /** Whether somebody predicted a cause: the engine's word alone is judged by the truth, and the engineer is not asked. */
    public boolean wasPredicted(WorkOrder workOrder) {
        return diagnosis.diagnosisOf(workOrder.facts().caseId())
                .filter(found -> !found.unknown() && !found.status().equals("OPEN") && !found.source().equals("PREDICTED") && !found.likelyCauses().isEmpty())
                .isPresent();
    }
}
